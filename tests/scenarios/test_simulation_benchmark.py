"""`python -m benchmarks.rules` measures what it says, and a command costs the same late in a long game."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from benchmarks.long_talk import opening, talked
from benchmarks.rules import flatness, plan_of
from benchmarks.timing import micros

ROOT = Path(__file__).parents[2]


def benchmark(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.rules", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_it_says_games_commands_and_the_cost_of_each_step_as_json() -> None:
    done = benchmark("--quick", "--json")
    assert done.returncode == 0 and done.stderr == ""
    found = json.loads(done.stdout)
    assert set(found["microseconds"]) == {"decide", "evolve", "step", "view"}
    assert min(found["games_per_second"].values()) > 0 and found["commands_per_second"] > 0


def test_what_it_does_not_know_it_refuses() -> None:
    assert benchmark("--slow").returncode == 1


def test_a_long_talk_has_as_many_commands_as_it_says() -> None:
    state = opening(plan_of("share"))
    assert talked(state, 50).seq == state.seq + 50


@cache
def figures() -> dict[str, dict[str, float]]:
    return flatness(repeats=100)


@pytest.mark.parametrize("kind", ["say", "tell", "pledge", "offer"])
def test_a_command_costs_the_same_as_the_tenth_and_as_the_ten_thousandth(kind: str) -> None:
    # The two are timed by turns and by their medians: a busy machine slows both.
    assert figures()[kind]["ratio"] < 2


def test_the_clock_tells_a_task_of_ten_times_the_work() -> None:
    few, many = micros([lambda: sum(range(1_000)), lambda: sum(range(10_000))], repeats=50)
    assert many > 4 * few
