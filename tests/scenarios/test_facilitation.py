"""Section 9 as the shipped deck carries it: the cue sheet, the six questions, each card's own point and question."""

from collections.abc import Iterator

import msgspec
import pytest
from msgspec import UNSET
from msgspec.structs import replace

from game_rules import CueSheet, Deck, Event, State, content_hash, see, view
from scenarios import load_deck
from tests.properties.games import Row, Setup, play
from tests.scenarios.two_wards import DECK, check

ID = "local-strategic-partnership"


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck(ID)


@pytest.fixture(scope="module")
def cues(deck: Deck) -> CueSheet:
    assert isinstance(deck.cue_sheet, CueSheet)
    return deck.cue_sheet


def test_every_card_has_a_learning_point_and_a_question_of_its_own(deck: Deck) -> None:
    assert len({card.learning for card in deck.cards}) == len({card.debrief for card in deck.cards}) == 22
    assert all(card.learning.endswith(".") and card.debrief.endswith("?") for card in deck.cards)


def test_the_cue_sheet_says_what_to_do_before_aloud_between_and_what_observers_count(cues: CueSheet) -> None:
    assert [len(cues.before), len(cues.ground_rules), len(cues.between_rounds), len(cues.observers)] == [4, 4, 4, 5]
    assert "You play an institution, not yourself." in cues.ground_rules
    assert any("private line" in line for line in cues.between_rounds)


def test_a_first_table_takes_45_minutes_the_standard_game_60_and_the_long_one_75(cues: CueSheet) -> None:
    played = {
        each.rounds: (each.briefing + each.first_round + each.other_rounds + each.scores, each.debrief)
        for each in cues.timings
    }
    assert played == {6: (45, 20), 7: (60, 25), 8: (75, 35)}


def test_the_debrief_asks_six_questions_within_the_time_of_the_usual_length(deck: Deck, cues: CueSheet) -> None:
    assert not isinstance(deck.debrief, msgspec.UnsetType)
    assert [(each.ask, each.minutes) for each in deck.debrief] == [
        ("How are you?", 3), ("What happened?", 5), ("What did you learn?", 6),
        ("How is this like work?", 5), ("What if?", 3), ("What next?", 3),
    ]  # fmt: skip
    usual = next(each for each in cues.timings if each.rounds == deck.rounds)
    assert sum(each.minutes for each in deck.debrief) == usual.debrief
    assert [each.show for each in deck.debrief] == [
        (), ("headlines", "tracks", "bookmarks"),
        ("agendas", "notes", "private_facts", "ledger", "carries", "coalitions"),
        ("card_questions",), ("what_if",), (),
    ]  # fmt: skip


def test_a_deck_without_them_is_written_as_before_so_that_old_journals_keep_their_hash() -> None:
    small = check(DECK).deck
    assert small and small.cue_sheet is UNSET and small.debrief is UNSET
    assert {"cue_sheet", "debrief"}.isdisjoint(msgspec.to_builtins(small))


def test_a_deck_with_them_is_the_same_deck_after_a_journal(deck: Deck) -> None:
    again = msgspec.json.decode(msgspec.json.encode(deck), type=Deck)
    assert again == deck and content_hash(again) == content_hash(deck)
    assert content_hash(replace(deck, cue_sheet=UNSET)) != content_hash(deck)


def seen(rows: list[Row], deck: Deck) -> Iterator[bytes]:
    """All that a seat, the room or the host is shown of these rows, if they were played with this deck."""
    for row in rows:
        state: State = replace(row.after, deck=deck)
        for viewer in (*state.roles, "table", "host"):
            shown: list[Event | None] = [see(state, viewer, event) for event in row.events]
            yield msgspec.json.encode((view(state, viewer), shown))


def test_nothing_of_them_reaches_a_seat_the_room_or_the_host_during_a_game(deck: Deck) -> None:
    rows = list(play(Setup(deck, {role.id: "share" for role in deck.roles}, "1", 2)))
    assert rows[-1].after.end is not None
    as_played = list(seen(rows, deck))
    assert list(seen(rows, replace(deck, cue_sheet=UNSET, debrief=UNSET))) == as_played
    assert list(seen(rows, replace(deck, title="Another"))) != as_played, "the comparison sees what is shown"
