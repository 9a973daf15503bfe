"""The journal in SQLite keeps the contract, and what it acknowledged outlives the process and a full disk."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.journal import Appended, Conflict, Duplicate, JournalUnusable, NotSaved, SqliteJournal
from tests.contract.journal_contract import JournalContract, fill, row
from tests.contract.kill import acknowledged_until_killed, lost
from tests.contract.saboteur import WriteBehindJournal


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqliteJournal]:
    journal = SqliteJournal(tmp_path / "journal.db")
    yield journal
    await journal.close()


class TestSqliteJournal(JournalContract):
    """The shared suite over a real file."""


async def test_every_commit_reaches_the_disk(journal: SqliteJournal) -> None:
    def pragma(name: str) -> object:
        return journal._writing.execute(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("synchronous"), pragma("journal_mode"), pragma("busy_timeout")) == (2, "wal", 5000)


async def test_whoever_is_answered_can_be_read_by_another_program_at_once(
    journal: SqliteJournal, tmp_path: Path
) -> None:
    assert await rows_unseen_by_another_program(journal, tmp_path / "journal.db") == 0


async def test_an_answer_before_the_commit_is_noticed(tmp_path: Path) -> None:
    saboteur = WriteBehindJournal(tmp_path / "journal.db")
    assert await rows_unseen_by_another_program(saboteur, tmp_path / "journal.db") == 20
    await saboteur.close()


async def rows_unseen_by_another_program(journal: SqliteJournal, path: Path) -> int:
    """How many of 20 appends were answered before another connection could see their row."""
    unseen = 0
    for seq in range(1, 21):
        await journal.append(row(seq))
        other = sqlite3.connect(path)
        unseen += other.execute("SELECT count(*) FROM rows WHERE seq = ?", (seq,)).fetchone()[0] == 0
        other.close()
    return unseen


async def test_a_journal_opened_again_goes_on_where_it_was(tmp_path: Path) -> None:
    first = SqliteJournal(tmp_path / "journal.db")
    rows = await fill(first, 10)
    await first.close()
    second = SqliteJournal(tmp_path / "journal.db")
    assert await second.read("game") == rows
    assert await second.append(row(5, command_id="late")) == Conflict(11)
    assert await second.append(row(11, command_id="command-3")) == Duplicate(3)
    assert await second.append(row(11)) == Appended(11)
    await second.close()


async def test_closing_first_writes_what_waits(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "journal.db")
    tasks = [asyncio.create_task(journal.append(row(1, game=f"game-{number}"))) for number in range(50)]
    await asyncio.sleep(0)
    await journal.close()
    assert await asyncio.gather(*tasks) == [Appended(1)] * 50


@pytest.mark.parametrize("after", [1, 60, 300])
async def test_whatever_was_acknowledged_before_a_sigkill_is_there_after(tmp_path: Path, after: int) -> None:
    acknowledged = await acknowledged_until_killed("sqlite", tmp_path / "journal.db", after)
    assert len(acknowledged) >= after
    assert await lost(tmp_path / "journal.db", acknowledged) == set()


async def test_a_journal_that_acknowledges_before_it_commits_is_caught_by_the_sigkill(tmp_path: Path) -> None:
    acknowledged = await acknowledged_until_killed("saboteur", tmp_path / "journal.db", 60)
    assert await lost(tmp_path / "journal.db", acknowledged) != set()


async def test_a_full_disk_refuses_those_appends_and_heals_by_itself(journal: SqliteJournal) -> None:
    rows = await fill(journal, 3)
    await let_the_file_grow_to(journal, 0)
    big = row(4, events=b"[" + b"1," * 500_000 + b"1]")
    for _ in range(3):
        with pytest.raises(NotSaved, match="disk is full"):
            await journal.append(big)
    assert await journal.read("game") == rows
    await let_the_file_grow_to(journal, 1_000_000)
    assert await journal.append(big) == Appended(4)
    assert await journal.read("game") == [*rows, big]


async def test_a_full_disk_leaves_no_half_of_a_branch(journal: SqliteJournal) -> None:
    for seq in range(1, 6):
        await journal.append(row(seq, events=b"[" + b"1," * 100_000 + b"1]"))
    pages = await journal.writer.put(lambda connection: connection.execute("PRAGMA page_count").fetchone()[0])
    await let_the_file_grow_to(journal, pages + 100)  # room for about two of the five rows
    with pytest.raises(NotSaved, match="disk is full"):
        await journal.branch("game", 5, "branch", b"{}")
    assert await journal.last("branch") == 0
    await let_the_file_grow_to(journal, 1_000_000)
    assert await journal.branch("game", 5, "branch", b"{}")


async def test_a_full_disk_refuses_everyone_who_shares_the_commit_and_nobody_after(
    journal: SqliteJournal,
) -> None:
    await let_the_file_grow_to(journal, 0)
    big = b"[" + b"1," * 500_000 + b"1]"
    shared = [journal.append(row(1, game=f"game-{number}", events=big)) for number in range(5)]
    outcomes = await asyncio.gather(*shared, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [NotSaved] * 5
    assert await journal.append(row(1, game="small")) == Appended(1)
    assert [await journal.last(f"game-{number}") for number in range(5)] == [0] * 5


async def let_the_file_grow_to(journal: SqliteJournal, pages: int) -> None:
    """Set the most pages that the file may have; SQLite never sets it below what is in use."""
    await journal.writer.put(
        lambda connection: connection.execute(f"PRAGMA max_page_count = {max(pages, 1)}")
    )


async def test_one_failing_piece_of_work_does_not_stop_the_writer(journal: SqliteJournal) -> None:
    with pytest.raises(NotSaved, match="no such table"):
        await journal.writer.put(lambda connection: connection.execute("INSERT INTO nowhere VALUES (1)"))
    assert await journal.append(row(1)) == Appended(1)


async def test_reading_goes_on_while_a_write_waits_for_another_program(
    journal: SqliteJournal, tmp_path: Path
) -> None:
    rows = await fill(journal, 3)
    other = sqlite3.connect(tmp_path / "journal.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = asyncio.create_task(journal.append(row(4)))
    assert await journal.read("game") == rows
    assert not waiting.done()
    other.execute("COMMIT")
    assert await waiting == Appended(4)
    other.close()


async def test_the_reader_cannot_write(journal: SqliteJournal) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        journal._reading.execute("DELETE FROM rows")


async def test_erased_words_leave_the_file(tmp_path: Path) -> None:
    journal = SqliteJournal(tmp_path / "journal.db")
    await journal.append(row(1, words="canary-in-the-words" * 500))
    await journal.erase_words("game", [1])
    await journal.close()
    assert all(b"canary-in-the-words" not in file.read_bytes() for file in tmp_path.iterdir())


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    newer = sqlite3.connect(tmp_path / "journal.db")
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(JournalUnusable, match="newer Faultlines"):
        SqliteJournal(tmp_path / "journal.db")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(b"these are not the rows you are looking for" * 100)
    with pytest.raises(JournalUnusable, match=r"journal\.db: file is not a database"):
        SqliteJournal(path)
    assert path.read_bytes().startswith(b"these are not")
