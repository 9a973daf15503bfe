"""What may stand on the screen as a name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lobby.names import LONGEST, NameRefused, clean_name


@pytest.mark.parametrize(
    "name", ["Ana", "Zoë O'Neill-Smith", "李雷", "محمد", "Đặng Thị Hương", "🦊", "R2-D2", "<b>Bo</b>"]
)
def test_an_honest_name_stays_as_it_is(name: str) -> None:
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Ana \t\r\n  Lee ", "Ana Lee"),
        ("A\u202egnp.exe\u200b", "Agnp.exe"),
        ("\ufeffAna\u2066\u2069\x00\x1b[31m", "Ana[31m"),
        ("Ana\u2028Lee\u00a0\u3000May", "Ana Lee May"),
        ("Zoe\u0308", "Zoë"),
        ("Ana\ud800", "Ana"),
        ("Ana\u3164\u2800", "Ana"),
        ("x" + "\u0301" * 10_000, "x\u0301\u0301\u0301"),
        ("y" * 100, "y" * LONGEST),
        ("n" * 39 + " rest", "n" * 39),
    ],
)
def test_what_is_invisible_or_breaks_the_line_is_taken_out(typed: str, name: str) -> None:
    assert clean_name(typed) == name


@pytest.mark.parametrize(
    "typed", ["", "   ", "\n", "\u200b\u200d", "\u3164", "\u0301\u0301", "\x00", "\ud800"]
)
def test_a_name_that_shows_nothing_is_refused(typed: str) -> None:
    refused = clean_name(typed)
    assert isinstance(refused, NameRefused)
    assert refused.code == "name_empty"


@pytest.mark.parametrize(
    "typed",
    ["Host", "HOST", " h o s t ", "Hоst", "ноѕт", "h0st", "Hóst", "Ｈｏｓｔ", "h\u200bost",
     "Facilitator", "FaciIitator", "fac1l1tator", "Fac!litator",
     "Facilitator!", "System", "Systern", "𝐒𝐲𝐬𝐭𝐞𝐦"],
)  # fmt: skip
def test_a_name_that_passes_for_the_host_or_the_system_is_refused(typed: str) -> None:
    refused = clean_name(typed)
    assert isinstance(refused, NameRefused)
    assert refused.code == "name_reserved"


def test_further_words_can_be_reserved() -> None:
    assert clean_name("Charity") == "Charity"
    assert clean_name("chаrity", reserved=["charity"]) == NameRefused("name_reserved", "chаrity")


@given(st.text(max_size=200))
def test_a_clean_name_is_short_visible_on_one_line_and_stays_clean(typed: str) -> None:
    name = clean_name(typed)
    if isinstance(name, str):
        assert name == name.strip() == clean_name(name)
        assert "  " not in name
        assert all(letter == " " or unicodedata.category(letter)[0] not in "CZ" for letter in name)
        assert sum(unicodedata.category(letter)[0] != "M" for letter in name) <= LONGEST
        name.encode()
