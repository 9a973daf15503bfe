"""docs/rules.md and its pictures are what the rules say now; every constant stands on the page, none is typed."""

import re
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from msgspec.structs import replace

from game_rules import Ruleset
from scenarios import load_deck
from tests.docs import rules_numbers, rules_pictures
from tests.docs.rules_example import play
from tests.docs.rules_numbers import TYPED, constants, modules, moves, numbers, rules_of
from tests.docs.rules_page import DOCS, HOW, TEMPLATE, rules, write

DECK = load_deck("local-strategic-partnership")
RULES = rules_of(DECK)
PLAYED = play(DECK)
PAGE = rules(RULES, DECK, PLAYED)
WORDS = TEMPLATE.read_text()
USED = set(re.findall(r"\$\{?\+?([a-z_0-9]+)", WORDS))
UNSIGNED = set(re.findall(r"\$\{?([a-z_0-9]+)", WORDS))
UNSAID = {"version"}
"""Fields of the ruleset that are no rule."""
PAID = {
    "moved_naming_cost_goodwill", "moved_call_out_cost_goodwill", "moved_raking_goodwill", "moved_invite_cost_goodwill",
    "moved_mixed_message_goodwill", "moved_mixed_message_bond", "moved_follow_up_standing",
}
"""Losses that a sentence tells as a size, with "pays", "costs" or "loses" before it."""


@pytest.mark.parametrize("name", ["rules.md", "images/rules-sheet.svg", "images/rules-reveal.svg"])
def test_what_is_in_the_tree_is_what_the_rules_say_now(name: str) -> None:
    assert (DOCS / name).read_text() == write()[name], f"run: {HOW}"


@pytest.mark.parametrize("field", sorted(set(Ruleset.__struct_fields__) - UNSAID))
def test_a_changed_constant_of_the_ruleset_changes_the_page(field: str) -> None:
    changed = replace(RULES, **{field: getattr(RULES, field) + 1})
    assert rules(changed, DECK, PLAYED) != PAGE, f"say {field} in {TEMPLATE.name}"


@pytest.mark.parametrize("name", sorted(constants()))
def test_a_changed_constant_beside_the_rules_changes_the_page(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in modules():
        if hasattr(module, name.upper()):
            monkeypatch.setattr(module, name.upper(), 77)
    assert constants()[name] == 77
    assert rules(RULES, DECK, PLAYED) != PAGE, f"say {name} in {TEMPLATE.name}"


@pytest.mark.parametrize("name", sorted({*moves(), *TYPED}))
def test_a_changed_figure_in_the_rules_changes_the_page(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found: dict[str, dict[str, int]] = {"moves": moves(), "TYPED": TYPED}
    of = next(each for each, names in found.items() if name in names)
    changed: Any = {**found[of], name: 77}
    monkeypatch.setattr(rules_numbers, of, changed if of == "TYPED" else lambda: changed)
    assert rules(RULES, DECK, PLAYED) != PAGE, f"say {name} in {TEMPLATE.name}"


def test_a_figure_is_read_where_the_rule_moves_by_it() -> None:
    found = moves()
    assert found["moved_papering_trust"] == -1
    assert found["moved_focus_cases_cred"] == -found["moved_focus_cases_bite"] == 1
    assert found["moved_kept_bond"] == 1, "by the beginning of a cause that is put together"
    assert found["moved_break_word"] == -1, "by its function where the cause is worked out"


def test_a_figure_that_changes_its_sign_cannot_hide_behind_its_size() -> None:
    found = numbers(RULES, DECK)
    assert {name for name in UNSIGNED & set(found) if found[name] < 0} == PAID


def test_no_number_is_typed_in_the_template_but_none_one_and_all() -> None:
    prose = re.sub(r"\$\{[^}]*\}|\]\([^)]*\)|^\s*1\. ", "", WORDS, flags=re.MULTILINE)
    assert set(re.findall(r"\d+", prose)) <= {"0", "1", "100"}


def test_every_placeholder_is_filled_in() -> None:
    assert "$" not in PAGE and "{" not in PAGE


def test_no_number_at_the_beginning_of_a_line_makes_a_list_of_it() -> None:
    assert not re.search(r"^ *[−+]?\d+\.(?! \S)|^ *(?!1\.)\d+\. ", PAGE, re.MULTILINE)
    assert max(len(line) for line in PAGE.split("\n") if line[:1] not in "|![") <= 120


def test_every_link_leads_to_a_file() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (DOCS / target).exists(), target


def test_what_a_newcomer_reads_first_is_read_in_ten_minutes() -> None:
    first = PAGE.split("## In ten minutes")[1].split("## Looking it up")[0]
    assert len(first.split()) < 10 * 130, "130 words a minute is slow"


def test_the_pictures_show_the_round_that_the_page_tells_and_no_secret_of_another_seat() -> None:
    sheet, reveal = rules_pictures.sheet(PLAYED), rules_pictures.reveal(PLAYED)
    assert ">10 of 10<" in reveal and "6 + 2 + 1 + 1 = 10 of 10" in PAGE
    for option in PLAYED.seen.options:
        assert f">brings {option.brings or 'nothing'}<" in sheet
    assert ">thin backing today<" in sheet and "strong" not in sheet + reveal


@pytest.mark.parametrize("draw", [rules_pictures.sheet, rules_pictures.reveal])
def test_a_picture_stands_on_its_own_paper_in_light_and_dark_and_says_what_it_is(draw: Any) -> None:
    root = ElementTree.fromstring(draw(PLAYED))
    names = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert {"title", "desc", "rect"} <= names and not {"script", "image", "foreignObject"} & names
    paper = next(each for each in root if each.tag.endswith("rect"))
    assert paper.get("width") == root.get("width") and paper.get("fill") == "var(--paper)"
    assert "prefers-color-scheme:dark" in draw(PLAYED)


def test_a_picture_follows_the_deck() -> None:
    cards = tuple(msgspec.structs.replace(card, need=9) if card.id == "C02" else card for card in DECK.cards)
    assert ">10 of 9<" in rules_pictures.reveal(play(replace(DECK, cards=cards)))
