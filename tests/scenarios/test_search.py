"""`python -m benchmarks.search` finds the same again, plays what it says, and knows a policy that breaks the game."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from statistics import fmean

import pytest

from benchmarks.search import TACTICAL
from benchmarks.search_evolve import Breeding, bred
from benchmarks.search_games import NAME, Arena, Job, more_than, play_job, playing, roles
from benchmarks.search_genes import LEVELS, SILENT, UNTOLD, Genome
from benchmarks.search_scripts import Screening, cores, dialled, screened
from game_rules import Event
from game_rules.bots import POLICIES
from game_rules.events import Announced, BargainStruck, PactSigned, Pledged, Said
from scenarios.simulation.playing import play

ROOT = Path(__file__).parents[2]


def search(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.search", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_the_quick_search_finds_the_same_with_one_worker_as_with_two() -> None:
    one, two = search("--quick", "--json", "--workers", "1"), search("--quick", "--json", "--workers", "2")
    assert one.returncode == 0 and one.stderr == ""
    assert one.stdout == two.stdout
    found = json.loads(one.stdout)
    assert set(found) >= {"scripts", "tables", "seats"} and set(found["seats"]) == set(roles())


def test_what_it_does_not_know_it_refuses() -> None:
    assert search("--only", "everything").returncode == 2


def test_every_combination_of_rule_pacts_bargains_and_naming_is_tried_once() -> None:
    assert len(set(cores(("share", "cheapest")))) == 2 * 2 * 3 * 5
    assert len(set(dialled(cores(("share",))[0]))) == 2 * 3 * 2 * 5 * 2


def test_screening_ranks_a_script_that_lasts_above_one_that_only_shares() -> None:
    plan = Screening(first=8, kept_first=4, second=12, dialled=0, kept_third=2, third=16, finalists=1)
    best, games = screened(Arena(None), 5, plan, ("share", "strong_4_rested_4")).best[0]
    assert best.rule == "strong_4_rested_4" and len(games.survived) == plan.third


@pytest.mark.parametrize("role", roles())
def test_unchanged_the_lone_policy_plays_as_a_tactical_does(role: str) -> None:
    tactical, alike = (play_job(Job(each, role, 3, 0, 3)) for each in ("tactical", TACTICAL))
    assert tactical == alike
    pushing = play_job(Job(TACTICAL._replace(push_last=99, keeps=False), role, 3, 0, 3))
    assert pushing != tactical


@pytest.mark.parametrize("n", range(40))
def test_whatever_its_genes_every_move_is_legal(n: int) -> None:
    place = (*roles(), None)[n % (len(roles()) + 1)]
    assert len(play_job(Job(drawn(n), place, n, 0, 1)).survived) == 1
    assert NAME not in POLICIES


@pytest.mark.parametrize(("fixed", "silent"), [(SILENT, True), (UNTOLD, False)])
def test_a_silent_table_only_signs_pacts_and_one_that_tells_nothing_pledges_and_bargains_too(
    fixed: dict[str, tuple[object, ...]], silent: bool,
) -> None:
    happened = [event for n in range(12) for event in events(Job(drawn(n, fixed), None, n, 0, 1))]
    assert not any(isinstance(each, Said) for each in happened)
    assert any(isinstance(each, PactSigned) for each in happened)
    dealt = any(isinstance(each, Pledged | Announced | BargainStruck) for each in happened)
    assert dealt != silent


def events(job: Job) -> list[Event]:
    with playing(job) as plan:
        return play(plan, job.first).events


def drawn(n: int, fixed: Mapping[str, Sequence[object]] = {}) -> Genome:
    chance = Random(n)
    return Genome(**{gene: chance.choice(known) for gene, known in {**LEVELS, **fixed}.items()})  # type: ignore[arg-type]


def test_breeding_goes_from_tables_that_break_to_one_that_mostly_lasts_and_finds_the_same_again() -> None:
    plan = Breeding(size=10, generations=4, games=5, elite=3, checked=2, checks=8)
    best, again = (bred(Arena(None), plan, 2, lambda games: games.survival) for _ in range(2))
    assert best == again
    unbred = fmean(play_job(Job(drawn(n), None, 77, 0, 2)).survival for n in range(10))
    assert play_job(Job(best, None, 77, 0, 20)).survival > max(30, 2 * unbred)


def test_the_difference_of_two_policies_is_that_of_the_same_games() -> None:
    assert more_than([5, 7, 9], [4, 6, 8]) == (1, 0)
    assert more_than([5, 7], [6, 6])[1] > 0
