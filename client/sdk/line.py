"""A socket that comes back: it greets, hands on what it hears, and connects again when it breaks."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator

import websockets
from websockets.asyncio.client import ClientConnection

FINAL = (1008, 4001, 4004)
"""Close codes after which coming back is useless: abuse, a token that moved away, an unknown token."""


class Closed(Exception):
    """Closed for good, by a close code of the protocol, by an HTTP status, or 0: nobody answered."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"closed ({code}): {reason}")
        self.code, self.reason = code, reason


class Line:
    """The socket at `address`. `greet` runs on each; `hear` on each frame, False asks for a new one."""

    def __init__(
        self, address: str, greet: Callable[[], Awaitable[None]], hear: Callable[[str], Awaitable[bool]]
    ) -> None:
        self.address = address
        self._greet, self._hear = greet, hear
        self._socket: ClientConnection | None = None

    async def live(self, patience: float) -> Closed:
        """Stay connected; why not any longer. `patience` is how many seconds nobody need answer."""
        pauses, last_heard = delays(), _clock()
        while True:
            ended = await self._once()
            if isinstance(ended, Closed):
                return ended
            if ended:
                pauses, last_heard = delays(), _clock()
            if _clock() - last_heard > patience:
                return Closed(0, f"{self.address} did not answer for {patience:g} s")
            await asyncio.sleep(next(pauses))

    async def put(self, frame: str) -> bool:
        """Whether the frame was handed to a socket; what was not is the caller's to send again."""
        if self._socket is None:
            return False
        try:
            await self._socket.send(frame)
        except websockets.ConnectionClosed:
            return False
        return True

    async def _once(self) -> Closed | bool:
        """One socket's life: Closed for good, or whether anything was heard on it."""
        heard = False
        try:
            async with websockets.connect(
                self.address, compression=None, open_timeout=5, close_timeout=1, max_size=None
            ) as self._socket:
                await self._greet()
                async for frame in self._socket:
                    heard = True
                    if not await self._hear(frame if isinstance(frame, str) else frame.decode()):
                        break
        except websockets.InvalidStatus as answered:
            if answered.response.status_code < 500:
                return Closed(answered.response.status_code, f"{self.address} refuses the socket")
        except (OSError, EOFError, websockets.WebSocketException):
            pass  # broken or not there yet: try again
        finally:
            closed, self._socket = self._socket, None
        if closed and closed.close_code in FINAL:
            return Closed(closed.close_code, closed.close_reason or "")
        return heard


def delays(first: float = 0.1, most: float = 2.0) -> Iterator[float]:
    """Seconds to wait before each further try: random, so that a room full of people does not rush back."""
    longest = first
    while True:
        yield random.uniform(first / 2, longest)
        longest = min(most, longest * 2)


def _clock() -> float:
    return asyncio.get_running_loop().time()
