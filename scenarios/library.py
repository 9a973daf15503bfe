"""The decks that come with Faultlines."""

from functools import cache
from pathlib import Path
from typing import Final

from game_rules import Deck
from scenarios.check import check_path

DECKS: Final = Path(__file__).parent / "decks"


class UnknownDeck(LookupError):
    """There is no shipped deck with this id; `known` are those there are."""

    def __init__(self, deck: str, known: tuple[str, ...]) -> None:
        super().__init__(f'There is no deck "{deck}". There is: {", ".join(known)}.')
        self.deck, self.known = deck, known


class BrokenDeck(ValueError):
    """A shipped deck has errors; the message lists them."""


@cache
def shipped_decks() -> tuple[str, ...]:
    """The ids of the shipped decks, sorted."""
    return tuple(sorted(each.parent.name for each in DECKS.glob("*/deck.yaml")))


@cache
def load_deck(deck: str) -> Deck:
    """The shipped deck with this id, parsed once. Raises UnknownDeck, or BrokenDeck if it was spoilt."""
    if deck not in shipped_decks():
        raise UnknownDeck(deck, shipped_decks())
    report = check_path(DECKS / deck)
    if report.deck is None:
        raise BrokenDeck("\n".join(str(each) for each in report.findings))
    return report.deck
