"""The checker finds each thing that can be wrong, alone, in a history that is right in all else."""

import json
from pathlib import Path
from typing import Any

import pytest

from server.journal import Row
from tests.proving.checker import Evidence, Secret, violations
from tests.proving.history import Frame, History

VIEW = {"me": {"role": "pct"}, "phase": "talk", "end": None}
END = {"me": {"role": "pct"}, "phase": "end", "end": {"survived": True}}
SAY = {"type": "say", "to": ["council"]}
SAID = {"type": "said", "role": "pct", "to": ["council"], "words": 2}
NOTED = {"type": "noted", "role": "council", "words": 3}
ENDED = {"type": "game_ended", "survived": True, "cause": "played_out"}


def row(seq: int, actor: str, id: str, command: Any, events: list[Any], words: str | None = None) -> Row:
    return Row("g", seq, 100 + seq, actor, id, json.dumps(command).encode(), json.dumps(events).encode(), words)


ROWS = [
    row(1, "host", "open", {"type": "new_game"}, [{"type": "game_opened"}]),
    row(2, "pct", "a", SAY, [SAID], "for the council"),
    row(3, "council", "b", {"type": "note"}, [NOTED], "for nobody"),
    row(4, "council", "c", {"type": "ready"}, [ENDED]),
]
SPOKEN = {"seq": 2, "at": 102, "actor": "pct", "events": [SAID], "words": {"2": "for the council"}}
OVER = {"seq": 4, "at": 104, "actor": "council", "events": [ENDED], "words": {}}
WELCOME = {"type": "welcome", "table": "t", "game": "g", "seat": "pct"}
GOOD: list[tuple[Any, dict[str, Any]]] = [
    ("sent", {"type": "hello", "token": "x", "after": 0}),
    ("seen", {**WELCOME, "seq": 1, "view": VIEW, "missed": []}),
    ("sent", {"type": "command", "id": "a", "command": SAY, "words": "for the council"}),
    ("seen", {"type": "update", "seq": 2, "entry": SPOKEN, "changes": {}}),
    ("seen", {"type": "ack", "id": "a", "seq": 2}),
    ("seen", {"type": "skip", "seq": 3}),
    ("sent", {"type": "hello", "token": "x", "after": 3}),
    ("seen", {**WELCOME, "seq": 4, "view": END, "missed": [OVER]}),
]
SECRETS = [Secret("for nobody", frozenset({"council"})), Secret("for the council", frozenset({"pct", "council"}))]


def found(folder: Path, frames: list[tuple[Any, dict[str, Any]]], **other: Any) -> list[str]:
    history = History("pct", folder / "pct")
    history.frames = [Frame(way, json.dumps(message)) for way, message in frames]
    evidence = Evidence([history], [], {"pct": [SPOKEN, OVER]}, ROWS, SECRETS)
    return violations(evidence._replace(**other))


def changed(place: int, **fields: Any) -> list[tuple[Any, dict[str, Any]]]:
    way, message = GOOD[place]
    return [*GOOD[:place], (way, {**message, **fields}), *GOOD[place + 1 :]]


def test_a_history_in_which_all_is_right_has_no_violation(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("word", "frames"),
    [
        ("lost", changed(4, seq=3)),
        ("changed", changed(2, words="something else")),
        ("changed", changed(2, command={"type": "ready"})),
        ("gap", [*GOOD[:5], *changed(6, after=2)[6:7], ("seen", {"type": "skip", "seq": 4}), GOOD[7]]),
        ("duplicate", [*GOOD[:5], ("seen", {"type": "skip", "seq": 2}), *GOOD[5:]]),
        ("resumed", changed(6, after=2)),
        ("back", changed(7, seq=2, missed=[])),
        ("another game", changed(7, game="h")),
        ("missed", changed(7, missed=[OVER, OVER])),
        ("invented", changed(3, entry={**SPOKEN, "actor": "council"})),
        ("invented", changed(3, entry={**SPOKEN, "events": [ENDED]})),
        ("overlooked", changed(7, missed=[])),
        ("told", changed(7, missed=[{**OVER, "words": {"4": "for nobody"}}])),
        ("told", changed(3, entry={**SPOKEN, "events": [SAID, {**NOTED, "role": "council"}]})),
        ("told", changed(1, view={**VIEW, "me": {"role": "council"}})),
        ("unlike", [*GOOD, ("sent", {"type": "hello", "token": "x", "after": 4}),
                    ("seen", {**WELCOME, "seq": 4, "view": {**END, "phase": "talk"}, "missed": []})]),
        ("unlike", [*GOOD[:6], ("sent", {"type": "hello", "token": "x", "after": 3}),
                    ("seen", {**WELCOME, "seq": 4, "view": END, "missed": [OVER]}),
                    ("sent", {"type": "hello", "token": "x", "after": 4}),
                    ("seen", {**WELCOME, "seq": 4, "view": END, "missed": [{**OVER, "events": []}]})]),
        ("unfinished", changed(7, view=VIEW)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(tmp_path: Path, word: str, frames: list[tuple[Any, dict[str, Any]]]) -> None:
    assert any(what.startswith(f"pct: {word}") for what in found(tmp_path, frames))


def test_a_command_that_counts_twice_is_found(tmp_path: Path) -> None:
    again = row(5, "pct", "a", SAY, [SAID], "for the council")
    assert any(what.startswith("pct: lost") for what in found(tmp_path, GOOD, rows=[*ROWS, again]))


def test_a_fresh_view_that_is_unlike_the_resumed_one_is_found(tmp_path: Path) -> None:
    glance = History("pct", tmp_path / "glance")
    fresh = {**WELCOME, "seq": 4, "view": {**END, "phase": "talk"}, "missed": []}
    glance.frames = [Frame("sent", json.dumps(GOOD[0][1])), Frame("seen", json.dumps(fresh))]
    assert "pct: unlike: two views at 4" in found(tmp_path, GOOD, glances=[glance])
