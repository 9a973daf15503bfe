"""3.2 Brief: eight steps in their order; 7 presets and tables with two locals."""

import pytest
from msgspec.structs import replace

from game_rules import Deck, Refusal, Sheet, Stake, Weather, fold, new_game
from game_rules import events as e
from tests.rules import table as t

STORM = (Weather("storm", "Storm", 10, "tension", 2),)


def first_brief(of: Deck, seats: dict[str, str] | None = None, preset: str = "standard") -> t.Row:
    """Round 1 of this deck with bots in the seats."""
    held = {**dict.fromkeys((role.id for role in of.roles), "share"), **(seats or {})}
    events = new_game(of, t.setup(of, held, preset=preset), 0)
    assert not isinstance(events, Refusal)
    state = fold(None, events)
    return t.Row(state, events, state)


def test_step_1_the_cards_heat_is_added_to_tension() -> None:
    assert first_brief(t.deck(t.card(heat=2))).track("tension", "card.heat") == 2


def test_step_1_a_deck_that_runs_out_starts_again_in_the_same_order() -> None:
    of = t.deck(t.card(id="K1"), t.card(id="K2"))
    state, dealt = t.committing(of), ["K1"]
    for _ in range(4):
        state = t.next_brief(state).state
        dealt.append(state.card or "")
    assert dealt == ["K1", "K2", "K1", "K2", "K1"]


def test_13_7_the_order_of_options_is_shuffled_once_per_table_and_card() -> None:
    of = t.deck(t.card(id="K1"), t.card(id="K2"))
    first = t.committing(of)
    again = t.next_brief(t.next_brief(first).state).state
    assert again.shuffle == first.shuffle
    assert len({t.committing(of, seed=f"s{n}").shuffle for n in range(12)}) > 3


@pytest.mark.parametrize(("out", "need"), [
    ((), 9), (("crown",), 7), (("south",), 6), (("south", "crown"), 4), (("north", "crown"), 4),
])
def test_step_2_need_is_the_ceiling_of_need_plus_preset_minus_d_times_s_over_4(
    out: tuple[str, ...], need: int
) -> None:
    row = first_brief(t.deck(t.card(need=9)), dict.fromkeys(out, "none"))
    assert row.of(e.NeedSet)[0].parts["card"] == need


