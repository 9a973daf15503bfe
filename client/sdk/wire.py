"""The messages of `/ws` as a client reads and writes them (docs/protocol.md)."""

from typing import Any

import msgspec
from msgspec import Struct

from game_rules import Command, Event


class Hello(Struct, frozen=True, tag_field="type", tag="hello"):
    token: str
    after: int = 0
    game: str = ""


class Send(Struct, frozen=True, tag_field="type", tag="command"):
    id: str
    command: Command
    words: str | None = None


class Ping(Struct, frozen=True, tag_field="type", tag="ping"):
    n: int = 0


class Show(Struct, frozen=True, tag_field="type", tag="show"):
    """For the host: turn the projector to this step of the reveal."""

    step: int


class Entry(Struct, frozen=True):
    """One accepted command and what followed from it, as far as this viewer may see.

    `at` is ms since the epoch by the server's clock; `words` maps the seq that an event names to its text.
    """

    seq: int
    at: int
    actor: str
    events: tuple[Event, ...]
    words: dict[str, str] = {}


class Skip(Struct, frozen=True, tag_field="type", tag="skip"):
    seq: int


class Welcome(Struct, frozen=True, kw_only=True, tag_field="type", tag="welcome"):
    table: str
    game: str
    seat: str
    seq: int
    view: dict[str, Any]
    missed: tuple[Entry, ...]


class Update(Struct, frozen=True, tag_field="type", tag="update"):
    seq: int
    entry: Entry
    changes: dict[str, Any]


class Ack(Struct, frozen=True, tag_field="type", tag="ack"):
    id: str
    seq: int


class Refused(Struct, frozen=True, tag_field="type", tag="refused"):
    id: str
    code: str
    data: dict[str, Any]
    allowed: list[Any]


class Shown(Struct, frozen=True):
    """How far the host has turned the projector: to which `step` of the reveal of which `round`."""

    round: int = 0
    step: int = 0


class Now(Struct, frozen=True, tag_field="type", tag="now"):
    """Who is on: devices by role, display names by role, and the server's clock in ms since the epoch.

    `gave_way`, for the host alone: rounds in which a seat's bot failed and the default was played.
    """

    presence: dict[str, int]
    names: dict[str, str]
    clock: int
    gave_way: dict[str, list[int]] = {}
    shown: Shown = Shown()


class Pong(Struct, frozen=True, tag_field="type", tag="pong"):
    n: int
    clock: int


class Error(Struct, frozen=True, tag_field="type", tag="error"):
    code: str
    message: str


ServerMessage = Welcome | Update | Skip | Ack | Refused | Now | Pong | Error
_decoder: msgspec.json.Decoder[ServerMessage] = msgspec.json.Decoder(ServerMessage)


def encode(message: Hello | Send | Ping | Show) -> str:
    return msgspec.json.encode(message).decode()


def decode(frame: str | bytes) -> ServerMessage:
    """Raises `msgspec.ValidationError`, naming the field, for a frame that makes no sense here."""
    return _decoder.decode(frame)
