"""How long each coalition lived and what its index was in the end: every two or more locals (5.3)."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final, NamedTuple

from game_rules import Event, State

COLD: Final = -3
"""With a bond this low between two members a coalition is no longer alive."""
GOODWILL_FULL: Final = 7


class Lifespan(NamedTuple):
    """`members` in alphabetical order, as "council+pct"; `life` in rounds, `survival_index` 0 to 100."""

    members: str
    life: int
    survival_index: int


def lifespans(events: list[Event], end: State) -> Iterator[Lifespan]:
    """Every coalition of a finished game.

    The game is walked backwards from its end, where every number is known: each stock-take is met on the way.
    """
    goodwill = {role: own.goodwill for role, own in end.roles.items()}
    away = {role for role, own in end.roles.items() if own.retreated}
    bonds = dict(end.bonds)
    subsets = _subsets(end)
    survived = end.end is not None and end.end.survived
    last = [s for s in subsets if survived and _alive(s, end, goodwill, away, bonds)]
    life = dict.fromkeys(subsets, 0)
    for each in last:
        life[each] += 1
    event: Any
    for event in reversed(events):
        match type(event).__struct_config__.tag:
            case "number_moved" if event.what == "goodwill":
                goodwill[event.role] -= event.delta
            case "bond_moved":
                bonds[event.pair] -= event.delta
            case "retreated":
                away.discard(event.role)
            case "returned":
                away.add(event.role)
            case "round_began" if event.round > 1:
                for each in subsets:
                    life[each] += _alive(each, end, goodwill, away, bonds)
    for each in subsets:
        share = life[each] / end.rounds
        index = round(50 * share + (_strength(each, end) if each in last else 0))
        yield Lifespan("+".join(sorted(each)), life[each], index)


def _subsets(end: State) -> list[tuple[str, ...]]:
    seated = end.cast.seated
    return [members for n in range(2, len(seated) + 1) for members in combinations(seated, n)]


def _pairs(members: tuple[str, ...], end: State) -> list[str]:
    return [end.deck.pair_names[a, b] for a, b in combinations(members, 2)]


def _alive(
    members: tuple[str, ...], end: State, goodwill: dict[str, int], away: set[str], bonds: dict[str, int]
) -> bool:
    if any(goodwill[each] < 1 or each in away for each in members):
        return False
    return all(bonds[pair] > COLD for pair in _pairs(members, end))


def _strength(members: tuple[str, ...], end: State) -> float:
    """20 cohesion + 15 reserve + 15 headroom."""
    pairs = _pairs(members, end)
    cohesion = (sum(end.bonds[pair] for pair in pairs) / len(pairs) + 4) / 8
    reserve = min(GOODWILL_FULL, *(end.roles[each].goodwill for each in members)) / GOODWILL_FULL
    headroom = max(0.0, min(1.0, (end.tracks["common"] - end.tracks["tension"] + 2) / 8))
    return 20 * cohesion + 15 * reserve + 15 * headroom
