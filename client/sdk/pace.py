"""How fast a client may send, so that it stays below the server's limits (docs/protocol.md, "Limits")."""

import asyncio


class Pace:
    """Up to `burst` at once, `per_second` in the long run; beyond it `wait` takes its time."""

    def __init__(self, burst: int, per_second: float) -> None:
        self._between, self._ahead = 1 / per_second, burst / per_second
        self._booked = 0.0

    async def wait(self) -> None:
        now = asyncio.get_running_loop().time()
        self._booked = max(self._booked, now - self._ahead) + self._between
        await asyncio.sleep(max(0.0, self._booked - now))
