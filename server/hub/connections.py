"""The outgoing side of sockets: one bounded queue and one writer each, so that nobody waits for a slow phone."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from typing import Final, NamedTuple, Protocol

RESTARTING: Final = 1012
ABUSE: Final = 1008
TOO_SLOW: Final = 1013
BROKEN: Final = 1011
MOVED: Final = 4001
UNKNOWN_TOKEN: Final = 4004
CLOSING_SECONDS: Final = 1.0


class _Close(NamedTuple):
    code: int
    reason: str


class Socket(Protocol):
    """What a writer needs of a WebSocket."""

    async def send_text(self, data: str) -> None: ...

    async def close(self, code: int = 1000, reason: str | None = None) -> None: ...


class Connection:
    """One socket: whoever has something for it enqueues, `write` sends it off."""

    def __init__(self, socket: Socket, outgoing: int, stall_seconds: float) -> None:
        self._socket = socket
        self._queue: asyncio.Queue[str | _Close] = asyncio.Queue(outgoing)
        self._stall_seconds = stall_seconds
        self._overflowed = asyncio.Event()
        self._closing = False

    def send(self, message: str) -> None:
        """Enqueue a frame; a full queue ends the connection, and the client resumes by its seq."""
        self._put(message)

    def close(self, code: int, reason: str) -> None:
        """Enqueue the end, after what waits; nothing is taken after it."""
        self._put(_Close(code, reason))
        self._closing = True

    async def write(self) -> None:
        """Send what is enqueued until told to close, the client stalls, or the queue overflows."""
        sending = asyncio.create_task(self._send_all())
        overflow = asyncio.create_task(self._overflowed.wait())
        try:
            await asyncio.wait((sending, overflow), return_when=asyncio.FIRST_COMPLETED)
        finally:
            sending.cancel()
            overflow.cancel()
            await asyncio.gather(sending, overflow, return_exceptions=True)

    async def _send_all(self) -> None:
        with suppress(Exception):  # gone or stalled: either way this socket is done
            while True:
                message = await self._queue.get()
                async with asyncio.timeout(self._stall_seconds):
                    if isinstance(message, _Close):
                        await self._socket.close(message.code, message.reason)
                        return
                    await self._socket.send_text(message)

    async def hang_up(self) -> None:
        """Say good-bye to a socket that may be stuck."""
        code, reason = (TOO_SLOW, "too slow; come back") if self._overflowed.is_set() else (1000, "")
        with suppress(Exception):
            async with asyncio.timeout(CLOSING_SECONDS):
                await self._socket.close(code, reason)

    def _put(self, message: str | _Close) -> None:
        if self._closing or self._overflowed.is_set():
            return
        try:
            self._queue.put_nowait(message)
        except asyncio.QueueFull:
            self._overflowed.set()


class Connections:
    """The sockets of one table, by viewer, each viewer's in order of arrival."""

    def __init__(self) -> None:
        self._by_viewer: dict[str, list[Connection]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._by_viewer.values()))

    def __iter__(self) -> Iterator[Connection]:
        return (connection for each in list(self._by_viewer.values()) for connection in list(each))

    @property
    def viewers(self) -> list[str]:
        return list(self._by_viewer)

    @property
    def presence(self) -> dict[str, int]:
        """How many devices each viewer has on."""
        return {viewer: len(each) for viewer, each in self._by_viewer.items()}

    def add(self, viewer: str, connection: Connection, at_most: int) -> None:
        """Take a socket in; beyond `at_most` the viewer's oldest is closed."""
        held = self._by_viewer.setdefault(viewer, [])
        held.append(connection)
        while len(held) > at_most:
            held.pop(0).close(ABUSE, "too many devices in this seat; the newest stay")

    def remove(self, viewer: str, connection: Connection) -> None:
        held = self._by_viewer.get(viewer, [])
        if connection in held:
            held.remove(connection)
        if not held:
            self._by_viewer.pop(viewer, None)

    def of(self, viewer: str) -> list[Connection]:
        return list(self._by_viewer.get(viewer, ()))

    def send(self, viewer: str, message: str) -> None:
        for connection in self.of(viewer):
            connection.send(message)
