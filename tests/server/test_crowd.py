"""Many at once: one order for all, and a phone that does not read holds up nobody."""

import asyncio
import socket
from pathlib import Path

import msgspec
import websockets
from msgspec.structs import replace
from websockets.asyncio.client import ClientConnection

from tests.server.live import PATIENT, Live, serving
from tests.server.screen import seated, watching

FOUR = ("pct", "council", "charity", "government")


async def test_commands_that_arrive_together_get_one_order_that_everybody_sees(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            before = room.host.seq
            sent = [
                asyncio.create_task(screen.ok({"type": "pledge", "brings": n % 13}))
                for n in range(25)
                for screen in room.seats.values()
                if "pledge" in screen.view.legal.commands
            ]
            seqs = await asyncio.gather(*sent)
            await room.settle()
            assert sorted(seqs) == list(range(before + 1, before + len(seqs) + 1))
            orders = {
                tuple((entry["seq"], entry["actor"]) for entry in screen.entries if entry["seq"] > before)
                for screen in room.screens.values()
            }
            assert len(orders) == 1 and len(orders.pop()) == len(seqs) >= 75


async def test_of_contesting_commands_exactly_one_wins_and_the_other_hears_why(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room, watching(live, room.table["host_token"]) as other_host:
            for command, undo in (("pause", "resume"), ("skip_talk", None), ("force_commit", None)):
                answers = await asyncio.gather(room.host.send({"type": command}), other_host.send({"type": command}))
                assert sorted(answer["type"] for answer in answers) == ["ack", "refused"], command
                if undo is not None:
                    await room.host.ok({"type": undo})


async def test_a_phone_that_stops_reading_is_dropped_the_others_play_on_and_it_comes_back(tmp_path: Path) -> None:
    limits = replace(PATIENT, outgoing=8)
    with serving(tmp_path, limits=limits, buffer=4096) as live:
        async with seated(live, FOUR) as room:
            stuck = await _deaf(live, room.tokens["pct"])
            await room.host.until(lambda screen: screen.now["presence"]["pct"] == 2)
            said = 0
            while room.host.now["presence"]["pct"] == 2:
                said += 1
                await room.seats["council"].ok({"type": "say"}, f"{said} " + "x" * 490)
                await room.host.reach(room.seats["council"].seq)
                assert said < 2_000, "the deaf phone was never dropped"
            async with watching(live, room.tokens["pct"], after=1) as back:
                assert back.seq == room.seats["council"].seq
            stuck.transport.abort()


async def _deaf(live: Live, token: str) -> ClientConnection:
    """A socket that said hello and reads no more."""
    host, _, port = live.url.removeprefix("http://").partition(":")
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    raw.connect((host, int(port)))
    client = await websockets.connect(f"ws://{host}:{port}/ws", sock=raw, compression=None, max_queue=1)
    await client.send(msgspec.json.encode({"type": "hello", "token": token}).decode())
    client.transport.pause_reading()
    return client
