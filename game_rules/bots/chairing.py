"""The chair: hears everybody, asks the centre in private if it must, finds the cheapest way to meet the card, and
asks each role for its part.
"""

from game_rules.bots import plan
from game_rules.bots.alone import guessed
from game_rules.bots.moves import Line, Move
from game_rules.bots.parts import can, parts
from game_rules.bots.sight import Sight, noted
from game_rules.bots.talk import Talk, silent
from game_rules.bots.worth import card_worth
from game_rules.commands import Say, Tells
from game_rules.state import Told

NAME_FROM, NAME_MORE_FROM, NAME_LEAST_STRAIN = 4, 6, 2
NAMING_GOODWILL = 3
"""Who has as much offers to name."""
NAMES_IN = 4
"""It has the tension named three times out of four; always, where keeping still would be papering over."""


def chaired(sight: Sight, talk: Talk) -> Move | None:
    """Ask, wait for the others, share out; again when somebody's numbers have changed. None while it waits."""
    mine = talk.mine
    if not _fresh(sight, talk, mine) or not sight.quiet and _somebody_silent(sight, talk):
        return None
    centre = next(iter(sight.cast.has_instruments), None)
    if centre and sight.announced(centre):
        centre = None  # it has spoken to everybody
    if centre and centre not in talk.heard:
        if talk.last(sight.role, centre) is None:
            return Move(Say((centre,), Tells()), Line("bot-asks-centre"))
        if not sight.quiet and silent(sight, talk, centre):
            return None
    found = _planned(sight, talk)
    asks = found or dict.fromkeys(sight.cast.in_play, 0)
    if centre:
        said = talk.last(sight.role, centre)
        part = asks.get(centre, 0)
        if said is None or said.tells.asks.get(centre) != part:
            return Move(Say((centre,), Tells(asks={centre: part})), Line("bot-asks-part", {"to": centre, "n": part}))
    if mine and mine.tells.asks == asks:
        return None
    strain = strained(sight)
    tells = Tells(can(sight), strain, asks, _namers(sight, talk, strain))
    parts_asked = ",".join([f"{role}={n}" for role, n in asks.items() if n])
    return Move(Say((), tells), Line("bot-plan", {"asks": parts_asked}) if found else Line("bot-saves-strength"))


def strained(sight: Sight) -> dict[str, int]:
    """Where it rankles, of its own pairs."""
    return {pair: n for pair, n in sight.strains.items() if n}


def would_name(sight: Sight, strain: dict[str, int]) -> bool:
    """Whether the seat has something to name, and the goodwill that it takes."""
    return bool(strain) and sight.own.goodwill >= NAMING_GOODWILL


def _somebody_silent(sight: Sight, talk: Talk) -> bool:
    for role in talk.bots:
        if role not in talk.heard and role != sight.role and silent(sight, talk, role):
            return True
    return False


def _fresh(sight: Sight, talk: Talk, mine: Told | None) -> bool:
    """Whether there is something new since it asked, or it has not asked yet."""
    asks = mine.tells.asks if mine else None
    if not asks:
        return True
    for each in reversed(talk.told):
        if each is mine:
            break
        if each.role != sight.role:
            return True
    for role in talk.people:
        pledged = sight.pledge(role)
        if pledged and pledged != asks.get(role, 0):
            return True  # a person means to bring something else than was asked: the others' parts follow from it
    return False


def _planned(sight: Sight, talk: Talk) -> dict[str, int] | None:
    """The cheapest set of parts that meets need and key, if it is worth its cost."""
    cast, key = sight.cast, sight.card.key
    known = {}
    for role in cast.in_play:
        if not sight.away(role):
            known[role] = _parts_of(sight, talk, role)
    holders = tuple([r for r in getattr(cast, key.trait) if r in known]) if key else ()
    pacts = tuple([p.members for p in sight.pacts if p.kind == "pact" and known.keys() >= set(p.members)])
    card = plan.Card(
        sight.need, holders, key.n if key else 0, pacts, sight.ruleset.pact_effort, card_worth(sight)
    )
    return noted(sight, "plan", (card, known), lambda _: plan.best(card, known))


def _parts_of(sight: Sight, talk: Talk, role: str) -> list[plan.Part]:
    """From its own numbers, from what it told, from its pledge as far as its word is good, or from its record."""
    if role == sight.role:
        return parts(sight)
    told, trust, person = talk.numbers.get(role), sight.belief(role), role in talk.people
    if told is None or person:
        pledged = sight.pledge(role)
        if pledged:
            return [(round(pledged * trust), 0.0)]
    if told is None:
        # A bot that has said nothing by now will hardly bring anything; a person may be thinking.
        known = person or sight.brought(role)
        return [(guessed(sight, role) if known else 0, 0.0)]
    return plan.thinned([(float(each.price), -round(each.brings * trust)) for each in told.can])


def _namers(sight: Sight, talk: Talk, own: dict[str, int]) -> dict[str, str]:
    """Who names which pair: the pair with the highest strain that anybody told of, named by who would."""
    tension = sight.tracks["tension"]
    if tension < NAME_FROM or sight.named_last or sight.habits.naming != "measured":
        return {}
    if tension < NAME_MORE_FROM and sight.chance(NAMES_IN, "name") == 0:
        return {}
    strain = dict(own)
    willing = [sight.role] if would_name(sight, strain) else []
    for each in talk.told:
        if not each.to and each.role != sight.role:
            for pair, n in each.tells.strain.items():
                strain[pair] = max(n, strain.get(pair, 0))
            if each.tells.names:
                willing.append(each.role)
    if not strain:
        return {}
    pair = max(strain, key=strain.__getitem__)
    if strain[pair] < NAME_LEAST_STRAIN:
        return {}
    most = -(-len(sight.sitting) // 2) if tension >= NAME_MORE_FROM else 1
    return dict.fromkeys(willing[:most], pair)
