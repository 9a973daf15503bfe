"""Kill a program that appends, without warning, and see what its journal still holds."""

import asyncio
import sys
from pathlib import Path

from server.journal import SqliteJournal

ROOT = Path(__file__).parents[2]
Acknowledged = set[tuple[str, int]]


async def acknowledged_until_killed(store: str, path: Path, after: int) -> Acknowledged:
    """Run `appender.py`, SIGKILL it once `after` rows were acknowledged, and return all that were."""
    command = (sys.executable, "-m", "tests.contract.appender", store, str(path))
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    lines = [await process.stdout.readline() for _ in range(after)]
    process.kill()
    lines += (await process.stdout.read()).splitlines(keepends=True)
    await process.wait()
    return {_parse(line) for line in lines if line.endswith(b"\n")}


async def lost(path: Path, acknowledged: Acknowledged) -> Acknowledged:
    """Which acknowledged rows the journal at `path` does not have; asserts that no game has a gap."""
    journal = SqliteJournal(path)
    kept: Acknowledged = set()
    for game in {game for game, _ in acknowledged}:
        seqs = [row.seq for row in await journal.read(game)]
        assert seqs == list(range(1, len(seqs) + 1))
        kept |= {(game, seq) for seq in seqs}
    await journal.close()
    return acknowledged - kept


def _parse(line: bytes) -> tuple[str, int]:
    game, seq = line.decode().split()
    return game, int(seq)
