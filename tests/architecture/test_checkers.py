"""The checkers find nothing: ruff, mypy --strict, hadolint, tsc, biome and vitest."""

import subprocess
import sys
from pathlib import Path

import pytest

import build_web

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["mypy"], ["hadolint", "Dockerfile"]],
    ids=lambda command: command[0],
)
def test_the_sources_are_clean_by(command: list[str]) -> None:
    checker = str(Path(sys.executable).with_name(command[0]))
    done = subprocess.run([checker, *command[1:]], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


@pytest.mark.parametrize("script", ["check", "lint", "test"])
def test_the_browser_client_is_clean_by_its_npm_script(script: str) -> None:
    try:
        build_web.install_modules()
        build_web.npm("run", script)
    except build_web.BuildFailed as failure:
        pytest.fail(str(failure), pytrace=False)
