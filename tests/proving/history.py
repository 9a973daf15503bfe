"""What one client saw and sent, frame by frame: all that the checker knows of it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

Way = Literal["sent", "seen"]


class Frame(NamedTuple):
    way: Way
    text: str

    @property
    def message(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.text)
        return found


class History:
    """Grows by `write`, which is a `tap` of the SDK, and is kept in a file for whoever looks into a failure."""

    def __init__(self, viewer: str, file: Path) -> None:
        self.viewer, self._file = viewer, file
        self.frames: list[Frame] = []
        self.unanswered: set[str] = set()
        """Ids of commands that are on the wire of the newest connection without an answer."""

    def write(self, way: Way, text: str) -> None:
        frame = Frame(way, text)
        self.frames.append(frame)
        with self._file.open("a") as file:
            file.write(f"{way} {text}\n")
        self._count(frame.message)

    def _count(self, message: dict[str, Any]) -> None:
        if message["type"] == "hello":
            self.unanswered.clear()
        elif message["type"] == "command":
            self.unanswered.add(message["id"])
        elif message["type"] in ("ack", "refused"):
            self.unanswered.discard(message["id"])


def acks(history: History) -> Iterator[tuple[str, int]]:
    """Every acknowledgement as (command id, seq), as often as it was seen."""
    for frame in history.frames:
        message = frame.message if frame.way == "seen" else {}
        if message.get("type") == "ack":
            yield message["id"], message["seq"]


def sent(history: History) -> dict[str, dict[str, Any]]:
    """The commands sent, by id."""
    found = {}
    for frame in history.frames:
        message = frame.message if frame.way == "sent" else {}
        if message.get("type") == "command":
            found[message["id"]] = message
    return found


def written_untold(history: History) -> int:
    """Commands that a killed server had written, of which only the next one told: the hardest moments."""
    found, resumed_at = 0, 0
    waiting, again = set[str](), set[str]()
    for frame in history.frames:
        message = frame.message
        if message["type"] == "welcome":
            resumed_at, again = message["seq"], set(waiting)
        elif message["type"] == "command":
            waiting.add(message["id"])
        elif message["type"] == "ack":
            found += message["id"] in again and message["seq"] <= resumed_at
            waiting.discard(message["id"])
    return found


def entries(history: History) -> Iterator[dict[str, Any]]:
    """Every entry seen, live or missed, in the order of its coming."""
    for frame in history.frames:
        message = frame.message if frame.way == "seen" else {}
        if message.get("type") == "update":
            yield message["entry"]
        elif message.get("type") == "welcome":
            yield from message["missed"]
