"""Games of whatever the search tries, on all cores; the number of workers changes nothing but the time."""

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from math import sqrt
from statistics import fmean, stdev
from typing import Final, NamedTuple

from benchmarks.search_genes import Genome
from benchmarks.search_policy import searched
from game_rules.bots.policy import POLICIES
from game_rules.bots.scripts import Policy, Script, script
from scenarios import load_deck
from scenarios.simulation import Plan, make_plan
from scenarios.simulation.playing import play
from scenarios.simulation.pool import cores

DECK: Final = "local-strategic-partnership"
NAME: Final = "searched"
"""Under this name the policy that is being tried plays in a worker; the simulation looks policies up by name."""
CHUNK: Final = 25
Tried = str | Script | Genome
"""A policy by its name, by a script's settings or by its genes: what a worker is sent."""


class Job(NamedTuple):
    """Games `first` to `last` - 1 of a seed: a whole table of `tried`, or `role` alone among tacticals."""

    tried: Tried
    role: str | None
    seed: int
    first: int
    last: int


class Games(NamedTuple):
    """Whether each game was survived, and its scores by role in the deck's order."""

    survived: tuple[bool, ...] = ()
    scores: tuple[tuple[int, ...], ...] = ()

    @property
    def survival(self) -> float:
        """Percent of the games."""
        return 100 * fmean(self.survived)

    @property
    def survival_error(self) -> float:
        """Standard error of `survival`, in percentage points."""
        share = fmean(self.survived)
        return 100 * sqrt(share * (1 - share) / len(self.survived))

    @property
    def mean(self) -> float:
        """The mean score of all roles."""
        return fmean(n for each in self.scores for n in each)

    @property
    def means(self) -> list[float]:
        """The mean score of each role."""
        return [fmean(each) for each in zip(*self.scores, strict=True)]

    def of(self, place: int) -> list[int]:
        """The scores of the role at this place in the deck's order."""
        return [each[place] for each in self.scores]


def more_than(one: Sequence[int], other: Sequence[int]) -> tuple[float, float]:
    """Mean difference of two policies on the same games, and its standard error."""
    apart = [a - b for a, b in zip(one, other, strict=True)]
    return fmean(apart), stdev(apart) / sqrt(len(apart))


def roles() -> list[str]:
    return [role.id for role in load_deck(DECK).roles]


class Arena:
    """Plays what it is asked to. Made by `arena`."""

    def __init__(self, pool: ProcessPoolExecutor | None) -> None:
        self.pool = pool
        self.played = 0

    def play(self, jobs: Iterable[Job]) -> list[Games]:
        """The games of each job, in the order of the jobs."""
        asked = list(jobs)
        self.played += sum(job.last - job.first for job in asked)
        parts = [
            (n, job._replace(first=first, last=min(first + CHUNK, job.last)))
            for n, job in enumerate(asked) for first in range(job.first, job.last, CHUNK)
        ]
        run = self.pool.map if self.pool else map
        found = [Games() for _ in asked]
        for (n, _), games in zip(parts, run(play_job, [job for _, job in parts]), strict=True):
            found[n] = joined(found[n], games)
        return found


@contextmanager
def arena(workers: int | None = None) -> Iterator[Arena]:
    """An arena with so many processes, by default one a core; 1 plays in this process."""
    wanted = workers or cores()
    if wanted == 1:
        yield Arena(None)
        return
    with ProcessPoolExecutor(wanted, initializer=_deaf_to_ctrl_c) as pool:
        try:
            yield Arena(pool)
        finally:
            pool.shutdown(cancel_futures=True)


def joined(one: Games, other: Games) -> Games:
    return Games(one.survived + other.survived, one.scores + other.scores)


def play_job(job: Job) -> Games:
    """The games of one job, in this process."""
    with playing(job) as plan:
        played = [play(plan, game).state for game in range(job.first, job.last)]
    order = roles()
    return Games(
        tuple(state.end is not None and state.end.survived for state in played),
        tuple(tuple(state.scores[role].score for role in order) for state in played),
    )


@contextmanager
def playing(job: Job) -> Iterator[Plan]:
    """The job's plan; while it lasts the simulation knows the policy that is tried."""
    deck, alone = load_deck(DECK), job.role is not None
    POLICIES[NAME] = policy_of(job.tried)
    try:
        yield make_plan(
            deck, everybody="tactical" if alone else NAME, seats=f"{job.role}={NAME}" if alone else "",
            games=job.last, seed=job.seed,
        )
    finally:
        del POLICIES[NAME]


def policy_of(tried: Tried) -> Policy:
    if isinstance(tried, str):
        return POLICIES[tried]
    if isinstance(tried, Genome):
        return partial(searched, tried)
    return script(**tried._asdict())


def _deaf_to_ctrl_c() -> None:
    # Ctrl-C is for the process that people see; it ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
