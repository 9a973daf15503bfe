"""All tables that this server has in memory: loaded at the first hello, dropped when nobody looks."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator

import structlog

from server.hub.branching import Branch, branch, check_moment, keep_holders, open_seats
from server.hub.clock import Clock, interrupted
from server.hub.history import History
from server.hub.house_bots import Delay, HouseBots
from server.hub.limits import Limits
from server.hub.table import Table
from server.journal import Journal
from server.lobby import Lobby, LobbyFailed
from server.lobby import Table as Record

log = structlog.get_logger()


class TableUnavailable(Exception):
    """The table's journal cannot be read back now."""


class GameMoved(Exception):
    """Somebody else has turned the table to another game in the meantime."""


class _Served:
    """A table with what belongs to it."""

    def __init__(self, table: Table, bots: HouseBots, ended: bool) -> None:
        self.table, self.bots = table, bots
        self.empty_since: float | None = None
        self.ended = ended
        """What the lobby knows, or is being told."""
        self.telling: set[asyncio.Task[None]] = set()


class Hub:
    """The live tables. `start` begins its clock, `stop` ends everything; between them `open` gives a table."""

    def __init__(
        self,
        journal: Journal,
        lobby: Lobby,
        *,
        now: Callable[[], int],
        bot_delay: Delay,
        alive_every: float = 5.0,
        limits: Limits | None = None,
    ) -> None:
        self.journal, self.lobby, self.now = journal, lobby, now
        self.limits = limits or Limits()
        self.draining = False
        self._bot_delay = bot_delay
        self._served: dict[str, _Served] = {}
        self._loading: dict[str, asyncio.Task[Table]] = {}
        self._rewinding: set[asyncio.Task[Table]] = set()
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        """Held while a table is read or turned to another game."""
        self._clock = Clock(lambda: list(self.tables()), now, self._mark_alive, alive_every)

    def start(self) -> None:
        self._running = asyncio.create_task(self._clock.run(), name="clock")

    async def stop(self) -> None:
        """Let every table finish the command under way, note that it was alive until now, and stop."""
        self.draining = True
        self._running.cancel()
        await asyncio.gather(self._running, *self._loading.values(), *self._rewinding, return_exceptions=True)
        try:
            await self._mark_alive()
        except LobbyFailed as problem:
            log.error("alive mark failed", problem=str(problem))
        for id in list(self._served):
            await self._drop(id)

    def tables(self) -> Iterator[Table]:
        return (served.table for served in self._served.values())

    async def open(self, record: Record) -> Table:
        """The table, read back from its journal if need be. Raises `TableUnavailable`."""
        served = self._served.get(record.id)
        if served and not served.table.failed and served.table.game == record.game:
            served.empty_since = None
            return served.table
        if record.id not in self._loading:
            task = asyncio.create_task(self._load(record.id), name=f"load {record.id}")
            self._loading[record.id] = task
            task.add_done_callback(lambda _: self._loading.pop(record.id, None))
        try:
            return await asyncio.shield(self._loading[record.id])
        except TableUnavailable:
            raise
        except Exception as problem:
            log.exception("table not loaded", table=record.id)
            raise TableUnavailable(f"This table cannot be read back ({type(problem).__name__}).") from problem

    async def code_of(self, table: str) -> str | None:
        """The table's join code, None once its game is over; what the lobby is being told counts already."""
        served = self._served.get(table)
        await asyncio.gather(*(served.telling if served else ()))
        record = await self.lobby.table(table)
        return record.code if record else None

    async def rewind(self, record: Record, seq: int) -> Table:
        """Let the table go on from row `seq` of the game in the record, in a new one, for everybody who is on.

        Raises `NoSuchMoment`, `NotSaved`, `GameMoved`, `LobbyFailed` and `TableUnavailable`; then the table plays on
        as it was. A crash leaves the table with its old game or with the whole new one.
        """
        task = asyncio.create_task(self._rewind(record, seq), name=f"rewind {record.id}")
        self._rewinding.add(task)
        task.add_done_callback(self._rewinding.discard)
        return await asyncio.shield(task)

    async def fork(self, record: Record, seq: int) -> tuple[Branch, tuple[str, ...]]:
        """A game for another table, from row `seq` of this one's, standing still; and the roles whose seats are free.

        Raises `NoSuchMoment`, `NotSaved` and `TableUnavailable`.
        """
        table = await self.open(record)
        check_moment(table.history, seq)
        begun = await branch(self.journal, table.game, seq, self.now())
        return begun, await open_seats(begun, self.now())

    async def _rewind(self, record: Record, seq: int) -> Table:
        table = await self.open(record)
        async with self._turns[record.id]:
            served = self._served.get(record.id)
            if table.game != record.game or served is None or served.table is not table:
                raise GameMoved
            await self._turn(table, seq)
        if table.failed:
            raise TableUnavailable("The game from there cannot be read back.")
        return table

    async def _turn(self, table: Table, seq: int) -> None:
        """Write the new game, point the table to it, then show it: in this order, so that a crash breaks nothing."""
        check_moment(table.history, seq)
        begun = await branch(self.journal, table.game, seq, self.now())
        await keep_holders(begun, table.history.state, self.now())
        if not await self.lobby.set_game(table.id, begun.game, instead_of=table.game, at=self.now()):
            raise GameMoved
        served = self._served[table.id]
        await served.bots.stop()  # what they think of is over
        served.bots = HouseBots(table, self._bot_delay)
        await table.turn_to(begun.game)
        await asyncio.gather(*served.telling)

    async def _load(self, id: str) -> Table:
        async with self._turns[id]:
            record = await self.lobby.table(id)  # a record that was read before the turn names the game before it
            assert record is not None, "tables are never removed"
            served = self._served.get(id)
            if served and not served.table.failed and served.table.game == record.game:
                return served.table
            if served:
                await self._drop(id)
            return await self._read(record)

    async def _read(self, record: Record) -> Table:
        history = History(await self.journal.read(record.game))
        names = await self.lobby.names(record.id)
        table = Table(record.id, record.game, history, names, journal=self.journal, now=self.now, limits=self.limits)
        alive_at = max(record.alive_at, history.last.at)
        interrupted(table, self.now() - alive_at)
        bots = HouseBots(table, self._bot_delay)
        served = self._served[record.id] = _Served(table, bots, ended=record.ended_at is not None)
        table.changed.append(lambda: served.bots.look())
        table.changed.append(lambda: self._tell_lobby(served))
        bots.look()
        self._tell_lobby(served)
        return table

    def _tell_lobby(self, served: _Served) -> None:
        """A game that is over frees its code; its tokens go on working. One that goes on after all gets another."""
        ended = served.table.history.state.end is not None
        if ended != served.ended:
            served.ended = ended
            telling = asyncio.create_task(self._tell(served.table.id, served.table.game, ended))
            served.telling.add(telling)
            telling.add_done_callback(served.telling.discard)

    async def _tell(self, table: str, game: str, ended: bool) -> None:
        tell = self.lobby.end_table if ended else self.lobby.reopen_table
        try:
            await tell(table, game, at=self.now())
        except LobbyFailed as problem:
            log.error("end not told to the lobby", table=table, ended=ended, problem=str(problem))

    async def _mark_alive(self) -> None:
        await self.lobby.touch_alive(list(self._served), at=self.now())
        await self._drop_idle()

    async def _drop_idle(self) -> None:
        at = asyncio.get_running_loop().time()
        for id, served in list(self._served.items()):
            if len(served.table.connections) or self._turns[id].locked():
                served.empty_since = None
            elif served.empty_since is None:
                served.empty_since = at
            elif at - served.empty_since > self.limits.idle_seconds:
                await self._drop(id)

    async def _drop(self, id: str) -> None:
        served = self._served.pop(id)
        await served.bots.stop()
        await served.table.stop()
        await asyncio.gather(*served.telling, return_exceptions=True)
