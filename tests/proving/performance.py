"""A game of four clients, with a projector and its host watching, while the server is killed again and again."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any

import msgspec

from client.sdk import Player, Table, connect, entries, join, make_table, play
from client.sdk.wire import Entry
from server.journal import SqliteJournal
from tests.proving.checker import Evidence, Secret
from tests.proving.history import History
from tests.proving.serving import Serving
from tests.proving.talker import Talker

ROLES = ("pct", "council", "charity", "government")
SENDS_BETWEEN_KILLS = (1, 4)
LONGEST_DELAY = 0.004
"""Seconds between a command on the wire and the kill: from before the server reads it to after it has written it."""


class Killer:
    """Kills the server with commands in flight, and starts it again, until it has done so `kills` times."""

    def __init__(self, server: Serving, kills: int, dice: random.Random) -> None:
        self._server, self._kills, self._dice = server, kills, dice
        self._sends = asyncio.Queue[None]()
        self.in_flight: list[int] = []
        """How many commands were on the wire without an answer, at each kill."""

    def told(self, way: str, text: str) -> None:
        """A frame of any client."""
        if way == "sent" and '"type":"command"' in text:
            self._sends.put_nowait(None)

    async def work(self, histories: list[History], between: Callable[[], Awaitable[None]]) -> None:
        """Kill after a few commands; `between` runs on every server that came up again."""
        for _ in range(self._kills):
            for _ in range(self._dice.randint(*SENDS_BETWEEN_KILLS)):
                await self._sends.get()
            await asyncio.sleep(self._dice.choice((0.0, self._dice.uniform(0, LONGEST_DELAY))))
            while not any(history.unanswered for history in histories):
                await self._sends.get()
            self.in_flight.append(sum(len(history.unanswered) for history in histories))
            self._server.kill()
            await self._server.again()
            await between()


class Performance:
    """One whole game, of `seconds` at most; `evidence` and `in_flight` are what it leaves behind."""

    evidence: Evidence
    in_flight: list[int]

    def __init__(self, server: Serving, folder: Path, seed: str, kills: int, seconds: float) -> None:
        self._server, self._folder, self._seed = server, folder, seed
        self._kills, self._seconds = kills, seconds
        self._dice = random.Random(seed)
        self._lives: dict[str, History] = {}
        self._glances: list[History] = []
        self._tokens: dict[str, str] = {}

    async def run(self) -> None:
        table = await self._gather()
        talkers = [Talker(role, self._seed) for role in ROLES]
        killer = Killer(self._server, self._kills, self._dice)
        async with AsyncExitStack() as stack:
            players = {viewer: await self._enter(stack, viewer, killer) for viewer in self._tokens}
            killing = asyncio.create_task(killer.work(list(self._lives.values()), self._glance))
            for talker in talkers:
                killing.add_done_callback(talker.fall_silent)
            with suppress(TimeoutError):  # what was not finished is for the checker to say
                async with asyncio.timeout(self._seconds):
                    await self._play(players, talkers)
            killing.cancel()
            await asyncio.wait([killing])
            await self._glance()
            pages = {viewer: await self._pages(table, viewer) for viewer in self._tokens}
        self.in_flight = killer.in_flight
        secrets = [secret for talker in talkers for secret in talker.secrets]
        secrets += [Secret(self._seed, frozenset()), Secret(table.host_token, frozenset())]
        rows = await self._rows(table.game)
        self.evidence = Evidence(list(self._lives.values()), self._glances, pages, rows, secrets)

    async def _play(self, players: dict[str, Player], talkers: list[Talker]) -> None:
        """To the end, and until everybody has seen the last entry."""
        async with asyncio.TaskGroup() as group:
            for talker in talkers:
                group.create_task(play(players[talker.role], talker))
            for watcher in ("host", "table"):
                group.create_task(_watch(players[watcher]))
        last = max(player.seq for player in players.values())
        for player in players.values():
            await player.reach(last)

    async def _gather(self) -> Table:
        """Make the table and take every seat; nobody watches yet."""
        table = await make_table(self._server.url, preset="gentle", rounds=8, seed=self._seed)
        for role in ROLES:
            seat = await join(self._server.url, table.code, f"Person {role}", role)
            self._tokens[role] = seat.token
        self._tokens |= {"host": table.host_token, "table": table.projector_token}
        return table

    async def _enter(self, stack: AsyncExitStack, viewer: str, killer: Killer) -> Player:
        history = self._lives[viewer] = History(viewer, self._folder / f"{viewer}.history")

        def tap(way: Any, text: str) -> None:
            history.write(way, text)
            killer.told(way, text)

        return await stack.enter_async_context(connect(self._server.url, self._tokens[viewer], tap=tap))

    async def _glance(self) -> None:
        """See the table afresh with everybody's eyes, once."""

        async def once(viewer: str, token: str) -> None:
            history = History(viewer, self._folder / f"{viewer}.glances")
            self._glances.append(history)
            async with connect(self._server.url, token, tap=history.write):
                pass

        await asyncio.gather(*(once(viewer, token) for viewer, token in self._tokens.items()))

    async def _pages(self, table: Table, viewer: str) -> list[dict[str, Any]]:
        found: list[Entry] = []
        before = None
        while before != 1:
            page = await entries(self._server.url, table.table, self._tokens[viewer], before=before)
            found, before = [*page.entries, *found], page.first
        plain: list[dict[str, Any]] = msgspec.to_builtins(found)
        return plain

    async def _rows(self, game: str) -> Any:
        self._server.kill()
        journal = SqliteJournal(self._server.journal)
        try:
            return await journal.read(game)
        finally:
            await journal.close()


async def _watch(player: Player) -> None:
    await player.until(lambda view: view.end is not None)
