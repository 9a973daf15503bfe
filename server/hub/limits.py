"""How much one socket may send, and how patient the server is with it."""

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """What one server allows; the defaults are the protocol's (docs/protocol.md)."""

    frames_burst: int = 60
    frames_per_second: float = 20.0
    says_burst: int = 5
    says_per_second: float = 1.0
    bad_frames: int = 10
    """So many frames that are bad or beyond the rate, in about 100 s, end the connection."""
    sockets_per_seat: int = 4
    sockets_per_screen: int = 64
    outgoing: int = 64
    hello_seconds: float = 10.0
    stall_seconds: float = 20.0
    idle_seconds: float = 120.0
    """A table without sockets leaves the memory after so long; its clocks stand still until somebody returns."""


class Bucket:
    """Tokens that come back with time: `take` is False when there is none left."""

    def __init__(self, burst: int, per_second: float, at: float) -> None:
        self._burst, self._per_second = burst, per_second
        self._level, self._at = float(burst), at

    def take(self, at: float) -> bool:
        self._level = min(self._burst, self._level + (at - self._at) * self._per_second)
        self._at = at
        if self._level < 1:
            return False
        self._level -= 1
        return True
