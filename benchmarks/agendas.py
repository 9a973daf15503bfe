"""How hard each role's agendas are: `python -m benchmarks.agendas [--games N] [--seed S] [--rounds R] [--preset P]`.

All-tactical tables, and for every role and agenda the mean score with it, its difference to agenda A and the standard
error of that difference. No bot looks at its agenda (tests/scenarios/test_agendas.py holds it to that), so each
game is played once and scored with every agenda of every role; the differences are taken game by game.
"""

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from math import sqrt
from statistics import mean, stdev
from typing import Final, NamedTuple

from msgspec.structs import replace

from game_rules import State
from game_rules.scoring import scored
from game_rules.turn import Turn
from scenarios.library import load_deck
from scenarios.simulation import Plan, make_plan
from scenarios.simulation.plan import PRESETS
from scenarios.simulation.playing import play
from scenarios.simulation.pool import cores

DECK: Final = "local-strategic-partnership"
FIRST: Final = "A"
"""The agenda that the others are measured by."""
Cell = tuple[str, str]
"""A role and one of its agendas."""


class Figures(NamedTuple):
    """Of one cell, in points: the mean score, its difference to agenda A, and the standard error of that."""

    mean: float
    difference: float
    error: float


def score_with(state: State, role: str, agenda: str) -> int:
    """The score (0-100) that this ended game gives the role if this was its agenda."""
    roles = {**state.roles, role: replace(state.roles[role], agenda=agenda)}
    return scored(Turn(replace(state, roles=roles), 0), role).score


def scores_of(plan: Plan, game: int) -> dict[Cell, int]:
    """One game of the plan, scored with every agenda of every role in play."""
    state = play(plan, game).state
    return {
        (role.id, agenda): score_with(state, role.id, agenda)
        for role in state.deck.roles if role.id in state.roles
        for agenda in sorted(role.agendas)
    }


def measured(plan: Plan, workers: int = 1) -> dict[Cell, Figures]:
    """The figures of every cell over all games of the plan (at least 2)."""
    numbers, score = range(plan.games), partial(scores_of, plan)
    if workers == 1:
        return figures([score(n) for n in numbers])
    with ProcessPoolExecutor(workers) as pool:
        return figures(list(pool.map(score, numbers, chunksize=25)))


def figures(games: Sequence[dict[Cell, int]]) -> dict[Cell, Figures]:
    """The figures of these games."""
    found = {}
    for role, agenda in games[0]:
        differences = [each[role, agenda] - each[role, FIRST] for each in games]
        found[role, agenda] = Figures(
            mean(each[role, agenda] for each in games), mean(differences), stdev(differences) / sqrt(len(games)),
        )
    return found


def table(found: dict[Cell, Figures]) -> str:
    """The figures, a cell a line."""
    lines = [f"{'role':<12}{'agenda':>6}{'mean':>8}{'to ' + FIRST:>8}{'error':>8}"]
    for (role, agenda), cell in found.items():
        lines.append(f"{role:<12}{agenda:>6}{cell.mean:>8.1f}{cell.difference:>+8.1f}{cell.error:>8.2f}")
    return "\n".join(lines)


def main() -> None:
    asked = argparse.ArgumentParser(description="How hard each role's agendas are at all-tactical tables.")
    asked.add_argument("--games", type=int, default=2000, help="at least 2; 2000 by default")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--preset", choices=PRESETS, default="standard")
    wish = asked.parse_args()
    plan = make_plan(
        load_deck(DECK), everybody="tactical", games=wish.games, seed=wish.seed, rounds=wish.rounds,
        preset=wish.preset,
    )
    print(f"{plan.games} all-tactical games of {plan.rounds} rounds, {plan.preset}, seed {plan.seed}")
    print(table(measured(plan, cores())))


if __name__ == "__main__":
    main()
