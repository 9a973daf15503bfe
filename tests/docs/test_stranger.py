"""Whoever has only docs/protocol.md can play."""

import ast
import asyncio
import sys
from pathlib import Path

from tests.proving.serving import Serving

STRANGER = Path(__file__).with_name("stranger.py")


async def test_a_stranger_plays_a_whole_game_from_the_protocols_page(tmp_path: Path) -> None:
    async with Serving(tmp_path, environment={"FAULTLINES_BOT_DELAY": "0-0.01"}) as server:
        run = await asyncio.create_subprocess_exec(
            sys.executable, "-I", str(STRANGER), cwd=tmp_path,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        printed, _ = await run.communicate(server.url.encode())
    assert run.returncode == 0, printed.decode()
    assert "after round" in printed.decode() and "score" in printed.decode()


def test_the_stranger_knows_nothing_of_us() -> None:
    imported = set()
    for node in ast.walk(ast.parse(STRANGER.read_text())):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module or "")
    assert {name.partition(".")[0] for name in imported} == {"json", "urllib", "websockets"}
