"""A journal played again: every row of a file is decided anew and compared."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from game_rules import ENGINE, Command, NewGame, Refusal, State, content_hash, decide, fold, new_game
from game_rules import Event as AnyEvent
from server.journal.export import Line, link, plain

LARGEST_FILE: Final = 256 * 1024 * 1024
_commands = msgspec.json.Decoder(Command)
_events = msgspec.json.Decoder(tuple[AnyEvent, ...])


class Report(Struct, frozen=True):
    """Whether the file is the game that these rules play; else the first `line` that is not, and `what` is wrong."""

    equal: bool
    line: int | None
    what: str


class _Differs(Exception):
    pass


class Unreadable(Exception):
    """The file as a whole is no journal; the message says why."""


def compare(path: Path) -> Report:
    """Read an exported journal and play it again by the rules of today."""
    try:
        lines = lines_of(path)
    except Unreadable as problem:
        return Report(False, None, str(problem))
    replay = _Replay()
    for number, text in enumerate(lines, start=1):
        try:
            replay.take(text)
        except _Differs as difference:
            return Report(False, number, str(difference))
        except Exception as problem:  # the rules themselves stumble over what no game holds
            return Report(False, number, f"the rules cannot play this row ({type(problem).__name__})")
    return Report(True, None, f"equal: {len(lines)} rows")


class _Replay:
    """The game as far as the lines went."""

    def __init__(self) -> None:
        self._state: State | None = None
        self._game = self._hash = ""
        self._at = 0

    def take(self, text: bytes) -> None:
        line = _read(text)
        self._check_place(line)
        self._check_chain(line)
        command, events = _content(line)
        decided = self._decide(line, command, events)
        if isinstance(decided, Refusal):
            raise _Differs(f"the rules refuse this command: {decided.code} {decided.data}")
        _compare(line, decided)
        self._state = fold(self._state, events)
        self._game, self._hash, self._at = line.game, line.hash, line.at

    def _check_place(self, line: Line) -> None:
        expected = 1 if self._state is None else self._state.seq + 1
        if line.seq != expected:
            raise _Differs(f"seq is {line.seq}; {expected} was expected")
        if self._game and line.game != self._game:
            raise _Differs(f"game is {line.game!r}; the lines before say {self._game!r}")
        if line.at < self._at:
            raise _Differs(f"at is {line.at}, before the line above it ({self._at})")

    def _check_chain(self, line: Line) -> None:
        if link(self._hash, line) != line.hash:
            raise _Differs("hash does not fit: this line, or a hash above it, was changed")

    def _decide(self, line: Line, command: Command, events: tuple[AnyEvent, ...]) -> object:
        if self._state is not None:
            return decide(self._state, line.actor, command, line.at)
        if not isinstance(command, NewGame):
            raise _Differs("the first line must open the game (new_game)")
        if command.engine != ENGINE:
            raise _Differs(
                f"played by version {command.engine} of the rules; this is {ENGINE} and cannot decide it again"
            )
        deck = _checked_header(fold(None, events), command, events)
        return new_game(deck.deck, command, line.at)


def _checked_header(state: State, command: NewGame, events: tuple[AnyEvent, ...]) -> State:
    """The deck and the ruleset stand in full in the header; their hashes must be theirs."""
    header = events[0]
    for name, content in (("deck", state.deck), ("ruleset", state.ruleset)):
        found, stated = content_hash(content), getattr(header, f"{name}_hash", "")
        if stated != found or (name == "deck" and command.deck_hash != found):
            raise _Differs(f"{name}_hash does not fit the {name} in the header")
    return state


def _compare(line: Line, decided: object) -> None:
    """By the canonical bytes, so that 1, 1.0 and true differ."""
    theirs, ours = plain(line.events), msgspec.json.decode(msgspec.json.encode(decided))
    if _canonical(theirs) == _canonical(ours):
        return
    assert isinstance(theirs, list) and isinstance(ours, list)
    for number, (their, our) in enumerate(zip(theirs, ours, strict=False), start=1):
        if _canonical(their) != _canonical(our):
            raise _Differs(f"event {number} is {_short(their)}; the rules say {_short(our)}")
    raise _Differs(f"{len(theirs)} events; the rules say {len(ours)}")


def lines_of(path: Path) -> list[bytes]:
    """The lines of an exported journal, never none. Raises `Unreadable`."""
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():  # a device or a pipe may never end
            raise Unreadable("not a file. Export a journal of a game and name that file.")
        if path.stat().st_size > LARGEST_FILE:
            raise Unreadable(f"larger than {LARGEST_FILE // 2**20} MB; this is no journal of one game.")
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be read ({error.strerror}).") from error
    lines = list(_stripped(content))
    if not lines:
        raise Unreadable("empty. Export a journal of a game and name that file.")
    return lines


def _stripped(content: bytes) -> Iterator[bytes]:
    rows = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return (row for row in (rows[:-1] if rows[-1].strip() == b"" else rows))


def _read(text: bytes) -> Line:
    try:
        return msgspec.json.decode(text, type=Line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _Differs(f"not a line of a journal: {error}") from error


def _content(line: Line) -> tuple[Command, tuple[AnyEvent, ...]]:
    try:
        return _commands.decode(line.command), _events.decode(line.events)
    except msgspec.DecodeError as error:
        raise _Differs(f"holds what this version does not know: {error}") from error


def _canonical(content: object) -> bytes:
    return msgspec.json.encode(content, order="sorted")


def _short(content: object) -> str:
    text = msgspec.json.encode(content).decode()
    return text if len(text) <= 200 else f"{text[:200]}..."
