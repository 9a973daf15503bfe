"""A golden journal: one finished game as JSON lines, the header row with the deck first, then its state's hash."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from game_rules import Command, Event, State, content_hash, fold

GOLDEN: Final = Path(__file__).parent / "golden"
RESTARTED: Final = "restarted"
"""No ending: a game that collapses, goes on by the restart card, which brings people back, and is played out."""


class GoldenRow(msgspec.Struct, frozen=True):
    """A journal's row without words: who asked what at which time, and what it made happen."""

    seq: int
    at: int
    actor: str
    command: Command
    events: tuple[Event, ...]


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """The last line: how the game ended, and the hash of the state that its rows fold to."""

    ending: str
    engine: str
    state: str


def read(path: Path) -> tuple[list[GoldenRow], Closing]:
    """The rows and the last line of a golden journal."""
    *rows, last = path.read_bytes().splitlines()
    return [msgspec.json.decode(row, type=GoldenRow) for row in rows], msgspec.json.decode(last, type=Closing)


def written(rows: list[GoldenRow], closing: Closing) -> bytes:
    return b"".join(msgspec.json.encode(line) + b"\n" for line in (*rows, closing))


def folded(rows: list[GoldenRow]) -> Iterator[State]:
    """The state after each row."""
    state = None
    for row in rows:
        state = fold(state, row.events)
        yield state


def state_hash(state: State) -> str:
    """The hash of what a game of any engine has come to: its numbers, its end and its scores.

    Not of the whole state, so that a later engine may keep more in it without breaking old games.
    """
    roles: dict[str, Any] = {
        role: [own.goodwill, own.standing, own.purpose, own.word, own.retreated, own.postures, own.brought]
        for role, own in state.roles.items()
    }
    end = [state.end.survived, state.end.cause] if state.end else None
    scores = {role: score.score for role, score in state.scores.items()}
    return content_hash([
        state.seq, state.round, state.phase, state.tracks, state.bonds, state.sore, roles, state.eruptions, end, scores,
    ])
