"""A journal that lives as long as the process: for tests, the balance lab and practice without a folder."""

from collections import defaultdict
from collections.abc import Collection

import msgspec

from server.journal.base import Appended, Conflict, Duplicate, Journal, NotSaved, Outcome, Row, check


class MemoryJournal(Journal):
    """Keeps every promise of `Journal` except that of surviving the process."""

    def __init__(self) -> None:
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._seqs: dict[tuple[str, str, str], int] = {}
        self._closed = False

    async def append(self, row: Row) -> Outcome:
        check(row)
        self._refuse_if_closed()
        key = (row.game, row.actor, row.command_id)
        if key in self._seqs:
            return Duplicate(self._seqs[key])
        rows = self._rows[row.game]
        if row.seq != len(rows) + 1:
            return Conflict(len(rows) + 1)
        rows.append(row)
        self._seqs[key] = row.seq
        return Appended(row.seq)

    async def read(self, game: str, after: int = 0) -> list[Row]:
        return self._rows.get(game, [])[max(after, 0) :]

    async def branch(self, game: str, seq: int, onto: str, header: bytes) -> bool:
        self._refuse_if_closed()
        rows = self._rows.get(game, [])
        if not 1 <= seq <= len(rows) or self._rows.get(onto):
            return False
        for row in rows[:seq]:
            command = header if row.seq == 1 else row.command
            self._rows[onto].append(msgspec.structs.replace(row, game=onto, command=command))
            self._seqs[onto, row.actor, row.command_id] = row.seq
        return True

    async def find(self, game: str, actor: str, command_id: str) -> int | None:
        return self._seqs.get((game, actor, command_id))

    async def last(self, game: str) -> int:
        return len(self._rows.get(game, []))

    async def erase_words(self, game: str, seqs: Collection[int]) -> None:
        self._refuse_if_closed()
        rows = self._rows.get(game, [])
        for seq in seqs:
            if 1 <= seq <= len(rows):
                rows[seq - 1] = msgspec.structs.replace(rows[seq - 1], words=None)

    async def close(self) -> None:
        self._closed = True

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise NotSaved("The journal is closed.")
