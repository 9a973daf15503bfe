"""Whatever is done in whatever order, SQLite answers as the journal in memory does."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from server.journal import Journal, MemoryJournal, Row, SqliteJournal

GAMES = st.sampled_from(["one", "two"])
ACTORS = st.sampled_from(["council", "charity"])
COMMAND_IDS = st.integers(0, 30).map("command-{}".format)
OFFSETS = st.sampled_from([1, 1, 1, 1, 0, 2, -1])
WORDS = st.none() | st.text(max_size=20)


class BothJournals(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "journal.db"
        self.memory = MemoryJournal()
        self.sqlite = SqliteJournal(self.path)

    def both(self, method: str, *arguments: Any) -> None:
        """Call the method on each and compare what it gives."""
        stores: list[Journal] = [self.memory, self.sqlite]
        one, two = (self.loop.run_until_complete(getattr(store, method)(*arguments)) for store in stores)
        assert one == two

    @rule(game=GAMES, actor=ACTORS, command_id=COMMAND_IDS, offset=OFFSETS, words=WORDS)
    def append(self, game: str, actor: str, command_id: str, offset: int, words: str | None) -> None:
        seq = max(self.loop.run_until_complete(self.memory.last(game)) + offset, 1)
        self.both("append", Row(game, seq, 0, actor, command_id, b"{}", b"[]", words))

    @rule(game=GAMES, seq=st.integers(0, 5), onto=st.sampled_from(["two", "three"]))
    def branch(self, game: str, seq: int, onto: str) -> None:
        self.both("branch", game, seq, onto, b"{}")
        self.both("read", onto)

    @rule(game=GAMES, seqs=st.lists(st.integers(-1, 9), max_size=3))
    def erase_words(self, game: str, seqs: list[int]) -> None:
        self.both("erase_words", game, seqs)

    @rule(game=GAMES, actor=ACTORS, command_id=COMMAND_IDS)
    def find(self, game: str, actor: str, command_id: str) -> None:
        self.both("find", game, actor, command_id)

    @rule(game=GAMES, after=st.integers(-1, 9))
    def read(self, game: str, after: int) -> None:
        self.both("read", game, after)

    @rule()
    def open_sqlite_again(self) -> None:
        self.loop.run_until_complete(self.sqlite.close())
        self.sqlite = SqliteJournal(self.path)

    @invariant()
    def they_are_equally_long(self) -> None:
        for game in ("one", "two"):
            self.both("last", game)

    def teardown(self) -> None:
        self.loop.run_until_complete(self.sqlite.close())
        self.loop.close()
        self.folder.cleanup()


BothJournals.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestSqliteAndMemoryAgree = BothJournals.TestCase
