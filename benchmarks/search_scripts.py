"""Every combination of the script table (11.5), thinned in rounds: few games for many, many games for few."""

from collections.abc import Iterable
from itertools import product
from typing import Final, NamedTuple, get_args

from benchmarks.search_games import Arena, Games, Job, joined
from game_rules.bots.rules_of_thumb import RULES
from game_rules.bots.scripts import Bargains, Naming, Pacts, Script
from game_rules.commands import Focus, Instrument

INSTRUMENTS: Final[tuple[Instrument | None, ...]] = (None, *get_args(Instrument))


class Screening(NamedTuple):
    """So many games for each script of a stage, and how many scripts go on."""

    first: int = 16
    kept_first: int = 110
    second: int = 60
    dialled: int = 4
    kept_dialled: int = 50
    third: int = 150
    kept_third: int = 24
    finalists: int = 6


QUICK: Final = Screening(1, 3, 2, 1, 2, 3, 2, 1)


class Screened(NamedTuple):
    """How many combinations were played at all, and the best with their screening games, the best first."""

    tried: int
    best: list[tuple[Script, Games]]


def screened(arena: Arena, seed: int, plan: Screening, rules: Iterable[str] = tuple(RULES)) -> Screened:
    """First option rule, pacts, bargains and naming with plain dials; then every setting of the dials for the best."""
    found: dict[Script, Games] = {}
    _extend(arena, found, cores(rules), seed, plan.first)
    _extend(arena, found, _best(found, plan.kept_first), seed, plan.second)
    for one in _best(found, plan.dialled, plan.second):
        _extend(arena, found, dialled(one), seed, plan.first)
    _extend(arena, found, _best(found, plan.kept_dialled), seed, plan.second)
    _extend(arena, found, _best(found, plan.kept_third, plan.second), seed, plan.third)
    return Screened(len(found), [(one, found[one]) for one in _best(found, plan.finalists, plan.third)])


def cores(rules: Iterable[str]) -> list[Script]:
    """Every option rule with every kind of pacts, bargains and naming; the other dials stand as they mostly do."""
    return [
        Script(rule, pacts, bargains, naming)
        for rule, pacts, bargains, naming in product(rules, get_args(Pacts), get_args(Bargains), get_args(Naming))
    ]


def dialled(one: Script) -> list[Script]:
    """The same script with every setting of meeting, focus, aligning, instrument and invitation."""
    return [
        one._replace(table=table, focus=focus, align=align, instrument=instrument, invite=invite)
        for table, focus, align, instrument, invite in product(
            (1, 2), get_args(Focus), (True, False), INSTRUMENTS, (False, True)
        )
    ]


def _extend(arena: Arena, found: dict[Script, Games], scripts: Iterable[Script], seed: int, upto: int) -> None:
    """Play these until each has had so many games: all play the same ones."""
    short = [each for each in scripts if len(found.get(each, Games()).survived) < upto]
    jobs = [Job(each, None, seed, len(found.get(each, Games()).survived), upto) for each in short]
    for each, games in zip(short, arena.play(jobs), strict=True):
        found[each] = joined(found.get(each, Games()), games)


def _best(found: dict[Script, Games], kept: int, games: int = 0) -> list[Script]:
    """Those that survive most often, by mean score where that is equal; only those with at least so many games."""
    able = [each for each, played in found.items() if len(played.survived) >= games]
    return sorted(able, key=lambda each: (-found[each].survival, -found[each].mean))[:kept]
