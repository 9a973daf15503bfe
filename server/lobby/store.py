"""Every question and change that the server has for the lobby, each in one short transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

import msgspec
from sqlalchemy import CursorResult, Update, exists, or_, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, select

from server.auth import CODE_ALPHABET, hash_token, new_code, new_token, normalise_code
from server.lobby.database import LobbyUnusable, open_database
from server.lobby.models import SeatRow, TableRow

__all__ = ["Claim", "Holder", "Lobby", "LobbyFailed", "LobbyUnusable", "Seat", "Table", "check_lobby", "open_lobby"]

Result = TypeVar("Result")


class LobbyFailed(Exception):
    """The disk or the database refused (full, locked, damaged): nothing was changed. Trying again is safe."""


class Table(msgspec.Struct, frozen=True):
    """A table as the rest of the server sees it; times are ms since 1970."""

    id: str
    """Public, 22 characters."""
    game: str
    """The journal that the table plays now."""
    title: str
    deck: str
    code: str | None
    """The join code; None once the table has ended."""
    locked: bool
    """Nobody new may sit down."""
    timers: bool
    host_seated: bool
    """The host plays too, and so may see no secret before the end."""
    created_at: int
    alive_at: int
    """When the table was last known to be served."""
    ended_at: int | None


class Seat(msgspec.Struct, frozen=True):
    """A seat that a person may take or has taken."""

    role: str
    name: str | None
    claimed_at: int | None
    """None while it is free."""
    moved: int
    """How often it went to another device."""


class Holder(msgspec.Struct, frozen=True):
    """Whom a token speaks for."""

    table: Table
    kind: Literal["seat", "host", "projector"]
    role: str | None = None
    """The seat's role; None for a host and a projector."""


class Claim(Enum):
    """What became of somebody's wish to sit down; all but CLAIMED changed nothing."""

    CLAIMED = "claimed"
    TAKEN = "taken"
    UNKNOWN = "unknown"
    """There is no such table, or no such seat for people at it."""
    LOCKED = "locked"
    ENDED = "ended"


async def open_lobby(path: Path) -> "Lobby":
    """Open `lobby.db`, making it and bringing its tables up to date first. Raises `LobbyUnusable`."""
    return Lobby(await open_database(path))


async def check_lobby(path: Path) -> None:
    """Open `lobby.db` and close it again, to know before the start whether it can serve. Raises `LobbyUnusable`."""
    await (await open_lobby(path)).close()


