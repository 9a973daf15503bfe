"""A journal that lies: it acknowledges first and commits when it is closed. The proofs must fail on it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from server.journal import SqliteJournal


class WriteBehindJournal(SqliteJournal):
    """Leaves one transaction open for as long as it lives."""

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if not self._writing.in_transaction:
            self._writing.execute("BEGIN IMMEDIATE")
        yield self._writing

    async def close(self) -> None:
        await self.writer.close()
        if not self._closed:
            self._writing.execute("COMMIT")
        await super().close()
