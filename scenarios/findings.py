"""What a check of a deck says: one sentence for each thing that does not fit, with its place."""

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct

Severity = Literal["error", "warning"]
MOST: Final = 200


class Finding(Struct, frozen=True, order=True):
    """One thing that is wrong (`error`) or unwise (`warning`) in a deck.

    `line` and `column` count from 1. `what` and `advice` are whole sentences without line breaks; `code` is a
    stable word for programs. As text: `path:line:column: error code: What is wrong. What to do.`
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    what: str
    advice: str

    def __str__(self) -> str:
        return (
            f"{self.path}:{self.line}:{self.column}: {self.severity} {self.code}: {self.what} {self.advice}"
        )


def shown(value: object, most: int = 40) -> str:
    """A value as a finding quotes it: short, in quotation marks, every unprintable character escaped."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a block of keys"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    cut = text if len(text) <= most else text[:most] + "…"
    return '"' + printable(cut) + '"'


def printable(text: str) -> str:
    """The text with unprintable characters written as escapes: safe for one line of any terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def in_order(causes: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """Every finding once, in reading order, `MOST` and a closing line at most. `others` yield to `causes`."""
    known = set(causes)
    places = {(each.path, each.line, each.column) for each in known}
    found = sorted(known | {each for each in others if (each.path, each.line, each.column) not in places})
    if len(found) <= MOST:
        return tuple(found)
    last = found[MOST]
    more = Finding(
        last.path,
        last.line,
        last.column,
        "error",
        "too-many",
        f"There are {len(found) - MOST} more findings from here on.",
        "Mend those above and check again.",
    )
    return (*found[:MOST], more)
