"""What a game is made of before its first event: seats, agendas and the deal of the cards."""

from game_rules.chance import draw, shuffled
from game_rules.commands import NewGame
from game_rules.deck import Deck
from game_rules.refusals import Refusal
from game_rules.roles import Role
from game_rules.temperaments import TEMPERAMENTS

ROUNDS = (1, 12)
SEATED_MIN = 2
NO_AGENDA = ""
"""What a role is dealt for which the deck has no agendas."""


def check_setup(deck: Deck, command: NewGame) -> Refusal | None:
    """Why no game can be made of these settings, or None."""
    ids = [role.id for role in deck.roles]
    unknown = sorted(set(command.seats) - set(ids))
    if unknown:
        return Refusal("bad_setup", {"seats": unknown}, list(ids))
    held = {role: command.seats.get(role, "open") for role in ids}
    allowed = ["open", "none", *TEMPERAMENTS]
    for role, seat in held.items():
        if seat not in allowed:
            return Refusal("bad_setup", {"seats": {role: seat}}, list(allowed))
    seated = [role.id for role in deck.roles if role.seated and held[role.id] != "none"]
    if len(seated) < SEATED_MIN:
        return Refusal("bad_setup", {"at_the_table": list(seated)}, [SEATED_MIN])
    if not ROUNDS[0] <= command.rounds <= ROUNDS[1]:
        return Refusal("bad_setup", {"rounds": command.rounds}, list(ROUNDS))
    if command.deck_hash != deck.content_hash:
        return Refusal("bad_setup", {"deck_hash": command.deck_hash}, [deck.content_hash])
    return None


def dealt_agendas(deck: Deck, command: NewGame) -> dict[str, str]:
    """Each role's agenda (section 4): the one asked for if the role has it, otherwise one of its own with equal chance.

    Drawn from a stream of its own, so that no other chance of the table depends on what was asked for.
    """
    return {role.id: _agenda(role, command) for role in deck.roles}


def _agenda(role: Role, command: NewGame) -> str:
    wish = command.agendas.get(role.id)
    if wish in role.agendas:
        return wish
    names = sorted(role.agendas)
    # By the role's rank: its id and its place in the deck are names and may change.
    return names[draw(f"{command.seed}:agenda", role.tie_order, len(names))] if names else NO_AGENDA


def deal_order(deck: Deck, seed: str, rounds: int) -> tuple[str, ...]:
    """The order of the cards, by the deck's own rule: fixed, shuffled, or act by act with each act shuffled.

    Drawn from a stream of its own, so that a table's later chance does not depend on the size of the deck.
    """
    cards = [card.id for card in deck.cards]
    if deck.order == "fixed":
        return tuple(cards)
    if deck.order == "shuffle":
        return shuffled(f"{seed}:deal", cards)
    return _by_acts(deck, seed, rounds)


def _by_acts(deck: Deck, seed: str, rounds: int) -> tuple[str, ...]:
    order: list[str] = []
    acts = sorted(deck.acts, key=lambda act: act.first)
    for n, act in enumerate(acts):
        last = acts[n + 1].first if n + 1 < len(acts) else max(rounds + 1, act.first + len(act.cards))
        order += shuffled(f"{seed}:act{n}", act.cards)[: last - act.first]
    return tuple(order)
