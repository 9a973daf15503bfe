"""How one phase follows another: gathering, then brief, talk, commit, reveal, stocktake round by round, then end.

A table without timers passes Brief at once and waits in the other phases until its people are ready (section 14).
"""

from collections.abc import Callable

from game_rules.events import PhaseBegan, PhaseName
from game_rules.phases.briefing import begin_round
from game_rules.phases.commitment import all_in, lay_defaults
from game_rules.phases.reveal import reveal
from game_rules.phases.stocktaking import take_stock
from game_rules.state import State
from game_rules.turn import Turn


def advance(turn: Turn) -> None:
    """Leave the running phase for the next, and go on as long as nobody has to be waited for."""
    _NEXT[turn.state.phase](turn)
    settle(turn)


def begin_next(turn: Turn) -> None:
    """Begin the next round, whatever phase runs: a game that had ended goes on."""
    _to_brief(turn)
    settle(turn)


def settle(turn: Turn) -> None:
    """Leave phases in which there is nobody left to wait for."""
    while _done(turn.state):
        _NEXT[turn.state.phase](turn)


def _done(state: State) -> bool:
    if state.paused:
        return False
    phase, seats = state.phase, state.roles.values()
    if phase == "talk":
        for own in seats:
            if not own.ready:
                return False
        return True
    if phase == "commit":
        return all_in(state)
    if phase == "brief" and not state.timers:
        return True
    if phase == "gathering":
        return "open" not in [own.seat for own in seats]
    if phase == "end":
        return False
    for own in seats:
        if not own.ready and own.seat == "person":
            return False
    return True


def _begin(turn: Turn, phase: PhaseName) -> None:
    state, deadline = turn.state, None
    if state.timers:
        seconds = getattr(turn.rules, f"{phase}_seconds", 0)
        deadline = turn.at + 1000 * seconds if seconds else None
    turn.emit(PhaseBegan(phase, state.round, deadline))


def _to_brief(turn: Turn) -> None:
    begin_round(turn)
    _begin(turn, "brief")


def _to_talk(turn: Turn) -> None:
    _begin(turn, "talk")


def _to_commit(turn: Turn) -> None:
    _begin(turn, "commit")


def _to_reveal(turn: Turn) -> None:
    lay_defaults(turn)
    _begin(turn, "reveal")
    reveal(turn)


def _to_stocktake(turn: Turn) -> None:
    _begin(turn, "stocktake")
    take_stock(turn)


def _after_stocktake(turn: Turn) -> None:
    if turn.state.end:
        _begin(turn, "end")
    else:
        _to_brief(turn)


_NEXT: dict[PhaseName, Callable[[Turn], None]] = {
    "gathering": _to_brief, "brief": _to_talk, "talk": _to_commit, "commit": _to_reveal,
    "reveal": _to_stocktake, "stocktake": _after_stocktake, "end": lambda turn: None,
}
