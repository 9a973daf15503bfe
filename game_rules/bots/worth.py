"""What things are worth to a tactical bot, in points of its own score (section 6) or of the whole table's.

Standing counts 3, purpose 2, outcomes 2; goodwill is dearer the less one has, and cheap when little of the game is
left; the tracks count for how near they are to breaking the partnership.
"""

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from game_rules.bots.sight import Choice, Sight, noted
from game_rules.cards import Effect
from game_rules.state import RoleState

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
    own, traits, now = sight.own, sight.traits, rates(sight)
    worths = now.tracks
    goodwill, back = _goodwill(own.goodwill, now.left)
    capacity, align = _capacity_of(sight), 1 if traits.statutory and traits.seated and sight.may_align else 0
    breach, carry, debts = _bound(sight)
    idle = IDLE if own.postures[-1:] == ("duck",) else DUCK
    found = []
    for choice in sight.payable:
        printed, brings = choice.printed, choice.brings
        cost, shared = goodwill[choice.goodwill], 0.0
        if printed.own:
            cost -= _to_itself(own, printed.own, goodwill)
        cost += capacity[choice.capacity + align if brings else choice.capacity]
        for track, n in printed.tracks:
            shared += n * worths[track]
        if printed.rest:
            shared += _to_others(sight, printed.rest)
        # What bringing something gives back: a point of goodwill, a pact's carry, a debt paid.
        returns = debts if brings >= DEBT_FROM else 0.0
        if choice.contributes:
            if brings:
                cost -= back[choice.goodwill] + (carry if brings >= CARRY_FROM else 0.0) + returns
            if choice.posture == "give":
                shared += EXPECTATIONS * worths["tension"]
        else:
            cost = cost - returns + breach + (PUSH if choice.posture == "push" else idle)
        found.append((choice, Price(cost, -shared, cost - shared)))
    return found


def _bound(sight: Sight) -> tuple[float, float, float]:
    """What its promises add: breaking a pact by bringing nothing, carrying for it, paying debts."""
    pact, role, breach, carry, debts = sight.pact, sight.role, 0.0, 0.0, 0.0
    if pact:
        breach = PACT_BREACH
        carry = PACT_CARRY if pact.kind == "pact" and role not in pact.carried else 0.0
    for debt in sight.debts:
        if debt.role == role:
            debts += DEBT_DUE if debt.due <= sight.round else DEBT_LATER
    return breach, carry, debts


def _to_itself(own: RoleState, effects: tuple[tuple[str, int], ...], goodwill: tuple[float, ...]) -> float:
    """What these effects do for whoever causes them; `goodwill`: what it costs, by how much is spent."""
    total = 0.0
    for what, n in effects:
        if what == "standing":
            n = _moves(own.standing, n)
        elif what == "purpose":
            n = _moves(own.purpose, n)
        elif what == "goodwill" and n < 0:
            total -= goodwill[min(-n, own.goodwill)]
            continue
        total += OWN[what] * n
    return total


def _moves(now: int, n: int) -> int:
    """By how much a number between 0 and 10 moves."""
    after = now + n
    return n if 0 <= after <= 10 else 10 - now if after > 10 else -now


def _to_others(sight: Sight, effects: tuple[tuple[str, str, int], ...]) -> float:
    total, cast = 0.0, sight.cast
    for who, what, n in effects:
        if who == "others":
            n *= len(sight.sitting) - 1
        elif who == "all":
            n *= len(cast.seated)
        elif who not in cast.in_play:
            continue
        total += OWN[what] * n
    return total


@lru_cache(maxsize=1024)
def _goodwill(has: int, left: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """By how much is spent: what it costs, from the dearest point to the last, and what the next point is worth."""
    points = [price * left if n > 1 else price for n, price in enumerate(GOODWILL)]
    spent = tuple(accumulate(reversed(points[1:has + 1]), initial=0.0))
    return spent, tuple([min(points[min(10, has - n + 1)], MOST_BACK) for n in range(has + 1)])


def _capacity_of(sight: Sight) -> tuple[float, ...]:
    """What it costs to spend as much capacity as the index, beside the meeting."""
    traits, rules, has = sight.traits, sight.ruleset, sight.budget
    if not traits.seated:
        return _unseated(has)
    spare = has - (0 if sight.own.retreated else MEETING)
    return _undelivered(spare, rules.left_low, rules.left_high, SERVICE * traits.service_weight)


@lru_cache(maxsize=64)
def _unseated(has: int) -> tuple[float, ...]:
    return tuple([0.3 * n for n in range(has + 1)])


@lru_cache(maxsize=1024)
def _undelivered(spare: int, low: int, high: int, service: float) -> tuple[float, ...]:
    """Less delivery, by how much of what is to spare is spent: up to two points more than there are."""
    worth = [_delivery(spare - n, low, high, service) for n in range(max(0, spare) + MEETING + 2)]
    return tuple([worth[0] - each for each in worth])


def _delivery(left: int, low: int, high: int, service: float) -> float:
    standing = -DELIVERY if left < low else DELIVERY if left >= high else 0.0
    return standing + service * left if left > 0 else standing


def _met(sight: Sight) -> float:
    """Meeting the card against missing it, by tracks alone."""
    return noted(sight, "met", (sight.round, sight.tracks), _met_now)


def _met_now(sight: Sight) -> float:
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
