"""Holds the histories of all clients against the journal. Pure: it runs after everything is over.

Every check gives the violations that it found, as sentences; none at all is the proof.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from server.journal import Row
from tests.proving.history import History, acks, entries, sent


class Secret(NamedTuple):
    """A text that may reach only these viewers, by whatever road."""

    text: str
    may_see: frozenset[str]


class Evidence(NamedTuple):
    """What is left of a performance when everything is over."""

    lives: list[History]
    """One for each client that was there from the beginning to the end."""
    glances: list[History]
    """Connections that came afresh, with a token of one of them, and left again."""
    pages: dict[str, list[dict[str, Any]]]
    """All entries that REST has for each viewer."""
    rows: list[Row]
    secrets: list[Secret]


def violations(evidence: Evidence) -> list[str]:
    """All that is wrong with what the clients saw of a game, held against its journal."""
    rows, secrets = evidence.rows, evidence.secrets
    found: list[str] = []
    for history in (*evidence.lives, *evidence.glances):
        checks = [broken_numbers(history), foreign_entries(history, rows)]
        checks += [told_secrets(history, secrets), secret_events(history)]
        if history in evidence.lives:
            checks += [lost_commands(history, rows), unfinished(history)]
            checks += [overlooked_entries(history, evidence.pages[history.viewer])]
            checks += [unlike_views([history, *(g for g in evidence.glances if g.viewer == history.viewer)])]
        found += [f"{history.viewer}: {what}" for check in checks for what in check]
    return found


def lost_commands(history: History, rows: list[Row]) -> Iterator[str]:
    """Every acknowledged command stands in the journal exactly once, where the ack says, as it was sent."""
    where: dict[str, list[Row]] = {}
    for row in rows:
        if row.actor == history.viewer:
            where.setdefault(row.command_id, []).append(row)
    commands = sent(history)
    for id, seq in acks(history):
        found = where.get(id, [])
        if [row.seq for row in found] != [seq]:
            yield f"lost: {id} was acknowledged as {seq}; the journal has it at {[row.seq for row in found]}"
        elif json.loads(found[0].command)["type"] != commands[id]["command"]["type"]:
            yield f"changed: {id} was {commands[id]['command']}; the journal has {found[0].command!r}"
        elif found[0].words != commands[id].get("words"):
            yield f"changed: the words of {id} were {commands[id].get('words')!r}; the journal has {found[0].words!r}"


def broken_numbers(history: History) -> Iterator[str]:
    """From welcome to welcome each number is the last one plus 1; a resume never goes back."""
    last, game = 0, None
    for frame in history.frames:
        message = frame.message
        kind = message["type"]
        if kind == "hello" and message["after"] != last:
            yield f"resumed after {message['after']} although {last} was seen"
        elif kind == "welcome":
            if game not in (None, message["game"]):
                yield f"another game: {message['game']} after {game}"
            if message["seq"] < last:
                yield f"back: welcome at {message['seq']} after {last}"
            missed = [entry["seq"] for entry in message["missed"]]
            if missed != sorted(set(missed)) or missed and not last < missed[0] <= missed[-1] <= message["seq"]:
                yield f"missed {missed} between {last} and {message['seq']}"
            last, game = message["seq"], message["game"]
        elif kind in ("update", "skip"):
            if message["seq"] != last + 1:
                yield f"{'gap' if message['seq'] > last else 'duplicate'}: {kind} {message['seq']} after {last}"
            last = message["seq"]


def foreign_entries(history: History, rows: list[Row]) -> Iterator[str]:
    """Every entry seen is a row of the journal, part of its events in their order, and the same each time."""
    by_seq = {row.seq: row for row in rows}
    known: dict[int, dict[str, Any]] = {}
    for entry in entries(history):
        row = by_seq.get(entry["seq"])
        if row is None or (row.at, row.actor) != (entry["at"], entry["actor"]):
            yield f"invented: entry {entry['seq']} by {entry['actor']} is not in the journal"
            continue
        written = iter(event["type"] for event in json.loads(row.events))
        if not all(event["type"] in written for event in entry["events"]):
            yield f"invented: events of entry {entry['seq']} are not those of the journal"
        if known.setdefault(entry["seq"], entry) != entry:
            yield f"unlike: entry {entry['seq']} was shown in two ways"


def overlooked_entries(history: History, page: list[dict[str, Any]]) -> Iterator[str]:
    """Live or missed, every entry of which something may be seen was seen, and no other."""
    seen = {entry["seq"] for entry in entries(history) if entry["events"]}
    paged = {entry["seq"] for entry in page}
    if seen != paged:
        yield f"overlooked: entries {sorted(paged - seen)}; nowhere else: {sorted(seen - paged)}"


def told_secrets(history: History, secrets: Iterable[Secret]) -> Iterator[str]:
    """No frame holds a text that is not for this viewer."""
    everything = "\n".join(frame.text for frame in history.frames if frame.way == "seen")
    for secret in secrets:
        if history.viewer not in secret.may_see and secret.text in everything:
            yield f"told: {secret.text!r} is only for {sorted(secret.may_see)}"


Own = Callable[[dict[str, Any], str], bool]


def _role(event: dict[str, Any], viewer: str) -> bool:
    return bool(event["role"] == viewer)


def _pair(event: dict[str, Any], viewer: str) -> bool:
    return viewer in event["pair"].split("+")


def _party(event: dict[str, Any], viewer: str) -> bool:
    return not event["to"] or viewer in (event["role"], *event["to"])


def _nobody(event: dict[str, Any], viewer: str) -> bool:
    return False


PRIVATE: dict[str, Own] = {
    "game_opened": _nobody, "drawn": _nobody, "number_moved": _role, "backing_drawn": _role, "sheet_laid": _role,
    "instrument_chosen": _role, "noted": _role, "scored": _role, "sore_moved": _pair, "said": _party,
}  # fmt: skip
"""Who may see an event that is not for everybody."""


def secret_events(history: History) -> Iterator[str]:
    """Nobody sees another's sheet, backing, sore, numbers, agenda or private talk; nor another's `me`."""
    viewer = history.viewer
    for entry in entries(history):
        for event in entry["events"]:
            may = PRIVATE.get(event["type"])
            if may and not may(event, viewer):
                yield f"told: {event['type']} of entry {entry['seq']} is not for this viewer: {event}"
    for seq, view in views(history):
        me = view["me"]
        if (me["role"] if me else viewer) != viewer:
            yield f"told: the view at {seq} has the secrets of {me['role']}"


def views(history: History) -> Iterator[tuple[int, dict[str, Any]]]:
    """The view after each number, as a client holds it: welcome's, with every update laid over it."""
    held: dict[str, Any] = {}
    for frame in history.frames:
        message = frame.message if frame.way == "seen" else {}
        if message.get("type") == "welcome":
            held = message["view"]
        elif message.get("type") == "update":
            held = {**held, **message["changes"]}
        elif message.get("type") != "skip":
            continue
        yield message["seq"], held


def unlike_views(histories: list[History]) -> Iterator[str]:
    """However a client came to a number, by updates, by a resume or afresh, it holds the same view."""
    known: dict[int, str] = {}
    for seq, view in (each for history in histories for each in views(history)):
        text = json.dumps(view, sort_keys=True)
        if known.setdefault(seq, text) != text:
            yield f"unlike: two views at {seq}"


def compared_views(evidence: Evidence) -> int:
    """How many glances met a number that the client which stayed held a view of."""
    held = {(history.viewer, seq) for history in evidence.lives for seq, _ in views(history)}
    return sum((glance.viewer, seq) in held for glance in evidence.glances for seq, _ in views(glance))


def unfinished(history: History) -> Iterator[str]:
    """The game goes on to its end."""
    last = None
    for _, view in views(history):
        last = view
    if last is None or last["end"] is None:
        yield "unfinished: this viewer never saw the end"
