"""Section 14: three headlines after every reveal, computed from the round's events."""

from typing import Any

import pytest
from msgspec.structs import replace

from game_rules import Event, Headline, Key, Sheet, State, headlines, view
from game_rules import commands as c
from game_rules import events as e
from server.sentences import headline_of
from tests.rules import table as t

DECK = t.deck()
NEED = e.NeedSet(8, {"card": 8})
BROUGHT = tuple(e.Brought(who, 2) for who in ("north", "south", "folk", "crown"))
MET = e.CardMet(8, 8, None, "north")


def told(reader: str, *events: Event) -> list[str]:
    """The headlines of a round in which this also happened, as sentences."""
    return [headline_of(DECK, each) for each in headlines((NEED, *BROUGHT, MET, *events), reader)]


def between(reader: str, *events: Event) -> str:
    return told(reader, *events)[-1]


def you(*events: Event) -> str:
    return told("north", *events)[1]


def seen(state: State, reader: str = "north") -> list[str]:
    return [headline_of(state.deck, each) for each in view(state, reader).headlines]


# 1. Was it met, and by whom?


def test_1_met_together_names_who_is_credited_and_what_it_brought() -> None:
    row = t.reveal(t.committing(), {**t.everybody("share"), "north": Sheet("carry", 1)})
    assert seen(row.state)[0] == "Met: 11 of 8. The north carried (5)."


def test_1_imposed_the_council_decided_alone() -> None:
    row = t.reveal(t.committing(), {**t.everybody(), "north": Sheet("alone", 1)})
    assert seen(row.state)[0] == "The north decided alone."


def test_1_missed_by_the_shortfall() -> None:
    row = t.reveal(t.committing(), {**t.everybody("share"), "north": t.resting()})
    assert seen(row.state)[0] == "Missed by 2."


@pytest.mark.parametrize("sheets", [{"folk": Sheet("carry", 1), "crown": Sheet("carry")}, {}])
def test_1_key_missing_wins_over_shortfall(sheets: dict[str, Sheet]) -> None:
    state = t.committing(t.deck(t.card(key=Key("statutory", 2, "money"))))
    assert seen(t.reveal(state, {**t.everybody(), **sheets}).state)[0] == "Missed: nobody brought money."


def test_1_met_without_anybody_to_credit() -> None:
    row = t.reveal(replace(t.committing(), need=0), t.everybody())
    assert seen(row.state)[0] == "Met: 0 of 0."


# 2. What did it cost or give me?


def number(what: Any, delta: int, cause: str, role: str = "north") -> e.NumberMoved:
    return e.NumberMoved(role, what, delta, cause)


def test_2_the_largest_gain_and_the_largest_loss_each_with_its_cause() -> None:
    moves = (number("standing", 1, "credit"), number("goodwill", -2, "option.cost"), number("capnext", 1, "card.gain"))
    assert you(*moves) == (
        "You: standing +1 (credit for carrying most), goodwill −2 (the price of your choice)."
    )


def test_2_only_a_gain_and_only_a_loss() -> None:
    assert you(number("purpose", 1, "card.gain")) == "You: purpose +1 (what the card gives you)."
    assert you(number("standing", -1, "idle_hands")) == "You: standing −1 (idle hands, two rounds running)."


def test_2_nothing_moved_this_round_left_you_as_you_were() -> None:
    assert you() == "This round left you as you were."


@pytest.mark.parametrize(("moves", "shown"), [
    ({"standing": 2, "purpose": 3}, "standing +2"), ({"standing": 1, "purpose": 2}, "purpose +2"),
    ({"purpose": 1, "goodwill": 1}, "purpose +1"), ({"goodwill": 1, "capnext": 2}, "goodwill +1"),
    ({"goodwill": 1, "capnext": 3}, "next round's capacity +3"),
])
def test_2_in_points_of_score_weight_standing_3_purpose_2_goodwill_2_capacity_1_ties_in_that_order(
    moves: dict[str, int], shown: str
) -> None:
    assert shown in you(*(number(what, n, "card.gain") for what, n in reversed(moves.items())))
    assert shown.replace("+", "−") in you(*(number(what, -n, "card.loss") for what, n in reversed(moves.items())))


def test_2_sums_a_number_over_the_round_and_lays_the_whole_to_none_of_several_causes() -> None:
    moves = (number("goodwill", -2, "option.cost"), number("goodwill", 1, "card.met"), number("goodwill", -1, "raking"))
    assert you(*moves) == "You: goodwill −2 in all."
    assert you(*moves, number("standing", 1, "credit"), number("standing", 1, "delivery.good")) == (
        "You: standing +2 in all, goodwill −2 in all."
    )
    assert you(number("standing", 1, "credit"), number("standing", -1, "delivery.poor")) == (
        "This round left you as you were."
    )


def test_2_what_was_carried_into_the_round_is_not_next_rounds_capacity() -> None:
    brief = (number("capnext", 1, "instrument.fund"), NEED, number("capnext", -2, "carried"))
    after = headlines((*brief, *BROUGHT, MET), "north")
    assert headline_of(DECK, after[1]) == "This round left you as you were."


def test_2_capacity_of_this_round_and_other_roles_numbers_do_not_count() -> None:
    assert you(number("capacity", 5, "income"), number("standing", 2, "credit", "south")) == (
        "This round left you as you were."
    )


def test_2_the_room_has_no_headline_of_its_own() -> None:
    row = t.reveal(t.committing(), t.everybody("share"))
    assert [each.about for each in view(row.state, "north").headlines] == ["card", "you", "between"]
    for viewer in ("table", "host"):
        assert [each.about for each in view(row.state, viewer).headlines] == ["card", "between"]


