"""What things are worth to a tactical bot, in points of its own score (section 6) or of the whole table's.

Standing counts 3, purpose 2, outcomes 2; goodwill is dearer the less one has, and cheap when little of the game is
left; the tracks count for how near they are to breaking the partnership.
"""

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from game_rules.bots.sight import Choice, Sight
from game_rules.cards import Effect, Printed

OWN = {"standing": 3.0, "purpose": 2.0, "goodwill": 2.5, "capnext": 1.0, "capacity": 1.0}
OUTCOME = 2.0
GOODWILL = (0.0, 12.0, 7.0, 4.5, 3.5, 2.8, 2.3, 2.0, 1.7, 1.5, 1.3)
"""The price of the point that takes goodwill from its index to one less, with a whole game before one."""
LEAST = 0.25
"""What is left of that price in the last round, above the point that means retreat."""
SERVICE = 0.9
"""A point of Service, for its chance of moving outcomes."""
DELIVERY = 3.0
"""What a change of standing by delivery is worth."""
MEETING = 1
IDLE, DUCK, PUSH = 5.0, 1.5, 4.0
"""Idle hands from the second duck running; any duck is noticed; a push cools bonds and invites a call-out."""
MOST_BACK = 4.0
"""The most that the returning point of goodwill is counted for."""
PACT_BREACH, PACT_CARRY, DEBT_DUE, DEBT_LATER, DEBT_FROM = 12.0, 5.0, 9.0, 5.0, 3
EXPECTATIONS = 0.6
"""How likely a gift is to raise expectations that delivery does not meet."""
CARRY_FROM = 4
MOMENTUM, CREDIT = 1.3, 3.0
"""A card that is met makes the next ones easier; somebody gets the credit for it."""


class Price(Struct, frozen=True):
    """What a choice costs its taker alone, the whole table by what it does to the tracks, and both together."""

    own: float
    shared: float
    total: float


class Rates(NamedTuple):
    """What things are worth this round: `left` is how much of the price of goodwill is left.

    `tracks`: a point more of each, to the whole table.
    """

    left: float
    tracks: dict[str, float]


def rates(sight: Sight) -> Rates:
    """Today's rates; less for goodwill as the game ends, but never less for the point that means retreat."""
    tracks, rounds = sight.tracks, sight.rounds
    return _rates(
        rounds, rounds - sight.round, tracks["common"] - tracks["tension"], tracks["bite"], tracks["cred"],
        len(sight.cast.in_play),
    )


@lru_cache(maxsize=8192)
def _rates(rounds: int, to_come: int, margin: int, bite: int, cred: int, roles: int) -> Rates:
    left = LEAST + (1 - LEAST) * to_come / max(1, rounds - 1)
    room = 7.0 if margin <= 1 else 4.5 if margin <= 3 else 2.5 if margin <= 5 else 1.5
    return Rates(left, {
        "outcomes": OUTCOME * roles, "common": room, "tension": -room, "trust": 2.0,
        "bite": _holding_up(bite), "cred": _holding_up(cred),
    })


def _holding_up(level: int) -> float:
    """A point of bite or cred: at 0 the partnership is on the brink."""
    return 9.0 if level <= 2 else 4.0 if level <= 4 else 1.2


def _moved(worths: dict[str, float], effects: tuple[Effect, ...]) -> float:
    """What these effects do to the tracks."""
    total = 0.0
    for effect in effects:
        if "." not in effect.key:
            total += effect.n * worths[effect.key]
    return total


def prices(sight: Sight) -> list[tuple[Choice, Price]]:
    """What the seat could lay, and what each costs if the card is met: the goodwill that comes back is taken off."""
    price = _Prices(sight).of
    return [(choice, price(choice)) for choice in sight.choices if choice.payable]


