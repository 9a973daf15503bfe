"""docs/deck-format.md and the schema say the same, both ways; its examples are YAML that the schema takes."""

import re
from pathlib import Path
from typing import get_args

import pytest

from game_rules import FACTS, TRACKS, Material
from scenarios.deck_files import MAX_FILES, MAX_TOTAL
from scenarios.draft import fit
from scenarios.findings import Finding
from scenarios.schema import RESERVED, DeckForm, Names
from scenarios.yaml_events import MAX_BYTES
from scenarios.yaml_reader import read_yaml
from tests.scenarios.fields import FORMS, fields

PAGE = (Path(__file__).parents[2] / "docs" / "deck-format.md").read_text()
ROW = re.compile(r"^\| `(\w+)` \| (.+) \| (.+) \| (.+) \| (.+) \|$", re.M)


def section(name: str) -> str:
    return PAGE.split(f"\n## {name}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", FORMS)
def test_every_field_is_documented_with_its_range_and_default_and_no_other(name: str) -> None:
    documented = {field: (limits, default) for field, _, _, limits, default in ROW.findall(section(name))}
    assert documented == fields(FORMS[name])


def test_every_section_with_fields_is_a_form() -> None:
    assert {part.split("\n")[0] for part in PAGE.split("\n## ")[1:] if ROW.search(part)} == set(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_every_example_is_yaml_and_uses_only_fields_there_are(name: str) -> None:
    example = section(name).split("```yaml\n")[1].split("```")[0]
    read = read_yaml(example.encode(), "example")
    assert read.tree and read.findings == ()
    value = read.tree.value
    while isinstance(value, list):
        value = value[0]
    assert isinstance(value, dict)
    own = set(fields(FORMS[name]))
    everywhere = {field for form in FORMS.values() for field in fields(form)}
    assert set(value) <= own or set(value) <= everywhere


def test_the_example_of_a_deck_fits_but_for_its_parts() -> None:
    example = section("The deck").split("```yaml\n")[1].split("```")[0]
    tree = read_yaml(example.encode(), "example").tree
    findings: list[Finding] = []
    assert tree and fit(DeckForm, tree, Names((), ()), findings).form and findings == []


def test_every_word_that_the_schema_knows_is_on_the_page() -> None:
    for word in (*TRACKS, *FACTS, *RESERVED, *get_args(Material)):
        assert re.search(rf"\b{word}\b", PAGE), word


def test_the_limits_on_the_page_are_those_of_the_loader() -> None:
    assert (MAX_BYTES, MAX_FILES, MAX_TOTAL) == (256 * 1024, 64, 1024 * 1024)
    assert "256 KB and a deck at most 64\nfiles and 1 MB" in PAGE
