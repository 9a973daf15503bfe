"""Bytes to YAML events: decoded and parsed, with one exception for all the ways in which that fails."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import yaml

from scenarios.findings import printable

MAX_BYTES: Final = 256 * 1024
# line breaks to YAML 1.1 but not to an editor: they would make every later line number wrong
UNSEEN_BREAKS: Final = re.compile("[\x85\u2028\u2029]")


class Place(NamedTuple):
    """Where something is written; both count from 1."""

    line: int
    column: int


class Unreadable(Exception):
    """Reading stops here. `place`, `code`, `what` and `advice` are the finding's."""

    def __init__(self, place: Place, code: str, what: str, advice: str) -> None:
        super().__init__(what)
        self.place, self.code, self.what, self.advice = place, code, what, advice


def decoded(data: bytes) -> str:
    """A file's bytes as text without a byte order mark. Raises Unreadable."""
    top = Place(1, 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(
            top,
            "too-big",
            f"The file is larger than {MAX_BYTES // 1024} KB.",
            "Split it into several files.",
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise Unreadable(top, "binary", "This is not a text file in UTF-8.", "Save it as plain text, UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        before = data[: wrong.start].decode("utf-8-sig", "replace")
        raise Unreadable(
            place_after(before),
            "encoding",
            "This character is not UTF-8.",
            "Save the file as plain text, UTF-8.",
        ) from None
    if unseen := UNSEEN_BREAKS.search(text):
        raise Unreadable(
            place_after(text[: unseen.start()]),
            "character",
            "There is an invisible line break here.",
            "Delete it and press Enter instead.",
        )
    return text


def place_after(text: str) -> Place:
    """Where the next character after this text would stand."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(len(lines), len(lines[-1]) + 1)


def parsed(text: str) -> Iterator[yaml.Event]:
    """The parser's events, from the pure Python loader: the C one dies on deep nesting. Raises Unreadable."""
    loader: yaml.SafeLoader | None = None
    try:
        loader = yaml.SafeLoader(text)
        while loader.check_event():
            yield loader.get_event()  # type: ignore[no-untyped-call]
    except yaml.MarkedYAMLError as wrong:
        raise _broken(wrong) from None
    except yaml.reader.ReaderError as wrong:
        raise Unreadable(
            place_after(text[: wrong.position]),
            "character",
            "There is a character that text cannot hold.",
            "Delete it.",
        ) from None
    except Unreadable:
        raise
    except Exception:  # an escape such as "\U99999999" leaves the scanner as a ValueError
        place = Place(loader.line + 1, loader.column + 1) if loader else Place(1, 1)
        raise Unreadable(
            place, "yaml", "This cannot be read as YAML.", "Check the characters just before here."
        ) from None


def _broken(wrong: yaml.MarkedYAMLError) -> Unreadable:
    mark = wrong.problem_mark or wrong.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    problem = printable(str(wrong.problem or "it ends too early"))
    if "'\\t'" in problem:
        return Unreadable(place, "tab", "A tab stands where the line is indented.", "Use spaces.")
    if "mapping values are not allowed" in problem:
        return Unreadable(
            place,
            "yaml",
            "There is a second colon in this line.",
            "Put the text in quotation marks, or begin a new line.",
        )
    return Unreadable(
        place,
        "yaml",
        f"This cannot be read as YAML ({problem}).",
        "Check the indentation, quotation marks and brackets here and just above.",
    )
