"""The private score of a role and its band against par (section 6), and what collapse takes (3.4)."""

from typing import Literal

from game_rules.agendas import kept_clauses
from game_rules.deck import par_of
from game_rules.effects import move_number, move_track
from game_rules.events import Ending, GameEnded, Scored
from game_rules.promises import void_promises
from game_rules.seats import in_play, traits
from game_rules.turn import Turn

CLAUSE, COLLAPSED_CLAUSE = 7, 3
SEATED, AWAY = 9, 4
HELD = 20
UNPLAYED_MAX = 4
COLLAPSE_OUTCOMES, COLLAPSE_STANDING = 2, 1
"""What collapse takes in any round; every unplayed one takes more."""


def end_game(turn: Turn, survived: bool, cause: Ending) -> None:
    """Close the game: what collapse takes, then every role's score."""
    void_promises(turn)
    turn.emit(GameEnded(survived, cause))
    if turn.state.end and turn.state.end.collapsed:
        collapse(turn)
    pars = par_of(turn.state.deck, turn.state.rounds, in_play(turn.state))
    for role in in_play(turn.state):
        turn.emit(scored(turn, role, pars.get(role)))


def collapse(turn: Turn) -> None:
    """With u unplayed rounds: outcomes -(2 + u), locals' standing -(1 + 2 min(4, u)), others' -(1 + min(4, u))."""
    unplayed = turn.state.rounds - turn.state.round
    move_track(turn, "outcomes", -(COLLAPSE_OUTCOMES + unplayed), "collapse")
    few = min(UNPLAYED_MAX, unplayed)
    for role in in_play(turn.state):
        weight = 2 if traits(turn.state, role).seated else 1
        move_number(turn, role, "standing", -(COLLAPSE_STANDING + weight * few), "collapse")


def scored(turn: Turn, role: str, par: int | None = None) -> Scored:
    """3 standing + 2 purpose + 7 a clause + 2 outcomes + 9 if seated in a surviving partnership (4 if away)."""
    state, own = turn.state, turn.own(role)
    survived = state.end is not None and state.end.survived
    clauses = kept_clauses(state, role)
    away = traits(state, role).seated and own.retreated
    parts = {
        "standing": 3 * own.standing,
        "purpose": 2 * own.purpose,
        "agenda": (CLAUSE if survived else COLLAPSED_CLAUSE) * sum(clauses),
        "outcomes": 2 * state.tracks["outcomes"],
        "seat": (AWAY if away else SEATED) if survived else 0,
    }
    total = sum(parts.values())
    return Scored(role, total, parts, clauses, par, band(total, par))


def band(score: int, par: int | None) -> Literal["thrived", "held", "hollowed"] | None:
    """Thrived at par or more, held down to par - 20, hollowed below; None where the deck has no par."""
    if par is None:
        return None
    return "thrived" if score >= par else "held" if score >= par - HELD else "hollowed"
