"""What a journal is, whatever it is stored in. `tests/contract` holds every store to these words."""

from abc import ABC, abstractmethod
from collections.abc import Collection

import msgspec

LARGEST = 2**53 - 1
"""Largest `seq` and `at`: the last integer that every browser reads exactly."""


class Row(msgspec.Struct, frozen=True):
    """One accepted command of one game and everything that followed from it."""

    game: str
    seq: int
    """Place in the game, 1 (the header) to LARGEST, without gaps."""
    at: int
    """When it was accepted, in ms since 1970, 0 to LARGEST."""
    actor: str
    """Who sent it: a role id, `host` or `clock`."""
    command_id: str
    """Chosen by the sender; a second row with the same game, actor and command id is never written."""
    command: bytes
    """The command as JSON."""
    events: bytes
    """The events that it caused, as a JSON array."""
    words: str | None = None
    """Free text. No rule reads it; erasing a person turns it into None and the game still replays."""


class Appended(msgspec.Struct, frozen=True):
    """The row is on disk."""

    seq: int


class Duplicate(msgspec.Struct, frozen=True):
    """This actor's command counts already; nothing was written."""

    seq: int
    """Where the first one is."""


class Conflict(msgspec.Struct, frozen=True):
    """The row's seq is taken or would leave a gap; nothing was written. Catch up and decide again."""

    next_seq: int
    """The only seq that the game accepts now."""


Outcome = Appended | Duplicate | Conflict


class NotSaved(Exception):
    """The disk or the database refused (full, failing, locked, closed): the row was not acknowledged.

    Sending the same row again is always safe, because its command id counts once.
    """


class Journal(ABC):
    """One append-only stream of rows for every game."""

    @abstractmethod
    async def append(self, row: Row) -> Outcome:
        """Write the row as the game's next one, and return only when it would survive a crash.

        A command id that this actor has used in this game gives `Duplicate`, whatever the row's seq; any
        seq but last + 1 gives `Conflict`. Raises `NotSaved` when storage fails and `ValueError` for a row
        that no store could keep (see `check`). Cancelling the caller stops the waiting, not the writing:
        `find` tells afterwards.
        """

    @abstractmethod
    async def read(self, game: str, after: int = 0) -> list[Row]:
        """The game's rows with seq > `after`, in order; empty for a game that nobody has begun."""

    @abstractmethod
    async def branch(self, game: str, seq: int, onto: str, header: bytes) -> bool:
        """Begin the game `onto` with the rows 1 to `seq` of `game`: all of them or none, whatever crashes.

        Row 1 gets `header` as its command; nothing else differs, command ids and words neither. False, and
        nothing written, when `game` has no row `seq` or `onto` has begun. Raises `NotSaved` like `append`.
        """

    @abstractmethod
    async def find(self, game: str, actor: str, command_id: str) -> int | None:
        """The seq at which this actor's command was written, None if it never was."""

    @abstractmethod
    async def last(self, game: str) -> int:
        """The game's highest seq, 0 for a game that nobody has begun."""

    @abstractmethod
    async def erase_words(self, game: str, seqs: Collection[int]) -> None:
        """Turn the words of these rows into None, for ever; seqs that do not exist are passed over.

        Raises `NotSaved` when storage fails; then nothing was erased.
        """

    @abstractmethod
    async def close(self) -> None:
        """Finish what waits, then let go of threads and files; a second close does nothing.

        Whatever is appended or erased afterwards raises `NotSaved`.
        """


def check(row: Row) -> None:
    """Raise `ValueError`, naming the field, for a row that no store could give back unchanged.

    Stores call this first, so that one unfit row never fails the rows that it shares a commit with.
    """
    for field, lowest in (("seq", 1), ("at", 0)):
        number = getattr(row, field)
        if not lowest <= number <= LARGEST:
            raise ValueError(f"row.{field} is {number}; it must be from {lowest} to {LARGEST}")
    for field in ("game", "actor", "command_id", "words"):
        if not _is_text(getattr(row, field) or ""):
            raise ValueError(
                f"row.{field} holds half a surrogate pair, which is not text; refuse it where it came in"
            )


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
