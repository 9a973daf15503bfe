"""All tables that this server has in memory: loaded at the first hello, dropped when nobody looks."""

import asyncio
from collections.abc import Callable, Iterator

import structlog

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


class _Served:
    """A table with what belongs to it."""

    def __init__(self, table: Table, bots: HouseBots) -> None:
        self.table, self.bots = table, bots
        self.empty_since: float | None = None
        self.ending: asyncio.Task[None] | None = None


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
        self._clock = Clock(lambda: list(self.tables()), now, self._mark_alive, alive_every)

    def start(self) -> None:
        self._running = asyncio.create_task(self._clock.run(), name="clock")

    async def stop(self) -> None:
        """Let every table finish the command under way, note that it was alive until now, and stop."""
        self.draining = True
        self._running.cancel()
        await asyncio.gather(self._running, *self._loading.values(), return_exceptions=True)
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
            task = asyncio.create_task(self._load(record), name=f"load {record.id}")
            self._loading[record.id] = task
            task.add_done_callback(lambda _: self._loading.pop(record.id, None))
        try:
            return await asyncio.shield(self._loading[record.id])
        except TableUnavailable:
            raise
        except Exception as problem:
            log.exception("table not loaded", table=record.id)
            raise TableUnavailable(f"This table cannot be read back ({type(problem).__name__}).") from problem

    async def _load(self, record: Record) -> Table:
        if record.id in self._served:
            await self._drop(record.id)
        history = History(await self.journal.read(record.game))
        names = await self.lobby.names(record.id)
        table = Table(record.id, record.game, history, names, journal=self.journal, now=self.now, limits=self.limits)
        alive_at = max(record.alive_at, history.last.at)
        interrupted(table, self.now() - alive_at)
        bots = HouseBots(table, self._bot_delay)
        served = self._served[record.id] = _Served(table, bots)
        table.changed.append(bots.look)
        table.changed.append(lambda: self._end(served))
        bots.look()
        self._end(served)
        return table

    def _end(self, served: _Served) -> None:
        """A game that is over frees its code; its tokens go on working."""
        if served.table.history.state.end is not None and served.ending is None:
            served.ending = asyncio.create_task(self._end_in_lobby(served.table.id))

    async def _end_in_lobby(self, table: str) -> None:
        try:
            await self.lobby.end_table(table, at=self.now())
        except LobbyFailed as problem:
            log.error("table not ended in the lobby", table=table, problem=str(problem))

    async def _mark_alive(self) -> None:
        await self.lobby.touch_alive(list(self._served), at=self.now())
        await self._drop_idle()

    async def _drop_idle(self) -> None:
        at = asyncio.get_running_loop().time()
        for id, served in list(self._served.items()):
            if len(served.table.connections):
                served.empty_since = None
            elif served.empty_since is None:
                served.empty_since = at
            elif at - served.empty_since > self.limits.idle_seconds:
                await self._drop(id)

    async def _drop(self, id: str) -> None:
        served = self._served.pop(id)
        await served.bots.stop()
        await served.table.stop()
        if served.ending is not None:
            await asyncio.gather(served.ending, return_exceptions=True)
