"""What a tactical bot could bring and at what price: its own parts of a plan, and what it tells of them."""

from game_rules.bots import dealing, plan
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.worth import Price, prices
from game_rules.commands import Can

POINTS_MAX = 99
TOLD_AT_MOST = 8

Priced = tuple[Choice, Price]


def effort(choice: Choice | None) -> int:
    """What a choice adds to the card when it is a contribution."""
    return choice.brings if choice and choice.contributes else 0


def priced(sight: Sight) -> list[Priced]:
    """The choices worth speaking of: contributions for which somebody pays, and the best way of bringing nothing.

    Noted as long as nothing moves that they follow from.
    """
    basis = (sight.basis, sight.closed)
    if sight.notes.get("priced of") != basis:
        sight.notes["priced of"], sight.notes["priced"] = basis, _priced(sight)
    found: list[Priced] = sight.notes["priced"]
    return found


def _priced(sight: Sight) -> list[Priced]:
    found = [each for each in prices(sight) if not each[0].imposes]
    idle = [each for each in found if not effort(each[0])]
    useful = [each for each in found if effort(each[0]) and not dealing.nobody_pays(sight, *each)]
    return ([min(idle, key=lambda each: each[1].total)] if idle else []) + useful


def parts(sight: Sight) -> list[plan.Part]:
    """This seat's own parts for a plan."""
    return plan.thinned([plan.Part(effort(choice), price.total) for choice, price in priced(sight)])


def can(sight: Sight) -> tuple[Can, ...]:
    """The same in whole points above the cheapest: what is told to others."""
    found = parts(sight)
    least = min((part.price for part in found), default=0.0)
    return tuple([Can(part.brings, min(POINTS_MAX, round(part.price - least))) for part in found[:TOLD_AT_MOST]])


def part_for(sight: Sight, wanted: int) -> tuple[Choice | None, Price | None]:
    """The cheapest choice that brings what is wanted, and what a bargain binds to; what brings most when none does."""
    least = wanted
    for bargain in sight.bargains:
        if bargain.carrier == sight.role:
            least = max(least, bargain.brings)
    found = priced(sight)
    enough = [each for each in found if effort(each[0]) >= least]
    if enough:
        return min(enough, key=lambda each: (each[1].total, each[0].brings))
    return max(found, key=lambda each: effort(each[0]), default=(None, None))
