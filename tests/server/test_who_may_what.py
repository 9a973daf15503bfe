"""Every command by every viewer in every phase: `legal` and the server say the same."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from game_rules import HOST_COMMANDS, SEAT_COMMANDS, Command, Refusal, decide
from tests.server.live import serving
from tests.server.screen import Room, play_on, seated

FOUR = ("pct", "council", "charity", "government")
PHASES = ("brief", "talk", "commit", "reveal", "stocktake", "end")
SHEET = {"option": "none"}
SAMPLES: dict[str, dict[str, Any]] = {
    "join": {}, "ready": {}, "say": {"to": ["pct"]}, "announce": {}, "pledge": {"brings": 1},
    "commit": {"sheet": SHEET},
    "offer": {"to": ["pct"], "kind": "pact"}, "answer": {"offer": 1, "accept": False}, "withdraw": {"offer": 1},
    "note": {}, "begin": {}, "pause": {}, "resume": {}, "extend": {"seconds": 5}, "skip_talk": {}, "force_commit": {},
    "move_on": {}, "hand_seat": {"role": "pct", "to": "share"}, "end_game": {}, "restart": {},
    "time_expired": {},
    "interrupted": {"ms": 5},
    "new_game": {
        "deck": "d", "deck_hash": "h", "engine": "1", "seats": {}, "preset": "standard", "rounds": 6, "timers": False,
        "seed": "s",
    },
}  # fmt: skip
TALKING = ("say", "announce", "note", "offer")
OUTRIGHT = ("wrong_actor", "wrong_phase", "ended", "paused", "seat_taken", "already_ready", "not_paused", "no_clock",
            "already_announced", "retreated", "not_collapsed", "already_restarted")  # fmt: skip


def _names(commands: Any) -> set[str]:
    return {str(each.__struct_config__.tag) for each in commands.__args__}


def test_the_samples_are_every_command_there_is() -> None:
    assert set(SAMPLES) == _names(Command)
    assert _names(SEAT_COMMANDS) & _names(HOST_COMMANDS) == set()


@pytest.mark.parametrize("phase", PHASES)
async def test_the_server_refuses_whatever_legal_does_not_list(phase: str, tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR, timers=True) as room:
            await _reach(room, phase)
            await room.settle()
            before = room.host.seq
            for viewer, screen in room.screens.items():
                for name, fields in SAMPLES.items():
                    if name in screen.view.legal.commands:
                        continue
                    words = "words" if name in TALKING else None
                    answer = await screen.send({"type": name, **fields}, words)
                    assert answer["type"] == "refused", (viewer, name, answer)
                    own = SEAT_COMMANDS if viewer in FOUR else HOST_COMMANDS
                    if viewer == "table" or name not in _names(own):
                        assert answer["code"] == "wrong_actor", (viewer, name, answer)
            assert room.host.seq == before, "a refusal left a row"


@pytest.mark.parametrize("phase", PHASES)
async def test_what_legal_lists_is_not_refused_outright(phase: str, tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR, timers=True) as room:
            await _reach(room, phase)
            await room.settle()
            (table,) = live.hub.tables()
            for viewer, screen in room.screens.items():
                for name in screen.view.legal.commands:
                    command = msgspec.convert({"type": name, **SAMPLES[name]}, Command)
                    decided = decide(table.history.state, viewer, command, table.history.last.at)
                    assert not isinstance(decided, Refusal) or decided.code not in OUTRIGHT, (viewer, name, decided)


async def _reach(room: Room, phase: str) -> None:
    """Into the middle of the phase, where somebody is ready and somebody is not."""
    if phase == "end":
        await room.host.ok({"type": "end_game"})
        return
    if phase == "talk":
        await room.host.ok({"type": "move_on"})
    if phase == "commit":
        await room.host.ok({"type": "move_on"})
        await room.host.ok({"type": "skip_talk"})
    await play_on(room, lambda shown: shown.phase == phase)
    await room.settle()
    if phase in ("brief", "reveal", "stocktake"):
        await room.seats["pct"].ok({"type": "ready"})
