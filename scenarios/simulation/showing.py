"""The command's outside: reads a deck, shows how far the games are, and writes what they showed."""

import sys
import time
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from game_rules import Deck
from scenarios.check import check_path
from scenarios.library import BrokenDeck, UnknownDeck, load_deck
from scenarios.simulation.plan import BadPlan, Plan
from scenarios.simulation.pool import play_all
from scenarios.simulation.report import Report, report
from scenarios.simulation.table import show


def read_deck(deck: str) -> Deck:
    """The shipped deck with this id, or the deck in this folder. Raises BadPlan."""
    if Path(deck).is_dir() or Path(deck).is_file():
        checked = check_path(Path(deck))
        if checked.deck is None:
            raise BadPlan(f"--deck {deck}: this deck has errors. See faultlines deck check {deck}.")
        return checked.deck
    try:
        return load_deck(deck)
    except UnknownDeck as error:
        known = ", ".join(error.known)
        raise BadPlan(f"--deck {deck}: neither a shipped deck nor a deck's folder. Shipped: {known}.") from None
    except BrokenDeck as error:
        raise BadPlan(f"--deck {deck}: this deck has errors.\n{error}") from None


def simulate_and_show(plan: Plan, workers: int | None, as_json: bool) -> None:
    """Play the plan and write the figures to standard output. Raises BadBot."""
    found = simulated(plan, workers)
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n")
    else:
        show(plan, found, Console())


def simulated(plan: Plan, workers: int | None = None) -> Report:
    """Play the plan; the progress goes to standard error, if somebody looks."""
    console = Console(stderr=True)
    columns = (TextColumn("Playing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    began = time.perf_counter()
    # No thread of its own draws the bar: the workers are forked from this process.
    with Progress(
        *columns, console=console, transient=True, auto_refresh=False, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("Playing", total=plan.games)
        played = play_all(plan, workers, lambda done: bar.update(task, advance=done, refresh=True))
    return report(plan, played, time.perf_counter() - began)
