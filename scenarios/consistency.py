"""What must hold between the parts of a deck for a game to be played with it: every breach is an error."""

from collections.abc import Iterator

from game_rules import STANDARD, Card, may_take, terms

from scenarios.build import build_card
from scenarios.draft import Draft, Part
from scenarios.findings import Finding
from scenarios.schema import CardForm, DeckForm, OptionForm, RoleForm
from scenarios.wording import nearest, one_of
from scenarios.yaml_reader import Path, Tree

LEAST_OPTIONS = 3
COMMON_MOST = 10


def contradictions(draft: Draft) -> Iterator[Finding]:
    """Every contradiction in the parts whose form is right."""
    yield from _twice("role", [part.tree for part in draft.roles])
    yield from _twice("card", [part.tree for part in draft.cards])
    if draft.head.form:
        yield from _head(draft.head.tree, draft.head.form)
    for role in draft.roles:
        if role.form:
            yield from _clauses(role.tree, role.form)
    yield from _cast(draft)
    roles = {part.form.id: part.form for part in draft.roles if part.form}
    for card in draft.cards:
        if card.form:
            yield from _card(card.tree, card.form, roles)
            yield from _hands(draft, card, card.form)


def _twice(kind: str, trees: list[Tree]) -> Iterator[Finding]:
    first: dict[str, Tree] = {}
    for tree in trees:
        name = tree.value.get("id") if isinstance(tree.value, dict) else None
        if not isinstance(name, str):
            continue
        if name in first:
            there = first[name]
            yield tree.finding(("id",), "twice", f'There are two {kind}s with the id "{name}".',
                               f"Change one of them; the other is at {there.path}:{there.place(('id',)).line}.")
        first.setdefault(name, tree)


def _head(tree: Tree, deck: DeckForm) -> Iterator[Finding]:
    constants = tuple(name for name in STANDARD.__struct_fields__ if name != "version")
    for name, value in deck.ruleset.items():
        at: Path = ("ruleset", name)
        if name not in constants:
            yield tree.finding(at, "unknown-key", f'There is no constant "{name}" in the ruleset.',
                               nearest(name, constants) or one_of(constants), key=True)
        elif name == "common" and value > COMMON_MOST:
            yield tree.finding(at, "range", f"Commonality would start at {value}: nothing could break such a table.",
                               f"Write {COMMON_MOST} at most.")
    if not any(each.chips for each in deck.weather):
        yield tree.finding(("weather",), "no-chips", "The weather bag is empty.", "Give a kind of weather some chips.")
    yield from _twice("weather", [tree.below("weather", None).below(n, {"id": each.id})
                                           for n, each in enumerate(deck.weather)])
    starts = [act.first for act in deck.acts]
    for n, (one, two) in enumerate(zip(starts, starts[1:], strict=False), start=1):
        if two <= one:
            yield tree.finding(("acts", n, "first"), "order", "This act does not begin after the one before it.",
                               f"Write {one + 1} or more.")
    if deck.order == "acts" and not deck.acts:
        yield tree.finding(("order",), "no-acts", "The order is by acts, and there are none.", 'Add "acts:", or shuffle.')
    elif deck.order == "acts" and starts[0] != 1:
        yield tree.finding(("acts", 0, "first"), "order", "No act covers round 1.", "Let the first act begin in round 1.")


def _clauses(tree: Tree, role: RoleForm) -> Iterator[Finding]:
    for name, clauses in role.agendas.items():
        for n, clause in enumerate(clauses):
            at: Path = ("agendas", name, n)
            low, high = clause.at_least, clause.at_most
            if low is None and high is None:
                yield tree.finding(at, "missing", "This clause has no limit.", "Add at_least or at_most.")
            elif low is not None and high is not None and low > high:
                yield tree.finding(at, "range", "This clause can never hold.", "Let at_least be at most at_most.")