def test_step_2_d_is_2_if_only_two_locals_are_in_play_even_beside_a_centre() -> None:
    row = first_brief(t.deck(t.card(need=9)), {"south": "none"})
    assert row.of(e.NeedSet)[0].parts["card"] == -(-(9 - 2) * 3 // 4)


@pytest.mark.parametrize(("preset", "need"), [("gentle", 8), ("standard", 9), ("hard", 10)])
def test_7_presets_move_the_cards_need_by_minus_1_0_plus_1(preset: str, need: int) -> None:
    assert first_brief(t.deck(t.card(need=9)), preset=preset).state.need == need


@pytest.mark.parametrize(("track", "n"), [("tension", 1), ("tension", 2), ("trust", 1)])
def test_step_3_a_weather_chip_moves_its_track(track: str, n: int) -> None:
    row = first_brief(t.deck(weather=(Weather("chip", "Chip", 1, track, n),)))
    assert row.of(e.WeatherDrawn) == [e.WeatherDrawn("chip")]
    assert row.track(track, "weather.chip") == n


def test_step_3_calm_moves_nothing() -> None:
    assert not first_brief(t.deck()).of(e.TrackMoved)


def test_step_3_chips_come_by_their_number_in_the_bag() -> None:
    bag = (Weather("calm", "", 4), Weather("murmur", "", 3), Weather("headline", "", 2), Weather("good", "", 1))
    state = t.committing(t.deck(weather=bag))
    drawn = [t.next_brief(replace(state, seed=f"s{n}")).state.weather for n in range(400)]
    share = {chip.id: drawn.count(chip.id) / 40 for chip in bag}
    assert share == {
        "calm": pytest.approx(4, abs=1), "murmur": pytest.approx(3, abs=1), "headline": pytest.approx(2, abs=1),
        "good": pytest.approx(1, abs=0.7),
    }


def test_steps_come_in_the_rulebooks_order() -> None:
    of = t.deck(t.card(heat=1, deadline=True), weather=STORM)
    row = t.next_brief(replace(t.committing(of), next_instrument="inspect"))
    kinds = [type(event).__name__ for event in row.events]
    order = ["RoundBegan", "TrackMoved", "WeatherDrawn", "SoreMoved", "InstrumentApplied", "NeedSet", "BackingDrawn"]
    assert [kinds.index(each) for each in order] == sorted(kinds.index(each) for each in order)
    assert row.of(e.TrackMoved)[0].cause == "card.heat"


@pytest.mark.parametrize(("trust", "more"), [(0, 2), (2, 2), (3, 1), (5, 1), (6, 0), (9, 0)])
def test_step_6_a_deadline_adds_2_at_trust_2_or_less_1_at_3_to_5_0_from_6(trust: int, more: int) -> None:
    state = t.with_tracks(t.committing(t.deck(t.card(deadline=True))), trust=trust)
    assert t.next_brief(state).state.need == 8 + more


def test_step_6_fund_sets_a_deadline() -> None:
    row = t.next_brief(replace(t.committing(), next_instrument="fund"))
    assert row.of(e.NeedSet)[0].parts == {"card": 8, "deadline": 1}


def test_step_6_counts_the_trust_that_weather_and_standing_back_gave() -> None:
    of = t.deck(t.card(deadline=True), weather=(Weather("good", "Good", 1, "trust", 1),))
    row = t.next_brief(t.with_tracks(t.committing(of), trust=5))
    assert (row.state.need, row.state.brief_trust) == (8, 6)


@pytest.mark.parametrize(("bite", "more"), [(0, 1), (2, 1), (3, 0), (10, 0)])
def test_step_7_need_is_1_more_at_bite_2_or_less(bite: int, more: int) -> None:
    assert t.next_brief(t.with_tracks(t.committing(), bite=bite)).state.need == 8 + more


def test_step_5_before_7_an_inspection_lifts_bite_before_it_is_counted() -> None:
    state = replace(t.with_tracks(t.committing(), bite=2), next_instrument="inspect")
    assert t.next_brief(state).state.need == 8


def test_the_parts_of_the_need_sum_to_it() -> None:
    state = t.with_tracks(t.committing(t.deck(t.card(deadline=True))), bite=1, trust=1)
    needed = t.next_brief(replace(state, next_instrument="target")).of(e.NeedSet)[0]
    assert needed.parts == {"card": 8, "target": 1, "deadline": 2, "bite": 1}
    assert needed.need == 12


@pytest.mark.parametrize(("carried", "capacity"), [(0, 6), (2, 8), (-3, 3), (-7, 0)])
def test_step_8_capacity_is_income_plus_carried_modifiers(carried: int, capacity: int) -> None:
    state = t.next_brief(t.with_role(t.committing(), "north", capnext=carried)).state
    assert (state.roles["north"].capacity, state.roles["north"].capnext) == (capacity, 0)


def test_step_8_draws_backing_for_each_role_in_play_anew() -> None:
    row = t.next_brief(t.committing(seats={"south": "none"}))
    assert [event.role for event in row.of(e.BackingDrawn)] == ["north", "folk", "crown"]


def test_brief_clears_last_rounds_sheets_pledges_and_announcement() -> None:
    state = t.with_role(t.committing(), "crown", announced=True, pledge=3)
    state = t.next_brief(t.with_role(state, "north", sheet=t.resting())).state
    assert state.roles["north"].sheet is None
    assert (state.roles["crown"].pledge, state.roles["crown"].announced) == (0, False)


def test_8_1_the_stake_of_a_role_that_is_not_in_play_is_void() -> None:
    of = t.deck(t.card(gains=(Stake("south", "standing", 1), Stake("folk", "standing", 1)), need=0))
    row = t.reveal(t.committing(of, {"south": "none"}), {"crown": Sheet("rest")})
    assert [m.role for m in row.of(e.NumberMoved) if m.cause == "card.gain"] == ["folk"]
