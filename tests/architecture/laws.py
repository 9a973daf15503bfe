"""The laws that import-linter cannot see, as plain functions from a syntax tree to what breaks them."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
BROWSER_COMPARISON = re.compile(
    r"""(?:[=!]==?\s*|\bcase\s+)(["'`])(?P<left>\w+)\1|(["'`])(?P<right>\w+)\3\s*[=!]==?"""
)


def python_files(*folders: str) -> list[Path]:
    """The Python files of these folders of the project, sorted."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "node_modules" not in path.parts)


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every absolute import, by line: `from a.b import c` as a.b.c."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def foreign_imports(tree: ast.AST) -> list[str]:
    """Law 1: game_rules stands on the standard library and msgspec alone."""
    home = {"game_rules", "msgspec", *sys.stdlib_module_names}
    return [f"{line}: imports {name}" for line, name in imported(tree) if name.partition(".")[0] not in home]


def side_doors(tree: ast.AST, front_door: set[str]) -> list[str]:
    """Law 1: the other rooms enter game_rules by its front door (the names it gives out) or its bots'."""
    return [
        f"{line}: imports {name}; only what game_rules/__init__.py or game_rules.bots gives out"
        for line, name in imported(tree)
        if name.startswith("game_rules.") and name.split(".")[1] not in {"bots", *front_door}
    ]


def rules_written(tree: ast.AST, events: set[str], ids: set[str]) -> list[str]:
    """Law 2: no event is constructed, and no phase, role, card or track is asked for by its id."""
    return sorted([*_events_made(tree, events), *_ids_compared(tree, ids)])


def _events_made(tree: ast.AST, events: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in events:
                yield f"{node.lineno}: makes the event {name}; only game_rules says what happened"


def _ids_compared(tree: ast.AST, ids: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        compared: list[ast.expr] = []
        if isinstance(node, ast.Compare) and not _asks_what_is_allowed(node):
            compared = [node.left, *node.comparators]
        elif isinstance(node, ast.MatchValue):
            compared = [node.value]
        for literal in (leaf for each in compared for leaf in ast.walk(each)):
            if isinstance(literal, ast.Constant) and literal.value in ids:
                yield f"{literal.lineno}: compares with the id {literal.value!r}; ask `legal` or `view`"


def _asks_what_is_allowed(node: ast.Compare) -> bool:
    """`"commit" in legal.commands` is what the law wants: some commands are called as the phase is."""
    last = node.comparators[-1]
    return isinstance(last, ast.Attribute) and last.attr == "commands"


def peeking(tree: ast.AST) -> list[str]:
    """A bot has its sight and nothing else: whatever goes by the name `_state` is for the sight alone."""
    return [
        f"{getattr(node, 'lineno', 0)}: reaches for the state; a bot asks its sight"
        for node in ast.walk(tree)
        if "_state" in (getattr(node, "attr", ""), getattr(node, "value", ""), getattr(node, "id", ""))
    ]


def state_taken(tree: ast.AST) -> list[str]:
    """A bot is given no whole state either: the type is named in the sight alone."""
    return [f"{line}: imports {name}; a bot asks its sight" for line, name in imported(tree)
            if name in ("game_rules.State", "game_rules.state.State", "game_rules.view.view")]


def browser_rules_written(source: str, ids: set[str]) -> list[str]:
    """Law 2 in TypeScript: `=== "council"`, `case "talk":` and the like."""
    return [
        f"{number}: compares with the id {found!r}; ask `legal` or `view`, or look it up in a table"
        for number, line in enumerate(source.splitlines(), 1)
        for match in BROWSER_COMPARISON.finditer(line)
        if (found := match["left"] or match["right"]) in ids
    ]
