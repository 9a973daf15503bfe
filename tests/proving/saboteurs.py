"""Servers that break a promise, for the proofs to catch: `python -m tests.proving.saboteurs NAME serve ...`."""

import asyncio
import sys
from collections.abc import Callable

from game_rules.bots import Move, Sight
from server.auth import new_token
from server.cli import main
from server.hub import house_bots, sight
from server.hub.branching import Branch
from server.hub.connections import Connection
from server.hub.hub import Hub
from server.hub.table import Table
from server.journal import Appended, Outcome, Row, SqliteJournal
from server.lobby import Table as Record

COMMIT_AFTER = 0.3
"""Seconds by which the liar's disk is behind its word."""
HONEST_ROWS = 5
"""The header and four people who sit down: without them there would be no game to lie about."""


def acknowledge_before_commit() -> None:
    """Every append is answered at once and written a moment later."""
    append = SqliteJournal.append
    late: list[asyncio.Task[Outcome]] = []

    async def after_a_moment(journal: SqliteJournal, row: Row) -> Outcome:
        await asyncio.sleep(COMMIT_AFTER)
        return await append(journal, row)

    async def lie(journal: SqliteJournal, row: Row) -> Outcome:
        if row.seq <= HONEST_ROWS:
            return await append(journal, row)
        late.append(asyncio.create_task(after_a_moment(journal, row)))
        return Appended(row.seq)

    SqliteJournal.append = lie  # type: ignore[assignment, method-assign]


def drop_a_skip() -> None:
    """Every third `skip` never leaves the server."""
    send = Connection.send
    skips = 0

    def forgetful(connection: Connection, message: str) -> None:
        nonlocal skips
        skips += '"type":"skip"' in message
        if '"type":"skip"' not in message or skips % 3:
            send(connection, message)

    Connection.send = forgetful  # type: ignore[assignment, method-assign]


def tell_everything() -> None:
    """Every seat is sent every event, whole."""
    sight.see = lambda state, viewer, event: event  # type: ignore[attr-defined]


def point_before_the_game_is_written() -> None:
    """A table that goes back points to its new game first; the game is written a moment later."""

    async def turn(hub: Hub, table: Table, seq: int) -> None:
        game, parent = new_token(), table.game
        await hub.lobby.set_game(table.id, game, instead_of=parent, at=hub.now())
        await asyncio.sleep(COMMIT_AFTER)
        (first, *_) = await hub.journal.read(parent)
        await hub.journal.branch(parent, seq, game, first.command)
        await table.turn_to(game)

    Hub._turn = turn  # type: ignore[assignment, method-assign]


def make_the_table_before_its_game_is_written() -> None:
    """A fork's table can be joined at once; its game is written a moment later."""
    late: list[asyncio.Task[None]] = []

    async def write(hub: Hub, parent: str, seq: int, game: str) -> None:
        await asyncio.sleep(COMMIT_AFTER)
        (first, *_) = await hub.journal.read(parent)
        await hub.journal.branch(parent, seq, game, first.command)

    async def hasty(hub: Hub, record: Record, seq: int) -> tuple[Branch, tuple[str, ...]]:
        table, game = await hub.open(record), new_token()
        late.append(asyncio.create_task(write(hub, table.game, seq, game)))
        return Branch(hub.journal, game, table.history), tuple(table.history.state.roles)

    Hub.fork = hasty  # type: ignore[assignment, method-assign]


def raise_in_every_bot() -> None:
    """No bot ever answers."""

    def fail(name: str, sight: Sight) -> Move | None:
        raise RuntimeError("a bot's fault")

    house_bots.choose = fail  # type: ignore[attr-defined]


SABOTEURS: dict[str, Callable[[], None]] = {
    "ack_first": acknowledge_before_commit,
    "no_skip": drop_a_skip,
    "no_secrets": tell_everything,
    "no_bots": raise_in_every_bot,
    "table_first": make_the_table_before_its_game_is_written,
    "point_first": point_before_the_game_is_written,
}

if __name__ == "__main__":
    SABOTEURS[sys.argv.pop(1)]()
    main()
