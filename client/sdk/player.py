"""One viewer at a table: it holds the view, and sends commands until they are acknowledged."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from typing import Any, Literal, Self

import msgspec

from client.sdk import wire
from client.sdk.line import Closed, Line
from client.sdk.pace import Pace
from game_rules import Command, View

NOT_NOW = ("rate_limited", "busy", "not_saved", "table_frozen")
"""Refusals that say nothing of the command itself: it is sent again after a pause."""
UNREADABLE = ("binary_frame", "bad_json", "too_deep", "bad_message")
"""Errors that a command of this client can have caused."""
PAUSE = 1.0
"""Seconds before a command that was not taken now is sent again."""

Tap = Callable[[Literal["sent", "seen"], str], None]


class Refused(Exception):
    """The rules said no: `code` of the protocol, `data` quotes the value, `allowed` says what would do."""

    def __init__(self, code: str, data: dict[str, Any], allowed: list[Any]) -> None:
        super().__init__(f"{code} {data}" + (f"; allowed: {allowed}" if allowed else ""))
        self.code, self.data, self.allowed = code, data, allowed


class Player:
    """A seat, the host or a projector. Use as `async with connect(url, token) as player`.

    `view` is the table as this viewer may see it at `seq`; `log` every entry seen, in order; `now` who is on.
    `faults` names each gap, duplicate or step back in the numbering, and each frame that made no sense: it
    stays empty as long as the server keeps its promises. `tap` is told every frame that was sent or seen.
    """

    view: View
    raw: dict[str, Any]

    def __init__(self, url: str, token: str, *, patience: float = 60.0, tap: Tap | None = None) -> None:
        self._line = Line("ws" + url.rstrip("/").removeprefix("http") + "/ws", self._greet, self._hear)
        self._token, self._patience, self._tap = token, patience, tap
        self._waiting: dict[str, tuple[wire.Send, asyncio.Future[int]]] = {}
        self._welcome = False
        self._pace, self._talk_pace = Pace(burst=50, per_second=18), Pace(burst=4, per_second=0.9)
        self._news = asyncio.Event()
        self._failure: Exception | None = None
        self.table = self.game = self.seat = ""
        self.seq = 0
        self.log: list[wire.Entry] = []
        self.now = wire.Now({}, {}, 0)
        self.faults: list[str] = []

    async def __aenter__(self) -> Self:
        self._life = asyncio.create_task(self._live())
        try:
            while not self.game:
                await self._more()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Leave. Commands still waiting raise `Closed`; the seat stays this token's."""
        self._life.cancel()
        await asyncio.gather(self._life, return_exceptions=True)
        self._fail(Closed(1000, "left"))

    @property
    def in_flight(self) -> tuple[str, ...]:
        """Ids of the commands that are neither acknowledged nor refused yet."""
        return tuple(self._waiting)

    async def send(self, command: Command, words: str | None = None, *, id: str | None = None) -> int:
        """Send until the server has written it down; the seq of its row. The same `id` counts once.

        Raises `Refused`, and `Closed` when the line closed for good (the command may have been written).
        """
        message = wire.Send(id or secrets.token_urlsafe(12), command, words)
        while True:
            try:
                return await self._ask(message)
            except Refused as refused:
                if refused.code not in NOT_NOW:
                    raise
            await asyncio.sleep(PAUSE)

    async def until(self, holds: Callable[[View], bool]) -> View:
        """Wait for a view that `holds`; the one held now counts."""
        while not holds(self.view):
            await self._more()
        return self.view

    async def reach(self, seq: int) -> View:
        """Wait until the view is at `seq` or later, or the table plays another game, whose seqs are others."""
        game = self.game
        while self.game == game and self.seq < seq:
            await self._more()
        return self.view

    async def entries(self) -> AsyncIterator[wire.Entry]:
        """Every entry, from the first one of `log`, then each as it comes, until the line closes for good."""
        told = 0
        while True:
            while told < len(self.log):
                told += 1
                yield self.log[told - 1]
            if self._failure:
                return
            await self._news.wait()

    async def ping(self) -> None:
        """Ask for a sign of life; the answer moves `now.clock`."""
        await self._put(wire.Ping())

    async def show(self, step: int) -> None:
        """For the host: turn the projector to this step of the reveal (0 the first)."""
        await self._put(wire.Show(step))

    async def _ask(self, message: wire.Send) -> int:
        await self._pace.wait()
        if message.words is not None:
            await self._talk_pace.wait()
        if self._failure:
            raise self._failure
        fresh = (message, asyncio.get_running_loop().create_future())
        message, answer = self._waiting.setdefault(message.id, fresh)
        if self._welcome:
            await self._put(message)
        return await asyncio.shield(answer)

    async def _more(self) -> None:
        if not self._failure:
            await self._news.wait()
        if self._failure:
            raise self._failure

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    async def _live(self) -> None:
        try:
            self._fail(await self._line.live(self._patience))
        except Exception as broken:  # a view that this version cannot read must not look like silence
            self._fail(broken)

    def _fail(self, failure: Exception) -> None:
        self._failure = self._failure or failure
        for id in self.in_flight:
            self._answer(id, self._failure)
        self._tell()

    async def _greet(self) -> None:
        self._welcome = False
        await self._put(wire.Hello(self._token, self.seq, self.game))

    async def _put(self, message: wire.Hello | wire.Send | wire.Ping | wire.Show) -> None:
        frame = wire.encode(message)
        if await self._line.put(frame) and self._tap:
            self._tap("sent", frame)

    async def _hear(self, frame: str) -> bool:
        """Take one frame in; False when the numbering broke, so that only a new welcome can mend it."""
        if self._tap:
            self._tap("seen", frame)
        try:
            whole = await self._take(wire.decode(frame))
        except msgspec.MsgspecError as unread:
            self.faults.append(f"a frame that could not be read: {unread}: {frame[:200]}")
            whole = True
        self._tell()
        return whole

    async def _take(self, message: wire.ServerMessage) -> bool:
        match message:
            case wire.Welcome():
                await self._welcomed(message)
            case wire.Update(seq, entry, changes):
                if not self._is_next(seq):
                    return False
                self.log.append(entry)
                self._show({**self.raw, **changes})
            case wire.Skip(seq):
                return self._is_next(seq)
            case wire.Ack(id, seq):
                self._answer(id, seq)
            case wire.Refused(id, code, data, allowed):
                self._answer(id, Refused(code, data, allowed))
            case wire.Now():
                self.now = message
            case wire.Pong(_, clock):
                self.now = msgspec.structs.replace(self.now, clock=clock)
            case wire.Error(code, text):
                self.faults.append(f"the server could not read a frame: {code}: {text}")
                self._unread(code, text)
        return True

    def _unread(self, code: str, text: str) -> None:
        """An error names no command: whoever waits hears of it, rather than wait for ever."""
        for id in self.in_flight if code in UNREADABLE else ():
            self._answer(id, Refused(code, {"message": text}, []))

    async def _welcomed(self, message: wire.Welcome) -> None:
        if message.game != self.game:
            self.log, self.seq = [], 0
        elif message.seq < self.seq:
            self.faults.append(f"back: the server is at {message.seq}, {self.seq} was seen")
        self._check_missed(message)
        self.log.extend(message.missed)
        self.table, self.game, self.seat, self.seq = message.table, message.game, message.seat, message.seq
        self._show(message.view)
        self._welcome = True
        for waiting, _ in tuple(self._waiting.values()):
            await self._put(waiting)

    def _check_missed(self, message: wire.Welcome) -> None:
        """It may leave out what this viewer may not see; it may not repeat, step back or run ahead."""
        seqs = [self.seq, *(entry.seq for entry in message.missed), message.seq + 1]
        if any(later <= earlier for earlier, later in pairwise(seqs)):
            self.faults.append(f"missed {seqs[1:-1]} between {self.seq} and {message.seq}")

    def _is_next(self, seq: int) -> bool:
        if seq == self.seq + 1:
            self.seq = seq
            return True
        self.faults.append(f"{'gap' if seq > self.seq else 'duplicate'}: {seq} came after {self.seq}")
        return False

    def _answer(self, id: str, outcome: int | Exception) -> None:
        _, answer = self._waiting.pop(id, (None, None))
        if answer is None or answer.done():
            return
        if isinstance(outcome, int):
            answer.set_result(outcome)
        else:
            answer.set_exception(outcome)
            answer.exception()  # a sender that was cancelled never looks at it, and need not

    def _show(self, raw: dict[str, Any]) -> None:
        self.raw, self.view = raw, msgspec.convert(raw, View)


def connect(url: str, token: str, *, patience: float = 60.0, tap: Tap | None = None) -> Player:
    """The line of whoever holds `token`: a seat plays, the host hosts, a projector only watches.

    `url` is the server's address (`http://...`). Entering waits for the first welcome; it raises `Closed` for
    an unknown token, or when nobody answers for `patience` seconds.
    """
    return Player(url, token, patience=patience, tap=tap)
