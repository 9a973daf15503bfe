"""How many commands are legal one, two and three commands deep, from fixed positions of a small deck.

As in chess programs: what can be said well, rightly or wrongly, by every seat and the host is asked of the engine, and
what it takes is played on from there. What a seat's view lists as legal must be the same commands, at every node.
"""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from game_rules import Command, Refusal, Sheet, State, View, step, view
from game_rules import commands as c
from tests.rules import table as t
from tests.rules.conceivable import Looking, conceivable, conceivable_of_host, listed


def taken(state: State, actor: str, stepping: Any = step) -> dict[str, State]:
    """The commands that the engine takes from this actor now, and where each leads."""
    every = conceivable_of_host(state) if actor == "host" else conceivable(state, actor)
    found = {repr(command): stepping(state, actor, command, 0) for command in every}
    return {command: done[1] for command, done in found.items() if not isinstance(done, Refusal)}


def perft(state: State, depth: int, stepping: Any = step, looking: Looking = view) -> list[int]:
    """The number of legal sequences of 1, 2 ... `depth` commands. Fails where the view lists others than are taken."""
    counts = [0] * depth
    for actor in (*state.roles, "host"):
        found = taken(state, actor, stepping)
        said = sorted(repr(command) for command in listed(state, actor, looking))
        assert said == sorted(found), (actor, state.phase, set(said) ^ set(found))
        counts[0] += len(found)
        for after in found.values() if depth > 1 else ():
            counts[1:] = [n + m for n, m in zip(counts[1:], perft(after, depth - 1, stepping, looking), strict=True)]
    return counts


TWO = t.deck(t.card(options=(t.SHARE, t.REST)), roles=(t.NORTH, t.FOLK))
THREE = t.deck(t.card(options=(t.SHARE, t.REST), split=True), roles=(t.NORTH, t.FOLK, t.CROWN))


def collapsed() -> State:
    """Round 1 of 7, eruption upon eruption: the game is over, and a restart card is left."""
    hot = t.with_tracks(replace(t.committing(TWO), eruptions=2), tension=12, common=1)
    return t.do(t.reveal(hot).state, "host", c.MoveOn()).state


def offered() -> State:
    """Folk has asked north to carry, and north has laid a sheet."""
    state = t.do(t.talking(TWO), "folk", c.Offer(("north",), "bargain", "north", 4, "hand_over", 1)).state
    return t.do(state, "north", c.Commit(Sheet("share", 1))).state


POSITIONS: dict[str, Callable[[], State]] = {
    "gathering": lambda: t.gathering(TWO),
    "brief": lambda: t.talking(TWO, timers=True),
    "talk": lambda: t.talking(TWO),
    "talk, paused": lambda: t.do(t.talking(TWO), "host", c.Pause()).state,
    "talk, an offer made": offered,
    "talk in the last round": lambda: t.talking(TWO, rounds=1),
    "commit": lambda: t.committing(TWO),
    "reveal": lambda: t.reveal(t.committing(TWO)).state,
    "stock-take": lambda: t.stocktake(t.committing(TWO)).state,
    "collapsed": collapsed,
    "stopped": lambda: t.do(t.talking(TWO), "host", c.EndGame()).state,
    "three talk": lambda: t.talking(THREE),
    "three talk, one away": lambda: t.with_role(t.talking(THREE), "folk", retreated=True),
    "three commit": lambda: t.committing(THREE),
}
COUNTS: dict[str, list[int]] = {
    "gathering": [8, 109, 3387],
    "brief": [34, 1141],
    "talk": [49, 2285, 103116],
    "talk, paused": [14, 211, 4657],
    "talk, an offer made": [51, 2259],
    "talk in the last round": [41, 1553],
    "commit": [45, 1933],
    "reveal": [17, 264, 4281],
    "stock-take": [22, 488, 13512],
    "collapsed": [17, 281, 6005],
    "stopped": [0],
    "three talk": [94, 8643],
    "three talk, one away": [56, 2979],
    "three commit": [88, 7575],
}
"""Sequences of one command, of two, of three."""


@pytest.mark.parametrize("position", list(COUNTS))
def test_so_many_commands_are_legal_at_every_depth_and_each_view_lists_the_same(position: str) -> None:
    assert perft(POSITIONS[position](), len(COUNTS[position])) == COUNTS[position]


def test_the_first_count_by_hand() -> None:
    seat = 2 + 2 * 2 + 2  # ready, with its phase or not; table or other, in numbers or not; a pledge of 0 or 12
    seat += 2 * 2 + 2  # who carries, and a hand-over or the next turn for it; a pact, an alliance
    seat += 2 * 2 + 3  # two options, at the meeting or not; a naming, a call-out, cases
    host = 3 + 2 * 2  # pause, skip talk, end the game; each seat to a bot or free
    assert COUNTS["talk"][0] == 2 * seat + host


def differs(position: str, **variant: Any) -> bool:
    """Whether the counts or the lists are others than they should be, with this engine or view."""
    try:
        return perft(POSITIONS[position](), len(COUNTS[position]), **variant) != COUNTS[position]
    except AssertionError:
        return True


def _takes_a_pledge_of_13(state: State, actor: str, command: Command, at: int) -> Any:
    return step(state, actor, c.Pledge(12) if command == c.Pledge(13) else command, at)


def _keeps_what_was_withdrawn(state: State, actor: str, command: Command, at: int) -> Any:
    done = step(state, actor, command, at)
    if isinstance(done, Refusal) or not isinstance(command, c.Withdraw):
        return done
    return done[0], replace(done[1], offers=state.offers)


def _lets_a_seat_be_ready_twice(state: State, actor: str, command: Command, at: int) -> Any:
    done = step(state, actor, command, at)
    if isinstance(done, Refusal) or not isinstance(command, c.Ready) or actor not in state.roles:
        return done
    return done[0], t.with_role(done[1], actor, ready=False)


def _hides_what_can_be_accepted(state: State, viewer: str) -> View:
    shown = view(state, viewer)
    return replace(shown, legal=replace(shown.legal, accept=()))


def _lists_a_dial_that_is_not_there(state: State, viewer: str) -> View:
    shown = view(state, viewer)
    sheet = shown.legal.sheet and replace(shown.legal.sheet, align=True)
    return replace(shown, legal=replace(shown.legal, sheet=sheet))


def _tells_the_host_of_no_restart(state: State, viewer: str) -> View:
    shown = view(state, viewer)
    commands = tuple(word for word in shown.legal.commands if word != "restart")
    return replace(shown, legal=replace(shown.legal, commands=commands))


@pytest.mark.parametrize(("position", "variant"), [
    ("talk, paused", {"stepping": _takes_a_pledge_of_13}),
    ("talk, an offer made", {"stepping": _keeps_what_was_withdrawn}),
    ("stock-take", {"stepping": _lets_a_seat_be_ready_twice}),
    ("talk, an offer made", {"looking": _hides_what_can_be_accepted}),
    ("brief", {"looking": _lists_a_dial_that_is_not_there}),
    ("collapsed", {"looking": _tells_the_host_of_no_restart}),
])
def test_an_engine_or_a_view_that_is_out_by_one_command_is_caught(position: str, variant: dict[str, Any]) -> None:
    assert differs(position, **variant)
