"""A game as a file, and played again from it: equal, or the first line that differs."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.journal.export import Line, link
from server.journal.replay import compare
from server.journal.story import story
from tests.server.live import bearer, serving
from tests.server.screen import play_on, seated

FOUR = ("pct", "council", "charity", "government")
Place = tuple[int, tuple[Any, ...]]
"""A number in the file: its line, counted from 0, and the way to it."""


class Game:
    """An exported game, as the host without a seat got it, and as the council got it after the end."""

    def __init__(self, whole: str, council: str, folder: Path) -> None:
        self.whole, self.council, self.folder = whole, council, folder
        self.rows: list[dict[str, Any]] = [json.loads(line) for line in whole.splitlines()]


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Game:
    return asyncio.run(_play(tmp_path_factory.mktemp("game")))


async def _play(folder: Path) -> Game:
    with serving(folder / "data") as live:
        async with seated(live, FOUR, timers=True) as room:
            path = f"/api/tables/{room.table['table']}/journal"
            assert live.refused("GET", path, headers=bearer(room.tokens["council"])) == (403, "not_ended")
            await room.seats["pct"].ok({"type": "say", "to": ["charity"]}, "between us two, 7")
            await room.seats["council"].ok({"type": "say"}, "to you all")
            await play_on(room)
        whole = live.http.get(path, headers=bearer(room.table["host_token"]))
        assert whole.headers["content-type"] == "application/x-ndjson"
        return Game(whole.text, live.http.get(path, headers=bearer(room.tokens["council"])).text, folder)


def _compare(game: Game, text: str) -> Any:
    file = game.folder / "changed.jsonl"
    file.write_text(text)
    return compare(file)


def test_a_game_that_was_played_is_equal_when_played_again(game: Game) -> None:
    report = _compare(game, game.whole)
    assert (report.equal, report.line) == (True, None) and report.what == f"equal: {len(game.rows)} rows"
    assert [row["seq"] for row in game.rows] == list(range(1, len(game.rows) + 1))


def test_words_can_be_taken_out_and_the_game_is_still_equal(game: Game) -> None:
    assert "between us two, 7" in game.whole and "to you all" in game.council
    assert "between us two, 7" not in game.council, "private talk stays private after the end"
    assert _compare(game, game.council).equal


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_altered_number_is_found_and_its_line_named(game: Game, data: st.DataObject) -> None:
    line, way = data.draw(st.sampled_from(_numbers(game.rows)))
    changed = _altered(game.rows, line, way, by=data.draw(st.sampled_from([-1, 1, 1000])))
    report = _compare(game, _text(changed))
    assert (report.equal, report.line) == (False, line + 1), way


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_number_altered_in_an_event_is_found_even_if_every_hash_is_made_anew(game: Game, data: st.DataObject) -> None:
    inside_events = [place for place in _numbers(game.rows) if place[1][0] == "events"]
    line, way = data.draw(st.sampled_from(inside_events))
    report = _compare(game, _text(_chained(_altered(game.rows, line, way, by=1))))
    assert (report.equal, report.line) == (False, line + 1), way


@pytest.mark.parametrize(
    "change, line, what",
    [
        (lambda rows: rows[:3] + rows[4:], 4, "seq is 5"),
        (lambda rows: rows[1:], 1, "seq is 2"),
        (lambda rows: [rows[0], rows[0]], 2, "seq is 1"),
        (lambda rows: [rows[0], {**rows[1], "game": "another"}], 2, "game is 'another'"),
        (lambda rows: [rows[0], {**rows[1], "hash": "0" * 64}], 2, "hash does not fit"),
        (lambda rows: [rows[0], {**rows[1], "actor": "host"}], 2, "hash does not fit"),
        (lambda rows: [rows[0], {**rows[1], "more": 1}], 2, "not a line of a journal"),
        (lambda rows: [rows[0], [1]], 2, "not a line of a journal"),
    ],
)
def test_a_broken_file_is_named_by_its_line(game: Game, change: Any, line: int, what: str) -> None:
    report = _compare(game, _text(change(game.rows)))
    assert (report.equal, report.line) == (False, line) and what in report.what


@pytest.mark.parametrize(
    "change, what",
    [
        (lambda row: row["command"].update(engine="0"), "played by version 0"),
        (lambda row: row["command"].update(type="ready"), "holds what this version does not know"),
        (lambda row: row["events"][0]["deck"].update(title="Another"), "deck_hash does not fit"),
        (lambda row: row["events"][0]["ruleset"].update(trust=9), "ruleset_hash does not fit"),
        (lambda row: row["events"][0].update(type="unheard_of"), "holds what this version does not know"),
        (lambda row: row["events"].clear(), "cannot play this row"),
    ],
)
def test_a_header_of_another_game_is_told(game: Game, change: Any, what: str) -> None:
    rows = json.loads(json.dumps(game.rows))
    change(rows[0])
    report = _compare(game, _text(_chained(rows)))
    assert (report.equal, report.line) == (False, 1) and what in report.what, report.what


@pytest.mark.parametrize("content", [b"", b"\n", b"\x00\xff", b"{", b"[" * 50_000, b"null", b"{}\n{}"])
def test_a_file_that_is_no_journal_gets_a_plain_sentence(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    report = compare(file)
    assert not report.equal and report.what and "\n" not in report.what


def test_a_journal_that_another_program_marked_as_utf_8_is_told_too(game: Game) -> None:
    file = game.folder / "marked.jsonl"
    file.write_text(game.whole, encoding="utf-8-sig")
    assert compare(file).equal and len(list(story(file))) > len(game.rows) // 2


def test_a_file_that_is_not_there_gets_a_plain_sentence(tmp_path: Path) -> None:
    assert "cannot be read" in compare(tmp_path / "nothing").what
    assert "cannot be read" in compare(tmp_path).what


def _numbers(rows: list[dict[str, Any]]) -> list[Place]:
    return [(line, way) for line, row in enumerate(rows) for way in _ways(row, ())]


def _ways(value: Any, way: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _ways(each, (*way, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _ways(each, (*way, index))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield way


def _altered(rows: list[dict[str, Any]], line: int, way: tuple[Any, ...], by: int) -> list[dict[str, Any]]:
    changed = [json.loads(json.dumps(row)) if number == line else row for number, row in enumerate(rows)]
    holder: Any = changed[line]
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] += by
    return changed


def _chained(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    previous, chained = "", []
    for row in rows:
        line = msgspec.json.decode(json.dumps(row), type=Line)
        previous = link(previous, line)
        chained.append({**row, "hash": previous})
    return chained


def _text(rows: list[Any]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
