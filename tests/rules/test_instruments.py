"""3.5 The centre's instruments, and the automaton that plays an empty centre."""

import pytest
from msgspec.structs import replace

from game_rules import Sheet, view
from game_rules import events as e
from tests.rules import table as t


def applied(instrument: str | None, **tracks: int) -> t.Row:
    """Brief of the round after this instrument was committed; the card before was missed."""
    return t.next_brief(replace(t.with_tracks(t.committing(), **tracks), next_instrument=instrument))


def test_an_instrument_is_chosen_secretly_and_applied_to_the_next_round() -> None:
    row = t.reveal(t.committing(), {"crown": Sheet("rest", instrument="fund")})
    assert row.of(e.InstrumentChosen) == [e.InstrumentChosen("crown", "fund")]
    assert (view(row.state, "folk").instrument, view(row.state, "crown").me.instrument) == (  # type: ignore[union-attr]
        None, "fund"
    )
    brief = t.next_brief(row.state)
    assert brief.of(e.InstrumentApplied) == [e.InstrumentApplied("fund")]
    assert view(brief.state, "folk").instrument == "fund"
    assert not t.next_brief(brief.state).of(e.InstrumentApplied)


@pytest.mark.parametrize("met", [True, False])
def test_stand_back_gives_trust_1_if_the_previous_card_was_met_and_costs_purpose_1(met: bool) -> None:
    state = t.reveal(t.committing(t.deck(t.card(need=0 if met else 9)))).state
    row = t.next_brief(replace(state, next_instrument="back"))
    assert row.track("trust", "instrument.back") == int(met)
    assert row.number("crown", "purpose", "instrument.back") == -1


@pytest.mark.parametrize(("outcomes", "standing"), [(0, -1), (3, -1), (4, 0), (5, 0), (6, 1), (10, 1)])
def test_stand_back_costs_standing_at_outcomes_3_or_less_and_gives_it_from_6(outcomes: int, standing: int) -> None:
    assert applied("back", outcomes=outcomes).number("crown", "standing") == standing


def test_fund_gives_each_local_1_capacity() -> None:
    state = applied("fund").state
    assert {who: own.capacity for who, own in state.roles.items()} == {"north": 7, "south": 7, "folk": 6, "crown": 4}


def test_target_adds_1_to_the_need() -> None:
    assert applied("target").of(e.NeedSet)[0].parts == {"card": 8, "target": 1}


def test_inspect_takes_1_capacity_from_each_statutory_role_and_gives_bite_1_and_purpose_1() -> None:
    row = applied("inspect")
    assert {who: own.capacity for who, own in row.state.roles.items()} == {
        "north": 5, "south": 5, "folk": 5, "crown": 4,
    }
    assert (row.track("bite"), row.number("crown", "purpose")) == (1, 1)


def test_no_instrument_changes_nothing() -> None:
    row = applied(None)
    assert not row.of(e.InstrumentApplied) and not row.of(e.TrackMoved)


def test_without_a_player_an_automaton_draws_back_back_fund_target_inspect_and_none_in_round_1() -> None:
    first = t.committing(seats={"crown": "none"})
    assert first.instrument is None
    drawn = [t.next_brief(replace(first, seed=f"s{n}")).state.instrument for n in range(300)]
    share = {each: drawn.count(each) / 60 for each in ("back", "fund", "target", "inspect")}
    assert share == {
        "back": pytest.approx(2, abs=0.6), "fund": pytest.approx(1, abs=0.5),
        "target": pytest.approx(1, abs=0.5), "inspect": pytest.approx(1, abs=0.5),
    }
    assert None not in drawn


def test_a_deck_without_a_centre_has_no_automaton() -> None:
    state = t.committing(t.deck(roles=t.ROLES[:3]))
    assert not any(t.next_brief(replace(state, seed=f"s{n}")).of(e.InstrumentApplied) for n in range(20))


def test_the_automaton_has_no_numbers_of_its_own() -> None:
    state = t.committing(seats={"crown": "none"})
    for n in range(20):
        assert {m.role for m in t.next_brief(replace(state, seed=f"s{n}")).of(e.NumberMoved)} <= set(t.LOCALS)
