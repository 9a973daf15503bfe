"""Clocks for small things, on machines that do other work too."""

import time
from collections.abc import Callable, Sequence
from statistics import median

Task = Callable[[], object]


def micros(tasks: Sequence[Task], repeats: int) -> list[float]:
    """Median microseconds of one run of each task. The tasks take turns, so that what disturbs one disturbs all."""
    found: list[list[float]] = [[] for _ in tasks]
    for _ in range(repeats):
        for task, times in zip(tasks, found, strict=True):
            began = time.perf_counter_ns()
            task()
            times.append((time.perf_counter_ns() - began) / 1000)
    return [median(times) for times in found]


def per_second(task: Callable[[], int], repeats: int) -> float:
    """The most that the task gets done in a second of processor time, of several runs; it returns how much it did.

    Processor time is the clock's time on a machine with nothing else to do, and stays right on a busy one.
    """
    best = 0.0
    for _ in range(repeats):
        began = time.process_time()
        done = task()
        best = max(best, done / (time.process_time() - began))
    return best
