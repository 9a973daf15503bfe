"""The restart card on a served table: the game goes on for everybody who is on, and the table is open again."""

from pathlib import Path
from typing import Any

import msgspec

from server.journal.replay import compare
from server.journal.story import story
from tests.server.live import Live, bearer, serving
from tests.server.screen import Room, play_on, seated, sitting

FOUR = ("pct", "council", "charity", "government")


async def collapse(room: Room) -> None:
    """Nobody comes to a meeting until the partnership has broken."""
    while room.host.view.end is None:
        for screen in room.seats.values():
            await screen.reach(room.host.seq)
            legal = screen.view.legal.sheet
            assert legal is not None
            sheet = msgspec.to_builtins(legal.default) | {"table": 0}
            await screen.ok({"type": "commit", "sheet": sheet})
            await room.host.reach(screen.seq)
        await room.host.ok({"type": "move_on", "phase": "reveal"})
        if room.host.view.end is None:
            await room.host.ok({"type": "move_on", "phase": "stocktake"})
    await room.settle()


def code_of(live: Live, room: Room) -> Any:
    """The table's own code now, as its host learns it."""
    return live.ok("GET", f"/api/tables/{room.table['table']}/rounds", headers=bearer(room.table["host_token"]))["code"]


async def test_a_collapsed_table_is_restarted_under_a_fresh_code_and_plays_on(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as live:
        async with seated(live, FOUR, rounds=8) as room:
            await collapse(room)
            fallen = room.host.view
            assert fallen.end is not None and not fallen.end.survived and fallen.round < 8
            assert {name: each.view.end is not None for name, each in room.screens.items()} == dict.fromkeys(
                room.screens, True
            )
            assert await room.seats["pct"].refusal({"type": "restart"}) == "wrong_actor"
            await room.host.ok({"type": "restart"})
            await room.settle()
            for screen in room.screens.values():
                assert screen.view.end is None and screen.view.round == fallen.round + 1
            assert await room.host.refusal({"type": "restart"}) == "already_restarted"
            code = code_of(live, room)
            assert code and code != room.table["code"]
            assert live.ok("GET", f"/api/join/{code}")["state"] == "playing"
            await play_on(room)
            file = tmp_path / "restarted.jsonl"
            path = f"/api/tables/{room.table['table']}/journal"
            file.write_bytes(live.http.get(path, headers=bearer(room.tokens["council"])).content)
            assert b'"type":"restarted"' in file.read_bytes() and compare(file).equal
            assert any("The host has dealt the restart card" in sentence for sentence in story(file))
            assert code_of(live, room) is None


async def test_a_restarted_table_is_still_open_after_the_server_was_stopped(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR, rounds=8) as room:
            await collapse(room)
            await room.host.ok({"type": "restart"})
            table, tokens, code = room.table, room.tokens, code_of(live, room)
    with serving(tmp_path) as live:
        async with sitting(live, table, tokens) as room:
            assert room.host.view.end is None and code_of(live, room) == code
            await play_on(room)
