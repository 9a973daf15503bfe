"""What bots say: each line has its sentence in the bots' catalogue, is told what it asks for, and none is idle."""

import ast
from collections.abc import Iterator
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import game_rules

RULES = Path(game_rules.__file__).parent
TREE = FluentParser().parse((RULES / "sentences" / "bots.en.ftl").read_text("utf-8"))
MESSAGES = {entry.id.name: entry for entry in TREE.body if isinstance(entry, ftl.Message)}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


def asked_for(message: ftl.Message) -> set[str]:
    found = _Variables()
    found.visit(message)
    return found.names


def keys_written(tree: ast.AST) -> set[str]:
    return {
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("bot-")
    }


def lines_written(tree: ast.AST) -> Iterator[tuple[str, set[str]]]:
    """Every `Line` with its key written out, and the names of what it tells."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Line":
            names = {
                str(name.value) for data in node.args[1:] if isinstance(data, ast.Dict)
                for name in data.keys if isinstance(name, ast.Constant)
            }
            for key in keys_written(node.args[0]):
                yield key, names


def sources() -> list[ast.Module]:
    return [ast.parse(path.read_text("utf-8")) for path in sorted((RULES / "bots").glob("*.py"))]


def test_the_bots_catalogue_has_no_broken_entry_and_no_message_twice() -> None:
    names = [entry.id.name for entry in TREE.body if isinstance(entry, ftl.Message)]
    assert sorted(set(names)) == sorted(names)
    assert not [entry for entry in TREE.body if isinstance(entry, ftl.Junk)]


def test_every_line_of_a_bot_has_its_sentence_and_every_sentence_is_said_by_some_bot() -> None:
    written = {key for tree in sources() for key in keys_written(tree)}
    assert written == set(MESSAGES)


def test_a_sentence_asks_only_for_what_its_line_tells() -> None:
    found = [line for tree in sources() for line in lines_written(tree)]
    assert len(found) > 10
    for key, told in found:
        assert asked_for(MESSAGES[key]) <= told, key


def test_a_sentence_that_asks_for_more_is_found() -> None:
    [(key, told)] = lines_written(ast.parse('Line("bot-brings", {"m": 2})'))
    assert key == "bot-brings" and not asked_for(MESSAGES[key]) <= told
