"""The one clock of a server: it ends phases whose deadline has passed, and marks that open tables are alive."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

import structlog

from game_rules import Interrupted, State, TimeExpired
from server.hub.protocol import Refused
from server.hub.table import Table
from server.lobby import LobbyFailed

TICK_SECONDS: Final = 0.2
FROZEN_SECONDS: Final = 2.0
"""A tick later than this means that the whole server stood still (a suspended laptop): nobody's time ran."""
AGAIN_MS: Final = 2_000
NOW_SECONDS: Final = 10.0
ACTOR: Final = "clock"
log = structlog.get_logger()


class Clock:
    """Runs from `run` until it is cancelled; a fault at one table is logged and stops nothing."""

    def __init__(
        self,
        tables: Callable[[], Iterable[Table]],
        now: Callable[[], int],
        mark_alive: Callable[[], Awaitable[None]],
        alive_every: float,
    ) -> None:
        self._tables, self._now, self._mark_alive, self._alive_every = tables, now, mark_alive, alive_every
        self._next_try: dict[tuple[str, int], int] = {}
        self._asking: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        last = marked = told = loop.time()
        while True:
            await asyncio.sleep(TICK_SECONDS)
            at = loop.time()
            self._give_back(at - last)
            last = at
            self._all(self._tick)
            if at - marked >= self._alive_every:
                marked = at
                await self._mark()
            if at - told >= NOW_SECONDS:
                told = at
                self._all(Table.tell_now)

    def _give_back(self, seconds: float) -> None:
        if seconds > FROZEN_SECONDS:
            self._all(lambda table: interrupted(table, round(seconds * 1000)))

    def _tick(self, table: Table) -> None:
        state, now = table.history.state, self._now()
        if not is_running(state) or state.deadline is None or now < state.deadline:
            return
        key = (table.id, state.deadline_seq)
        if now >= self._next_try.get(key, 0):
            self._next_try[key] = now + AGAIN_MS
            task = asyncio.create_task(_expire(table, state.deadline_seq))
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)

    def _all(self, do: Callable[[Table], None]) -> None:
        for table in self._tables():
            try:
                do(table)
            except Exception:
                log.exception("clock failed", table=table.id)

    async def _mark(self) -> None:
        live = {(table.id, table.history.state.deadline_seq) for table in self._tables()}
        self._next_try = {key: again for key, again in self._next_try.items() if key in live}
        try:
            await self._mark_alive()
        except LobbyFailed as problem:
            log.error("alive mark failed", problem=str(problem))
        except Exception:
            log.exception("alive mark failed")


def is_running(state: State) -> bool:
    """Whether people's time runs at this table."""
    return state.timers and state.deadline is not None and not state.paused


def interrupted(table: Table, ms: int) -> None:
    """Give back the time that the server was away. Goes into the inbox before anything else that comes now."""
    if ms > 0 and is_running(table.history.state):
        table.post(ACTOR, f"clock:interrupted:{table.history.seq}", Interrupted(ms))


async def _expire(table: Table, seq: int) -> None:
    answer = await table.ask(ACTOR, f"clock:{seq}", TimeExpired())
    if isinstance(answer, Refused):
        log.info("time not expired", table=table.id, code=answer.code)
