"""The server is killed at random moments of a game, and nobody who plays it loses, repeats or learns anything."""

import os
import secrets
from pathlib import Path

import pytest

from tests.proving.checker import compared_views, violations
from tests.proving.history import written_untold
from tests.proving.performance import Performance
from tests.proving.serving import PLAIN, Serving

KILLS = 20
IN_FLIGHT = 15


async def performed(folder: Path, kills: int, seconds: float, launcher: tuple[str, ...] = PLAIN) -> Performance:
    """A whole game; `FAULTLINES_PROOF_SEED` repeats one whose seed was printed."""
    seed = os.environ.get("FAULTLINES_PROOF_SEED") or f"proof-{secrets.token_hex(8)}"
    print(f"seed {seed}; histories in {folder}")
    async with Serving(folder, launcher) as server:
        performance = Performance(server, folder, seed, kills, seconds)
        await performance.run()
    untold = sum(written_untold(history) for history in performance.evidence.lives)
    print(f"in flight at each kill {performance.in_flight}; written but not told {untold}")
    return performance


@pytest.mark.timeout(240)
async def test_twenty_sigkills_lose_nothing_repeat_nothing_tell_nothing_and_stop_nothing(tmp_path: Path) -> None:
    performance = await performed(tmp_path, KILLS, seconds=150)
    assert violations(performance.evidence) == []
    assert len(performance.in_flight) == KILLS
    assert sum(count > 0 for count in performance.in_flight) >= IN_FLIGHT
    assert compared_views(performance.evidence) >= KILLS


@pytest.mark.timeout(120)
async def test_the_proof_finds_a_server_that_acknowledges_before_it_commits(tmp_path: Path) -> None:
    performance = await performed(tmp_path, 3, 12, ("-m", "tests.proving.saboteurs", "ack_first"))
    found = violations(performance.evidence)
    assert any(": lost: " in what for what in found), found


@pytest.mark.timeout(120)
async def test_the_proof_finds_a_server_that_drops_a_skip(tmp_path: Path) -> None:
    performance = await performed(tmp_path, 1, 8, ("-m", "tests.proving.saboteurs", "no_skip"))
    found = violations(performance.evidence)
    assert any(": gap: " in what for what in found), found


@pytest.mark.timeout(120)
async def test_the_proof_finds_a_server_that_tells_everything(tmp_path: Path) -> None:
    performance = await performed(tmp_path, 1, 4, ("-m", "tests.proving.saboteurs", "no_secrets"))
    found = violations(performance.evidence)
    for secret in ("canary-", "backing_drawn", "sore_moved", "number_moved", "sheet_laid", "game_opened"):
        assert any(": told: " in what and secret in what for what in found), secret
