"""A viewer's screen for tests: keeps every byte that came, and checks the numbering of what it is told."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import msgspec
import websockets
from websockets.asyncio.client import ClientConnection

from game_rules import View
from tests.server.live import Live

PATIENCE = 15.0
Move = dict[str, Any]


class Screen:
    """One socket of one token. `fields` is its view, each top-level field as the bytes that came."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self._name = f"t{id(self)}"
        self._news = asyncio.Condition()
        self._answers: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self.frames: list[str] = []
        self.fields: dict[str, bytes] = {}
        self.entries: list[dict[str, Any]] = []
        self.skipped: list[int] = []
        self.errors: list[dict[str, Any]] = []
        self.pongs: list[dict[str, Any]] = []
        self.now: dict[str, Any] = {}
        self.welcomes: list[dict[str, Any]] = []
        self.seen: list[tuple[int, bytes]] = []
        """The whole view as JSON after every seq."""
        self.seq = 0
        self.close_code: int | None = None
        self.fault: AssertionError | None = None
        """What the server did that it must never do."""

    @property
    def view(self) -> View:
        return msgspec.json.decode(self.whole, type=View)

    @property
    def whole(self) -> bytes:
        return msgspec.json.encode({name: msgspec.Raw(value) for name, value in self.fields.items()})

    async def send(self, command: Move, words: str | None = None, id: str | None = None) -> dict[str, Any]:
        """Send a command; its ack or refusal. An ack's entry has been seen when this returns."""
        id = id or f"{self._name}-{next(self._ids)}"
        answer = self._answers[id] = asyncio.get_running_loop().create_future()
        await self.put({"type": "command", "id": id, "command": command, "words": words})
        async with asyncio.timeout(PATIENCE):
            answered: dict[str, Any] = await answer
        if answered["type"] == "ack":
            await self.reach(answered["seq"])
        return answered

    async def ok(self, command: Move, words: str | None = None) -> int:
        answer = await self.send(command, words)
        assert answer["type"] == "ack", answer
        seq: int = answer["seq"]
        return seq

    async def refusal(self, command: Move, words: str | None = None) -> str:
        answer = await self.send(command, words)
        assert answer["type"] == "refused", answer
        code: str = answer["code"]
        return code

    async def put(self, message: Any) -> None:
        await self.put_raw(msgspec.json.encode(message).decode())

    async def put_raw(self, frame: str | bytes) -> None:
        await self._socket.send(frame)

    async def until(self, holds: Callable[["Screen"], bool]) -> None:
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: holds(self) or self.close_code is not None)
        if self.fault is not None:
            raise self.fault
        assert holds(self), f"closed with {self.close_code}"

    async def reach(self, seq: int) -> None:
        await self.until(lambda screen: screen.seq >= seq)

    async def closed(self) -> int:
        """The code with which the server closes."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: self.close_code is not None)
        assert self.close_code is not None
        return self.close_code

    async def close(self) -> None:
        await self._socket.close()

    async def listen(self) -> None:
        try:
            async for frame in self._socket:
                assert isinstance(frame, str)
                self.frames.append(frame)
                self._take(msgspec.json.decode(frame), frame)
                async with self._news:
                    self._news.notify_all()
        except websockets.ConnectionClosedError:
            pass
        except AssertionError as fault:
            self.fault = fault
        self.close_code = self._socket.close_code or 1006
        async with self._news:
            self._news.notify_all()

    def _take(self, message: dict[str, Any], frame: str) -> None:
        kind = message["type"]
        if kind == "welcome":
            self.welcomes.append(message)
            self.seq = message["seq"]
            self.fields = _raw_fields(frame, "view")
            self.seen.append((self.seq, self.whole))
        elif kind == "update":
            self._next(message["seq"])
            self.entries.append(message["entry"])
            changes = _raw_fields(frame, "changes")
            assert set(changes) <= set(self.fields)
            self.fields |= changes
            self.seen.append((self.seq, self.whole))
        elif kind == "skip":
            self._next(message["seq"])
            self.skipped.append(message["seq"])
            self.seen.append((self.seq, self.whole))
        elif kind in ("ack", "refused"):
            answer = self._answers.pop(message["id"], None)
            if answer is not None:
                answer.set_result(message)
        elif kind == "now":
            self.now = message
        else:
            {"error": self.errors, "pong": self.pongs}[kind].append(message)

    def _next(self, seq: int) -> None:
        assert seq == self.seq + 1, f"{seq} came after {self.seq}"
        self.seq = seq


def _raw_fields(frame: str, name: str) -> dict[str, bytes]:
    outer = msgspec.json.decode(frame.encode(), type=dict[str, msgspec.Raw])
    inner = msgspec.json.decode(outer[name], type=dict[str, msgspec.Raw])
    return {field: bytes(value) for field, value in inner.items()}


@asynccontextmanager
async def watching(live: Live, token: str, after: int = 0, **options: Any) -> AsyncIterator[Screen]:
    """A screen that has been welcomed."""
    async with opened(live, **options) as screen:
        await screen.put({"type": "hello", "token": token, "after": after})
        await screen.until(lambda each: bool(each.welcomes))
        yield screen


@asynccontextmanager
async def opened(live: Live, **options: Any) -> AsyncIterator[Screen]:
    """A socket that has not said hello."""
    address = live.url.replace("http", "ws") + "/ws"
    async with websockets.connect(address, compression=None, max_size=None, close_timeout=1, **options) as socket:
        screen = Screen(socket)
        listening = asyncio.create_task(screen.listen())
        try:
            yield screen
        finally:
            await socket.close()
            await listening
        if screen.fault is not None:
            raise screen.fault


class Room:
    """A table with people in its seats, its host and its projector."""

    def __init__(self, table: dict[str, Any], seats: dict[str, Screen], host: Screen, projector: Screen) -> None:
        self.table, self.seats, self.host, self.projector = table, seats, host, projector
        self.tokens: dict[str, str] = {}

    @property
    def screens(self) -> dict[str, Screen]:
        return {**self.seats, "host": self.host, "table": self.projector}

    async def settle(self) -> None:
        """Until every screen has seen what the furthest has."""
        furthest = max(screen.seq for screen in self.screens.values())
        for screen in self.screens.values():
            await screen.reach(furthest)


@asynccontextmanager
async def seated(live: Live, people: tuple[str, ...], **wish: Any) -> AsyncIterator[Room]:
    """A fresh table at which `people` (role ids) sit; the wish says who has the other seats."""
    table = live.make_table(**wish)
    tokens = {role: live.join(table["code"], role)["token"] for role in people}
    async with sitting(live, table, tokens) as room:
        yield room


@asynccontextmanager
async def sitting(live: Live, table: dict[str, Any], tokens: dict[str, str]) -> AsyncIterator[Room]:
    """The screens of a table that exists."""
    async with AsyncExitStack() as stack:
        seats = {role: await stack.enter_async_context(watching(live, token)) for role, token in tokens.items()}
        host = await stack.enter_async_context(watching(live, table["host_token"]))
        projector = await stack.enter_async_context(watching(live, table["projector_token"]))
        room = Room(table, seats, host, projector)
        room.tokens = tokens
        yield room


def plain_move(view: View) -> Move | None:
    """What somebody does who only wants the game to go on."""
    legal, me = view.legal, view.me
    assert me is not None
    if legal.sheet is not None:
        sheet = msgspec.to_builtins(legal.sheet.default)
        return {"type": "commit", "sheet": sheet} if me.sheet is None else None
    return {"type": "ready"} if "ready" in legal.commands else None


def _at_or_done(seq: int, done: Callable[[View], bool]) -> Callable[[Screen], bool]:
    return lambda screen: screen.seq >= seq or done(screen.view)


async def play_on(room: Room, until: Callable[[View], bool] = lambda view: "end" == view.phase) -> None:
    """Let the room play by plain moves until its projector shows what is waited for."""
    while not until(room.projector.view):
        after = room.projector.seq + 1
        for screen in room.seats.values():
            await screen.reach(room.projector.seq)
            move = plain_move(screen.view)
            if move is not None and not until(screen.view):
                await screen.send(move)
                await room.projector.reach(screen.seq)
        await room.projector.until(_at_or_done(after, until))
