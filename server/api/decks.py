"""The decks that can be played."""

from typing import Any, Final

from fastapi import APIRouter

from game_rules import TEMPERAMENTS, Deck, Role
from scenarios import UnknownDeck, load_deck, shipped_decks
from server.errors import ApiError

LENGTHS: Final = (6, 7, 8)
PRESETS: Final = ("gentle", "standard", "hard")
router = APIRouter()


@router.get("/api/decks")
def decks() -> dict[str, Any]:
    """Every deck in short."""
    return {"decks": [summary(load_deck(deck)) for deck in shipped_decks()]}


@router.get("/api/decks/{deck}")
def one_deck(deck: str) -> dict[str, Any]:
    """One deck, and what a table of it may be."""
    return summary(deck_called(deck)) | {"presets": PRESETS, "lengths": LENGTHS}


def deck_called(deck: str) -> Deck:
    """The deck with this id. Raises 404."""
    try:
        return load_deck(deck)
    except UnknownDeck as unknown:
        raise ApiError(404, "unknown_deck", str(unknown), {"allowed": list(unknown.known)}) from unknown


def summary(deck: Deck) -> dict[str, Any]:
    return {
        "id": deck.id,
        "title": deck.title,
        "blurb": deck.blurb,
        "rounds": deck.rounds,
        "preset": deck.preset,
        "roles": [_role(role, hue) for hue, role in enumerate(deck.roles)],
        "cards": len(deck.cards),
        "temperaments": TEMPERAMENTS,
    }


def _role(role: Role, hue: int) -> dict[str, Any]:
    shown = {name: getattr(role, name) for name in ("id", "label", "name", "letter", "seated")}
    return shown | {"hue": hue}
