"""Time by the server's clock: it runs out once, and only while the server is there."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from server.hub import clock as clock_module
from tests.server.live import PATIENT, HandClock, serving
from tests.server.screen import Room, seated, sitting, watching

FOUR = ("pct", "council", "charity", "government")


def _left(room: Room, clock: HandClock) -> int:
    deadline = room.host.view.deadline
    assert deadline is not None
    return deadline - clock.at


async def test_when_time_runs_out_the_table_moves_on_once_and_plays_the_default(tmp_path: Path) -> None:
    clock = HandClock()
    with serving(tmp_path, now=clock) as live:
        async with seated(live, FOUR, timers=True) as room:
            for phase in ("talk", "commit", "reveal", "stocktake", "brief"):
                clock.pass_ms(_left(room, clock))
                await room.host.until(lambda screen, phase=phase: screen.view.phase == phase)  # type: ignore[misc]
            by_clock = [entry for entry in room.host.entries if entry["actor"] == "clock"]
            assert len(by_clock) == 5
            defaults = [event for entry in by_clock for event in entry["events"] if event["type"] == "committed"]
            assert [event["role"] for event in defaults if event["default"]] == list(FOUR)


async def test_a_clock_that_fires_twice_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock_module, "AGAIN_MS", -1)
    monkeypatch.setattr(clock_module, "TICK_SECONDS", 0.0)
    clock = HandClock()
    with serving(tmp_path, now=clock) as live:
        async with seated(live, FOUR, timers=True) as room:
            clock.pass_ms(_left(room, clock))
            await room.host.until(lambda screen: screen.view.phase == "talk")
            await room.seats["pct"].ok({"type": "pledge", "brings": 1})
            assert [entry["actor"] for entry in room.host.entries].count("clock") == 1


async def test_time_that_the_server_was_away_is_given_back(tmp_path: Path) -> None:
    clock = HandClock()
    with serving(tmp_path, now=clock) as live:
        async with seated(live, FOUR, timers=True) as room:
            table, tokens, left = room.table, room.tokens, _left(room, clock)
            clock.pass_ms(5_000)
    clock.pass_ms(3_600_000)
    with serving(tmp_path, now=clock) as live:
        async with sitting(live, table, tokens) as room:
            await room.host.until(lambda screen: screen.view.deadline is not None and screen.view.deadline > clock.at)
            assert _left(room, clock) == left - 5_000
            assert room.host.view.phase == "brief"


async def test_a_table_that_nobody_looks_at_leaves_the_memory_and_its_time_stands_still(tmp_path: Path) -> None:
    clock = HandClock()
    limits = replace(PATIENT, idle_seconds=0.0)
    with serving(tmp_path, now=clock, limits=limits, alive_every=0.01) as live:
        async with seated(live, FOUR, timers=True) as room:
            table, tokens, left = room.table, room.tokens, _left(room, clock)
            assert len(list(live.hub.tables())) == 1
        async with watching(live, live.make_table()["host_token"]) as other:
            while [each.id for each in live.hub.tables()] != [other.welcomes[0]["table"]]:
                await other.put({"type": "ping"})
                await other.until(lambda screen: bool(screen.pongs))
                other.pongs.clear()
        clock.pass_ms(7_200_000)
        async with sitting(live, table, tokens) as room:
            await room.host.until(lambda screen: screen.view.deadline is not None and screen.view.deadline > clock.at)
            assert _left(room, clock) == left
