"""The server is killed at every moment of a fork: the other table is whole or not there, the first is as it was."""

import asyncio
import sqlite3
import time
from pathlib import Path

import pytest
from msgspec import Struct

from client.sdk import Rejected, Table, connect, fork, look_up, rounds
from game_rules import SkipTalk
from server.hub.history import History
from server.journal import Row
from server.journal.export import export
from server.journal.replay import compare
from tests.proving.serving import PLAIN, Serving
from tests.proving.test_rewind_sigkill import ROLES, played, read, wrong_with

KILLS = 6
AT_ONCE = 4
"""Forks that a kill finds under way, each at another moment."""


class Outcome(Struct):
    """What a kill left behind of `AT_ONCE` forks."""

    answered: int
    made: int
    faults: list[str]


async def killed(server: Serving, table: Table, seq: int, delay: float, folder: Path) -> Outcome:
    """Ask for forks from row `seq`, kill the server `delay` seconds later, and look what it serves when it is back."""
    before, parent = tables(folder), read(server.journal, table.game)
    wish = (server.url, table.table, table.host_token)
    await rounds(*wish)  # a server that is not up yet would only be killed at its start
    asking = [asyncio.create_task(fork(*wish, game=table.game, seq=seq)) for _ in range(AT_ONCE)]
    done, waiting = await asyncio.wait(asking, timeout=delay)
    server.kill()
    for each in waiting:
        each.cancel()
    await asyncio.gather(*asking, return_exceptions=True)
    await server.again()
    answers = [each.result() for each in done if not each.exception()]
    made = {id: where for id, where in tables(folder).items() if id not in before}
    faults = [f"answered, and not there: {answer.table}" for answer in answers if answer.table not in made]
    for game, code in made.values():
        faults += wrong_with(server.journal, table.game, game, seq) + await not_waiting(server, game, code, folder)
    for answer in [] if faults else answers:
        faults += await not_the_hosts(answer)
    if read(server.journal, table.game) != parent:
        faults.append("the first table's rows have changed")
    return Outcome(len(answers), len(made), faults)


def tables(folder: Path) -> dict[str, tuple[str, str]]:
    """Every table that the lobby knows, with its game and its code."""
    path = folder / "data" / "lobby.db"
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
        return {id: (game, code) for id, game, code in connection.execute("SELECT id, game, code FROM tables")}


async def not_waiting(server: Serving, game: str, code: str, folder: Path) -> list[str]:
    """What keeps people from sitting down to this game, standing still as it must be."""
    try:
        looked = await look_up(server.url, code)
    except Rejected as gone:
        return [f"the table is lost: {gone}"]
    rows = [
        Row(game, seq, at, actor, id, command, events, words)
        for seq, actor, id, command, events, words, at in read(server.journal, game)
    ]
    file = folder / "fork.jsonl"
    file.write_bytes(export(rows))
    report = compare(file)
    faults = [] if report.equal else [report.what]
    if {seat["role"] for seat in looked["seats"] if seat["held_by"] == "open"} != set(ROLES):
        faults.append("a seat is not open")
    return faults if History(rows).state.paused else [*faults, "it does not stand still"]


async def not_the_hosts(made: Table) -> list[str]:
    async with connect(made.url, made.host_token) as host:
        return [] if host.game == made.game and host.view.paused else ["the host finds another game"]


async def outcomes(folder: Path, kills: int, launcher: tuple[str, ...] = PLAIN) -> list[Outcome]:
    """`kills` kills: at once, spread over the later half of forks, after their answers; up to the first fault."""
    async with Serving(folder, launcher) as server:
        table, seq = await played(server)
        server.kill()
        await server.again()  # the first forks after a start take longer, and each kill meets such ones
        wish = (server.url, table.table, table.host_token)
        await rounds(*wish)
        began = time.perf_counter()
        await asyncio.gather(*(fork(*wish, game=table.game, seq=seq) for _ in range(AT_ONCE)))
        takes = time.perf_counter() - began
        delays = [0.0, *(takes * (1 + n / (kills - 3)) / 2 for n in range(kills - 2)), 10.0]
        found: list[Outcome] = []
        while delays and not (found and found[-1].faults):
            found.append(await killed(server, table, seq, delays.pop(0), folder))
        async with connect(server.url, table.host_token) as host:
            await host.send(SkipTalk())
        return found


@pytest.mark.timeout(90)
async def test_a_kill_at_any_moment_of_a_fork_leaves_a_whole_table_or_none(tmp_path: Path) -> None:
    found = await outcomes(tmp_path, KILLS)
    assert [outcome.faults for outcome in found] == [[]] * KILLS
    print(f"made {[each.made for each in found]}, answered {[each.answered for each in found]} of {AT_ONCE} each")
    assert found[0].made < AT_ONCE and found[-1].made == found[-1].answered == AT_ONCE


@pytest.mark.timeout(60)
async def test_a_server_that_makes_the_table_before_its_game_is_written_is_caught(tmp_path: Path) -> None:
    found = await outcomes(tmp_path, 2, ("-m", "tests.proving.saboteurs", "table_first"))
    assert any("the table is lost" in fault for outcome in found for fault in outcome.faults)
