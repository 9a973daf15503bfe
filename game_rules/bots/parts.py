"""What a tactical bot could bring and at what price: its own parts of a plan, and what it tells of them."""

from operator import itemgetter

from msgspec import Struct

from game_rules.bots import dealing, plan
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.worth import CARRY_FROM, Price, prices
from game_rules.commands import Can

POINTS_MAX = 99
TOLD_AT_MOST = 8

Priced = tuple[int, Choice, Price]
Found = tuple[Choice | None, Price | None]


def effort(choice: Choice | None) -> int:
    """What a choice adds to the card when it is a contribution."""
    return choice.brings if choice and choice.contributes else 0


class _Own(Struct):
    """A seat's own parts as they are today. `basis` and `limit`: what they follow from; `cheapest`: by effort asked.

    `priced`: by what each adds to the card, the best way of bringing nothing first.
    """

    basis: tuple[object, ...]
    limit: float
    priced: list[Priced]
    parts: list[plan.Part]
    cheapest: dict[int, Found] = {}


def _own(sight: Sight) -> _Own:
    """Noted as long as nothing moves that they follow from."""
    limit = dealing.paid_at_most(sight)
    known: _Own | None = sight.notes.get("own")
    if known is None or known.limit != limit or known.basis != sight.basis:
        priced = _worth_speaking_of(prices(sight), limit)
        parts = plan.thinned([(price.total, -n) for n, _, price in priced])
        known = sight.notes["own"] = _Own(sight.basis, limit, priced, parts)
    return known


def _worth_speaking_of(found: list[tuple[Choice, Price]], limit: float) -> list[Priced]:
    """Contributions for which somebody pays, and the best way of bringing nothing."""
    idle: Priced | None = None
    useful: list[Priced] = []
    for choice, price in found:
        if choice.imposes:
            continue
        brings = choice.brings if choice.contributes else 0
        if not brings:
            if idle is None or price.total < idle[2].total:
                idle = 0, choice, price
        elif brings < CARRY_FROM or price.own <= limit:
            useful.append((brings, choice, price))
    return [idle, *useful] if idle else useful


def parts(sight: Sight) -> list[plan.Part]:
    """This seat's own parts for a plan."""
    return _own(sight).parts


def can(sight: Sight) -> tuple[Can, ...]:
    """The same in whole points above the cheapest: what is told to others."""
    found = parts(sight)
    least = found[0][1] if found else 0.0
    return tuple([Can(brings, _points(price - least)) for brings, price in found[:TOLD_AT_MOST]])


def _points(price: float) -> int:
    return POINTS_MAX if price > POINTS_MAX else round(price)


def part_for(sight: Sight, wanted: int) -> Found:
    """The cheapest choice that brings what is wanted, and what a bargain binds to; what brings most when none does."""
    least, role = wanted, sight.role
    for bargain in sight.bargains:
        if bargain.carrier == role:
            least = max(least, bargain.brings)
    own = _own(sight)
    found = own.cheapest.get(least)
    if found is None:
        found = own.cheapest[least] = _cheapest(own.priced, least)
    return found


def _cheapest(priced: list[Priced], least: int) -> Found:
    best: Priced | None = None
    for each in priced:
        if each[0] >= least and (best is None or _dearness(each) < _dearness(best)):
            best = each
    best = best or max(priced, key=itemgetter(0), default=None)
    return best[1:] if best else (None, None)


def _dearness(each: Priced) -> tuple[float, int]:
    return each[2].total, each[1].brings
