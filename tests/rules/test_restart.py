"""3.4: "deal a restart card: tracks as they stand except common 6, trust 2 and bite and cred at least 2; every local is
back at the table and gains 3 goodwill; at most one eruption stays on the count; the brink is cleared. Once per game."
"""

import pytest
from msgspec.structs import replace

from game_rules import Refusal, State, fold, legal, see, step, view
from game_rules import commands as c
from game_rules import events as e
from game_rules.ruleset import STANDARD
from tests.properties.test_numbers import deltas, numbers
from tests.rules import table as t


def collapsed(round: int = 3, eruptions: int = 0, **tracks: int) -> State:
    """A partnership that has just broken in this round of seven, on bite unless by a third eruption."""
    state = t.with_tracks(replace(t.committing(), round=round, eruptions=eruptions, brink=("bite",)), bite=0)
    state = t.stocktake(t.with_tracks(state, **tracks)).state
    assert state.end is not None and state.end.collapsed
    return state


def restarted(state: State) -> t.Row:
    return t.do(state, "host", c.Restart())


def card_moves(row: t.Row) -> dict[str, int]:
    return {name: row.track(name, "restart") for name in row.state.tracks}


@pytest.mark.parametrize(("common", "trust"), [(10, 5), (6, 2), (3, 0), (12, 10)])
def test_common_6_and_trust_2_whatever_they_were(common: int, trust: int) -> None:
    before = replace(collapsed(), papered=True, trust_risen=1)
    before = replace(before, tracks={**before.tracks, "common": common, "trust": trust})
    row = restarted(before)
    assert (card_moves(row)["common"], card_moves(row)["trust"]) == (6 - common, 2 - trust)
    assert (row.state.tracks["common"], row.state.tracks["trust"]) == (6, 2)


@pytest.mark.parametrize("track", ["bite", "cred"])
@pytest.mark.parametrize(("was", "now"), [(0, 2), (1, 2), (2, 2), (3, 3), (9, 9)])
def test_bite_and_cred_at_least_2(track: str, was: int, now: int) -> None:
    before = collapsed()
    row = restarted(replace(before, tracks={**before.tracks, track: was}))
    assert card_moves(row)[track] == now - was


@pytest.mark.parametrize("tension", [0, 5, 12])
def test_tension_and_outcomes_as_they_stand(tension: int) -> None:
    before = collapsed()
    row = restarted(replace(before, tracks={**before.tracks, "tension": tension}))
    assert (card_moves(row)["tension"], card_moves(row)["outcomes"]) == (0, 0)
    assert (row.track("tension"), row.state.tracks["tension"]) == (0, tension)


def test_every_local_is_back_at_the_table_and_gains_3_goodwill() -> None:
    before = collapsed()
    for who, goodwill, away in (("north", 0, True), ("south", 4, False), ("folk", 9, True), ("crown", 4, False)):
        before = t.with_role(before, who, goodwill=goodwill, retreated=away)
    row = restarted(before)
    assert row.of(e.Restarted)[0].back == ("north", "folk")
    assert not any(own.retreated for own in row.state.roles.values())
    gained = {who: row.number(who, "goodwill", "restart") for who in row.state.roles}
    assert gained == {"north": 3, "south": 3, "folk": 1, "crown": 0}, "10 is the most that anybody has"


@pytest.mark.parametrize(("eruptions", "stay"), [(0, 0), (1, 1), (2, 1), (3, 1)])
def test_at_most_one_eruption_stays_on_the_count(eruptions: int, stay: int) -> None:
    row = restarted(replace(collapsed(), eruptions=eruptions))
    assert row.state.eruptions == row.of(e.Restarted)[0].eruptions == stay


def test_the_brink_is_cleared_so_that_the_next_one_has_its_rescue_round() -> None:
    row = restarted(collapsed())
    assert row.of(e.BrinkCleared) == [e.BrinkCleared()] and row.state.brink == ()
    again = t.do(t.with_tracks(row.state, bite=0), "host", c.SkipTalk()).state
    assert t.stocktake(again).of(e.BrinkReached) and not t.stocktake(again).of(e.GameEnded)


def test_the_game_goes_on_with_its_next_round_and_the_end_and_the_scores_are_gone() -> None:
    before = collapsed(round=3)
    row = restarted(before)
    assert before.scores and row.state.scores == {} and row.state.end is None
    assert [each.round for each in row.of(e.RoundBegan)] == [4]
    assert (row.state.round, row.state.phase) == (4, "talk")
    assert view(row.state, "folk").end is None and "commit" in view(row.state, "folk").legal.commands
    assert isinstance(row.events[0], e.Restarted)


@pytest.mark.parametrize("phase", ["stocktake", "end"])
def test_it_is_dealt_at_the_last_stocktake_or_after_it(phase: str) -> None:
    state = collapsed()
    state = t.do(state, "host", c.MoveOn()).state if phase == "end" else state
    assert state.phase == phase and "restart" in legal(state, "host").commands
    assert restarted(state).state.round == state.round + 1


