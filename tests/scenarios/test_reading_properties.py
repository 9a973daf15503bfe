"""No bytes and no mutation of a deck make the loader raise; every finding has its form."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios import Report
from scenarios.deck_files import DeckFiles
from scenarios.library import DECKS
from scenarios.loader import load
from tests.scenarios.two_wards import DECK, LINE, check

SHIPPED = DECKS / "local-strategic-partnership"
SIGNS = "&a |*a|!!x |[|]|{|}|: |- |? |<<: |>|'|\"|#|%|~|null|99999999999999999999|-0|010|no|,|---"
NASTY = (*SIGNS.split("|"), "|", "\t", "\x00", "\u2028", "\ufeff", "\n", "\r")


def sound(report: Report) -> None:
    """A deck, or errors; and every finding in its form."""
    assert (report.deck is None) == (report.exit_code == 1)
    for each in report.findings:
        assert LINE.fullmatch(str(each)), str(each)
        assert each.line >= 1 and each.column >= 1
        str(each).encode()


@given(st.binary(max_size=600))
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    sound(check(data))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_arbitrary_text_never_raises(text: str) -> None:
    sound(check(text))


@given(
    st.lists(
        st.tuples(st.integers(0, len(DECK)), st.integers(0, 12), st.sampled_from(NASTY)),
        min_size=1,
        max_size=4,
    )
)
def test_a_deck_with_anything_put_in_or_cut_out_never_raises(cuts: list[tuple[int, int, str]]) -> None:
    text = DECK
    for at, gone, new in cuts:
        text = text[:at] + new + text[at + gone :]
    sound(check(text))


@given(
    st.lists(
        st.tuples(st.integers(0, DECK.count("\n")), st.integers(0, DECK.count("\n"))), min_size=1, max_size=4
    )
)
def test_a_deck_with_lines_moved_or_doubled_never_raises(moves: list[tuple[int, int]]) -> None:
    lines = DECK.split("\n")
    for old, new in moves:
        lines.insert(new, lines[old])
    sound(check("\n".join(lines)))


FILES = sorted(SHIPPED.rglob("*.yaml"))


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.integers(0, 3000), st.integers(0, 40), st.binary(max_size=12))
def test_a_mutation_of_the_shipped_deck_never_raises(file: Path, at: int, gone: int, new: bytes) -> None:
    def content(each: Path) -> tuple[str, bytes]:
        data = each.read_bytes()
        return str(each), data[:at] + new + data[at + gone :] if each == file else data

    cards = {FILES[0], FILES[1], file} - {SHIPPED / "deck.yaml", SHIPPED / "roles.yaml"}
    main, roles = content(SHIPPED / "deck.yaml"), content(SHIPPED / "roles.yaml")
    loaded = load(DeckFiles(main, roles, tuple(content(each) for each in sorted(cards)), ()))
    assert all(LINE.fullmatch(str(each)) for each in loaded.findings)
