"""A real server in a process of its own, on a data folder that outlives it."""

import asyncio
import os
import socket
import sys
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]
PLAIN = ("-m", "server.cli")
"""What to run after the interpreter; a saboteur's launcher takes its place."""


class Serving:
    """`async with Serving(folder) as server`: it answers at `server.url` until it is killed, and can start again."""

    def __init__(self, folder: Path, launcher: tuple[str, ...] = PLAIN, environment: dict[str, str] | None = None):
        self._folder, self._launcher = folder, launcher
        self._environment = {**os.environ, **(environment or {})}
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.journal = folder / "data" / "journal.db"
        self.process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.kill()
        if self.process:
            await self.process.wait()

    async def start(self) -> None:
        """Start it and wait until it listens. Raises `RuntimeError` with its log when it ends instead."""
        where = ("--host", "127.0.0.1", "--port", str(self.port), "--data", str(self._folder / "data"))
        with (self._folder / "server.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, *self._launcher, "serve", *where, "--no-browser",
                cwd=ROOT, env=self._environment, stdout=log, stderr=log,
            )  # fmt: skip
        while not await self._listens():
            if self.process.returncode is not None:
                raise RuntimeError((self._folder / "server.log").read_text())
            await asyncio.sleep(0.02)

    def kill(self) -> None:
        """SIGKILL: nothing is said, nothing is finished."""
        if self.process and self.process.returncode is None:
            self.process.kill()

    async def again(self) -> None:
        """Start anew where the killed one listened."""
        if self.process:
            await self.process.wait()
        await self.start()

    async def _listens(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
