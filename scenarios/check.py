"""The check of a deck that authors run: `faultlines deck check PATH`."""

from pathlib import Path
from typing import Final

from msgspec import Struct

from game_rules import Deck
from scenarios.deck_files import DeckFiles, NotThere
from scenarios.findings import Finding
from scenarios.loader import Loaded, load, read_deck

CLEAN: Final = 0
WRONG: Final = 1
UNREADABLE: Final = 2


class Report(Struct, frozen=True):
    """Exit code 0: clean or warnings only; 1: errors; 2: there is nothing to read at the path."""

    deck: Deck | None
    findings: tuple[Finding, ...]
    exit_code: int


def check_path(path: str | Path) -> Report:
    """Everything that is wrong or unwise in the deck at `path`: a folder, or one file of it. Never raises."""
    try:
        loaded = read_deck(path)
    except NotThere as nothing:
        return Report(None, (nothing.finding,), UNREADABLE)
    return _report(loaded)


def check_bytes(data: bytes, name: str = "deck.yaml") -> Report:
    """The same for the content of one file that is called `name` in findings. Never raises; never exits 2."""
    return _report(load(DeckFiles((name, data), None, (), ())))


def _report(loaded: Loaded) -> Report:
    wrong = any(each.severity == "error" for each in loaded.findings)
    return Report(loaded.deck, loaded.findings, WRONG if wrong else CLEAN)