class Lobby:
    """Tables, codes, seats, names and token hashes. Tokens themselves are never stored.

    Cancelling the caller of a change stops the waiting, not the change. Methods that change one table or seat
    return False (or None) when there is no such thing to change. Any may raise `LobbyFailed`.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._reading = engine.execution_options(reading=True)
        self._turn = asyncio.Lock()  # SQLite has one writer; queueing here is fair, its own busy wait is not
        self._changes: set[asyncio.Task[Any]] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Finish the changes under way and let go of the file."""
        await asyncio.gather(*self._changes, return_exceptions=True)
        await self.engine.dispose()

    async def make_table(
        self,
        *,
        game: str,
        title: str,
        deck: str,
        roles: Sequence[str],
        host_hash: str,
        projector_hash: str,
        at: int,
        timers: bool = True,
        host_seated: bool = False,
    ) -> Table:
        """A new table with a fresh id and code, and a free seat for each of `roles` (people's, not bots')."""
        table = TableRow(
            id=new_token(),
            game=game,
            title=title,
            deck=deck,
            code=None,
            timers=timers,
            host_seated=host_seated,
            host_hash=host_hash,
            projector_hash=projector_hash,
            created_at=at,
            alive_at=at,
            ended_at=None,
        )
        seats = [
            SeatRow(table_id=table.id, role=role, token_hash=None, name=None, claimed_at=None)
            for role in roles
        ]

        async def make(session: AsyncSession) -> Table:
            table.code = await _free_code(session)
            session.add(table)
            await session.flush()
            session.add_all(seats)
            return _table(table)

        return await self._change(make)

    async def table(self, table: str) -> Table | None:
        """The table with this id, open or ended."""
        return await self._one_table(col(TableRow.id) == table)

    async def by_code(self, code: str) -> Table | None:
        """The open table with this join code, as typed (capitals, spaces and dashes do not matter)."""
        code = normalise_code(code)
        return await self._one_table(col(TableRow.code) == code) if set(code) <= set(CODE_ALPHABET) else None

    async def by_token(self, token: str) -> Holder | None:
        """Whom this token speaks for, at open and ended tables; None if it never was valid or has moved."""
        hashed = hash_token(token)

        async def look(session: AsyncSession) -> Holder | None:
            seats = select(SeatRow, TableRow).join(TableRow).where(col(SeatRow.token_hash) == hashed)
            if found := (await session.execute(seats)).first():
                return Holder(_table(found[1]), "seat", found[0].role)
            either = or_(col(TableRow.host_hash) == hashed, col(TableRow.projector_hash) == hashed)
            table = (await session.execute(select(TableRow).where(either))).scalar()
            if table is None:
                return None
            return Holder(_table(table), "host" if table.host_hash == hashed else "projector")

        return await self._look(look)

    async def open_tables(self) -> list[Table]:
        """Every table that has not ended, oldest first."""
        query = select(TableRow).where(col(TableRow.ended_at).is_(None)).order_by(col(TableRow.created_at))

        async def look(session: AsyncSession) -> list[Table]:
            return [_table(row) for row in (await session.execute(query)).scalars()]

        return await self._look(look)

    async def seats(self, table: str) -> list[Seat]:
        """The table's seats for people, free and taken, by role."""
        query = select(SeatRow).where(col(SeatRow.table_id) == table).order_by(col(SeatRow.role))

        async def look(session: AsyncSession) -> list[Seat]:
            rows = (await session.execute(query)).scalars()
            return [Seat(row.role, row.name, row.claimed_at, row.moved) for row in rows]

        return await self._look(look)

    async def names(self, table: str) -> dict[str, str]:
        """Who sits where: role to name."""
        return {seat.role: seat.name for seat in await self.seats(table) if seat.name is not None}

    async def claim_seat(self, table: str, role: str, name: str, token_hash: str, *, at: int) -> Claim:
        """Sit down, if the seat is free and the table open and not locked; however many try, one gets it."""
        admits = exists().where(
            col(TableRow.id) == table, col(TableRow.ended_at).is_(None), col(TableRow.locked).is_(False)
        )
        claim = (
            _update_seat(table, role)
            .where(col(SeatRow.token_hash).is_(None), admits)
            .values(name=name, token_hash=token_hash, claimed_at=at)
        )

        async def sit(session: AsyncSession) -> Claim:
            return Claim.CLAIMED if await _changed(session, claim) else await _why_not(session, table, role)

        return await self._change(sit)

    async def move_seat(self, table: str, role: str, new_hash: str) -> bool:
        """Give a taken seat to another device: its new token works from now on, its old one no more."""
        taken = _update_seat(table, role).where(col(SeatRow.token_hash).is_not(None))
        return await self._update(taken.values(token_hash=new_hash, moved=col(SeatRow.moved) + 1))

    async def rename(self, table: str, role: str, name: str | None) -> bool:
        """Change the name of whoever took the seat; None forgets it."""
        taken = _update_seat(table, role).where(col(SeatRow.token_hash).is_not(None))
        return await self._update(taken.values(name=name))

    async def rotate_code(self, table: str) -> str | None:
        """Give an open table another join code; the old one admits nobody, those seated stay."""

        async def rotate(session: AsyncSession) -> str | None:
            code = await _free_code(session)
            return code if await _changed(session, _update_open(table).values(code=code)) else None

        return await self._change(rotate)

    async def lock(self, table: str, locked: bool) -> bool:
        """Let nobody new sit down at an open table, or let them again."""
        return await self._update(_update_open(table).values(locked=locked))

    async def seat_host(self, table: str, seated: bool) -> bool:
        """Note that the host plays too, or no longer does."""
        return await self._update(_update_open(table).values(host_seated=seated))

    async def set_game(self, table: str, game: str, *, instead_of: str, at: int) -> bool:
        """Point a table, open or ended, at another journal; False if it plays another than `instead_of` by now."""
        turn = update(TableRow).where(col(TableRow.id) == table, col(TableRow.game) == instead_of)
        return await self._update(turn.values(game=game, alive_at=at))

    async def end_table(self, table: str, game: str, *, at: int) -> bool:
        """End an open table that plays `game`: its code is free for others; its tokens go on working."""
        ends = _update_open(table).where(col(TableRow.game) == game)
        return await self._update(ends.values(ended_at=at, code=None))

    async def reopen_table(self, table: str, game: str, *, at: int) -> bool:
        """Open an ended table that plays `game` again, under a fresh code."""

        async def reopen(session: AsyncSession) -> bool:
            ended = update(TableRow).where(
                col(TableRow.id) == table, col(TableRow.game) == game, col(TableRow.ended_at).is_not(None)
            )
            code = await _free_code(session)
            return await _changed(session, ended.values(ended_at=None, code=code, alive_at=at))

        return await self._change(reopen)

    async def touch_alive(self, tables: Collection[str], *, at: int) -> None:
        """Note that these tables are served at `at`, so that downtime is known from play; ended ones stay."""
        await self._update(_update_open(*tables).values(alive_at=at))

    async def _one_table(self, condition: Any) -> Table | None:
        async def look(session: AsyncSession) -> Table | None:
            row = (await session.execute(select(TableRow).where(condition))).scalar()
            return None if row is None else _table(row)

        return await self._look(look)

    async def _update(self, statement: Update) -> bool:
        return await self._change(lambda session: _changed(session, statement))

    async def _look(self, look: Callable[[AsyncSession], Awaitable[Result]]) -> Result:
        try:
            async with AsyncSession(self._reading, expire_on_commit=False) as session:
                return await look(session)
        except DatabaseError as error:
            raise LobbyFailed(f"lobby.db: {error.orig}") from error

    async def _change(self, change: Callable[[AsyncSession], Awaitable[Result]]) -> Result:
        """Run one transaction in a task of its own: a cancelled caller must not leave it half done."""
        task = asyncio.create_task(self._in_turn(change))
        self._changes.add(task)
        task.add_done_callback(self._changes.discard)
        return await asyncio.shield(task)

    async def _in_turn(self, change: Callable[[AsyncSession], Awaitable[Result]]) -> Result:
        try:
            async with self._turn, AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
                return await change(session)
        except DatabaseError as error:
            raise LobbyFailed(f"lobby.db: {error.orig}") from error


def _table(row: TableRow) -> Table:
    return Table(**{field: getattr(row, field) for field in Table.__struct_fields__})


def _update_open(*tables: str) -> Update:
    return update(TableRow).where(col(TableRow.id).in_(tables), col(TableRow.ended_at).is_(None))


def _update_seat(table: str, role: str) -> Update:
    return update(SeatRow).where(col(SeatRow.table_id) == table, col(SeatRow.role) == role)


async def _changed(session: AsyncSession, statement: Update) -> bool:
    result = await session.execute(statement, execution_options={"synchronize_session": False})
    return isinstance(result, CursorResult) and result.rowcount > 0


async def _free_code(session: AsyncSession) -> str:
    while True:
        code = new_code()
        taken = select(TableRow.id).where(col(TableRow.code) == code)
        if (await session.execute(taken)).first() is None:
            return code


async def _why_not(session: AsyncSession, table: str, role: str) -> Claim:
    seat, row = await session.get(SeatRow, (table, role)), await session.get(TableRow, table)
    if seat is None or row is None:
        return Claim.UNKNOWN
    if row.ended_at is not None:
        return Claim.ENDED
    return Claim.LOCKED if row.locked and seat.token_hash is None else Claim.TAKEN
