"""Free text as it may be stored and shown: one line, NFC, nothing invisible, within its length."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from game_rules import Command, Offer, needs_wording
from server.hub.protocol import MAX_WORDS

SHORT: Final = 140
LONGEST: Final = {
    "say": MAX_WORDS, "note": MAX_WORDS, "announce": SHORT, "commit": SHORT, "offer": SHORT, "answer": SHORT,
}
"""Characters that may go with a command, by its type; other commands take no words."""
REQUIRED: Final = ("say", "note", "announce")
MARKS_ON_A_LETTER: Final = 4


class WordsRefused(Struct, frozen=True):
    """Why the words beside a command cannot be taken; `longest` is what would fit."""

    code: str
    length: int
    longest: int


def words_for(command: Command, typed: str | None) -> str | WordsRefused | None:
    """The text to store beside this command, None for no text."""
    kind = tag(command)
    longest = LONGEST.get(kind, 0)
    text = clean(typed or "")
    if not text:
        return WordsRefused("words_missing", 0, longest) if _are_required(command) else None
    if longest == 0:
        return WordsRefused("words_not_taken", len(text), 0)
    return text if len(text) <= longest else WordsRefused("words_too_long", len(text), longest)


def _are_required(command: Command) -> bool:
    return tag(command) in REQUIRED or (isinstance(command, Offer) and needs_wording(command))


def tag(command: Command) -> str:
    """The command's `type` on the wire."""
    return str(command.__struct_config__.tag)


def clean(typed: str) -> str:
    """NFC on one line, without control, direction and zero-width characters and without heaps of marks."""
    return " ".join("".join(_visible(unicodedata.normalize("NFC", typed))).split())


def _visible(text: str) -> Iterator[str]:
    marks = 0
    for letter in text:
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind[0] == "M" else 0
        if letter.isspace():
            yield " "
        elif kind[0] != "C" and marks <= MARKS_ON_A_LETTER:
            yield letter
