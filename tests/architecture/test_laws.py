"""Laws 1 and 2 of the architecture hold in these sources, and each check is seen to fail on a saboteur."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

import game_rules
from game_rules.events import Event
from game_rules.tracks import TRACKS
from scenarios.library import load_deck, shipped_decks
from tests.architecture.laws import (
    ROOT,
    browser_rules_written,
    foreign_imports,
    peeking,
    python_files,
    rules_written,
    side_doors,
    state_taken,
)

FRONT_DOOR = set(game_rules.__all__)
EVENTS = {event.__name__ for event in get_args(Event)}
PHASES = {"gathering", "brief", "talk", "commit", "reveal", "stocktake", "end"}
DECKS = [load_deck(deck) for deck in shipped_decks()]
ROLES = {role.id for deck in DECKS for role in deck.roles}
CARDS = {card.id for deck in DECKS for card in deck.cards}
IDS = PHASES | set(TRACKS) | ROLES | CARDS


def broken(check: Callable[[ast.AST], list[str]], *folders: str) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{fault}"
        for path in python_files(*folders)
        for fault in check(ast.parse(path.read_text()))
    ]


def test_the_rules_import_msgspec_and_no_other_package() -> None:
    assert broken(foreign_imports, "game_rules") == []


def test_the_other_rooms_enter_the_rules_by_the_front_door() -> None:
    assert broken(lambda tree: side_doors(tree, FRONT_DOOR), "scenarios", "server", "client") == []


def test_no_rule_is_written_in_server_or_client() -> None:
    assert broken(lambda tree: rules_written(tree, EVENTS, IDS), "server", "client") == []


def test_no_rule_is_written_in_the_browser() -> None:
    sources = [path for path in (ROOT / "client/web/src").rglob("*.ts*") if ".test." not in path.name]
    assert sources
    faults = {path.name: browser_rules_written(path.read_text(), IDS) for path in sources}
    assert {name: found for name, found in faults.items() if found} == {}


def test_no_bot_looks_past_its_sight() -> None:
    bots = [path for path in python_files("game_rules/bots") if path.name != "sight.py"]
    assert len(bots) > 5
    faults = {path.name: [*peeking(tree), *state_taken(tree)] for path in bots if (tree := ast.parse(path.read_text()))}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("line", [
    "goodwill = sight._state.roles['pct'].goodwill", "getattr(sight, '_state')", "_state = sight",
    "from game_rules.state import State", "from game_rules.view import view",
])
def test_a_bot_that_looks_past_its_sight_is_found(line: str) -> None:
    assert peeking(ast.parse(line)) or state_taken(ast.parse(line))


def test_the_ids_that_may_not_be_compared_are_those_of_the_shipped_decks() -> None:
    assert {"council", "pct", "talk", "trust"} <= IDS and EVENTS


@pytest.mark.parametrize(
    "line",
    [
        "TrackMoved(track='trust', delta=1)",
        "events.RoundBegan(round=1)",
        "state.phase == 'talk'",
        "'council' != seat",
        "role in ('pct', 'charity')",
        "match phase:\n    case 'reveal': pass",
    ],
)
def test_a_rule_written_in_the_server_is_found(line: str) -> None:
    assert rules_written(ast.parse(line), EVENTS, IDS)


@pytest.mark.parametrize(
    "line", ['if (view.phase === "talk") {', "'council' == seat", 'case "reveal":', "phase !== `end`"]
)
def test_a_rule_written_in_the_browser_is_found(line: str) -> None:
    assert browser_rules_written(line, IDS)


@pytest.mark.parametrize(
    "line", ["import pydantic", "from fluent.runtime import FluentBundle", "import yaml as y"]
)
def test_a_foreign_package_in_the_rules_is_found(line: str) -> None:
    assert foreign_imports(ast.parse(line))


@pytest.mark.parametrize(
    "line", ["from game_rules.events import Drawn", "import game_rules.state", "from game_rules import state"]
)
def test_a_side_door_is_found(line: str) -> None:
    assert side_doors(ast.parse(line), FRONT_DOOR)


def test_reading_a_view_is_no_rule() -> None:
    innocent = "seat = view.seats['council']\nx == 'host'\n'commit' in legal.commands"
    assert rules_written(ast.parse(innocent), EVENTS, IDS) == []
    front = "import game_rules\nfrom game_rules import State\nfrom game_rules.bots import share"
    assert side_doors(ast.parse(front), FRONT_DOOR) == []


def test_every_python_file_is_seen() -> None:
    assert Path(ROOT / "server" / "cli.py") in python_files("server")
