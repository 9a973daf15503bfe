"""How numbers move: every change of a track, a role's number, a bond or a sore goes through here, clamped and named.

A move that comes to nothing after clamping leaves no event (section 13.4: tracks 0-10, tension and common 0-12, own
numbers 0-10, bonds -4..+4, sore from 0; trust rises by at most one a round; common cannot rise while papering over).
"""

from collections.abc import Iterable

from msgspec.structs import force_setattr

from game_rules.cards import Effect, Printed, Stake
from game_rules.events import BondMoved, NumberMoved, OwnNumber, SoreMoved, TrackMoved
from game_rules.seats import at_table, locals_in_play
from game_rules.tracks import TOP, clamp
from game_rules.turn import Turn

BOND_TOP = 4
OWN_TOP = 10


def move_track(turn: Turn, track: str, n: int, cause: str, role: str | None = None) -> None:
    """Move a public track by `n` as far as its range and the rules about rising let it."""
    state = turn.state
    now = state.tracks[track]
    if n > 0:
        if track == "trust":
            n = min(n, max(0, turn.rules.trust_limit - state.trust_risen))
        elif track == "common" and state.papered:
            return
        if now + n > TOP[track]:
            n = TOP[track] - now
    elif now + n < 0:
        n = -now
    if n:
        turn.emit(TrackMoved(track, n, cause, role))


def set_track(turn: Turn, track: str, to: int, cause: str) -> None:
    """Put a public track where a card says (3.4); the rules about rising do not hold it back."""
    delta = clamp(to, 0, TOP[track]) - turn.state.tracks[track]
    if delta:
        turn.emit(TrackMoved(track, delta, cause))


def move_number(turn: Turn, role: str, what: OwnNumber, n: int, cause: str) -> None:
    """Move a role's own number; void when the role is not in play. `capnext` may go below zero."""
    own = (turn.thawed or turn.thaw()).roles.get(role)
    if own is None:
        return
    now: int = getattr(own, what)
    to = now + n
    if to < 0:
        if what != "capnext":
            to = 0
    elif to > OWN_TOP and what != "capacity" and what != "capnext":
        to = OWN_TOP
    if to != now:
        # The same as `emit`, which would look up once more what is known here: two events in five are of this kind.
        turn.happened.append(NumberMoved(role, what, to - now, cause))
        force_setattr(own, what, to)


def move_bond(turn: Turn, pair: str, n: int, cause: str) -> None:
    """Move a bond; each point lost adds as much to the pair's sore (3.1)."""
    to = turn.state.bonds[pair] + n
    if to > BOND_TOP:
        n -= to - BOND_TOP
    elif to < -BOND_TOP:
        n -= to + BOND_TOP
    if n:
        turn.emit(BondMoved(pair, n, cause))
    if n < 0:
        move_sore(turn, pair, -n, cause)


def move_sore(turn: Turn, pair: str, n: int, cause: str) -> None:
    """Move a pair's sore, which never falls below zero."""
    now = turn.state.sore[pair]
    if now + n < 0:
        n = -now
    if n:
        turn.emit(SoreMoved(pair, n, cause))


def apply_personal(turn: Turn, role: str, option: Printed, cause: str) -> None:
    """The effects of an option that are no track's: `self.x`, `others.goodwill`, `all.standing`, `<role>.x`."""
    for who, what, n in option.personal:
        for each in (role,) if who == "self" else _meant(turn, role, who):
            move_number(turn, each, what, n, cause)  # type: ignore[arg-type]


def track_effects(effects: Iterable[Effect]) -> dict[str, int]:
    """The sums by track of those effects that move tracks."""
    sums: dict[str, int] = {}
    for effect in effects:
        if "." not in effect.key:
            sums[effect.key] = sums.get(effect.key, 0) + effect.n
    return sums


def apply_stakes(turn: Turn, stakes: Iterable[Stake], cause: str) -> None:
    """What roles gain or lose by the card; void for roles not in play (8.1)."""
    for stake in stakes:
        move_number(turn, stake.role, stake.what, stake.n, cause)


def _meant(turn: Turn, role: str, who: str) -> tuple[str, ...]:
    if who == "others":
        return tuple([r for r in at_table(turn.state) if r != role])
    if who == "all":
        return locals_in_play(turn.state)
    return (who,)
