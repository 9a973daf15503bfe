"""What the rules cost: whole games a second with the bots' thinking, one command, one fold, one view; and whether a
command of a long game costs more than one of a short game.

    python -m benchmarks.rules [--quick] [--json]
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from benchmarks.long_talk import moves, opening, talked
from benchmarks.timing import Task, micros, per_second
from game_rules import Answer, Command, Event, Refusal, State, decide, fold, step, view
from scenarios import load_deck
from scenarios.simulation import Plan, make_plan
from scenarios.simulation.playing import Table, play
from scenarios.simulation.tally import tally

POLICIES = ("tactical", "idealist", "share")
AT = (10, 100, 1_000, 10_000)
"""Commands after which a game is looked at for flatness."""


class Row(NamedTuple):
    """One row of a game: the state before it, the command, and what happened."""

    before: State
    role: str
    command: Command
    events: tuple[Event, ...]


class _Recording(Table):
    def __init__(self, plan: Plan, seed: str) -> None:
        super().__init__(plan, seed)
        self.rows: list[Row] = []
        # The states of a game that runs change in place; these stay.
        self.known = fold(None, self.events)

    def step(self, role: str, command: Command) -> Refusal | None:
        done = step(self.known, role, command, 0)
        if not isinstance(done, Refusal):
            self.rows.append(Row(self.known, role, command, done[0]))
            self.known = done[1]
        return super().step(role, command)


def plan_of(policy: str, games: int = 1) -> Plan:
    return make_plan(load_deck("local-strategic-partnership"), everybody=policy, games=games)


def recorded(policy: str, games: int) -> list[Row]:
    """The rows of some games, first to last."""
    rows: list[Row] = []
    for game in range(games):
        table = _Recording(plan_of(policy), f"bench:{game}")
        while table.state.phase != "end":
            table.play_round()
        rows += table.rows
    return rows


def games_a_second(policy: str, games: int, repeats: int) -> float:
    """Whole games in one process, played and tallied as `faultlines simulate` does it."""
    plan = plan_of(policy, games)

    def once() -> int:
        tally(play(plan, game) for game in range(games))
        return games

    return round(per_second(once, repeats), 1)


def commands_a_second(rows: list[Row], repeats: int) -> float:
    """The rows' commands alone, nobody thinking."""

    def once() -> int:
        for row in rows:
            step(row.before, row.role, row.command, 0)
        return len(rows)

    return round(per_second(once, repeats), 1)


def costs(rows: list[Row], repeats: int) -> dict[str, float]:
    """Mean microseconds over the rows of a game, each kind by its fastest run."""
    kinds: dict[str, Callable[[Row], object]] = {
        "decide": lambda row: decide(row.before, row.role, row.command, 0),
        "evolve": lambda row: fold(row.before, row.events),
        "step": lambda row: step(row.before, row.role, row.command, 0),
        "view": lambda row: view(row.before, row.role),
    }

    def once(one: Callable[[Row], object]) -> int:
        for row in rows:
            one(row)
        return len(rows)

    return {kind: round(1e6 / per_second(partial(once, one), repeats), 1) for kind, one in kinds.items()}


def flatness(repeats: int) -> dict[str, dict[str, float]]:
    """Median microseconds of a command by how many went before, and the last by the first as `ratio`.

    The same command is put to the early and the late state by turns: states are values, so that both are still there.
    """
    states = [opening(plan_of("share"))]
    for earlier, later in pairwise((0, *AT)):
        states.append(talked(states[-1], later - earlier))
    states = states[1:]
    found = {}
    for kind, task in _tasks(states[0]).items():
        found[kind] = _flat(micros([task(state) for state in states], repeats))
    return found


def _flat(times: list[float]) -> dict[str, float]:
    figures = {str(at): round(each, 1) for at, each in zip(AT, times, strict=True)}
    return {**figures, "ratio": round(times[-1] / times[0], 2)}


def _tasks(state: State) -> dict[str, Callable[[State], Task]]:
    """What the long talk is made of, by name, and a view."""
    (role, word), (_, numbers), (_, pledge), (_, offer), (other, _) = moves(state, 0)
    return {
        "say": partial(_step_task, role, word),
        "tell": partial(_step_task, role, numbers),
        "pledge": partial(_step_task, role, pledge),
        "offer": partial(_step_task, role, offer),
        "answer": lambda state: _step_task(other, Answer(state.seq + 1, accept=False), _after(state, role, offer)),
        "view": lambda state: partial(view, state, role),
    }


def _after(state: State, role: str, command: Command) -> State:
    done = step(state, role, command, 0)
    assert not isinstance(done, Refusal), done
    return done[1]


def _step_task(role: str, command: Command, state: State) -> Task:
    _after(state, role, command)
    return partial(step, state, role, command, 0)


def measured(quick: bool) -> dict[str, Any]:
    """Everything, as plain numbers. `quick` measures less and so less well."""
    games, repeats = (20, 1) if quick else (200, 3)
    # First, while nothing else is held for the collector to walk.
    rates = {policy: games_a_second(policy, games, repeats) for policy in POLICIES}
    rows = recorded(POLICIES[0], 2 if quick else 20)
    return {
        "games_per_second": rates,
        "commands_per_second": commands_a_second(rows, repeats),
        "microseconds": costs(rows, repeats),
        "by_number_of_commands": flatness(20 if quick else 200),
    }


def lines(found: dict[str, Any]) -> list[str]:
    """The figures for people."""
    said = ["Whole games a second in one process, bots thinking:"]
    said += [f"  all {policy:<10} {n:>8.1f}" for policy, n in found["games_per_second"].items()]
    said.append(f"Commands a second, nobody thinking: {found['commands_per_second']:.0f}")
    said.append("Microseconds of one, over the rows of tactical games:")
    said += [f"  {kind:<14} {n:>8.1f}" for kind, n in found["microseconds"].items()]
    said.append(f"Microseconds after {', '.join(f'{n:,}' for n in AT)} commands, and the last by the first:")
    for kind, times in found["by_number_of_commands"].items():
        said.append(f"  {kind:<10}" + "".join(f" {times[str(n)]:>8.1f}" for n in AT) + f"   x {times['ratio']:.2f}")
    return said


def main() -> None:
    unknown = sorted(set(sys.argv[1:]) - {"--quick", "--json"})
    if unknown:
        sys.exit(f"{unknown[0]}: unknown. There is: --quick, --json.")
    found = measured("--quick" in sys.argv)
    print(json.dumps(found, indent=2) if "--json" in sys.argv else "\n".join(lines(found)))


if __name__ == "__main__":
    main()
