"""What must hold between the parts of a deck for a game to be played with it: every breach is an error."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from game_rules import STANDARD
from scenarios.card_consistency import card_contradictions, effect_limits
from scenarios.draft import Draft, Part
from scenarios.findings import Finding, shown
from scenarios.schema import DeckForm, RoleForm
from scenarios.wording import nearest, one_of
from scenarios.yaml_reader import Path, Tree

COMMON_MOST: Final = 10
CONSTANTS: Final = tuple(name for name in STANDARD.__struct_fields__ if name != "version")


def contradictions(draft: Draft) -> Iterator[Finding]:
    """Every contradiction in the parts whose form is right."""
    yield from _twice("role", [part.tree for part in draft.roles])
    yield from _twice("card", [part.tree for part in draft.cards])
    if draft.head:
        yield from _counts(draft.head.tree, draft)
    if draft.head and draft.head.form:
        yield from _head(draft.head.tree, draft.head.form)
    roles = [part.form for part in draft.roles if part.form]
    for role in draft.roles:
        if role.form:
            yield from _clauses(role.tree, role.form)
    if len(roles) == len(draft.roles):
        yield from _cast(draft.roles)
    for card in draft.cards:
        yield from effect_limits(card.tree)
        if card.form:
            yield from card_contradictions(card.tree, card.form, roles)


def _twice(kind: str, trees: Sequence[Tree]) -> Iterator[Finding]:
    first: dict[str, Tree] = {}
    for tree in trees:
        name = tree.value.get("id") if isinstance(tree.value, dict) else None
        if not isinstance(name, str):
            continue
        there = first.setdefault(name, tree)
        if there is not tree:
            advice = f"Change one of them; the other is at {there.path}:{there.place(('id',)).line}."
            yield tree.finding(("id",), "twice", f"There are two {kind}s with the id {shown(name)}.", advice)


def _counts(tree: Tree, draft: Draft) -> Iterator[Finding]:
    if draft.names.roles is not None and not 2 <= len(draft.roles) <= 8:
        what = f"A deck has 2 to 8 roles; this one has {len(draft.roles)}."
        yield tree.finding(
            ("roles",), "roles", what, 'Write them in roles.yaml, or as a list after "roles:".'
        )
    if draft.names.cards == ():
        advice = 'Write one file for each in the folder cards, or a list after "cards:".'
        yield tree.finding(("cards",), "no-cards", "The deck has no cards.", advice)


def _head(tree: Tree, deck: DeckForm) -> Iterator[Finding]:
    yield from _ruleset(tree, deck)
    yield from _weather(tree, deck)
    yield from _acts(tree, deck)
    yield from _timings(tree, deck)


def _ruleset(tree: Tree, deck: DeckForm) -> Iterator[Finding]:
    for name, value in deck.ruleset.items():
        if name not in CONSTANTS:
            advice = nearest(name, CONSTANTS) or one_of(CONSTANTS)
            what = f"There is no constant {shown(name)} in the ruleset."
            yield tree.finding(("ruleset", name), "unknown-key", what, advice, key=True)
        elif name == "common" and value > COMMON_MOST:
            what = f"Commonality would start at {value}, and nothing could break such a table."
            yield tree.finding(("ruleset", name), "range", what, f"Write {COMMON_MOST} at most.")


def _weather(tree: Tree, deck: DeckForm) -> Iterator[Finding]:
    if not any(each.chips for each in deck.weather):
        yield tree.finding(("weather",), "no-chips", "The weather bag is empty.", "Give some weather chips.")
    count = Counter(each.id for each in deck.weather)
    for n, each in enumerate(deck.weather):
        if count[each.id] > 1 and each.id in [other.id for other in deck.weather[:n]]:
            what = f'There are two kinds of weather with the id "{each.id}".'
            yield tree.finding(("weather", n, "id"), "twice", what, "Change one of them.")


def _acts(tree: Tree, deck: DeckForm) -> Iterator[Finding]:
    starts = [act.first for act in deck.acts]
    for n, (one, two) in enumerate(zip(starts, starts[1:], strict=False), start=1):
        if two <= one:
            what = "This act does not begin after the one before it."
            yield tree.finding(("acts", n, "first"), "order", what, f"Write {one + 1} or more.")
    if deck.order == "acts" and not starts:
        what = "The order is by acts, and there are none."
        yield tree.finding(("order",), "no-acts", what, 'Add "acts:", or write "shuffle".')
    elif deck.order == "acts" and starts[0] != 1:
        yield tree.finding(("acts", 0, "first"), "order", "No act covers round 1.", "Write 1 here.")


def _timings(tree: Tree, deck: DeckForm) -> Iterator[Finding]:
    lengths = [timing.rounds for timing in deck.cue_sheet.timings] if deck.cue_sheet else []
    for n, rounds in enumerate(lengths):
        if rounds in lengths[:n]:
            what = f"The timings of {rounds} rounds are given twice."
            yield tree.finding(("cue_sheet", "timings", n, "rounds"), "twice", what, "Delete one of them.")


def _clauses(tree: Tree, role: RoleForm) -> Iterator[Finding]:
    for name, clauses in role.agendas.items():
        for n, clause in enumerate(clauses):
            at: Path = ("agendas", name, n)
            low, high = clause.at_least, clause.at_most
            if low is None and high is None:
                yield tree.finding(at, "missing", "This clause has no limit.", "Add at_least or at_most.")
            elif low is not None and high is not None and low > high:
                yield tree.finding(
                    at, "range", "This clause can never hold.", "Lower at_least or raise at_most."
                )


def _cast(roles: Sequence[Part[RoleForm]]) -> Iterator[Finding]:
    forms = [(part.tree, part.form) for part in roles if part.form]
    if len(forms) >= 2 and sum(form.seated for _, form in forms) < 2:
        what = "Fewer than two roles are seated, so there is nobody to form a partnership."
        yield forms[0][0].finding((), "seated", what, 'Write "seated: true" for at least two.')
    for tree, _ in [(tree, form) for tree, form in forms if form.has_instruments][1:]:
        advice = 'Keep "has_instruments: true" for one role.'
        yield tree.finding(("has_instruments",), "centres", "A second role has instruments.", advice)
    first: dict[str, str] = {}
    for tree, form in forms:
        if first.setdefault(form.letter, form.id) != form.id:
            what = f'Two roles have the letter "{form.letter}".'
            yield tree.finding(("letter",), "twice", what, "Give each its own: it stands beside the colour.")
