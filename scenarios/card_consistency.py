"""What must hold inside one card and between it and the roles: every breach is an error."""

from collections.abc import Iterator, Sequence
from typing import Final

from game_rules import may_take, terms
from scenarios.build import build_card
from scenarios.findings import Finding
from scenarios.scalars import number_of
from scenarios.schema import CardForm, OptionForm, RoleForm
from scenarios.yaml_reader import Path, Tree

LEAST_OPTIONS: Final = 3
MOST_AT_ONCE: Final = 2
MOST_NEXT: Final = 3  # beyond it the schema has spoken


def card_contradictions(tree: Tree, card: CardForm, roles: Sequence[RoleForm]) -> Iterator[Finding]:
    """Every contradiction of a card whose form is right."""
    if card.sore and card.sore[0] == card.sore[1]:
        yield tree.finding(("sore", 1), "pair", "A pair needs two different roles.", "Name the other role.")
    seen: set[str] = set()
    for n, option in enumerate(card.options):
        if option.id in seen:
            what = f'There are two options with the id "{option.id}".'
            yield tree.finding(("options", n, "id"), "twice", what, "Change one of them.")
        seen.add(option.id)
        yield from _theirs(tree, ("options", n), option)
        yield from _alone(tree, ("options", n), card, option, roles)
    yield from _hands(tree, card, roles)


def effect_limits(tree: Tree) -> Iterator[Finding]:
    """Effects that are too strong, also in a card whose form is wrong elsewhere."""
    for at, effects in _effects(tree.value):
        for key, written in effects.items():
            n = number_of(written)
            if n is not None and MOST_AT_ONCE < abs(n) <= MOST_NEXT and key != "self.capnext":
                what = f"{n:+} is more than one thing may change at once."
                yield tree.finding((*at, key), "range", what, "Write a number from -2 to +2.")


def _effects(card: object) -> Iterator[tuple[Path, dict[str, object]]]:
    """Every block of effects in a card as it is written, with its path."""
    for at, value in _places(card):
        if isinstance(value, dict):
            yield at, value


def _places(card: object) -> Iterator[tuple[Path, object]]:
    written = _block(card)
    for field in ("gains", "loses", "met", "missed"):
        yield (field,), written.get(field)
    options = written.get("options")
    for n, option in enumerate(options if isinstance(options, list) else ()):
        at: Path = ("options", n)
        yield (*at, "effects"), _block(option).get("effects")
        for role, own in _block(_block(option).get("by_role")).items():
            yield (*at, "by_role", role, "effects"), _block(own).get("effects")


def _block(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _theirs(tree: Tree, at: Path, option: OptionForm) -> Iterator[Finding]:
    for role in option.by_role:
        if option.roles is not None and role not in option.roles:
            what = f'"{role}" cannot take this option, so it needs no terms of its own.'
            advice = "Delete this line, or add the role to roles."
            yield tree.finding((*at, "by_role", role), "not-theirs", what, advice, key=True)


def _alone(
    tree: Tree, at: Path, card: CardForm, option: OptionForm, roles: Sequence[RoleForm]
) -> Iterator[Finding]:
    """What the lead may do alone: an option of its own, and imposing."""
    if option.lead_only and card.lead is None:
        what = "Only the lead may take this, and the card has no lead."
        yield tree.finding(
            (*at, "lead_only"), "no-lead", what, 'Add "lead: ..." to the card, or delete this.'
        )
    if not option.impose:
        return
    if not option.lead_only:
        advice = 'Add "lead_only: true", or delete this.'
        yield tree.finding((*at, "impose"), "impose", "Only a lead can impose.", advice)
    if option.posture != "push":
        yield tree.finding((*at, "posture"), "impose", "Imposing is always a push.", 'Write "push".')
    if any(role.id == card.lead and not role.may_impose for role in roles):
        what = f'The lead, "{card.lead}", may not impose.'
        yield tree.finding(
            (*at, "impose"), "impose", what, 'Give that role "may_impose: true", or delete this.'
        )


def _hands(tree: Tree, card: CardForm, roles: Sequence[RoleForm]) -> Iterator[Finding]:
    """Rule 1 of the linter: at least three options for every role, one of them a duck that costs nothing."""
    built = build_card(card)
    for role in roles:
        own = [option for option in built.options if may_take(built, option, role.id)]
        if len(own) < LEAST_OPTIONS:
            what = f'"{role.id}" can take only {len(own)} of the options.'
            yield tree.finding(
                ("options",), "few-options", what, f"Open {LEAST_OPTIONS} or more to every role."
            )
        costs = [terms(option, role.id) for option in own if option.posture == "duck"]
        if not any(each.goodwill == 0 and each.capacity == 0 for each in costs):
            what = f'"{role.id}" cannot avoid this card for nothing.'
            yield tree.finding(
                ("options",), "no-duck", what, 'Add a "posture: duck" that is free for every role.'
            )
