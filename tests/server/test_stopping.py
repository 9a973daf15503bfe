"""The server as a process: told to stop during play, it says so, loses nothing, and ends in order."""

import asyncio
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.server.live import Live
from tests.server.screen import seated, watching

FOUR = ("pct", "council", "charity", "government")
STOOD_STILL = 3.0
UP = re.compile(r"http://127\.0\.0\.1:\d+")


@asynccontextmanager
async def _process(data: Path) -> AsyncIterator[tuple[Process, Live]]:
    environment = {**os.environ, "FAULTLINES_DATA": str(data), "FAULTLINES_BOT_DELAY": "0-0"}
    arguments = ("-m", "server.cli", "serve", "--no-browser", "--port", "0", "--log-level", "error")
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env=environment, stdout=PIPE, stderr=PIPE
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(30):
            while not (found := UP.search((await process.stdout.readline()).decode())):
                assert process.returncode is None
        yield process, Live(found[0], None)  # type: ignore[arg-type]
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
async def test_told_to_stop_during_play_it_closes_with_1012_and_ends_with_code_0(stop: int, tmp_path: Path) -> None:
    async with _process(tmp_path) as (process, live):
        host, _, port = live.url.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port))) as half_open:
            half_open.sendall(b"GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            seats = {"pct": "share", "council": "random", "government": "share"}
            async with seated(live, ("charity",), seats=seats, timers=True) as room:
                ack = await room.seats["charity"].send({"type": "pledge", "brings": 2}, id="mine")
                process.send_signal(stop)
                assert {await screen.closed() for screen in room.screens.values()} == {1012}
            async with asyncio.timeout(30):
                _, errors = await process.communicate()
            assert process.returncode == 0 and b"Traceback" not in errors, errors.decode()
        token = room.tokens["charity"]
    async with _process(tmp_path) as (process, live):
        async with watching(live, token) as back:
            assert await back.send({"type": "pledge", "brings": 2}, id="mine") == ack


async def test_a_server_that_stood_still_takes_nobodys_time(tmp_path: Path) -> None:
    async with _process(tmp_path) as (process, live), seated(live, FOUR, timers=True) as room:
        before = room.host.view.deadline
        assert before is not None
        process.send_signal(signal.SIGSTOP)
        await asyncio.sleep(STOOD_STILL)  # the length of the stop is what this is about
        process.send_signal(signal.SIGCONT)
        await room.host.until(lambda screen: (screen.view.deadline or 0) >= before + 1000 * (STOOD_STILL - 0.5))
        assert room.host.entries[-1]["actor"] == "clock"