class _Prices:
    """Prices of one seat today: what they share is worked out once."""

    __slots__ = (
        "align", "breach", "carry", "debts", "ducked", "has", "heat", "idle", "left", "low_high", "own", "points",
        "seated", "service", "sight", "spare", "spent", "worths",
    )

    def __init__(self, sight: Sight) -> None:
        own, now, role, traits, rules = sight.own, rates(sight), sight.role, sight.traits, sight.ruleset
        self.sight, self.own, self.has, self.left, self.worths = sight, own, own.goodwill, now.left, now.tracks
        self.points, self.spent = _points(own.goodwill, now.left)
        self.heat = EXPECTATIONS * -now.tracks["tension"]
        self.ducked = own.postures[-1:] == ("duck",)
        self.align = 1 if sight.may_align else 0
        self.seated = traits.seated
        self.low_high = rules.left_low, rules.left_high
        self.service = SERVICE * traits.service_weight
        self.spare = sight.budget - (0 if own.retreated else MEETING)
        self.idle = self._delivery(self.spare)
        pact = sight.pact_of(role)
        self.breach = PACT_BREACH if pact else 0.0
        self.carry = PACT_CARRY if pact and pact.kind == "pact" and role not in pact.carried else 0.0
        self.debts = 0.0
        for debt in sight.debts:
            if debt.role == role:
                self.debts += DEBT_DUE if debt.due <= sight.round else DEBT_LATER

    def of(self, choice: Choice) -> Price:
        printed, brings, posture = choice.printed, choice.brings, choice.posture
        own = self._to_itself(printed.own) if printed.own else 0.0
        shared = self._to_all(printed) if printed.tracks or printed.rest else 0.0
        cost = self.spent[choice.goodwill] - own + self._capacity(choice)
        if not choice.contributes:
            cost += self.breach
        elif brings:
            cost -= self._back(choice)
        if self.debts and brings >= DEBT_FROM:
            cost -= self.debts
        if posture == "duck":
            cost += IDLE if self.ducked else DUCK
        elif posture == "push":
            cost += PUSH
        elif posture == "give":
            shared -= self.heat
        return Price(cost, -shared, cost - shared)

    def _back(self, choice: Choice) -> float:
        """What a contribution gives back: a point of goodwill, and the carry that a pact asks for."""
        point = min(self.points[min(10, self.has - choice.goodwill + 1)], MOST_BACK)
        return point + self.carry if choice.brings >= CARRY_FROM else point

    def _capacity(self, choice: Choice) -> float:
        if not self.seated:
            return 0.3 * choice.capacity
        spends = choice.capacity + (self.align if choice.brings else 0)
        return self.idle - self._delivery(self.spare - spends)

    def _delivery(self, left: int) -> float:
        low, high = self.low_high
        standing = -DELIVERY if left < low else DELIVERY if left >= high else 0.0
        return standing + self.service * left if left > 0 else standing

    def _to_itself(self, effects: tuple[tuple[str, int], ...]) -> float:
        total = 0.0
        for what, n in effects:
            if what == "goodwill" and n < 0:
                total -= self.spent[min(-n, self.has)]
                continue
            if what in ("standing", "purpose"):
                now: int = getattr(self.own, what)
                n = max(0, min(10, now + n)) - now
            total += OWN[what] * n
        return total

    def _to_all(self, printed: Printed) -> float:
        total, worths = 0.0, self.worths
        for track, n in printed.tracks:
            total += n * worths[track]
        for who, what, n in printed.rest:
            total += OWN[what] * n * self._counted(who)
        return total

    def _counted(self, who: str) -> int:
        """How many roles these are."""
        if who == "others":
            return len(self.sight.sitting) - 1
        cast = self.sight.cast
        return len(cast.seated) if who == "all" else int(who in cast.in_play)


@lru_cache(maxsize=1024)
def _points(has: int, left: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The price of the point that takes goodwill from its index to one less, and of as many points as its index."""
    points = tuple([price * left if n > 1 else price for n, price in enumerate(GOODWILL)])
    return points, (*accumulate(reversed(points[1:has + 1]), initial=0.0),)


def _met(sight: Sight) -> float:
    """Meeting the card against missing it, by tracks alone."""
    card, worths = sight.card, rates(sight).tracks
    return _moved(worths, card.met) - _moved(worths, card.missed)


def card_worth(sight: Sight) -> float:
    """Meeting the card against missing it, to the whole table."""
    card, in_play = sight.card, sight.cast.in_play
    stakes = sum([OWN[s.what] * abs(s.n) for s in (*card.gains, *card.loses) if s.role in in_play])
    return MOMENTUM * (stakes + _met(sight)) + CREDIT


def worth_to(sight: Sight, role: str) -> float:
    """Meeting the card against missing it, to one role: its stakes are printed, so everybody can tell."""
    card = sight.card
    stakes = sum([OWN[s.what] * abs(s.n) for s in (*card.gains, *card.loses) if s.role == role])
    return stakes + _met(sight) / len(sight.cast.in_play)
