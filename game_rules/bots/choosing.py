"""Which option, by its character: what the plain bots and the scripts pick from."""

from game_rules.bots.laying import default_choice
from game_rules.bots.sight import Choice, Sight


def of_posture(sight: Sight, posture: str) -> Choice | None:
    """The cheapest payable option of this posture: in goodwill, then in capacity. Imposing is never meant."""
    found = None
    for each in sight.payable:
        if each.posture == posture and not each.imposes and (found is None or _cheaper(each, found)):
            found = each
    return found


def contribution(sight: Sight, least: int = 0) -> Choice | None:
    """The contribution that costs the least goodwill, then capacity, of those that bring at least so much."""
    found = None
    for each in sight.payable:
        if each.contributes and each.brings >= least and (found is None or _cheaper(each, found)):
            found = each
    return found


def most_effort(sight: Sight) -> Choice | None:
    """The payable contribution that brings the most."""
    found = None
    for each in sight.payable:
        if each.contributes and (found is None or each.brings > found.brings):
            found = each
    return found


def imposing(sight: Sight) -> Choice | None:
    """Deciding alone, if that is this seat's today and it can pay."""
    for each in sight.payable:
        if each.imposes:
            return each
    return None


def share(sight: Sight) -> Choice:
    """Its plain share of the card; what it can, when it has none."""
    return of_posture(sight, "deal") or contribution(sight) or default_choice(sight)


def gift(sight: Sight) -> Choice:
    """The option that carries the card, else its share."""
    return of_posture(sight, "give") or share(sight)


def rest(sight: Sight) -> Choice:
    """Nothing at all."""
    return of_posture(sight, "duck") or default_choice(sight)


def promised(sight: Sight) -> int:
    """The effort that this seat has promised as a carrier this round; 0 without a bargain."""
    for each in sight.bargains:
        if each.carrier == sight.role:
            return each.brings
    return 0


def _cheaper(one: Choice, other: Choice) -> bool:
    return (one.goodwill, one.capacity) < (other.goodwill, other.capacity)
