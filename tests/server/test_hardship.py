"""A disk that is full or damaged, files that are none, and clients that never finish: a sentence each, no trace."""

import os
import socket
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from server import guard
from server.cli import app
from server.hub import house_bots
from server.journal import DataFolder, FolderUnusable, JournalUnusable, NotSaved, Row, SqliteJournal
from server.journal.replay import compare
from tests.server.live import bearer, serving
from tests.server.screen import opened, seated


def test_a_folder_whose_lock_cannot_be_written_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to("/dev/full")
    with pytest.raises(FolderUnusable, match=r"--data"):
        DataFolder(tmp_path)


def test_a_database_of_another_program_is_no_journal_though_its_version_fits(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "journal.db") as other:
        other.execute("PRAGMA user_version = 1")
    other.close()
    with pytest.raises(JournalUnusable, match=r"no such table.*Choose another data folder"):
        SqliteJournal(tmp_path / "journal.db")


def test_a_server_whose_lobby_is_no_database_does_not_start_and_says_so_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "lobby.db").write_bytes(b"not a database" * 100)
    done = CliRunner().invoke(app, ["serve", "--no-browser", "--port", "0", "--data", str(tmp_path)])
    assert done.exit_code == 1
    assert "lobby.db: file is not a database" in done.stderr and "Traceback" not in done.output


def test_what_is_no_file_is_no_journal_and_is_not_read_for_ever(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        report = compare(path)
        assert report.line is None and report.what.startswith("not a file."), report


async def test_a_lobby_that_fails_is_told_as_not_saved_and_leaves_no_trace(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path) as live:
        async with seated(live, ("pct", "council")) as room:
            with sqlite3.connect(tmp_path / "lobby.db") as other:
                other.execute("DROP TABLE seats")
            other.close()
            wish = {"code": room.table["code"], "seat": "charity", "name": "Ana"}
            assert live.refused("POST", "/api/join", json=wish) == (503, "not_saved")
            path = f"/api/tables/{room.table['table']}/seats/pct/move"
            assert live.refused("POST", path, headers=bearer(room.table["host_token"])) == (503, "not_saved")
            async with opened(live) as screen:
                await screen.put({"type": "hello", "token": room.tokens["pct"]})
                assert await screen.closed() == 1011
            await room.seats["council"].ok({"type": "say"}, "those who are in play on")
    assert "Traceback" not in "".join(capfd.readouterr())


async def test_a_bot_whose_move_was_not_saved_makes_it_again_though_nobody_else_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[str] = []
    full = [False]
    real_append = SqliteJournal.append

    async def append(journal: SqliteJournal, row: Row) -> Any:
        if full[0] and row.actor != "host":
            refused.append(row.actor)
            full[0] = len(refused) < 6  # more than a first move and a default of each bot
            raise NotSaved("disk full")
        return await real_append(journal, row)

    monkeypatch.setattr(SqliteJournal, "append", append)
    monkeypatch.setattr(house_bots, "PAUSE_SECONDS", 0.01)
    seats = {"council": "share", "government": "none"}
    with serving(tmp_path) as live:
        async with seated(live, ("pct",), seats=seats) as room:
            full[0] = True
            await room.host.ok({"type": "begin"})
            bots = {"council", "charity"}
            # A host hears no table talk; who sits there does.
            await room.seats["pct"].until(lambda screen: bots <= {entry["actor"] for entry in screen.entries})
            assert len(refused) == 6 and set(refused) == bots


async def test_a_body_that_never_comes_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "BODY_SECONDS", 0.05)
    with serving(tmp_path) as live:
        with socket.create_connection(("127.0.0.1", int(live.url.rpartition(":")[2])), timeout=10) as slow:
            slow.sendall(b"POST /api/tables HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{")
            answer = slow.recv(4096)
        assert answer.startswith(b"HTTP/1.1 408") and b"did not come" in answer
