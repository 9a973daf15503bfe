"""Reads a deck from a folder or one YAML file: the rules' `Deck`, or every finding at once."""

from dataclasses import dataclass
from pathlib import Path

from game_rules import Deck
from scenarios.build import build_deck
from scenarios.consistency import contradictions
from scenarios.deck_files import DeckFiles, read_files
from scenarios.draft import Draft, Part, fit
from scenarios.findings import Finding, in_order
from scenarios.lint import advice
from scenarios.schema import CardForm, DeckForm, RoleForm
from scenarios.sources import Sources, sources
from scenarios.yaml_reader import Tree


@dataclass(frozen=True)
class Loaded:
    """A deck when nothing is wrong with it, else None; and the findings in reading order."""

    deck: Deck | None
    findings: tuple[Finding, ...]


def read_deck(path: str | Path) -> Loaded:
    """The deck at `path` (a folder, or one YAML file). Raises NotThere only if there is nothing to read."""
    return load(read_files(path))


def load(files: DeckFiles) -> Loaded:
    """The deck in these files. Never raises, whatever their bytes."""
    causes = list(files.findings)
    parts = sources(files, causes)
    findings: list[Finding] = []
    draft = _fitted(parts, findings)
    findings += contradictions(draft)
    wrong = any(each.severity == "error" for each in (*causes, *findings))
    deck = None if wrong else _built(draft)
    if deck:
        findings += advice(draft, deck)
    found = in_order(causes, findings)
    return Loaded(deck, tuple(each for each in found if files.only in (None, each.path)))


def _fitted(parts: Sources, findings: list[Finding]) -> Draft:
    return Draft(
        head=None if parts.head is None else _head(parts.head, parts, findings),
        roles=tuple(fit(RoleForm, tree, parts.names, findings) for tree in parts.roles),
        cards=tuple(fit(CardForm, tree, parts.names, findings) for tree in parts.cards),
        names=parts.names,
    )


def _head(tree: Tree, parts: Sources, findings: list[Finding]) -> Part[DeckForm]:
    """The deck's own fields: `roles` and `cards` are judged apart, wherever they stand."""
    written = tree.value if isinstance(tree.value, dict) else {}
    own = {key: value for key, value in written.items() if key not in ("roles", "cards")}
    return fit(DeckForm, Tree(tree.path, own, tree.places, tree.keys), parts.names, findings)


def _built(draft: Draft) -> Deck | None:
    roles = [part.form for part in draft.roles if part.form]
    cards = [part.form for part in draft.cards if part.form]
    return build_deck(draft.head.form, roles, cards) if draft.head and draft.head.form else None
