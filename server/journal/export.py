"""A game as a file: its rows as JSON lines, chained by hashes."""

import hashlib
from collections.abc import Collection, Iterable

import msgspec
from msgspec import Raw, Struct

from server.journal.base import Row


class Line(Struct, frozen=True, forbid_unknown_fields=True):
    """One row in a file. `hash` covers everything before it in the file but words, which may be erased."""

    game: str
    seq: int
    at: int
    actor: str
    command_id: str
    command: Raw
    events: Raw
    words: str | None
    hash: str


def export(rows: Iterable[Row], readable: Collection[int] | None = None) -> bytes:
    """The rows as JSON lines. `readable`: the seqs whose words may be shown, None for all."""
    lines: list[bytes] = []
    previous = ""
    for row in rows:
        words = row.words if readable is None or row.seq in readable else None
        line = Line(row.game, row.seq, row.at, row.actor, row.command_id, Raw(row.command), Raw(row.events), words, "")
        previous = link(previous, line)
        lines.append(msgspec.json.encode(msgspec.structs.replace(line, hash=previous)))
    return b"".join(line + b"\n" for line in lines)


def link(previous: str, line: Line) -> str:
    """SHA-256 of the previous line's hash and this line's canonical JSON without `words` and `hash`."""
    content = {
        name: getattr(line, name)
        for name in Line.__struct_fields__
        if name not in ("words", "hash", "command", "events")
    }
    content |= {"command": plain(line.command), "events": plain(line.events)}
    canonical = msgspec.json.encode(content, order="sorted")
    return hashlib.sha256(previous.encode() + canonical).hexdigest()


def plain(raw: Raw) -> object:
    """What the JSON says, whatever its spacing and order of keys."""
    return msgspec.json.decode(raw)
