"""The README says nothing that is not so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from scenarios.library import load_deck
from server.cli import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
STRINGS = (ROOT / "client/web/src/strings/en.ftl").read_text()


def commands() -> dict[str, set[str]]:
    """Every command of `faultlines` with its options."""
    found: dict[str, set[str]] = {}

    def walk(command: object, words: str) -> None:
        children = getattr(command, "commands", None)
        if children is None:
            found[words] = {option for each in command.params for option in [*each.opts, *each.secondary_opts]}  # type: ignore[attr-defined]
            return
        for name, child in children.items():
            walk(child, f"{words} {name}".strip())

    walk(get_command(app), "")
    return found


def test_every_link_leads_to_a_file() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if not link.startswith("http")]
    assert len(links) >= 7
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_table_of_commands_is_the_commands_that_there_are() -> None:
    listed = {
        " ".join(w for w in row.split() if w.islower()) for row in re.findall(r"^\| `faultlines (.+?)`", README, re.M)
    }
    assert listed == set(commands())


def test_every_option_that_it_names_exists() -> None:
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) - {
        "--tag",
        "--publish",
        "--volume",
        "--env",
        "--help",
    }
    assert {"--lan", "--tell"} <= options
    known = set().union(*commands().values())
    assert options - known == set()


@pytest.mark.parametrize("door", re.findall(r"\*\*(.+?)\*\*", README))
def test_every_door_that_it_names_stands_on_the_front_page(door: str) -> None:
    assert re.search(rf"= {re.escape(door)}$", STRINGS, re.M)


def test_the_deck_that_it_describes_ships() -> None:
    name, cards = re.findall(r"scenarios/decks/([\w-]+)` is the deck of (\d+) cards", README)[0]
    assert len(load_deck(name).cards) == int(cards)


def test_play_py_says_how_it_is_used_in_the_readmes_words() -> None:
    doc = subprocess.run(
        [sys.executable, "-c", "import play; print(play.__doc__)"], cwd=ROOT, capture_output=True, text=True
    )
    for command in ("python3 play.py setup", "python3 play.py test", "python3 play.py [--lan ...]"):
        assert command in doc.stdout
    assert "python3 play.py --lan" in README