# 3. What broke or was mended?


def ended(outcome: Any, kind: Any, role: str | None, *to: str) -> e.PromiseEnded:
    return e.PromiseEnded(7, kind, outcome, role, to, 7)


IN_ORDER: tuple[tuple[Event, str], ...] = (
    (e.GameEnded(False, "bite"), "The partnership has collapsed: the senior people stopped coming."),
    (e.BrinkReached(("cred",)), "On the brink: the next round is the last chance."),
    (e.Erupted(2), "The ground broke (eruption 2 of 3)."),
    (e.Retreated("folk"), "The folk has left the table."),
    (ended("broken", "pact", "south", "folk"), "The south broke its pact with the folk."),
    (ended("broken", "debt", "south", "north"), "The south broke its word to the north."),
    (e.PaperedOver(), "Nobody named the tension: it was papered over."),
    (e.RakedOver("wrong_pair"), "The wrong wound was named: it raked things over."),
    (e.Imposed("south", True), "The south decided alone, against a trusting table."),
    (e.NamingContained(("south+folk",)), "What lies between the south and the folk was named in measure, and held."),
    (ended("completed", "pact", None, "north", "south"), "The north and the south completed their pact."),
    (ended("kept", "debt", "folk", "south"), "The folk paid the south back the turn it owed."),
    (e.Returned("south", "folk"), "The south is back at the table, invited by the folk."),
    (ended("kept", "bargain", "north", "folk"), "The north carried for the folk, as agreed."),
    (e.TrackMoved("trust", 1, "card.met"), "Trust rose by 1: the card was met."),
)


@pytest.mark.parametrize("place", range(len(IN_ORDER)))
def test_3_the_first_of_this_list_that_happened(place: int) -> None:
    event, sentence = IN_ORDER[place]
    assert between("north", event) == sentence
    assert between("north", *(later for later, _ in reversed(IN_ORDER[place:]))) == sentence


def test_3_nothing_quiet_between_you() -> None:
    assert between("north") == "Quiet between you."
    assert between("north", ended("kept", "pledge", "south"), ended("broken", "pledge", "folk")) == "Quiet between you."


@pytest.mark.parametrize("event", [
    e.GameEnded(True, "played_out"), e.GameEnded(False, "stopped"), e.Imposed("south", False),
    e.TrackMoved("tension", 1, "card.heat"), ended("lapsed", "pact", None, "north", "south"),
    ended("void", "bargain", "north", "folk"),
])
def test_3_what_the_list_does_not_name_is_quiet(event: Event) -> None:
    assert between("north", event) == "Quiet between you."


def test_3_trust_that_came_back_to_where_it_was_is_quiet() -> None:
    assert between("north", e.TrackMoved("trust", -1, "raking"), e.TrackMoved("trust", 1, "card.met")) == (
        "Quiet between you."
    )


def test_3_trust_names_the_cause_that_moved_it_most() -> None:
    moves = (e.TrackMoved("trust", 1, "card.met"), e.TrackMoved("trust", -2, "imposing"),
             e.TrackMoved("trust", -1, "option.effect"))  # fmt: skip
    assert between("north", *moves) == "Trust fell by 2: it was decided alone."


def test_3_of_two_of_equal_rank_the_one_that_involves_the_reader() -> None:
    moves = (ended("kept", "bargain", "crown", "south"), ended("kept", "bargain", "north", "folk"))
    assert between("south", *moves) == "The crown carried for the south, as agreed."
    assert between("folk", *moves) == "The north carried for the folk, as agreed."
    assert between("table", *moves) == "The crown carried for the south, as agreed."


def test_3_then_the_larger_delta() -> None:
    moves = (
        e.Retreated("south"), e.TrackMoved("trust", -1, "retreat", "south"),
        e.Retreated("folk"), e.TrackMoved("trust", -1, "retreat", "folk"), e.TrackMoved("cred", -1, "retreat", "folk"),
    )
    assert between("north", *moves) == "The folk has left the table."
    assert between("south", *moves) == "The south has left the table."


# In play


def test_the_headlines_come_with_the_reveal_and_go_with_the_next_brief() -> None:
    state = t.committing()
    assert view(state, "north").headlines == ()
    row = t.reveal(state, t.everybody("share"))
    assert len(view(row.state, "north").headlines) == 3
    after = t.do(row.state, "host", c.MoveOn()).state
    assert after.phase == "stocktake" and len(view(after, "north").headlines) == 3
    assert view(t.do(after, "host", c.MoveOn()).state, "north").headlines == ()


def test_stock_take_counts_too_an_eruption_takes_the_third_headline() -> None:
    state = t.with_tracks(t.committing(), tension=11, common=10)
    row = t.reveal(state, {**t.everybody("share"), "north": t.resting(voice=t.naming("north+south"))})
    assert seen(row.state)[2] == "The wrong wound was named: it raked things over."
    assert seen(t.do(row.state, "host", c.MoveOn()).state)[2] == "The ground broke (eruption 1 of 3)."


def test_a_game_stopped_before_its_sheets_were_open_has_no_headlines() -> None:
    assert view(t.do(t.committing(), "host", c.EndGame()).state, "north").headlines == ()


def test_the_headlines_from_the_whole_story_are_those_of_its_last_round() -> None:
    first: tuple[Event, ...] = (e.RoundBegan(1, "K", ()), *BROUGHT, MET)
    second: tuple[Event, ...] = (e.RoundBegan(2, "K", ()), *BROUGHT, e.CardMissed(5, 8))
    assert headlines((*first, *second), "north")[0] == Headline("card", "headline-missed", {"brought": 5, "need": 8})
    assert headlines((*first, second[0]), "north") == ()
