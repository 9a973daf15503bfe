"""Secret agendas: what a clause asks of the state (section 4, worth 7 points each at the end)."""

from typing import Final

from game_rules.deck import role_of
from game_rules.roles import Clause
from game_rules.state import State
from game_rules.view_types import ClauseView

FACTS: Final = (
    "pacts_completed", "users_pacts_completed", "called_out", "imposed", "late_eruptions", "rounds_away",
    "promises_kept", "stood_back", "inspections", "targets_met",
)
LATE_ROUNDS: Final = 3


def clauses_of(state: State, role: str) -> tuple[Clause, ...]:
    """The clauses of the agenda that this role was dealt."""
    return role_of(state.deck, role).agendas.get(state.roles[role].agenda, ())


def clause_value(state: State, role: str, key: str) -> int:
    """What a clause's key stands at now. An unknown key counts as 0."""
    if key in state.tracks:
        return state.tracks[key]
    if key == "margin":
        return state.tracks["common"] - state.tracks["tension"]
    if key == "late_eruptions":
        return sum(1 for r in state.eruption_rounds if r > state.rounds - LATE_ROUNDS)
    if key.startswith("self."):
        return int(getattr(state.roles[role], key.removeprefix("self.")))
    return state.roles[role].facts.get(key, 0)


def clause_views(state: State, role: str) -> tuple[ClauseView, ...]:
    """Each clause with its value and whether it holds now."""
    return tuple(_clause_view(state, role, clause) for clause in clauses_of(state, role))


def _clause_view(state: State, role: str, clause: Clause) -> ClauseView:
    value = clause_value(state, role, clause.key)
    return ClauseView(clause.key, clause.at_least, clause.at_most, value, _within(clause, value))


def kept_clauses(state: State, role: str) -> tuple[bool, ...]:
    """Whether each clause holds now."""
    return tuple([_within(clause, clause_value(state, role, clause.key)) for clause in clauses_of(state, role)])


def _within(clause: Clause, value: int) -> bool:
    low, high = clause.at_least, clause.at_most
    return (low is None or value >= low) and (high is None or value <= high)
