"""What things are worth to a tactical bot, in points of its own score (section 6) or of the whole table's.

Standing counts 3, purpose 2, outcomes 2; goodwill is dearer the less one has, and cheap when little of the game is
left; the tracks count for how near they are to breaking the partnership.
"""

from collections.abc import Iterable
from typing import NamedTuple

from game_rules.bots.sight import Choice, Sight
from game_rules.cards import Effect, Stake

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


def goodwill_price(sight: Sight, has: int, spends: int) -> float:
    """Spending from `has`; less as the game ends, but never less for the point that means retreat."""
    left = LEAST + (1 - LEAST) * (sight.rounds - sight.round) / max(1, sight.rounds - 1)
    total = 0.0
    for level in range(has, max(0, has - spends), -1):
        total += GOODWILL[level] * (1.0 if level == 1 else left)
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


def effects_worth(sight: Sight, effects: Iterable[Effect]) -> tuple[float, float]:
    """Effects of an option: to its taker alone, and to the table."""
    own = shared = 0.0
    for effect in effects:
        who, _, what = effect.key.partition(".")
        if not what:
            shared += track_worth(sight, who, effect.n)
        elif who == "self":
            own += _own(sight, what, effect.n)
        elif who == "others":
            shared += OWN[what] * effect.n * (len(sight.sitting) - 1)
        elif who == "all":
            shared += OWN[what] * effect.n * len(sight.cast.seated)
        elif who in sight.cast.in_play:
            shared += OWN[what] * effect.n
    return own, shared


def _own(sight: Sight, what: str, n: int) -> float:
    if what == "goodwill":
        return -goodwill_price(sight, sight.own.goodwill, -n) if n < 0 else OWN[what] * n
    now: int = getattr(sight.own, what, 5)
    return OWN[what] * (max(0, min(10, now + n)) - now if what in ("standing", "purpose") else n)


def price(sight: Sight, choice: Choice) -> Price:
    """What this choice costs today, if the card is met: the point of goodwill that comes back is taken off."""
    gains, shared = effects_worth(sight, choice.effects)
    has = sight.own.goodwill
    cost = goodwill_price(sight, has, choice.goodwill) - gains
    if choice.contributes and choice.brings:
        cost -= min(goodwill_price(sight, min(10, has - choice.goodwill + 1), 1), 4.0)
    cost += _capacity(sight, choice)
    cost += _promises(sight, choice)
    cost += _idle(sight, choice)
    heat = EXPECTATIONS * track_worth(sight, "tension", -1) if choice.posture == "give" else 0.0
    return Price(cost, heat - shared)


def _capacity(sight: Sight, choice: Choice) -> float:
    if not sight.traits.seated:
        return 0.3 * choice.capacity
    has = sight.budget - (MEETING if not sight.own.retreated else 0)
    align = 1 if choice.brings and sight.may_align else 0
    return _delivery(sight, has) - _delivery(sight, has - choice.capacity - align)


def _delivery(sight: Sight, left: int) -> float:
    standing = -DELIVERY if left < sight.ruleset.left_low else DELIVERY if left >= sight.ruleset.left_high else 0.0
    return standing + SERVICE * sight.traits.service_weight * max(0, left)


def _promises(sight: Sight, choice: Choice) -> float:
    """Dearer if it breaks a pact, cheaper if it pays a debt or is the carry that a pact still wants."""
    cost, role = 0.0, sight.role
    for pact in sight.pacts:
        if role in pact.members:
            if not choice.contributes:
                cost += PACT_BREACH
            elif pact.kind == "pact" and choice.brings >= CARRY_FROM and role not in pact.carried:
                cost -= PACT_CARRY
    for debt in sight.debts:
        if debt.role == role and choice.brings >= DEBT_FROM:
            cost -= DEBT_DUE if debt.due <= sight.round else DEBT_LATER
    return cost


def _idle(sight: Sight, choice: Choice) -> float:
    """Idle hands from the second duck running; a push cools bonds and invites a call-out."""
    if choice.posture == "duck":
        return 5.0 if sight.postures(sight.role)[-1:] == ("duck",) else 1.5
    return 4.0 if choice.posture == "push" else 0.0


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


def gain_of(stakes: Iterable[Stake], role: str) -> int:
    """How many stakes are this role's."""
    return sum(1 for stake in stakes if stake.role == role)
