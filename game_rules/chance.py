"""The seeded generator: a draw is a pure function of the table's seed and the number of draws before it.

The counter is carried in the state and every result stands in an event, so replay needs no generator. A keyed hash
keeps the next draw unpredictable to whoever has seen all the earlier ones.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from struct import Struct
from typing import TypeVar

T = TypeVar("T")
_EIGHT = Struct(">8Q").unpack


def draw(seed: str, before: int, sides: int) -> int:
    """A number in 0..sides-1, for `before` draws already taken. `sides` must be at least 1."""
    number: int = _eight(seed, before >> 3)[before & 7]
    return number % sides


@lru_cache(maxsize=64)
def _eight(seed: str, block: int) -> tuple[int, ...]:
    """Eight draws come from one digest; they are mostly taken one after the other."""
    return _EIGHT(blake2b(f"{seed}:{block}".encode()).digest())


def shuffled(seed: str, items: Sequence[T]) -> tuple[T, ...]:
    """The items in the order that a seed of their own gives them."""
    rest, found = list(items), []
    eight: tuple[int, ...] = ()
    # The last one is left over: a draw of one side would give 0.
    for n in range(len(rest) - 1):
        if not n & 7:
            eight = _eight(seed, n >> 3)
        found.append(rest.pop(eight[n & 7] % len(rest)))
    return (*found, *rest)
