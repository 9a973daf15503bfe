"""Wrong join codes are counted by address, right ones never: a whole class sits behind one address."""

import math
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from server.errors import ApiError
from server.hub.limits import Bucket

FREE: Final = 30
PER_SECOND: Final = 0.5
ADDRESSES: Final = 4096
CODES: Final = 64
LONGEST_WAIT: Final = 300


class _Address:
    def __init__(self, at: float) -> None:
        self.wrong = Bucket(FREE, PER_SECOND, at)
        self.closed_until = at
        self.wait = 1.0
        self.known: OrderedDict[str, None] = OrderedDict()


class Failures:
    """About 30 wrong codes a minute are free; each one beyond doubles the wait, up to five minutes.

    During the wait an address may still use the codes that it once got right, so that a guesser in the room
    locks nobody out who is there to play.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._addresses: OrderedDict[str, _Address] = OrderedDict()

    def admit(self, address: str, code: str) -> None:
        """Raises 429 while the address has to wait."""
        own, at = self._of(address), self._clock()
        if at < own.closed_until and code not in own.known:
            wait = math.ceil(own.closed_until - at)
            raise ApiError(
                429, "too_many_wrong_codes", f"Too many wrong codes. Try again in {wait} s.", {"wait": wait}, wait
            )

    def right(self, address: str, code: str) -> None:
        own = self._of(address)
        own.known[code] = None
        own.known.move_to_end(code)
        while len(own.known) > CODES:
            own.known.popitem(last=False)

    def wrong(self, address: str) -> None:
        own, at = self._of(address), self._clock()
        if own.wrong.take(at):
            own.wait = 1.0
        else:
            own.closed_until = at + own.wait
            own.wait = min(own.wait * 2, LONGEST_WAIT)

    def _of(self, address: str) -> _Address:
        if address not in self._addresses:
            self._addresses[address] = _Address(self._clock())
        self._addresses.move_to_end(address)
        while len(self._addresses) > ADDRESSES:
            self._addresses.popitem(last=False)
        return self._addresses[address]