def _cast(draft: Draft) -> Iterator[Finding]:
    whole, count = draft.head.tree, len(draft.roles)
    place = draft.roles[0].tree if draft.roles else whole
    if not 2 <= count <= 8:
        yield whole.finding(("roles",), "roles", f"The deck has {count} roles.", "Write 2 to 8 of them.")
        return
    forms = [part.form for part in draft.roles]
    if None in forms:
        return
    if sum(form.seated for form in forms if form) < 2:
        yield place.finding((), "seated", "Fewer than two roles are seated: nobody could form a partnership.",
                            'Write "seated: true" for at least two.')
    centres = [part for part in draft.roles if part.form and part.form.has_instruments]
    for extra in centres[1:]:
        yield extra.tree.finding(("has_instruments",), "centres", "A second role has instruments.",
                                 'Keep "has_instruments: true" for one role.')
    first: dict[str, str] = {}
    for part in draft.roles:
        if part.form and first.setdefault(part.form.letter, part.form.id) != part.form.id:
            yield part.tree.finding(("letter",), "twice", f'Two roles have the letter "{part.form.letter}".',
                                    "Give each its own: it is a sign beside the colour.")


def _card(tree: Tree, card: CardForm, roles: dict[str, RoleForm]) -> Iterator[Finding]:
    if card.sore and card.sore[0] == card.sore[1]:
        yield tree.finding(("sore", 1), "pair", "A pair needs two different roles.", "Name the other role.")
    seen: set[str] = set()
    for n, option in enumerate(card.options):
        if option.id in seen:
            yield tree.finding(("options", n, "id"), "twice", f'There are two options with the id "{option.id}".',
                               "Change one of them.")
        seen.add(option.id)
        yield from _option(tree, card, n, option, roles)
    for field in ("gains", "loses", "met", "missed"):
        yield from _limits(tree, (field,), getattr(card, field))


def _option(tree: Tree, card: CardForm, n: int, option: OptionForm, roles: dict[str, RoleForm]) -> Iterator[Finding]:
    at: Path = ("options", n)
    yield from _limits(tree, (*at, "effects"), option.effects)
    for role, own in option.by_role.items():
        yield from _limits(tree, (*at, "by_role", role, "effects"), own.effects or {})
    lead = roles.get(card.lead or "")
    if option.lead_only and card.lead is None:
        yield tree.finding((*at, "lead_only"), "no-lead", "Only the lead may take this, and the card has no lead.",
                           'Add "lead: ..." to the card, or delete this.')
    if option.impose and not option.lead_only:
        yield tree.finding((*at, "impose"), "impose", "Only a lead can impose.", 'Add "lead_only: true", or delete this.')
    elif option.impose and lead and not lead.may_impose:
        yield tree.finding((*at, "impose"), "impose", f'The lead, "{lead.id}", may not impose.',
                           'Write "may_impose: true" for that role, or delete this.')
    if option.impose and option.posture != "push":
        yield tree.finding((*at, "posture"), "impose", "Imposing is always a push.", 'Write "push".')


def _limits(tree: Tree, at: Path, effects: dict[str, int]) -> Iterator[Finding]:
    for key, n in effects.items():
        if abs(n) > 2 and key != "self.capnext":
            yield tree.finding((*at, key), "range", f"{n:+} is more than one thing may change at once.",
                               "Write a number from -2 to +2.")


def _hands(draft: Draft, part: Part[CardForm], form: CardForm) -> Iterator[Finding]:
    """Rule 1 of the linter: at least three options for every role, one of them a duck that costs nothing."""
    card: Card = build_card(form)
    for role in (each.form for each in draft.roles if each.form):
        own = [option for option in card.options if may_take(card, option, role.id)]
        if len(own) < LEAST_OPTIONS:
            yield part.tree.finding(("options",), "few-options", f'"{role.id}" can take only {len(own)} of the options.',
                                    f"Let every role take at least {LEAST_OPTIONS}.")
        costs = [terms(option, role.id) for option in own if option.posture == "duck"]
        if not any(each.goodwill == 0 and each.capacity == 0 for each in costs):
            yield part.tree.finding(("options",), "no-duck", f'"{role.id}" has no way to avoid this card.',
                                    'Add an option with "posture: duck" that costs nothing and is open to every role.')
