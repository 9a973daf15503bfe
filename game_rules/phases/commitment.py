"""Commit: sealed sheets until all are in; the default sheet for who sends nothing (3.2)."""

from game_rules.commands import Sheet
from game_rules.events import Committed, SheetLaid
from game_rules.seats import in_play
from game_rules.sheets import default_sheet
from game_rules.state import State
from game_rules.turn import Turn


def lay(turn: Turn, role: str, sheet: Sheet, words: int) -> None:
    """Seal a sheet; only that one is in is public."""
    turn.emit(SheetLaid(role, sheet, words))
    turn.emit(Committed(role))


def lay_defaults(turn: Turn) -> None:
    """The default sheet for every role that has laid none."""
    if all_in(turn.state):
        return
    for role in in_play(turn.state):
        if turn.own(role).sheet is None:
            turn.emit(SheetLaid(role, default_sheet(turn.state, role)))
            turn.emit(Committed(role, default=True))


def all_in(state: State) -> bool:
    """Whether every role in play has laid a sheet."""
    for own in state.roles.values():
        if own.sheet is None:
            return False
    return True
