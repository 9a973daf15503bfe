"""What may stand on the screen as a person's name."""

import unicodedata
from collections.abc import Collection, Iterator

import msgspec

LONGEST = 40
"""Letters as people count them; marks on a letter do not count."""
LONGEST_INPUT = 2_000
MARKS_ON_A_LETTER = 3
RESERVED = ("facilitator", "host", "system", "clock", "everyone", "table")
UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Characters that are letters, marks or symbols by category but show nothing."""
LOOKALIKES = {
    ord(letter): latin
    for latin, letters in {
        "a": "аα4@",
        "b": "вβ8",
        "c": "сϲ",
        "d": "ԁ",
        "e": "еε3",
        "g": "ɡ",
        "h": "нһ",
        "i": "іιıl1!|ӏ",
        "j": "ј",
        "k": "кκ",
        "m": "м",
        "o": "оο0",
        "p": "рρ",
        "s": "ѕ5$",
        "t": "тτ7",
        "v": "ν",
        "x": "хχ",
        "y": "уυ",
    }.items()
    for letter in letters
}
"""From a character, casefolded, to the Latin letter that it passes for; i and l count as one."""


class NameRefused(msgspec.Struct, frozen=True):
    """Why a name cannot be used."""

    code: str
    """`name_empty`: nothing visible is left; `name_reserved`: it would pass for somebody else."""
    name: str
    """What was left after cleaning."""


def clean_name(typed: str, reserved: Collection[str] = RESERVED) -> str | NameRefused:
    """The name in NFC, without invisible, control and direction characters, on one line, cut to `LONGEST`.

    Refused when nothing is left, or when it reads like a word in `reserved` (capitals, accents, spaces, and
    look-alikes from other alphabets make no difference).
    """
    composed = unicodedata.normalize("NFC", typed[:LONGEST_INPUT])
    name = _cut(" ".join("".join(_visible(composed)).split()))
    if not any(unicodedata.category(letter)[0] in "LNSP" for letter in name):
        return NameRefused("name_empty", name)
    if _skeleton(name) in {_skeleton(word) for word in reserved}:
        return NameRefused("name_reserved", name)
    return name


def _visible(text: str) -> Iterator[str]:
    """Every kind of space and line end as a space; whatever shows nothing left out."""
    marks = 0
    for letter in text:
        category = unicodedata.category(letter)
        marks = marks + 1 if category[0] == "M" else 0
        if letter.isspace():
            yield " "
        elif category[0] != "C" and letter not in UNSEEN and marks <= MARKS_ON_A_LETTER:
            yield letter


def _cut(name: str) -> str:
    letters = 0
    for index, letter in enumerate(name):
        letters += unicodedata.category(letter)[0] != "M"
        if letters > LONGEST:
            return name[:index].rstrip()
    return name


def _skeleton(name: str) -> str:
    """What the name looks like at a glance."""
    plain = unicodedata.normalize("NFKD", name).casefold().strip("!")
    return "".join(letter for letter in plain.translate(LOOKALIKES) if letter.isalnum()).replace("rn", "m")
