"""The server is killed at every moment of a rewind: the table has its old game then, or the whole of the new one."""

import asyncio
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from client.sdk import Rejected, Table, connect, join, journal, make_table, rewind, rounds
from game_rules import ForceCommit, MoveOn, SkipTalk
from server.journal.replay import compare
from tests.proving.serving import PLAIN, Serving

KILLS = 20
ROLES = ("pct", "council", "charity", "government")
ROUND = (SkipTalk(), ForceCommit(), MoveOn(), MoveOn())


class Outcome(msgspec.Struct):
    """What a kill left behind."""

    answered: bool
    turned: bool
    faults: list[str]


async def played(server: Serving) -> tuple[Table, int]:
    """A table in its third round, and its newest seq."""
    table = await make_table(server.url, seed="kill", rounds=6)
    for role in ROLES:
        await join(server.url, table.code, f"Ana {role}", role)
    async with connect(server.url, table.host_token) as host:
        for command in ROUND * 2:
            seq = await host.send(command)
    return table, seq


async def killed(server: Serving, table: Table, seq: int, delay: float, folder: Path) -> Outcome:
    """Ask for a rewind to `seq`, kill the server `delay` seconds later, and look what it serves when it is back."""
    old = str((await rounds(server.url, table.table, table.host_token))["game"])
    asking = asyncio.create_task(rewind(server.url, table.table, table.host_token, game=old, seq=seq))
    done, _ = await asyncio.wait((asking,), timeout=delay)
    server.kill()
    await server.again()
    answered = bool(done)
    if not answered:
        asking.cancel()
    with suppress(asyncio.CancelledError, OSError, Rejected):
        await asking
    try:
        game = str((await rounds(server.url, table.table, table.host_token))["game"])
    except Rejected as gone:
        return Outcome(answered, True, [f"the table is lost: {gone}"])
    faults = ["answered, and not done"] if answered and game == old else []
    if game != old:
        faults += wrong_with(server.journal, old, game, seq)
        faults += await not_equal(server, table, folder)
    return Outcome(answered, game != old, faults)


def wrong_with(path: Path, old: str, game: str, seq: int) -> list[str]:
    parent, rows = read(path, old)[:seq], read(path, game)
    header = msgspec.json.decode(rows[0][3]) if rows else {}
    found = [] if header.get("forked_from") == {"game": old, "seq": seq} else ["the header names another origin"]
    same = [row for row, other in zip(rows, parent, strict=False) if row[:3] + row[4:] == other[:3] + other[4:]]
    return found if len(same) == seq else [*found, f"{len(same)} of {seq} rows are the parent's"]


def read(path: Path, game: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
        query = "SELECT seq, actor, command_id, command, events, words, at FROM rows WHERE game = ? ORDER BY seq"
        return list(connection.execute(query, (game,)))


async def not_equal(server: Serving, table: Table, folder: Path) -> list[str]:
    file = folder / "branch.jsonl"
    file.write_text(await journal(server.url, table.table, table.host_token))
    report = compare(file)
    return [] if report.equal else [report.what]


async def outcomes(folder: Path, kills: int, launcher: tuple[str, ...] = PLAIN) -> list[Outcome]:
    """`kills` kills, spread over the time that a rewind takes, the last two after its answer; up to the first fault."""
    async with Serving(folder, launcher) as server:
        table, seq = await played(server)
        game = (await rounds(server.url, table.table, table.host_token))["game"]
        began = time.perf_counter()
        await rewind(server.url, table.table, table.host_token, game=game, seq=seq)
        takes = time.perf_counter() - began
        delays = [takes * n / (kills - 3) for n in range(kills - 2)] + [10.0, 10.0]
        found: list[Outcome] = []
        while delays and not (found and found[-1].faults):
            found.append(await killed(server, table, seq, delays.pop(0), folder))
        return found


@pytest.mark.timeout(180)
async def test_a_kill_at_any_moment_of_a_rewind_leaves_the_old_game_or_the_whole_new_one(tmp_path: Path) -> None:
    found = await outcomes(tmp_path, KILLS)
    assert [outcome.faults for outcome in found] == [[]] * KILLS
    print(f"turned {sum(each.turned for each in found)}, answered {sum(each.answered for each in found)} of {KILLS}")
    assert not found[0].turned and found[-1].turned and found[-1].answered


@pytest.mark.timeout(90)
async def test_a_server_that_points_to_a_game_before_it_is_written_is_caught(tmp_path: Path) -> None:
    found = await outcomes(tmp_path, 6, ("-m", "tests.proving.saboteurs", "point_first"))
    assert any("the table is lost" in fault for outcome in found for fault in outcome.faults)
