"""docs/protocol.md and the code say the same, both ways."""

import itertools
import json
import re
import typing
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

import client.sdk.wire
from game_rules import (
    CODES,
    ENGINE,
    Command,
    Event,
    NewGame,
    Ruleset,
    State,
    View,
    content_hash,
    events,
    fold,
    new_game,
    see,
)
from scenarios import load_deck
from server.guard import BODY_AT_MOST
from server.hub import connections, frames, protocol, words
from server.hub.limits import Limits
from server.listening import MAX_FRAME_BYTES
from tests.docs.protocol_page import ROW, parts, section, table
from tests.docs.spelling import fields, tags

FRAME = re.compile(r"^([→←]) (\{.*\})$", re.MULTILINE)


def plain(kinds: dict[str, str]) -> dict[str, str]:
    return {name: kind.removesuffix(" (optional)") for name, kind in kinds.items()}


@pytest.mark.parametrize(
    ("title", "union", "sent"),
    [
        ("Messages from the client", protocol.ClientMessage, True),
        ("Messages from the server", protocol.ServerMessage, False),
        ("Commands", Command, True),
        ("Events", Event, False),
    ],
)
def test_every_message_command_and_event_is_there_with_its_fields_and_no_other(
    title: str, union: Any, sent: bool
) -> None:
    shown = {tag: table(text) for tag, text in parts(title).items()}
    real = {tag: fields(struct) for tag, struct in tags(union).items()}
    assert shown == (real if sent else {tag: plain(kinds) for tag, kinds in real.items()})


def test_every_shape_is_there_with_its_fields_and_no_other() -> None:
    shown = {name: table(text) for title in ("Shapes", "Decks in a journal") for name, text in parts(title).items()}
    sent = {"Sheet", "Voice"}
    real = {s.__name__: fields(s) if s.__name__ in sent else plain(fields(s)) for s in shapes()}
    assert shown == real


def shapes() -> set[type[msgspec.Struct]]:
    """Every struct without a `type` word that crosses the wire or stands in a journal."""
    found: set[type[msgspec.Struct]] = set()
    waiting: list[Any] = [protocol.ClientMessage, protocol.ServerMessage, Command, Event]
    while waiting:
        kind = waiting.pop()
        waiting += [part for part in typing.get_args(kind) if not isinstance(part, str)]
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in found:
            found.add(kind)
            waiting += [field.type for field in msgspec.structs.fields(kind)]
    return {struct for struct in found if not struct.__struct_config__.tag}


def test_every_code_is_there_and_no_other() -> None:
    assert table(section("Refusal codes")) == CODES | protocol.SERVER_REFUSALS
    assert table(section("Frame errors", "###")) == protocol.ERRORS


def test_the_rulesets_usual_values_are_the_real_ones() -> None:
    meanings = {name: meaning for name, _, meaning in ROW.findall(parts("Decks in a journal")["Ruleset"])}
    assert meanings == {field.name: f"Usually {field.default}." for field in msgspec.structs.fields(Ruleset)}


def test_every_phase_is_there_and_no_other() -> None:
    assert tuple(table(section("Phases"))) == typing.get_args(events.PhaseName)


def test_every_close_code_is_there_and_no_other() -> None:
    shown = {int(code) for code in re.findall(r"^\| (\d{4}) \|", section("Close codes", "###"), re.MULTILINE)}
    ours = {value for name, value in vars(connections).items() if name.isupper() and isinstance(value, int)}
    assert shown == ours | {1000, 1009}


