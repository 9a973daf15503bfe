"""What a host can do to a table, and how a seat goes to a bot and comes back."""

from pathlib import Path

from tests.server.live import HandClock, serving
from tests.server.screen import play_on, seated

FOUR = ("pct", "council", "charity", "government")


async def test_the_host_pauses_resumes_extends_and_moves_on(tmp_path: Path) -> None:
    clock = HandClock()
    with serving(tmp_path, now=clock) as live:
        async with seated(live, FOUR, timers=True) as room:
            host = room.host
            deadline = host.view.deadline
            assert deadline is not None
            clock.pass_ms(10_000)
            await host.ok({"type": "pause"})
            paused = host.view
            assert (paused.paused, paused.paused_left, paused.deadline) == (True, deadline - clock.at, None)
            clock.pass_ms(600_000)
            await host.ok({"type": "resume"})
            assert host.view.deadline == deadline + 600_000
            await host.ok({"type": "extend", "seconds": 60})
            assert host.view.deadline == deadline + 660_000
            await host.ok({"type": "move_on"})
            await host.ok({"type": "skip_talk"})
            await host.ok({"type": "force_commit"})
            assert host.view.phase == "reveal" and host.view.result is not None
            await room.settle()
            assert {screen.view.phase for screen in room.screens.values()} == {"reveal"}


async def test_the_host_begins_with_bots_in_the_open_seats(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, ("charity",)) as room:
            await room.host.ok({"type": "begin", "temperament": "share"})
            await play_on(room)
            held = {role.id: role.held_by for role in room.projector.view.roles}
            assert held == {"pct": "bot", "council": "bot", "charity": "person", "government": "bot"}
            end = room.projector.view.end
            assert end is not None and end.temperaments["pct"] == "share"


async def test_a_seat_goes_to_a_bot_and_comes_back_to_its_person(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            pct = room.seats.pop("pct")
            await room.host.ok({"type": "hand_seat", "role": "pct", "to": "share"})
            await play_on(room, lambda shown: shown.round == 2)
            await room.host.ok({"type": "hand_seat", "role": "pct", "to": "person"})
            await pct.reach(room.host.seq)
            room.seats["pct"] = pct
            await play_on(room, lambda shown: shown.round == 3)
            held = {role.id: role.held_by for role in room.projector.view.roles}
            assert held["pct"] == "person"


async def test_a_host_with_a_seat_may_not_export_before_the_end(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        table = live.make_table()
        where, token = f"/api/tables/{table['table']}/journal", {"Authorization": f"Bearer {table['host_token']}"}
        assert live.http.get(where, headers=token).status_code == 200
        live.join(table["code"], "pct", host_token=table["host_token"])
        assert live.refused("GET", where, headers=token) == (403, "not_ended")


async def test_the_host_turns_the_projector_and_nobody_else_does(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            rows = room.host.seq
            await room.host.put({"type": "show", "step": 2})
            for screen in room.screens.values():
                await screen.until(lambda each: each.now.get("shown") == {"round": 1, "step": 2})
            pct = room.seats["pct"]
            await pct.put({"type": "show", "step": 3})
            await pct.until(lambda each: [error["code"] for error in each.errors] == ["bad_message"])
            for beyond in (-1, 21):
                await room.host.put({"type": "show", "step": beyond})
            await room.host.until(lambda each: len(each.errors) == 2)
            assert room.host.now["shown"] == {"round": 1, "step": 2}
            assert room.host.seq == rows
