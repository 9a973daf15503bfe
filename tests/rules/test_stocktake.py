"""3.2 step 9, Stock-take: eruption, retreat, return, breathing space, brink; 3.4 collapse."""

import pytest
from msgspec.structs import replace

from game_rules import State
from game_rules import commands as c
from game_rules import events as e
from tests.rules import table as t


def erupting(**changes: int) -> State:
    return t.with_tracks(t.committing(), **{"common": 8, "tension": 9, **changes})


def away(state: State, who: str, goodwill: int = 0) -> State:
    return t.with_role(state, who, retreated=True, goodwill=goodwill)


@pytest.mark.parametrize(("tension", "common", "erupts"), [(8, 8, False), (9, 8, True), (12, 12, False)])
def test_step_1_eruption_if_tension_is_above_common(tension: int, common: int, erupts: bool) -> None:
    row = t.stocktake(erupting(tension=tension, common=common))
    assert row.state.eruptions == len(row.of(e.Erupted)) == int(erupts)


def test_step_1_an_eruption_costs_goodwill_4_trust_1_outcomes_1_common_1_and_tension_falls_by_7() -> None:
    row = t.stocktake(erupting())
    assert {who: row.number(who, "goodwill", "eruption") for who in row.state.roles} == {
        "north": -4, "south": -4, "folk": -4, "crown": 0,
    }
    assert {name: row.track(name, "eruption") for name in row.state.tracks} == {
        "trust": -1, "common": -1, "tension": -7, "bite": 0, "cred": 0, "outcomes": -1,
    }


def test_step_1_an_eruption_eases_every_pairs_sore_by_2() -> None:
    row = t.stocktake(t.with_sores(erupting(), {"north+south": 5, "north+folk": 1}))
    assert (row.sore("north+south"), row.sore("north+folk"), row.sore("south+folk")) == (-2, -1, 0)


def test_step_1_a_role_away_from_the_table_loses_nothing_by_an_eruption() -> None:
    assert t.stocktake(away(erupting(), "south")).number("south", "goodwill", "eruption") == 0


def test_step_1_the_third_eruption_is_collapse_on_the_spot() -> None:
    row = t.stocktake(t.with_role(replace(erupting(), eruptions=2, round=3), "folk", goodwill=4))
    assert row.of(e.GameEnded) == [e.GameEnded(False, "eruptions")]
    assert not row.of(e.Retreated)


def test_step_1_a_second_eruption_is_no_collapse() -> None:
    row = t.stocktake(replace(erupting(), eruptions=1))
    assert row.of(e.Erupted) == [e.Erupted(2)]
    assert row.state.end is None


@pytest.mark.parametrize(("who", "bite", "cred"), [("north", -1, 0), ("folk", 0, -1)])
def test_step_2_a_role_at_goodwill_0_leaves_the_table_and_trust_and_bite_or_cred_fall(
    who: str, bite: int, cred: int
) -> None:
    row = t.stocktake(t.with_role(t.committing(), who, goodwill=0))
    assert row.of(e.Retreated) == [e.Retreated(who)]
    assert row.state.roles[who].retreated
    assert (row.track("trust"), row.track("bite"), row.track("cred")) == (-1, bite, cred)


def test_step_2_the_centre_never_retreats() -> None:
    assert not t.stocktake(t.with_role(t.committing(), "crown", goodwill=0)).of(e.Retreated)


@pytest.mark.parametrize("goodwill", [0, 1, 5])
def test_step_2_a_role_that_has_been_away_gains_1_goodwill(goodwill: int) -> None:
    assert t.stocktake(away(t.committing(), "south", goodwill)).number("south", "goodwill", "away") == 1


def test_step_2_a_role_that_leaves_now_gains_nothing_yet() -> None:
    assert t.stocktake(t.with_role(t.committing(), "south", goodwill=0)).number("south", "goodwill") == 0


@pytest.mark.parametrize(("own", "hosts", "returns"), [(1, 3, True), (0, 7, False), (1, 2, False), (4, 4, True)])
def test_step_2_return_at_goodwill_2_if_a_role_at_the_table_with_goodwill_3_set_invite(
    own: int, hosts: int, returns: bool
) -> None:
    state = t.with_role(away(t.committing(), "south", own), "folk", goodwill=hosts)
    row = t.stocktake(state, {"folk": "south"})
    assert row.of(e.Returned) == ([e.Returned("south", "folk")] if returns else [])
    assert row.state.roles["south"].retreated != returns
    if returns:
        assert (row.number("folk", "goodwill", "invite.cost"), row.number("south", "goodwill", "invite")) == (-1, 1)
        assert row.bond("south+folk") == 1


def test_step_2_of_two_that_invite_only_one_pays() -> None:
    row = t.stocktake(away(t.committing(), "south", 3), {"north": "south", "folk": "south"})
    assert row.of(e.Returned) == [e.Returned("south", "north")]
    assert row.number("folk", "goodwill") == 0