def test_the_limits_are_the_real_ones() -> None:
    text, limits = section("Limits"), Limits()
    assert MAX_FRAME_BYTES == BODY_AT_MOST == 64 * 1024 and "64 KB (65,536 bytes)" in text
    for said in (
        f"{frames.DEEPEST} levels",
        f"1 to {words.LONGEST['say']} characters",
        f"1 to {words.LONGEST['announce']} characters",
        f"`words` of `commit`, `offer` and `answer` | {words.LONGEST['commit']} characters",
        f"{frames.LONGEST_NAME} characters",
        f"{limits.frames_burst} at once, {limits.frames_per_second:g} a second",
        f"{limits.says_burst} at once, {limits.says_per_second:g} a second",
        f"{limits.bad_frames} in about 100 s",
        f"{limits.hello_seconds:g} s",
        f"{limits.sockets_per_seat}; of one host's or projector's token {limits.sockets_per_screen}",
        f"{limits.outgoing}, or {limits.stall_seconds:g} s",
    ):
        assert said in text, said
    assert words.LONGEST["say"] == words.LONGEST["note"]
    assert words.LONGEST["commit"] == words.LONGEST["offer"] == words.LONGEST["answer"]


SAMPLES: dict[str, list[Any]] = {"role": ["pct"], "pair": ["pct+council"], "to": [(), ("council",), ("government",)],
           "parties": [("pct", "council")]}  # fmt: skip
"""Values of the fields that decide who sees an event; what stands in the others does not matter."""


def test_who_sees_each_event_is_true() -> None:
    state = a_game()
    for tag, struct in tags(Event).items():
        who = re.search(r"^Seen by: (.+)\.$", parts("Events")[tag], re.MULTILINE)
        assert who, tag
        for event in samples(struct):
            shown = {viewer for viewer in (*state.roles, "host", "table") if see(state, viewer, event) is not None}
            assert shown == audience(who[1], event), event


def samples(struct: Any) -> Iterator[Any]:
    names = [field.name for field in msgspec.structs.fields(struct)]
    for values in itertools.product(*(SAMPLES.get(name, [None]) for name in names)):
        yield struct(*values)


def audience(who: str, event: Any) -> set[str]:
    """Whom the page's words mean, at a table of the shipped deck."""
    match who:
        case "everybody":
            return {"pct", "council", "charity", "government", "host", "table"}
        case "its role":
            return {event.role}
        case "its pair":
            return set(event.pair.split("+"))
        case "its parties":
            return set(getattr(event, "parties", ())) or {event.role, *event.to}
        case "its listeners":
            return {event.role, *event.to} if event.to else {"pct", "council", "charity"}
    assert who == "nobody"
    return set()


def a_game() -> State:
    deck = load_deck("local-strategic-partnership")
    header = NewGame(
        deck=deck.id, deck_hash=content_hash(deck), engine=ENGINE, seats={role.id: "share" for role in deck.roles},
        preset="standard", rounds=6, timers=False, seed="page",
    )  # fmt: skip
    opened = new_game(deck, header, 0)
    assert isinstance(opened, tuple)
    return fold(None, opened)


def test_the_example_session_is_made_of_messages_of_the_page() -> None:
    known = {tag: table(text) for title in ("Messages from the client", "Messages from the server")
             for tag, text in parts(title).items()}  # fmt: skip
    found = [json.loads(text) for _, text in FRAME.findall(section("An example session"))]
    # Whoever plays there is no host, and nothing goes wrong.
    assert {message["type"] for message in found} >= set(known) - {"error", "show"}
    for message in found:
        needed = {name for name, kind in known[message["type"]].items() if "(optional)" not in kind}
        assert needed <= set(message) - {"type"} <= set(known[message["type"]])
    (welcome, *_) = (message for message in found if message["type"] == "welcome")
    assert set(welcome["view"]) == set(View.__struct_fields__)


def test_the_sdk_reads_and_writes_the_same_messages() -> None:
    messages = tags(protocol.ClientMessage) | tags(protocol.ServerMessage)
    both: list[type[msgspec.Struct]] = [*messages.values(), protocol.Entry]
    for theirs in both:
        ours = getattr(client.sdk.wire, theirs.__name__)
        assert ours.__struct_config__.tag == theirs.__struct_config__.tag
        assert list(fields(ours)) == list(fields(theirs))
