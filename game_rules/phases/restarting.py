"""The restart card: after a collapse the game goes on, from worse ground (3.4)."""

from game_rules.effects import move_number, set_track
from game_rules.events import BrinkCleared, Restarted
from game_rules.scoring import COLLAPSE_OUTCOMES, COLLAPSE_STANDING
from game_rules.seats import in_play, locals_in_play
from game_rules.state import End
from game_rules.turn import Turn

FLOORED = ("bite", "cred")


def deal_restart(turn: Turn) -> None:
    """Take back the end and set what the card sets; then the next round may begin."""
    state, rules, end = turn.state, turn.rules, turn.state.end
    assert end is not None, "only a game that has collapsed is restarted"
    back = tuple(role for role in locals_in_play(state) if turn.own(role).retreated)
    turn.emit(Restarted(min(state.eruptions, rules.restart_eruptions), back))
    _give_back(turn, end)
    set_track(turn, "common", rules.restart_common, "restart")
    set_track(turn, "trust", rules.restart_trust, "restart")
    for track in FLOORED:
        set_track(turn, track, max(turn.state.tracks[track], rules.restart_floor), "restart")
    for role in locals_in_play(turn.state):
        move_number(turn, role, "goodwill", rules.restart_goodwill, "restart")
    if turn.state.brink:
        turn.emit(BrinkCleared())


def _give_back(turn: Turn, end: End) -> None:
    """Collapse takes 2 outcomes and 1 standing, and more for every unplayed round: those are played after all."""
    set_track(turn, "outcomes", max(0, end.outcomes - COLLAPSE_OUTCOMES), "restart.unplayed")
    for role in in_play(turn.state):
        left = max(0, end.standing[role] - COLLAPSE_STANDING)
        move_number(turn, role, "standing", left - turn.own(role).standing, "restart.unplayed")