def test_step_2_without_an_invitation_nobody_returns_and_nobody_pays() -> None:
    row = t.stocktake(away(t.committing(), "south", 5))
    assert not row.of(e.Returned)
    assert row.number("north", "goodwill") == 0


@pytest.mark.parametrize(("goodwill", "gain"), [(1, 1), (2, 1), (3, 0), (7, 0)])
def test_step_3_breathing_space_on_goodwill_1_or_2(goodwill: int, gain: int) -> None:
    assert t.stocktake(t.with_role(t.committing(), "folk", goodwill=goodwill)).number("folk", "goodwill") == gain


def test_step_3_no_breathing_space_in_a_round_with_an_eruption() -> None:
    assert t.stocktake(t.with_role(erupting(), "folk", goodwill=5)).number("folk", "goodwill", "breathing_space") == 0


def test_step_3_the_centre_has_no_breathing_space() -> None:
    assert t.stocktake(t.with_role(t.committing(), "crown", goodwill=1)).number("crown", "goodwill") == 0


ON_BRINK = {
    "bite": t.with_tracks(t.committing(), bite=0),
    "cred": t.with_tracks(t.committing(), cred=0),
    "retreat": away(away(t.committing(), "south"), "north"),
}


@pytest.mark.parametrize("reason", ON_BRINK)
def test_step_4_the_brink_is_announced_and_the_next_round_is_the_rescue_round(reason: str) -> None:
    row = t.stocktake(ON_BRINK[reason])
    assert row.of(e.BrinkReached) == [e.BrinkReached((reason,))]
    assert row.state.brink == (reason,) and row.state.end is None


@pytest.mark.parametrize("reason", ON_BRINK)
def test_step_4_still_on_the_brink_at_the_next_stocktake_is_collapse(reason: str) -> None:
    row = t.stocktake(replace(ON_BRINK[reason], brink=(reason,)))
    assert row.of(e.GameEnded) == [e.GameEnded(False, reason)]  # type: ignore[arg-type]


def test_step_4_still_on_any_brink_condition_is_collapse_also_on_another_one() -> None:
    row = t.stocktake(replace(ON_BRINK["cred"], brink=("bite",)))
    assert row.of(e.GameEnded) == [e.GameEnded(False, "cred")]


def test_step_4_a_rescued_table_plays_on() -> None:
    row = t.stocktake(replace(t.committing(), brink=("bite",)))
    assert row.of(e.BrinkCleared) and row.state.brink == () and row.state.end is None


def test_7_with_two_locals_any_retreat_is_a_brink() -> None:
    row = t.stocktake(t.with_role(t.committing(seats={"south": "none"}), "folk", goodwill=0))
    assert row.state.brink == ("retreat",)


def test_a_return_is_counted_before_the_brink() -> None:
    state = away(away(t.committing(), "south", 4), "north", 0)
    assert t.stocktake(state, {"folk": "south"}).state.brink == ()


def test_the_partnership_survives_if_it_finishes_the_last_round_without_collapse() -> None:
    row = t.stocktake(replace(t.committing(), round=7))
    assert row.of(e.GameEnded) == [e.GameEnded(True, "played_out")]
    assert t.stocktake(replace(t.committing(), round=6)).state.end is None


def test_an_eruption_in_the_last_round_is_survived() -> None:
    assert t.stocktake(replace(erupting(), round=7)).of(e.GameEnded) == [e.GameEnded(True, "played_out")]


@pytest.mark.parametrize(("number", "outcomes", "local", "other"), [
    (7, -2, -1, -1), (6, -3, -3, -2), (3, -6, -9, -5), (1, -8, -9, -5),
])
def test_3_4_on_collapse_with_u_unplayed_rounds_outcomes_and_standings_fall(
    number: int, outcomes: int, local: int, other: int
) -> None:
    state = t.with_tracks(replace(t.committing(), brink=("bite",), round=number), bite=0, outcomes=10)
    for who in state.roles:
        state = t.with_role(state, who, standing=10)
    row = t.stocktake(state)
    assert row.track("outcomes", "collapse") == outcomes
    assert {who: row.number(who, "standing", "collapse") for who in row.state.roles} == {
        "north": local, "south": local, "folk": local, "crown": other,
    }


def test_13_6_a_collapsed_table_accepts_no_sheets() -> None:
    row = t.stocktake(replace(ON_BRINK["bite"], brink=("bite",)))
    assert t.refused(row.state, "folk", c.Commit(t.resting())).code == "ended"
    ended = t.do(row.state, "host", c.MoveOn()).state
    assert ended.phase == "end"
    assert t.refused(ended, "folk", c.Commit(t.resting())).code == "ended"


def test_step_5_each_player_writes_one_private_line() -> None:
    state = t.stocktake(t.committing()).state
    row = t.do(state, "folk", c.Note())
    assert row.of(e.Noted) == [e.Noted("folk", state.seq + 1)]
