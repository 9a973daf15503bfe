"""From a deck's files to the trees of its parts: the deck's own fields, its roles and its cards."""

from dataclasses import dataclass
from typing import Final

from scenarios.deck_files import MAIN, ROLES, DeckFiles
from scenarios.findings import Finding, shown
from scenarios.schema import Names
from scenarios.yaml_reader import MAX_EVENTS, Tree, read_yaml

MAX_TOTAL_EVENTS: Final = 60_000


@dataclass(frozen=True)
class Sources:
    """The parts that could be read and the ids they declare; `head` is None when there is no deck."""

    head: Tree | None
    roles: tuple[Tree, ...]
    cards: tuple[Tree, ...]
    names: Names


class _Reader:
    """Reads files one after the other within one budget of events."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        self.left = MAX_TOTAL_EVENTS

    def tree(self, file: tuple[str, bytes] | None) -> Tree | None:
        if file is None:
            return None
        read = read_yaml(file[1], file[0], min(MAX_EVENTS, self.left))
        self.left -= min(read.events, self.left)
        self.findings.extend(read.findings)
        return read.tree


def sources(files: DeckFiles, findings: list[Finding]) -> Sources:
    """The parts in these files; what cannot be read goes to `findings`."""
    reader = _Reader(findings)
    head, roles_file = _deck(reader.tree(files.main), findings), reader.tree(files.roles)
    card_files = [reader.tree(each) for each in files.cards]
    roles = _listed(head, "roles", findings) if head and "roles" in _keys(head) else _several(roles_file)
    if head and roles_file and "roles" in _keys(head):
        what = f"The roles are here and in {ROLES}."
        findings.append(head.finding(("roles",), "twice", what, "Keep one of the two.", key=True))
    cards = _listed(head, "cards", findings) if head and "cards" in _keys(head) else []
    cards += [card for tree in card_files for card in _several(tree)]
    names = Names(
        _ids(roles, head is not None and (files.roles is None or roles_file is not None)),
        _ids(cards, head is not None and None not in card_files and not files.findings),
    )
    return Sources(head, tuple(roles), tuple(cards), names)


def _deck(tree: Tree | None, findings: list[Finding]) -> Tree | None:
    if tree is None or "options" not in _keys(tree) or "cards" in _keys(tree):
        if tree is None or isinstance(tree.value, dict):
            return tree
        what = f'A deck begins with keys such as "id:", not with {shown(tree.value)}.'
        findings.append(tree.finding((), "block", what, 'Write "key: value" lines.'))
    else:
        what = "This is one card of a deck, not a deck."
        findings.append(tree.finding((), "card", what, f"Check the folder that holds {MAIN}."))
    return None


def _keys(tree: Tree) -> dict[str, object]:
    return tree.value if isinstance(tree.value, dict) else {}


def _listed(head: Tree, key: str, findings: list[Finding]) -> list[Tree]:
    """The blocks under `key` of the deck itself."""
    value = _keys(head)[key]
    if isinstance(value, list):
        return [head.below(key, None).below(n, each) for n, each in enumerate(value)]
    what = f"There should be a list here, not {shown(value)}."
    findings.append(head.finding((key,), "list", what, 'Begin each item with "- ".'))
    return []


def _several(tree: Tree | None) -> list[Tree]:
    """The blocks of a file that holds one or a list of them."""
    if tree is None:
        return []
    if isinstance(tree.value, list):
        return [tree.below(n, each) for n, each in enumerate(tree.value)]
    return [tree]


def _ids(trees: list[Tree], all_read: bool) -> tuple[str, ...] | None:
    """The ids that blocks declare; None when some could not be read, so that using them is no error."""
    found = tuple(str(_keys(tree)["id"]) for tree in trees if isinstance(_keys(tree).get("id"), str))
    return found if all_read and len(found) == len(trees) else None
