"""docs/sdk.md is true: its bot runs, and it speaks of all that the SDK gives out."""

import asyncio
import re
import sys
from pathlib import Path

import client.sdk
from tests.proving.serving import ROOT, Serving

PAGE = (ROOT / "docs" / "sdk.md").read_text()
BOT = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0]


async def test_the_bot_of_the_page_plays_a_whole_game(serving: Serving, tmp_path: Path) -> None:
    program = tmp_path / "my_bot.py"
    program.write_text(BOT)
    run = await asyncio.create_subprocess_exec(
        sys.executable, str(program), serving.url,
        cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    printed, _ = await run.communicate()
    assert run.returncode == 0, printed.decode()
    assert "survived=" in printed.decode()


def test_the_bot_has_twenty_lines_at_most() -> None:
    assert len([line for line in BOT.splitlines() if line.strip()]) <= 20


def test_the_page_names_everything_that_the_sdk_gives_out() -> None:
    assert [name for name in client.sdk.__all__ if not re.search(rf"\b{name}\b", PAGE)] == []
