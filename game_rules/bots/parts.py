"""What a tactical bot could bring and at what price: its own parts of a plan, and what it tells of them."""

from game_rules.bots import dealing, plan
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.worth import CARRY_FROM, Price, prices
from game_rules.commands import Can

POINTS_MAX = 99
TOLD_AT_MOST = 8

Priced = tuple[Choice, Price]


def effort(choice: Choice | None) -> int:
    """What a choice adds to the card when it is a contribution."""
    return choice.brings if choice and choice.contributes else 0


class _Own:
    """A seat's own parts as they are today. `basis` and `limit`: what they follow from; `cheapest`: by effort asked."""

    __slots__ = ("basis", "cheapest", "efforts", "limit", "parts", "priced")

    def __init__(self, sight: Sight, limit: float) -> None:
        self.basis, self.limit = sight.basis, limit
        self.priced = _worth_speaking_of(prices(sight), limit)
        self.efforts = [effort(choice) for choice, _ in self.priced]
        self.parts = plan.thinned([(n, each[1].total) for n, each in zip(self.efforts, self.priced, strict=True)])
        self.cheapest: dict[int, tuple[Choice | None, Price | None]] = {}


def _own(sight: Sight) -> _Own:
    """Noted as long as nothing moves that they follow from."""
    limit = dealing.paid_at_most(sight)
    known: _Own | None = sight.notes.get("own")
    if known is None or known.limit != limit or known.basis != sight.basis:
        known = sight.notes["own"] = _Own(sight, limit)
    return known


def _worth_speaking_of(found: list[Priced], limit: float) -> list[Priced]:
    """Contributions for which somebody pays, and the best way of bringing nothing."""
    idle, useful = None, []
    for each in found:
        choice, price = each
        if choice.imposes:
            continue
        if not choice.contributes or not choice.brings:
            if idle is None or price.total < idle[1].total:
                idle = each
        elif choice.brings < CARRY_FROM or price.own <= limit:
            useful.append(each)
    return [idle, *useful] if idle else useful


def parts(sight: Sight) -> list[plan.Part]:
    """This seat's own parts for a plan."""
    return _own(sight).parts


def can(sight: Sight) -> tuple[Can, ...]:
    """The same in whole points above the cheapest: what is told to others."""
    found = parts(sight)
    least = found[0][1] if found else 0.0
    return tuple([Can(brings, min(POINTS_MAX, round(price - least))) for brings, price in found[:TOLD_AT_MOST]])


def part_for(sight: Sight, wanted: int) -> tuple[Choice | None, Price | None]:
    """The cheapest choice that brings what is wanted, and what a bargain binds to; what brings most when none does."""
    least, role = wanted, sight.role
    for bargain in sight.bargains:
        if bargain.carrier == role:
            least = max(least, bargain.brings)
    own = _own(sight)
    found = own.cheapest.get(least)
    if found is None:
        found = own.cheapest[least] = _cheapest(own, least)
    return found


def _cheapest(own: _Own, least: int) -> tuple[Choice | None, Price | None]:
    enough = [each for n, each in zip(own.efforts, own.priced, strict=True) if n >= least]
    if enough:
        return min(enough, key=_by_price)
    return max(own.priced, key=_by_effort, default=(None, None))


def _by_price(each: Priced) -> tuple[float, int]:
    return each[1].total, each[0].brings


def _by_effort(each: Priced) -> int:
    return effort(each[0])
