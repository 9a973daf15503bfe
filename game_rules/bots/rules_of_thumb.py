"""Fixed rules for the option, for scripts (11.5): own numbers and the open board are looked at, nobody's words.

A rule is a function of the sight; `RULES` names them all, so that a search can try each.
"""

from collections.abc import Callable
from functools import partial

from game_rules.bots.choosing import contribution, gift, most_effort, rest, share
from game_rules.bots.laying import turn_of
from game_rules.bots.sight import Choice, Sight

CARRY = 4
"""A contribution that brings so much carries the card."""
OTHERS = 2
"""What each of the others is taken to bring when nothing is known of them."""
Rule = Callable[[Sight], Choice]


def strong(sight: Sight, least: int, rested: int) -> Choice:
    """It carries when its own number is `least` or more and its goodwill `rested` or more; else its share."""
    if sight.own.goodwill < rested:
        return share(sight)
    return contribution(sight, least) or share(sight)


def strong_or_rest(sight: Sight) -> Choice:
    return (contribution(sight, CARRY) if sight.own.goodwill >= CARRY else None) or rest(sight)


def most(sight: Sight) -> Choice:
    return most_effort(sight) or share(sight)


def best_placed(sight: Sight) -> Choice:
    """The first of the card's best placed that plays carries."""
    first = next((role for role in sight.card.best if role in sight.cast.in_play), None)
    return gift(sight) if first == sight.role else share(sight)


def gainers(sight: Sight) -> Choice:
    """Whoever gains if the card is met carries it."""
    gains = any(stake.role == sight.role and stake.n > 0 for stake in sight.card.gains)
    return gift(sight) if gains else share(sight)


def lead(sight: Sight) -> Choice:
    return gift(sight) if sight.card.lead == sight.role else share(sight)


def backed(sight: Sight) -> Choice:
    """Strong backing: carry. Thin: rest. Otherwise its share."""
    if sight.own.backing == "thin":
        return rest(sight)
    return gift(sight) if sight.own.backing == "strong" else share(sight)


def alternate(sight: Sight, other: Rule) -> Choice:
    """One round a carry, the next something else; half the roles begin with the one."""
    place = sight.cast.in_play.index(sight.role)
    return gift(sight) if (sight.round + place) % 2 else other(sight)


def by_rota(sight: Sight, carriers: int) -> Choice:
    """So many carry each round, in turn; the others take their share."""
    roles = sight.cast.in_play
    turn = any(turn_of(carriers * (sight.round - 1) + n + 1, roles, sight.role) for n in range(carriers))
    return gift(sight) if turn else share(sight)


def after_shortfall(sight: Sight) -> Choice:
    """Carry when all together brought less last round than this card needs."""
    brought = [sight.brought(role)[-1:] for role in sight.cast.in_play]
    last = sum(n for each in brought for n in each)
    return gift(sight) if sight.round > 1 and last < sight.need else share(sight)


def to_the_gap(sight: Sight, guessed: bool) -> Choice:
    """The cheapest contribution that fills what the others leave: each brings 2, or (`guessed`) its last number."""
    gap = sight.need
    for role in sight.cast.in_play:
        if role != sight.role and not sight.away(role):
            brought = sight.brought(role) if guessed else ()
            gap -= brought[-1] if brought else OTHERS
    return contribution(sight, max(1, gap)) or most(sight)


def cheapest(sight: Sight) -> Choice:
    return contribution(sight) or share(sight)


RULES: dict[str, Rule] = {
    "share": share, "cheapest": cheapest, "give": gift, "most_effort": most,
    **{
        f"strong_{least}_rested_{rested}": partial(strong, least=least, rested=rested)
        for least in (4, 5, 6) for rested in (3, 4, 5)
    },
    "strong_or_rest": strong_or_rest, "best_placed": best_placed, "gainers": gainers, "lead": lead, "backed": backed,
    "alternate_share": partial(alternate, other=share), "alternate_rest": partial(alternate, other=rest),
    "one_by_rota": partial(by_rota, carriers=1), "two_by_rota": partial(by_rota, carriers=2),
    "after_shortfall": after_shortfall,
    "gap": partial(to_the_gap, guessed=False), "guessed_gap": partial(to_the_gap, guessed=True),
}
