"""The journal in one SQLite file, durable from the first move."""

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from server.journal.base import Appended, Conflict, Duplicate, Journal, Outcome, Row, check
from server.journal.writer import Writer

Result = TypeVar("Result")

OLDEST_SQLITE = (3, 37)
"""The first with STRICT tables."""
SCHEMA_VERSION = 1
# With a rowid: measured 1.3 to 2.2 times as many appends a second as WITHOUT ROWID, for rows carry kilobytes.
SCHEMA = """
CREATE TABLE rows (
    game TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    command_id TEXT NOT NULL,
    command BLOB NOT NULL,
    events BLOB NOT NULL,
    words TEXT,
    PRIMARY KEY (game, seq),
    UNIQUE (game, actor, command_id)
) STRICT
"""
COLUMNS = "game, seq, at, actor, command_id, command, events, words"
# The WHERE lets a row in only as last + 1, and a known command id is passed over: usually one statement does.
INSERT = f"""
INSERT INTO rows ({COLUMNS}) SELECT ?, ?, ?, ?, ?, ?, ?, ?
WHERE ? = (SELECT coalesce(max(seq), 0) + 1 FROM rows WHERE game = ?) ON CONFLICT DO NOTHING
"""
BRANCH = f"""
INSERT INTO rows ({COLUMNS})
SELECT ?, seq, at, actor, command_id, iif(seq = 1, ?, command), events, words FROM rows WHERE game = ? AND seq <= ?
"""
BUSY_MS = 5_000
"""How long to wait for another program (a backup, say) that holds the file, in ms."""
SYNCHRONOUS_FULL = 2


class JournalUnusable(Exception):
    """The file cannot serve as a journal; the message says why and what to do."""


class SqliteJournal(Journal):
    """WAL with synchronous=FULL: what was acknowledged survives a crash and a power cut.

    One thread writes (see `Writer`), another reads; neither ever holds up the event loop or the other.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, making it if it is missing. Raises `JournalUnusable`."""
        try:
            self._writing = _open_to_write(path)
            self._reading = _open_to_read(path)
        except sqlite3.Error as error:
            raise JournalUnusable(
                f"{path}: {error}. Choose another data folder, or restore this file."
            ) from error
        self.writer = Writer(self._transaction, name=f"journal-writer {path.name}")
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal-reader")
        self._closed = False

    async def append(self, row: Row) -> Outcome:
        check(row)
        return await self.writer.put(lambda connection: _append(connection, row))

    async def read(self, game: str, after: int = 0) -> list[Row]:
        return await self._read(lambda connection: _rows(connection, game, after))

    async def branch(self, game: str, seq: int, onto: str, header: bytes) -> bool:
        return await self.writer.put(lambda connection: _branch(connection, game, seq, onto, header))

    async def find(self, game: str, actor: str, command_id: str) -> int | None:
        return await self._read(lambda connection: _find(connection, game, actor, command_id))

    async def last(self, game: str) -> int:
        return await self._read(lambda connection: _last(connection, game))

    async def erase_words(self, game: str, seqs: Collection[int]) -> None:
        keys = [(game, seq) for seq in seqs]
        await self.writer.put(lambda connection: _erase_words(connection, keys))

    async def close(self) -> None:
        await self.writer.close()
        if self._closed:
            return
        self._closed = True
        await asyncio.to_thread(self._reader.shutdown)
        self._reading.close()
        self._writing.close()

    async def _read(self, query: Callable[[sqlite3.Connection], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._reader, query, self._reading)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection = self._writing
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk may have rolled back already
                connection.execute("ROLLBACK")
            raise


def _append(connection: sqlite3.Connection, row: Row) -> Outcome:
    values = (row.game, row.seq, row.at, row.actor, row.command_id, row.command, row.events, row.words)
    if connection.execute(INSERT, (*values, row.seq, row.game)).rowcount == 1:
        return Appended(row.seq)
    first = _find(connection, row.game, row.actor, row.command_id)
    return Conflict(_last(connection, row.game) + 1) if first is None else Duplicate(first)


def _branch(connection: sqlite3.Connection, game: str, seq: int, onto: str, header: bytes) -> bool:
    if not 1 <= seq <= _last(connection, game) or _last(connection, onto):
        return False
    connection.execute(BRANCH, (onto, header, game, seq))
    return True


def _rows(connection: sqlite3.Connection, game: str, after: int) -> list[Row]:
    query = f"SELECT {COLUMNS} FROM rows WHERE game = ? AND seq > ? ORDER BY seq"
    return [Row(*values) for values in connection.execute(query, (game, after))]


def _find(connection: sqlite3.Connection, game: str, actor: str, command_id: str) -> int | None:
    query = "SELECT seq FROM rows WHERE game = ? AND actor = ? AND command_id = ?"
    found = connection.execute(query, (game, actor, command_id)).fetchone()
    return None if found is None else int(found[0])


def _last(connection: sqlite3.Connection, game: str) -> int:
    query = "SELECT coalesce(max(seq), 0) FROM rows WHERE game = ?"
    return int(connection.execute(query, (game,)).fetchone()[0])


def _erase_words(connection: sqlite3.Connection, keys: list[tuple[str, int]]) -> None:
    connection.executemany("UPDATE rows SET words = NULL WHERE game = ? AND seq = ?", keys)


def _open_to_write(path: Path) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise JournalUnusable(
            f"This Python brings SQLite {sqlite3.sqlite_version}; it takes 3.37 or newer. Update Python."
        )
    # From here on only the writer's thread touches it; no isolation level, so that every BEGIN is ours.
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        raise JournalUnusable(
            f"{path}: this disk cannot keep a write-ahead log. Choose a folder on a local disk."
        )
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: past the drive's own cache too
    connection.execute("PRAGMA secure_delete = ON")  # erased words leave the file, not only the table
    if connection.execute("PRAGMA synchronous").fetchone()[0] != SYNCHRONOUS_FULL:
        raise JournalUnusable(
            f"{path}: SQLite would not take synchronous=FULL, without which a power cut loses moves."
        )
    _bring_schema(connection, path)
    return connection


def _bring_schema(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise JournalUnusable(
            f"{path}: written by a newer Faultlines (journal {version}, this one reads {SCHEMA_VERSION}). "
            "Update Faultlines, or choose another data folder."
        )
    if version == 0:
        connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA}; PRAGMA user_version = {SCHEMA_VERSION}; COMMIT")
    connection.execute(f"SELECT {COLUMNS} FROM rows LIMIT 1")  # another program's file may bear the same version


def _open_to_read(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return connection
