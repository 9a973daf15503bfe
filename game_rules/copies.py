"""How a thawed copy of the state is changed in place; only the fold does so, before anybody else sees the copy."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import force_setattr

from game_rules.state import State


def set_all(state: State, **changes: Any) -> State:
    for name, value in changes.items():
        force_setattr(state, name, value)
    return state


def set_role(state: State, role: str, **changes: Any) -> State:
    own = state.roles[role]
    for name, value in changes.items():
        force_setattr(own, name, value)
    return state


def mend(state: State, pairs: Iterable[str]) -> State:
    """Gold lies in the cracks of these pairs from this round on (section 14)."""
    return set_all(state, mended={**state.mended, **dict.fromkeys(pairs, state.round)})


def count_fact(state: State, role: str | None, fact: str) -> State:
    if role is None or role not in state.roles:
        return state
    facts = state.roles[role].facts
    return set_role(state, role, facts={**facts, fact: facts.get(fact, 0) + 1})
