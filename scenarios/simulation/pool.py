"""All cores at work: the games in fixed chunks, the results put together in the order of the games' numbers."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from scenarios.simulation.plan import Plan
from scenarios.simulation.playing import play
from scenarios.simulation.tally import Tally, merged, tally

CHUNK: Final = 25
"""Games that a process plays before it reports."""
Progress = Callable[[int], None]
"""Told how many more games are done."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def play_all(plan: Plan, workers: int | None = None, progress: Progress = lambda done: None) -> Tally:
    """Every game of the plan; the number of workers (by default one a core) changes nothing but the time.

    Raises BadBot.
    """
    chunks = [range(first, min(first + CHUNK, plan.games)) for first in range(0, plan.games, CHUNK)]
    wanted = min(workers or cores(), len(chunks))
    done = _in_order(plan, chunks, wanted) if wanted > 1 else (play_chunk(plan, chunk) for chunk in chunks)
    tallies = []
    for chunk, each in zip(chunks, done, strict=True):
        tallies.append(each)
        progress(len(chunk))
    return merged(tallies)


def play_chunk(plan: Plan, chunk: range) -> Tally:
    """The games with these numbers."""
    return tally(play(plan, game) for game in chunk)


def _in_order(plan: Plan, chunks: list[range], workers: int) -> Iterator[Tally]:
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(plan,)) as pool:
        try:
            yield from pool.map(_play_here, chunks)
        finally:
            # After Ctrl-C or a fault nothing more is begun; the chunks under way take less than a second.
            pool.shutdown(cancel_futures=True)


_here: list[Plan] = []
"""The plan of this worker process: sent once, not with every chunk."""


def _begin(plan: Plan) -> None:
    # Ctrl-C is for the process that people see; it ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here[:] = [plan]


def _play_here(chunk: range) -> Tally:
    return play_chunk(_here[0], chunk)
