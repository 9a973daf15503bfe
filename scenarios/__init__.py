"""Scenarios: the decks, and how they are read and checked."""

from scenarios.check import Report, check_bytes, check_path
from scenarios.findings import Finding
from scenarios.library import BrokenDeck, UnknownDeck, load_deck, shipped_decks

__all__ = [
    "BrokenDeck",
    "Finding",
    "Report",
    "UnknownDeck",
    "check_bytes",
    "check_path",
    "load_deck",
    "shipped_decks",
]
