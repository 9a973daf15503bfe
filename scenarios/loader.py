"""Reads a deck from a folder or one YAML file: the rules' `Deck`, or every finding at once."""

from dataclasses import dataclass
from pathlib import Path as FilePath

from game_rules import Deck

from scenarios.build import build_deck
from scenarios.consistency import contradictions
from scenarios.deck_files import ROLES, DeckFiles, read_files
from scenarios.draft import Draft, fit, ids
from scenarios.findings import Finding, first_of_each_place, shown
from scenarios.lint import advice
from scenarios.schema import CardForm, DeckForm, Names, RoleForm
from scenarios.yaml_reader import Tree, read_yaml


@dataclass(frozen=True)
class Loaded:
    """A deck when nothing is wrong with it, else None; and the findings in reading order."""

    deck: Deck | None
    findings: tuple[Finding, ...]


def read_deck(path: str | FilePath) -> Loaded:
    """The deck at `path` (a folder, or one YAML file). Raises `NotThere` only when the path itself cannot be read."""
    return load(read_files(path))


def load(files: DeckFiles) -> Loaded:
    """The deck in these files. Never raises, whatever their bytes."""
    findings = list(files.findings)
    draft = _draft(files, findings)
    if draft is None:
        return Loaded(None, first_of_each_place(findings))
    findings += contradictions(draft)
    wrong = any(each.severity == "error" for each in findings)
    deck = None if wrong else _built(draft)
    if deck:
        findings += advice(draft, deck)
    return Loaded(deck, first_of_each_place(findings))


def _built(draft: Draft) -> Deck | None:
    roles = [part.form for part in draft.roles if part.form]
    cards = [part.form for part in draft.cards if part.form]
    return build_deck(draft.head.form, roles, cards) if draft.head.form else None


def _draft(files: DeckFiles, findings: list[Finding]) -> Draft | None:
    head = _tree(files.main, findings)
    roles_file = _tree(files.roles, findings)
    card_files = [tree for tree in (_tree(each, findings) for each in files.cards) if tree]
    if head is None:
        return None
    if not isinstance(head.value, dict):
        findings.append(head.finding((), "block", f"A deck begins with keys such as \"id:\", not with {shown(head.value)}.",
                                     'Write "key: value" lines.'))
        return None
    if "options" in head.value and "cards" not in head.value:
        findings.append(head.finding((), "card", "This is one card of a deck, not a deck.", "Check the deck's folder."))
        return None
    roles = _listed(head, "roles", roles_file, findings)
    cards = _listed(head, "cards", None, findings) + [card for tree in card_files for card in _several(tree)]
    return _fitted(head, roles, cards, findings)


def _fitted(head: Tree, roles: list[Tree], cards: list[Tree], findings: list[Finding]) -> Draft:
    names = Names(tuple(ids(roles)), tuple(ids(cards)))
    assert isinstance(head.value, dict)
    own = {key: value for key, value in head.value.items() if key not in ("roles", "cards")}
    if not cards:
        findings.append(head.finding(("cards",), "no-cards", "The deck has no cards.",
                                     "Write one file for each card in the folder cards, or a list after \"cards:\"."))
    return Draft(
        fit(DeckForm, Tree(head.path, own, head.places, head.keys), names, findings),
        tuple(fit(RoleForm, tree, names, findings) for tree in roles),
        tuple(fit(CardForm, tree, names, findings) for tree in cards),
    )


def _tree(file: tuple[str, bytes] | None, findings: list[Finding]) -> Tree | None:
    if file is None:
        return None
    tree, wrong = read_yaml(file[1], file[0])
    findings += wrong
    return tree


def _listed(head: Tree, key: str, other: Tree | None, findings: list[Finding]) -> list[Tree]:
    """The blocks under `key` of the deck, or those of the file that stands for them."""
    assert isinstance(head.value, dict)
    if key not in head.value:
        return _several(other) if other else []
    if other:
        findings.append(head.finding((key,), "twice", f"The {key} are here and in {ROLES}.", "Keep one.", key=True))
    value = head.value[key]
    if isinstance(value, list):
        return [head.below(key, None).below(n, each) for n, each in enumerate(value)]
    findings.append(head.finding((key,), "list", f"There should be a list here, not {shown(value)}.",
                                 'Begin each item with "- ".'))
    return []


def _several(tree: Tree) -> list[Tree]:
    """A file that holds one block or a list of them."""
    if isinstance(tree.value, list):
        return [tree.below(n, each) for n, each in enumerate(tree.value)]
    return [tree]