def test_once_per_game() -> None:
    state = restarted(collapsed(round=2)).state
    assert t.refused(state, "host", c.Restart()).code == "already_restarted"
    state = replace(t.do(state, "host", c.SkipTalk()).state, brink=("bite",))
    again = t.stocktake(t.with_tracks(state, bite=0)).state
    assert again.end is not None and again.end.collapsed
    assert "restart" not in legal(again, "host").commands
    assert t.refused(again, "host", c.Restart()).code == "already_restarted"


def test_only_after_a_collapse_and_only_while_a_round_is_left() -> None:
    running = t.talking()
    stopped = t.do(running, "host", c.EndGame()).state
    survived = t.stocktake(replace(t.committing(), round=7)).state
    for state in (running, stopped, survived, collapsed(round=7)):
        assert "restart" not in legal(state, "host").commands
        assert t.refused(state, "host", c.Restart()).code == "not_collapsed"
    assert "restart" in legal(collapsed(round=6), "host").commands


def test_only_the_host_deals_it() -> None:
    for who in ("north", "crown", "clock"):
        assert t.refused(collapsed(), who, c.Restart()).code == "wrong_actor"


@pytest.mark.parametrize(("number", "outcomes", "local", "other"), [(6, 1, 2, 1), (3, 4, 8, 4), (1, 6, 8, 4)])
def test_what_the_collapse_took_for_unplayed_rounds_is_given_back_and_the_rest_stays_lost(
    number: int, outcomes: int, local: int, other: int
) -> None:
    state = t.with_tracks(replace(t.committing(), round=number, brink=("bite",)), bite=0, outcomes=10)
    for who in state.roles:
        state = t.with_role(state, who, standing=10)
    fallen = t.stocktake(state)
    row = restarted(fallen.state)
    assert row.track("outcomes", "restart.unplayed") == outcomes
    assert fallen.track("outcomes", "collapse") + row.track("outcomes", "restart.unplayed") == -2
    given = {who: row.number(who, "standing", "restart.unplayed") for who in row.state.roles}
    assert given == {"north": local, "south": local, "folk": local, "crown": other}
    for who in given:
        assert fallen.number(who, "standing", "collapse") + given[who] == -1


def test_what_was_not_there_to_take_is_not_given_back() -> None:
    state = t.with_tracks(replace(t.committing(), round=2, brink=("bite",)), bite=0, outcomes=1)
    state = t.with_role(t.with_role(state, "north", standing=3), "south", standing=0)
    fallen = t.stocktake(state)
    before = {who: own.standing - fallen.number(who, "standing", "collapse") for who, own in fallen.state.roles.items()}
    row = restarted(fallen.state)
    left = {who: own.standing for who, own in row.state.roles.items()}
    assert left == {who: max(0, standing - 1) for who, standing in before.items()}
    assert row.state.tracks["outcomes"] == 0


def test_every_number_changes_by_the_sum_of_its_deltas_and_each_names_its_cause() -> None:
    state = collapsed()
    row = restarted(state)
    moved = deltas(row)  # type: ignore[arg-type]
    old, new = numbers(state), numbers(row.state)
    assert {key: new[key] - old[key] for key in new} == {key: moved[key] for key in new}
    begun = row.events.index(row.of(e.RoundBegan)[0])
    causes = {event.cause for event in row.events[:begun] if hasattr(event, "cause")}
    assert causes == {"restart", "restart.unplayed"}


def test_the_card_is_public_and_what_it_gives_a_seat_is_that_seats_alone() -> None:
    row = restarted(collapsed())
    (dealt,) = row.of(e.Restarted)
    assert all(see(row.state, viewer, dealt) == dealt for viewer in (*row.state.roles, "host", "table"))
    gains = [event for event in row.of(e.NumberMoved) if event.cause == "restart"]
    for gain in gains:
        assert [viewer for viewer in (*row.state.roles, "host", "table") if see(row.state, viewer, gain)] == [gain.role]


def test_a_restarted_game_can_be_survived_with_whole_clauses_and_the_bonus() -> None:
    state = restarted(collapsed(round=6)).state
    row = t.stocktake(t.do(state, "host", c.SkipTalk()).state)
    assert row.of(e.GameEnded) == [e.GameEnded(True, "played_out")]
    for scored in row.of(e.Scored):
        assert scored.parts["agenda"] == 7 * sum(scored.clauses)
        assert scored.parts["seat"] == 9


def test_a_second_collapse_takes_again() -> None:
    state = t.do(restarted(collapsed(round=2)).state, "host", c.SkipTalk()).state
    row = t.stocktake(t.with_tracks(replace(state, brink=("bite",)), bite=0, outcomes=10))
    assert row.track("outcomes", "collapse") == -(2 + 4)


def test_the_card_folds_to_the_state_that_it_was_decided_with() -> None:
    state = collapsed()
    done = step(state, "host", c.Restart(), 5)
    assert not isinstance(done, Refusal)
    assert fold(state, done[0]) == done[1]


def test_the_constants_are_the_rulebooks() -> None:
    assert (STANDARD.restart_common, STANDARD.restart_trust, STANDARD.restart_goodwill) == (6, 2, 3)
    assert (STANDARD.restart_floor, STANDARD.restart_eruptions) == (2, 1)
