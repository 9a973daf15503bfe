"""A game over real sockets, from the first join to the end."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from game_rules import view
from server.hub import sight
from server.hub import table as table_module
from server.hub.connections import Connections
from server.hub.history import History
from server.hub.protocol import Update
from server.journal import Row, SqliteJournal
from tests.server.live import serving
from tests.server.screen import plain_move, play_on, seated, sitting, watching

FOUR = ("pct", "council", "charity", "government")


async def test_four_people_play_to_the_end_and_every_merged_view_is_byte_for_byte_a_fresh_one(tmp_path: Path) -> None:
    assert await _stale_views(tmp_path) == []


def _without_the_needs_change(*given: Any) -> Any:
    update = sight.update(*given)
    if isinstance(update, Update):
        update.changes.pop("need", None)
    return update


async def test_an_update_that_leaves_out_one_changed_field_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_module, "sight", SimpleNamespace(**vars(sight) | {"update": _without_the_needs_change}))
    assert await _stale_views(tmp_path) != []


async def test_a_skip_that_is_not_sent_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_send = Connections.send

    def send(self: Connections, viewer: str, message: str) -> None:
        if '"skip"' not in message:
            real_send(self, viewer, message)

    monkeypatch.setattr(Connections, "send", send)
    with pytest.raises(AssertionError, match="came after"):
        await _stale_views(tmp_path)


async def _stale_views(data: Path) -> list[tuple[str, int]]:
    """Play a game; where a screen's merged view was not the view that the rules give afresh at that seq."""
    with serving(data) as live:
        async with seated(live, FOUR) as room:
            await room.seats["pct"].ok({"type": "say"}, "Who can carry this one?")
            await room.seats["council"].ok({"type": "say", "to": ["pct"]}, "I can, but not aloud")
            await play_on(room)
            await room.settle()
    assert all(screen.view.end is not None and len(screen.seen) > 40 for screen in room.screens.values())
    assert room.seats["charity"].skipped and room.projector.skipped and not room.seats["pct"].skipped
    history = History(await _rows(data, room.table["game"]))
    return [
        (viewer, seq)
        for viewer, screen in room.screens.items()
        for seq, whole in screen.seen
        if whole != msgspec.json.encode(view(history.moments[seq - 1].state, viewer))
    ]


async def test_a_command_counts_once_however_often_and_from_wherever_it_is_sent(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            charity = room.seats["charity"]
            first = await charity.send({"type": "say"}, "once", id="mine")
            async with watching(live, room.tokens["charity"]) as other_tab:
                again = await other_tab.send({"type": "say"}, "once more", id="mine")
            assert first == again and first["type"] == "ack"
            same_id_of_another = await room.seats["pct"].send({"type": "say"}, "mine too", id="mine")
            assert same_id_of_another["seq"] == first["seq"] + 1
        tokens, table = room.tokens, room.table
    with serving(tmp_path) as live:
        async with sitting(live, table, tokens) as room:
            assert await room.seats["charity"].send({"type": "say"}, "after a restart", id="mine") == first
            told = [said["words"] for said in room.seats["pct"].welcomes[0]["missed"] if said["words"]]
    assert [text for words in told for text in words.values()] == ["once", "mine too"]


async def test_who_comes_back_gets_the_view_of_now_and_what_was_missed(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            left_at = room.seats["council"].seq
            await room.seats["council"].close()
            await room.seats["pct"].ok({"type": "say"}, "council, are you there?")
            await room.seats["pct"].ok({"type": "say", "to": ["charity"]}, "it has gone")
            move = plain_move(room.seats["charity"].view)
            assert move is not None
            await room.seats["charity"].ok(move)
            async with watching(live, room.tokens["council"], after=left_at) as back:
                welcome = back.welcomes[0]
                assert welcome["seq"] == left_at + 3
                assert [entry["seq"] for entry in welcome["missed"]] == [left_at + 1, left_at + 3]
                assert back.view.viewer == "council" and welcome["seat"] == "council"
                page = live.ok(
                    "GET",
                    f"/api/tables/{room.table['table']}/entries?before={left_at + 2}&limit=1",
                    headers={"Authorization": f"Bearer {room.tokens['council']}"},
                )
    assert page["first"] == left_at + 1 and page["entries"] == [welcome["missed"][0]]


async def test_presence_counts_tabs_and_goes_when_they_go(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, ("pct",)) as room:
            async with watching(live, room.tokens["pct"]) as tab:
                await room.host.until(lambda screen: screen.now["presence"].get("pct") == 2)
                assert tab.now["names"] == {"pct": "Ana pct"}
                await tab.put({"type": "ping", "n": 7})
                await tab.until(lambda screen: bool(screen.pongs))
                assert tab.pongs[0]["n"] == 7 and tab.pongs[0]["clock"] > 0
            await room.host.until(lambda screen: screen.now["presence"].get("pct") == 1)
            async with watching(live, room.tokens["pct"]):
                pass
            await room.seats["pct"].close()
            await room.host.until(lambda screen: "pct" not in screen.now["presence"])


async def test_a_fifth_device_in_one_seat_closes_the_oldest(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, ("pct",)) as room:
            token = room.tokens["pct"]
            async with watching(live, token), watching(live, token), watching(live, token), watching(live, token):
                assert await room.seats["pct"].closed() == 1008


async def _rows(data: Path, game: str) -> list[Row]:
    journal = SqliteJournal(data / "journal.db")
    try:
        return await journal.read(game)
    finally:
        await journal.close()
