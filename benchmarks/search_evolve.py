"""A short evolutionary search: genes are crossed and changed, and those that do best on the same games live on."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Final, NamedTuple

from benchmarks.search_games import Arena, Games, Job
from benchmarks.search_genes import LEVELS, Genome

Worth = Callable[[Games], float]


class Breeding(NamedTuple):
    """How long it searches. `elite` live on unchanged; `checked` of the last are measured again on other games."""

    size: int = 20
    generations: int = 9
    games: int = 40
    elite: int = 5
    checked: int = 6
    checks: int = 150


QUICK: Final = Breeding(4, 2, 2, 2, 2, 2)
CHANGES: Final = 2
"""Genes that change in a child, on average."""
CONTEST: Final = 3


def bred(
    arena: Arena, plan: Breeding, seed: int, worth: Worth, role: str | None = None,
    fixed: Mapping[str, Sequence[object]] = {}, first: Sequence[Genome] = (),
) -> Genome:
    """The best found, for a whole table or for `role` alone among tacticals.

    `fixed` narrows the levels of some genes; `first` are in the first generation. Every generation plays other games
    than the one before, so that nobody lives on luck. The same seed gives the same answer.
    """
    levels, chance = {**LEVELS, **fixed}, Random(f"{seed}:{role}:{sorted(fixed)}")
    herd = [*first, *(_any(levels, chance) for _ in range(plan.size - len(first)))]
    for generation in range(plan.generations):
        ranked = _ranked(arena, herd, worth, role, seed + generation, plan.games)
        elite = ranked[:plan.elite]
        if generation < plan.generations - 1:
            herd = [*elite, *(_child(ranked, levels, chance) for _ in range(plan.size - len(elite)))]
    return _ranked(arena, ranked[:plan.checked], worth, role, seed + plan.generations, plan.checks)[0]


def _ranked(
    arena: Arena, herd: Sequence[Genome], worth: Worth, role: str | None, seed: int, games: int,
) -> list[Genome]:
    """Each once, the best first."""
    herd = list(dict.fromkeys(herd))
    found = arena.play([Job(each, role, seed, 0, games) for each in herd])
    return [each for _, each in sorted(zip(found, herd, strict=True), key=lambda pair: -worth(pair[0]))]


def _any(levels: Mapping[str, Sequence[object]], chance: Random) -> Genome:
    return Genome(**{gene: chance.choice(known) for gene, known in levels.items()})  # type: ignore[arg-type]


def _child(ranked: Sequence[Genome], levels: Mapping[str, Sequence[object]], chance: Random) -> Genome:
    """Each gene from one of two parents, now and then at another level."""
    one, other = (min(chance.randrange(len(ranked)) for _ in range(CONTEST)) for _ in range(2))
    genes: dict[str, object] = {}
    for gene, known in levels.items():
        genes[gene] = getattr(ranked[one if chance.random() < 0.5 else other], gene)
        if chance.random() < CHANGES / len(levels):
            genes[gene] = chance.choice(known)
    return Genome(**genes)  # type: ignore[arg-type]
