"""The six public tracks and their ranges (rulebook, section 3.1)."""

from typing import Final, Literal

Track = Literal["trust", "common", "tension", "bite", "cred", "outcomes"]
TRACKS: Final[tuple[Track, ...]] = ("trust", "common", "tension", "bite", "cred", "outcomes")
TOP: Final[dict[str, int]] = {
    "trust": 10, "common": 12, "tension": 12, "bite": 10, "cred": 10, "outcomes": 10,
}


def clamp(value: int, low: int, high: int) -> int:
    """`value` moved into `low`..`high`."""
    return max(low, min(high, value))
