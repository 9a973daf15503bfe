"""The wire: every message that crosses `/ws`, as data (docs/protocol.md describes each)."""

from typing import Any, Final

from msgspec import Struct

from game_rules import Command, Event, View

MAX_WORDS = 500
"""Characters of free text in one command."""

SERVER_REFUSALS: Final[dict[str, str]] = {
    "wrong_actor": "This command is not for this viewer to give.",
    "words_missing": "This command needs words.",
    "words_too_long": "The words are too long.",
    "words_not_taken": "No words go with this command.",
    "rate_limited": "Too many messages; wait a moment and send it again.",
    "busy": "The table has too much to do; send it again.",
    "not_saved": "The move could not be written down and does not count; send it again.",
    "table_frozen": "The table stopped on a fault and is read back; the move does not count.",
}
"""Why the server itself refuses a command; all other codes are `game_rules.CODES`."""

ERRORS: Final[dict[str, str]] = {
    "binary_frame": "The frame was not text.",
    "bad_json": "The frame was not JSON.",
    "too_deep": "The frame was nested too deeply.",
    "bad_message": "The frame was JSON, but no message of the protocol.",
    "hello_first": "The first frame must be `hello`; later ones must not.",
    "unknown_token": "The token is not valid, or no longer.",
    "rate_limited": "Too many messages.",
    "table_frozen": "The table stopped on a fault and is read back.",
}
"""Codes of `error`."""


class _Message(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    pass


class Hello(_Message, frozen=True, forbid_unknown_fields=True, tag="hello"):
    """First frame of every socket: the token names table and seat; `after` is the last seq seen, of `game` if given."""

    token: str
    after: int = 0
    game: str = ""


class Send(_Message, frozen=True, forbid_unknown_fields=True, tag="command"):
    """`id` is the client's own and counts once, however often it is sent; `words` the free text beside a command."""

    id: str
    command: Command
    words: str | None = None


class Ping(_Message, frozen=True, forbid_unknown_fields=True, tag="ping"):
    n: int = 0


class Show(_Message, frozen=True, forbid_unknown_fields=True, tag="show"):
    """The host turns the projector to a step of this round's reveal, 0 the first. Not part of the game."""

    step: int


ClientMessage = Hello | Send | Ping | Show


class Entry(Struct, frozen=True):
    """One row as a viewer may see it; `words` maps the seq named by an event to its text."""

    seq: int
    at: int
    actor: str
    events: tuple[Event, ...]
    words: dict[str, str] = {}


class Skip(Struct, frozen=True, tag_field="type", tag="skip"):
    """A row of which this viewer may see nothing but that it is there."""

    seq: int


class Welcome(Struct, frozen=True, kw_only=True, tag_field="type", tag="welcome"):
    """A full view at `seq`, and the entries after the `after` of hello (at most 500, the newest)."""

    table: str
    game: str
    seat: str
    seq: int
    view: View
    missed: tuple[Entry, ...]


class Update(Struct, frozen=True, tag_field="type", tag="update"):
    """`changes` holds whole top-level fields of the view that differ from the view before this entry."""

    seq: int
    entry: Entry
    changes: dict[str, Any]


class Ack(Struct, frozen=True, tag_field="type", tag="ack"):
    """The command is written and will never be lost."""

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
    """Unnumbered: who is on (devices by role), display names by role, the server's clock in ms.

    `gave_way`, empty for everybody but the host: rounds in which a seat's bot failed and the default was played.
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
    """A frame that could not be read, or a hello that was refused. Repeated bad frames close the socket (1008)."""

    code: str
    message: str


ServerMessage = Welcome | Update | Skip | Ack | Refused | Now | Pong | Error
