"""Law 1 by import-linter, and import-linter seen to fail on a saboteur."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("game_rules", "scenarios", "server", "client")
LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """The contracts of pyproject.toml on the packages in `folder`: `python -c` looks for them there first."""
    command = [sys.executable, "-c", LINT, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("web", "__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_room_imports_only_what_lies_below_it() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "room, line",
    [
        ("game_rules", "import random"),
        ("game_rules", "from datetime import datetime"),
        ("game_rules", "import scenarios"),
        ("scenarios", "import server"),
        ("client", "import server.settings"),
        ("server", "import client"),
    ],
)
def test_an_import_against_the_layers_is_found(copied: Path, room: str, line: str) -> None:
    (copied / room / "saboteur.py").write_text(f"{line}\n")
    done = lint_imports(copied)
    assert done.returncode == 1 and "saboteur" in done.stdout, done.stdout + done.stderr
