"""Law 7: the rules keep nothing between two calls and read no clock."""

import ast
import importlib
import pkgutil
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import game_rules
from tests.properties.games import SHIPPED, Setup, play

ROOT = Path(game_rules.__file__).parent
CACHES = {"cache", "lru_cache", "cached_property"}
INDEXED = {
    ("deck.py", "cached_property"), ("cards.py", "cached_property"), ("chance.py", "lru_cache"),
    ("worth.py", "lru_cache"),
}
"""A frozen deck and its cards keep an index of themselves; a bot's price tables are kept by the few numbers that they
follow from. Neither can tell two games apart (decision 9)."""
OF_THE_PROCESS = {"id", "hash", "open", "input", "globals"}
"""Built-in functions whose answers differ from process to process."""


def modules() -> list[ModuleType]:
    names = [found.name for found in pkgutil.walk_packages(game_rules.__path__, "game_rules.")]
    return [importlib.import_module(name) for name in names]


def kept() -> dict[str, str]:
    """Every value that a module of the rules holds, written out."""
    return {
        f"{module.__name__}.{name}": repr(value)
        for module in modules() for name, value in vars(module).items()
        if not name.startswith("__") and not isinstance(value, ModuleType | FunctionType | type)
    }


def test_no_module_of_the_rules_holds_anything_that_a_game_changes() -> None:
    before = kept()
    assert len(before) > 50
    for seed in ("one", "two"):
        for _ in play(Setup(SHIPPED, dict.fromkeys(("pct", "council", "charity", "government"), "random"), seed)):
            pass
    assert kept() == before


def impurities(tree: ast.AST) -> list[str]:
    """Where a module remembers something, or asks its process for something."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Global | ast.Nonlocal):
            found.append(f"{node.lineno}: global {', '.join(node.names)}")
        elif isinstance(node, ast.Name | ast.Attribute) and _last(node) in CACHES:
            found.append(f"{node.lineno}: {_last(node)}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OF_THE_PROCESS:
            found.append(f"{node.lineno}: {node.func.id}()")
    return found


def _last(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def test_the_rules_have_no_global_statement_no_cache_and_ask_nothing_of_their_process() -> None:
    found = {
        path.name: [
            fault for fault in impurities(ast.parse(path.read_text("utf-8")))
            if (path.name, fault.partition(": ")[2]) not in INDEXED
        ]
        for path in ROOT.rglob("*.py")
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("source", [
    "def f():\n    global x", "@functools.cache\ndef f(): ...", "@cache\ndef f(): ...", "hash('a')", "id(state)",
])
def test_an_impurity_is_found(source: str) -> None:
    assert impurities(ast.parse(source))
