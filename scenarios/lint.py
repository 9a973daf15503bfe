"""What makes a deck weak rather than wrong (rulebook, section 8.2): warnings, each one sentence.

Rules about the whole deck begin with `FULL_DECK` cards: fewer are a sketch.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from game_rules import Card, Deck, Option, Role, may_take, terms
from scenarios.draft import Draft
from scenarios.findings import Finding
from scenarios.yaml_reader import Tree

FULL_DECK: Final = 8
HEAVY: Final = 4
BEST_ON: Final = 3
BEST_SHARE: Final = 0.35
NEED: Final = (8, 12)
SHARE_COSTS: Final = 3
GIVE_COSTS: Final = 4


def advice(draft: Draft, deck: Deck) -> Iterator[Finding]:
    """Every weakness of a deck that has no errors."""
    for at, card in zip(draft.cards, deck.cards, strict=True):
        yield from _card(at.tree, card, deck.roles)
    if len(deck.cards) >= FULL_DECK:
        for seat, role in zip(draft.roles, deck.roles, strict=True):
            yield from _carries(seat.tree, role, deck)
        whole = draft.head.tree if draft.head else draft.cards[0].tree
        yield from _one_sided(whole, deck)
        yield from _tell_tale(whole, deck)
        yield from _never_dealt(whole, deck)


def _card(tree: Tree, card: Card, roles: tuple[Role, ...]) -> Iterator[Finding]:
    low, high = NEED
    if not low <= card.need <= high:
        yield _warn(
            tree, ("need",), "need", f"A need of {card.need} is unusual.", f"Most cards need {low} to {high}."
        )
    for role in roles:
        if not any(effort > 0 for effort in _efforts(card, role.id, ("deal",))):
            yield _warn(
                tree,
                ("options",),
                "no-share",
                f'"{role.id}" has no share of this card.',
                "Give it a deal with effort 1 or more.",
            )
    if not any(effort >= HEAVY for role in roles for effort in _efforts(card, role.id, ("deal", "give"))):
        yield _warn(
            tree,
            ("options",),
            "no-carry",
            "Nobody can carry this card.",
            f"Print effort {HEAVY} or more for somebody.",
        )
    if not card.gains:
        yield _warn(
            tree, (), "no-gain", "Nobody gains when this card is met.", 'Add "gains: {role.standing: +1}".'
        )
    yield from _placed(tree, card, roles)


def _placed(tree: Tree, card: Card, roles: tuple[Role, ...]) -> Iterator[Finding]:
    most = {role.id: max(_efforts(card, role.id, ("deal", "give")), default=0) for role in roles}
    for field, limit in (("best", max(most.values())), ("worst", min(most.values()))):
        real = [role for role, effort in most.items() if effort == limit]
        if sorted(getattr(card, field)) != sorted(real):
            yield _warn(
                tree,
                (field,),
                "placed",
                f"By the printed effort, {field} placed: {', '.join(real)}.",
                f'Write "{field}: [{", ".join(real)}]".',
            )


def _carries(tree: Tree, role: Role, deck: Deck) -> Iterator[Finding]:
    best = sum(role.id in card.best for card in deck.cards)
    if best < BEST_ON:
        yield _warn(
            tree,
            ("id",),
            "seldom-best",
            f"This role is best placed on {best} cards.",
            f"Let it carry on at least {BEST_ON}.",
        )
    elif best > BEST_SHARE * len(deck.cards):
        yield _warn(
            tree,
            ("id",),
            "often-best",
            f"This role is best placed on {best} of {len(deck.cards)} cards.",
            f"Let it carry on at most {BEST_SHARE:.0%}.",
        )


def _one_sided(tree: Tree, deck: Deck) -> Iterator[Finding]:
    selfless = sum(not any(stake.role in card.best for stake in card.gains) for card in deck.cards)
    if selfless * 3 < len(deck.cards) * 2:
        yield _warn(
            tree,
            (),
            "one-sided",
            f"Whoever carries gains nothing by it on only {selfless} cards.",
            "Let others gain on at least two thirds of the cards.",
        )


def _tell_tale(tree: Tree, deck: Deck) -> Iterator[Finding]:
    half = len(deck.cards) / 2
    places: defaultdict[tuple[str, int], int] = defaultdict(int)
    for card in deck.cards:
        for seat in {(option.posture, n) for n, option in enumerate(card.options)}:
            places[seat] += 1
    for (posture, n), count in sorted(places.items()):
        if count > half:
            yield _warn(
                tree,
                (),
                "tell-tale",
                f"On {count} cards option {n + 1} is a {posture}.",
                "Vary the order: position should tell nothing.",
            )
    for posture, least in (("deal", SHARE_COSTS), ("give", GIVE_COSTS)):
        costs = {
            (o.goodwill, o.capacity) for card in deck.cards for o in card.options if o.posture == posture
        }
        if len(costs) < least:
            yield _warn(
                tree,
                (),
                "tell-tale",
                f"Every {posture} costs one of {len(costs)} prices.",
                f"Use {least} or more.",
            )
    sizes = Counter(len(card.options) for card in deck.cards)
    if missing := [size for size in (4, 5, 6) if size not in sizes]:
        yield _warn(
            tree,
            (),
            "tell-tale",
            f"No card has {missing[0]} options.",
            "Vary how many there are: 4, 5 and 6.",
        )


def _never_dealt(tree: Tree, deck: Deck) -> Iterator[Finding]:
    listed = {card for act in deck.acts for card in act.cards}
    missing = [card.id for card in deck.cards if card.id not in listed]
    if deck.acts and missing:
        what = f"{len(missing)} cards are in no act (first {missing[0]})."
        yield _warn(tree, ("acts",), "never-dealt", what, "Add them to an act.")


def _efforts(card: Card, role: str, postures: tuple[str, ...]) -> list[int]:
    own: list[Option] = [o for o in card.options if o.posture in postures and may_take(card, o, role)]
    return [terms(option, role).effort or 0 for option in own]


def _warn(tree: Tree, at: tuple[str, ...], code: str, what: str, advice: str) -> Finding:
    return tree.finding(at, code, what, advice, warning=True)
