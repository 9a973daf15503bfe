"""What things are worth to a tactical bot, in points of its own score (section 6) or of the whole table's.

Standing counts 3, purpose 2, outcomes 2; goodwill is dearer the less one has, and cheap when little of the game is
left; the tracks count for how near they are to breaking the partnership.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game_rules.bots.sight import Choice, Sight

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


class Price(NamedTuple):
    """What a choice costs its taker alone, and the whole table by what it does to the tracks."""

    own: float
    shared: float

    @property
    def total(self) -> float:
        return self.own + self.shared


def left_of(sight: Sight) -> float:
    """How much of the price of goodwill is left: all in the first round, `LEAST` in the last."""
    return LEAST + (1 - LEAST) * (sight.rounds - sight.round) / max(1, sight.rounds - 1)


def goodwill_price(has: int, spends: int, left: float) -> float:
    """Spending from `has`; less as the game ends, but never less for the point that means retreat."""
    total = 0.0
    while spends > 0 and has > 0:
        total += GOODWILL[has] * (left if has > 1 else 1.0)
        has, spends = has - 1, spends - 1
    return total


def track_worth(sight: Sight, track: str, n: int) -> float:
    """A move of a track by `n`, to the whole table."""
    tracks = sight.tracks
    if track == "outcomes":
        return OUTCOME * n * len(sight.cast.in_play)
    if track in ("tension", "common"):
        margin = tracks["common"] - tracks["tension"]
        each = 7.0 if margin <= 1 else 4.5 if margin <= 3 else 2.5 if margin <= 5 else 1.5
        return each * (n if track == "common" else -n)
    if track == "trust":
        return 2.0 * n
    level = tracks[track]
    return n * (9.0 if level <= 2 else 4.0 if level <= 4 else 1.2)


def prices(sight: Sight) -> list[tuple[Choice, Price]]:
    """What the seat could lay, and what each costs if the card is met: the goodwill that comes back is taken off."""
    return list(_Prices(sight).all(sight.choices))


class _Prices:
    """Prices of one seat today: what they share is worked out once."""

    def __init__(self, sight: Sight) -> None:
        self.sight, self.left, self.has = sight, left_of(sight), sight.own.goodwill
        self.heat = EXPECTATIONS * track_worth(sight, "tension", -1)
        self.ducked = sight.postures(sight.role)[-1:] == ("duck",)
        self.align = 1 if sight.may_align else 0
        self.seated = sight.traits.seated
        self.spare = sight.budget - (MEETING if not sight.own.retreated else 0)
        self.idle_delivery = self._delivery(self.spare)
        role = sight.role
        pacts = [pact for pact in sight.pacts if role in pact.members]
        self.breach = PACT_BREACH * len(pacts)
        self.carry = PACT_CARRY * sum(1 for pact in pacts if pact.kind == "pact" and role not in pact.carried)
        self.debts = sum(
            DEBT_DUE if debt.due <= sight.round else DEBT_LATER for debt in sight.debts if debt.role == role
        )

    def all(self, choices: Iterable[Choice]) -> Iterator[tuple[Choice, Price]]:
        for choice in choices:
            if choice.payable:
                yield choice, self.of(choice)

    def of(self, choice: Choice) -> Price:
        own, shared = self._effects(choice)
        cost = goodwill_price(self.has, choice.goodwill, self.left) - own
        cost += self._capacity(choice)
        if choice.contributes:
            if choice.brings:
                cost -= min(goodwill_price(min(10, self.has - choice.goodwill + 1), 1, self.left), MOST_BACK)
            if choice.brings >= CARRY_FROM:
                cost -= self.carry
        else:
            cost += self.breach
        if self.debts and choice.brings >= DEBT_FROM:
            cost -= self.debts
        if choice.posture == "duck":
            cost += IDLE if self.ducked else DUCK
        elif choice.posture == "push":
            cost += PUSH
        elif choice.posture == "give":
            shared -= self.heat
        return Price(cost, -shared)

    def _capacity(self, choice: Choice) -> float:
        if not self.seated:
            return 0.3 * choice.capacity
        spends = choice.capacity + (self.align if choice.brings else 0)
        return self.idle_delivery - self._delivery(self.spare - spends)

    def _delivery(self, left: int) -> float:
        rules, sight = self.sight.ruleset, self.sight
        standing = -DELIVERY if left < rules.left_low else DELIVERY if left >= rules.left_high else 0.0
        return standing + SERVICE * sight.traits.service_weight * max(0, left)

    def _effects(self, choice: Choice) -> tuple[float, float]:
        """To its taker alone, and to the table."""
        printed, sight = choice.printed, self.sight
        own = shared = 0.0
        for track, n in printed.tracks:
            shared += track_worth(sight, track, n)
        for what, n in printed.own:
            own += self._own(what, n)
        for who, what, n in printed.rest:
            if who == "others":
                shared += OWN[what] * n * (len(sight.sitting) - 1)
            elif who == "all":
                shared += OWN[what] * n * len(sight.cast.seated)
            elif who in sight.cast.in_play:
                shared += OWN[what] * n
        return own, shared

    def _own(self, what: str, n: int) -> float:
        if what == "goodwill" and n < 0:
            return -goodwill_price(self.has, -n, self.left)
        if what in ("standing", "purpose"):
            now: int = getattr(self.sight.own, what)
            n = max(0, min(10, now + n)) - now
        return OWN[what] * n


def card_worth(sight: Sight) -> float:
    """Meeting the card against missing it, to the whole table."""
    card = sight.card
    stakes = sum(OWN[s.what] * abs(s.n) for s in (*card.gains, *card.loses) if s.role in sight.cast.in_play)
    return MOMENTUM * (stakes + shared_worth(sight)) + CREDIT


def worth_to(sight: Sight, role: str) -> float:
    """Meeting the card against missing it, to one role: its stakes are printed, so everybody can tell."""
    card = sight.card
    stakes = sum(OWN[s.what] * abs(s.n) for s in (*card.gains, *card.loses) if s.role == role)
    return stakes + shared_worth(sight) / len(sight.cast.in_play)


def shared_worth(sight: Sight) -> float:
    """What the card does to the tracks, met against missed."""
    card = sight.card
    met = sum(track_worth(sight, e.key, e.n) for e in card.met if "." not in e.key)
    missed = sum(track_worth(sight, e.key, e.n) for e in card.missed if "." not in e.key)
    return met - missed

