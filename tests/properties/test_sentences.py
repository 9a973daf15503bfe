"""13.2: events and refusals carry cause and data; the one catalogue has a sentence for each, and none too many."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from hypothesis import given

import game_rules
from game_rules import CODES, FACTS, TEMPERAMENTS, TRACKS
from game_rules import events as e
from tests.properties.games import SHIPPED, Setup, play, setups

RULES = Path(game_rules.__file__).parent
TREE = FluentParser().parse((RULES / "sentences" / "en.ftl").read_text("utf-8"))
MESSAGES = {entry.id.name: entry for entry in TREE.body if isinstance(entry, ftl.Message)}
CAUSE_AT = {
    "move_track": 3, "set_track": 3, "move_number": 4, "move_bond": 3, "move_sore": 3, "apply_personal": 3,
    "apply_stakes": 2, "WordMoved": 2,
}
TOLD = {"direction", "amount", "short", "centre", "key", "role"}
"""What every reader of the catalogue makes of an event's fields: the sign and size of a delta, and so on."""


def message(cause: str) -> str:
    """The id of a cause's message: Fluent allows no dots."""
    return "cause-" + cause.replace(".", "-")


def event_id(kind: type) -> str:
    return "event-" + str(kind.__struct_config__.tag).replace("_", "-")  # type: ignore[attr-defined]


KINDS = [kind for kind in e.Event.__args__ if kind is not e.Drawn]
"""All but the count of draws, which nobody is ever shown."""


def causes_written() -> set[str]:
    """Every cause in the rules' sources, those with a chip or an instrument in them spelt out."""
    spelt = {
        "weather.": [chip.id for chip in SHIPPED.weather if chip.track],
        "instrument.": ["back", "fund", "inspect"],
        "follow_up.": ["fund", "target"],
        "kept.": ["bargain", "debt", "spare"],
        "broken.": ["bargain", "debt", "spare"],
    }
    found: set[str] = set()
    for path in RULES.rglob("*.py"):
        for text in _causes(ast.parse(path.read_text("utf-8"))):
            found |= {text + end for end in spelt[text]} if text.endswith(".") else {text}
    return found


def _causes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CAUSE_AT:
            place = CAUSE_AT[node.func.id]
            yield from (
                leaf.value for argument in node.args[place : place + 1] for leaf in ast.walk(argument)
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
            )
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "cause":
            yield from (str(leaf.value) for leaf in ast.walk(node.value) if isinstance(leaf, ast.Constant))


def test_the_catalogue_has_no_broken_entry() -> None:
    assert not [entry for entry in TREE.body if isinstance(entry, ftl.Junk)]


def test_no_message_stands_twice() -> None:
    names = [entry.id.name for entry in TREE.body if isinstance(entry, ftl.Message)]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_type_has_a_sentence(kind: type) -> None:
    assert event_id(kind) in MESSAGES


@pytest.mark.parametrize("code", CODES)
def test_every_refusal_code_has_a_sentence(code: str) -> None:
    assert f"refusal-{code}" in MESSAGES


def test_every_refusal_that_the_rules_give_is_a_code() -> None:
    given_out = {
        node.args[0].value
        for path in RULES.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal"
        and isinstance(node.args[0], ast.Constant)
    }
    assert given_out <= set(CODES)


def test_every_cause_has_a_sentence_and_no_sentence_is_without_its_cause() -> None:
    assert {name for name in MESSAGES if name.startswith("cause-")} == {message(cause) for cause in causes_written()}


@given(setups())
def test_the_cause_of_every_delta_in_play_is_one_of_them(setup: Setup) -> None:
    for row in play(setup):
        for event in row.events:
            if isinstance(event, e.TrackMoved | e.NumberMoved | e.BondMoved | e.SoreMoved | e.WordMoved):
                assert message(event.cause) in MESSAGES
            if isinstance(event, e.NeedSet):
                assert {f"need-{part}" for part in event.parts} <= set(MESSAGES)


@pytest.mark.parametrize("name", [
    *(f"track-{track}" for track in TRACKS), *(f"track-{track}-meaning" for track in TRACKS),
    *(f"temperament-{each}" for each in TEMPERAMENTS),
    *(f"weather-{chip.id.replace('_', '-')}" for chip in SHIPPED.weather),
    *(f"subject-{fact}" for fact in FACTS), *(f"ending-{each}" for each in get_args(e.Ending)),
    *(f"instrument-{each}" for each in ("back", "fund", "target", "inspect")),
    *(f"number-{each}" for each in get_args(e.OwnNumber)), *(f"part-{each}" for each in (
        "standing", "purpose", "agenda", "outcomes", "seat")),
])
def test_every_word_for_a_value_is_there(name: str) -> None:
    assert name in MESSAGES


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_asks_only_for_what_its_event_carries(kind: type) -> None:
    own = event_id(kind)
    for name in (own, f"{own}-nobody", f"{own}-imposed", f"{own}-key"):
        if name in MESSAGES:
            asked = _Variables()
            asked.visit(MESSAGES[name])
            assert asked.names <= {*kind.__struct_fields__, *TOLD}  # type: ignore[attr-defined]
