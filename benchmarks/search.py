"""Looks for a policy that breaks the game: one that survives without bargaining, or wins by sabotage.

    python -m benchmarks.search [--quick] [--json] [--seed S] [--workers N] [--only scripts|tables|seats]

`scripts`: every combination of the script table. `tables`: a bred policy in every seat, for survival. `seats`: a bred
policy alone among three tacticals, for its own score. The same seed gives the same figures with any number of workers.
"""

import argparse
import json
import sys
from statistics import fmean, stdev
from typing import Any, Final, NamedTuple

from benchmarks import search_evolve, search_scripts
from benchmarks.search_evolve import Breeding, bred
from benchmarks.search_games import DECK, Arena, Games, Job, Tried, arena, more_than, roles
from benchmarks.search_genes import AS_TACTICAL, SILENT, UNTOLD, Genome
from benchmarks.search_scripts import Screening, screened
from game_rules.bots.rules_of_thumb import RULES
from game_rules.bots.scripts import Script
from game_rules.deck import par_of
from scenarios import load_deck

PARTS: Final = ("scripts", "tables", "seats")
FRESH: Final = 1_000_000
"""Final figures come from seeds this far from those that were searched on."""
TACTICAL: Final = Genome(
    talk="true", fill="tactical", pledge="true", pacts="any", bargain="my_turn_next", accepts=True, name_turn="asked",
    table=AS_TACTICAL, focus="tactical", instrument="tactical",
)
"""Plays as a tactical does. The first saboteurs are this, and this with one thing changed."""
ASTRAY: Final = (
    TACTICAL, TACTICAL._replace(push_last=1), TACTICAL._replace(talk="thin"), TACTICAL._replace(talk="nothing"),
    TACTICAL._replace(instrument="target"), TACTICAL._replace(impose="cheap"),
)
LIKE_A_SCRIPT: Final = Genome(pacts="rota", name_strain=1)
"""The first tables start from this: carry when strong and rested, else the share."""


class Budget(NamedTuple):
    """How much is played; `final` games for each figure that is reported."""

    screening: Screening = Screening()
    table: Breeding = Breeding()
    seat: Breeding = Breeding(size=16, generations=7, games=32, elite=4, checked=6, checks=120)
    final: int = 1000
    rules: tuple[str, ...] = tuple(RULES)


QUICK: Final = Budget(search_scripts.QUICK, search_evolve.QUICK, search_evolve.QUICK, 4, ("share", "cheapest"))


def searched(seed: int, budget: Budget, parts: tuple[str, ...], field: Arena) -> dict[str, Any]:
    """Everything that was found, as plain numbers. All figures of one kind are of the same games."""
    plain = _final(field, "tactical", None, seed, budget)
    found: dict[str, Any] = {"seed": seed, "games": budget.final, "pars": pars(), "tactical": _figures(plain)}
    if "scripts" in parts:
        found["scripts"] = _scripts(field, seed, budget)
    if "tables" in parts:
        found["tables"] = {
            name: _table(field, seed, budget, fixed) for name, fixed in (("silent", SILENT), ("untold", UNTOLD))
        }
    if "seats" in parts:
        found["seats"] = {role: _seat(field, seed, budget, role, plain) for role in roles()}
    return {**found, "games_played": field.played}


def pars() -> dict[str, int]:
    """The deck's pars for all its roles."""
    deck = load_deck(DECK)
    return dict(par_of(deck, deck.rounds, tuple(roles())))


def _scripts(field: Arena, seed: int, budget: Budget) -> dict[str, Any]:
    found = screened(field, seed, budget.screening, budget.rules)
    best = [
        {"script": changed(one), **_figures(_final(field, one, None, seed, budget))} for one, _ in found.best
    ]
    return {"combinations": found.tried, "best": best}


def _table(field: Arena, seed: int, budget: Budget, fixed: dict[str, Any]) -> dict[str, Any]:
    best = bred(field, budget.table, seed, _lasting, fixed=fixed, first=(LIKE_A_SCRIPT,))
    return {"genes": changed(best), **_figures(_final(field, best, None, seed, budget))}


def _lasting(games: Games) -> float:
    """Survival; the mean score decides between two that survive alike."""
    return games.survival + games.mean / 100


def _seat(field: Arena, seed: int, budget: Budget, role: str, plain: Games) -> dict[str, Any]:
    place = roles().index(role)
    best = bred(field, budget.seat, seed, lambda games: fmean(games.of(place)), role, first=ASTRAY[:budget.seat.size])
    games = _final(field, best, role, seed, budget)
    more, error = more_than(games.of(place), plain.of(place))
    return {"genes": changed(best, TACTICAL), "more": round(more, 2), "more_error": round(error, 2), **_figures(games)}


def _final(field: Arena, tried: Tried, role: str | None, seed: int, budget: Budget) -> Games:
    return field.play([Job(tried, role, seed + FRESH, 0, budget.final)])[0]


def _figures(games: Games) -> dict[str, Any]:
    names = roles()
    errors = [stdev(games.of(n)) / len(games.scores) ** 0.5 for n in range(len(names))]
    return {
        "survival": round(games.survival, 1), "survival_error": round(games.survival_error, 1),
        "scores": {r: round(n, 1) for r, n in zip(names, games.means, strict=True)},
        "score_errors": {r: round(n, 1) for r, n in zip(names, errors, strict=True)},
    }


def changed(one: Script | Genome, plain_one: Script | Genome | None = None) -> dict[str, Any]:
    """What is not as in `plain_one`, by default a script's or a genome's defaults; a script's rule always."""
    plain = (plain_one or type(one)())._asdict()
    return {k: v for k, v in one._asdict().items() if v != plain[k] or k == "rule"}


def lines(found: dict[str, Any]) -> list[str]:
    """The figures for people."""
    said = [f"Seed {found['seed']}; each figure of {found['games']} games not searched on; par {_row(found['pars'])}"]
    said.append(_line("all tactical", found["tactical"]))
    if "scripts" in found:
        said.append(f"Scripts ({found['scripts']['combinations']} combinations):")
        said += [_line(_words(each["script"]), each) for each in found["scripts"]["best"]]
    for name, each in found.get("tables", {}).items():
        said.append(f"A bred table, {name}: {_words(each['genes'])}")
        said.append(_line("", each))
    for role, each in found.get("seats", {}).items():
        said.append(f"Alone as {role} among tacticals, unlike them: {_words(each['genes'])}")
        said.append(_line(f"own score {each['more']:+.1f} +-{each['more_error']} against a tactical there;", each))
    return [*said, f"{found['games_played']:,} games played."]


def _line(what: str, each: dict[str, Any]) -> str:
    survival = f"{each['survival']:5.1f} % +-{each['survival_error']}"
    return f"  {what} survival {survival}, scores {_row(each['scores'])}, each +-{max(each['score_errors'].values())}"


def _row(scores: dict[str, Any]) -> str:
    return " / ".join(f"{role} {n}" for role, n in scores.items())


def _words(genes: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in genes.items()) or "nothing changed"


def main(words: list[str] | None = None) -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.search", description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--quick", action="store_true", help="a few games of everything, to see that it runs")
    asked.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--workers", type=int, default=None, help="processes; one a core if not said")
    asked.add_argument("--only", choices=PARTS, help="one of the three searches")
    given = asked.parse_args(sys.argv[1:] if words is None else words)
    with arena(given.workers) as field:
        budget = QUICK if given.quick else Budget()
        found = searched(given.seed, budget, (given.only,) if given.only else PARTS, field)
    print(json.dumps(found, indent=2) if given.json else "\n".join(lines(found)))


if __name__ == "__main__":
    main()
