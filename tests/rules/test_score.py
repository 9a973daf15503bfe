"""6 Individual score, its bands, and the agendas of section 4."""

import pytest
from msgspec.structs import replace

from game_rules import Clause, Par, Sheet, State
from game_rules import commands as c
from game_rules import events as e
from game_rules.agendas import FACTS, clause_views
from tests.rules import table as t

PARS = (Par(7, dict.fromkeys(("north", "south", "folk", "crown"), 60)),)


def at_the_end(state: State) -> dict[str, e.Scored]:
    row = t.stocktake(replace(state, round=state.rounds))
    return {event.role: event for event in row.of(e.Scored)}


def with_clause(*clauses: Clause) -> State:
    roles = (replace(t.NORTH, agendas={"A": clauses}), *t.ROLES[1:])
    return t.committing(t.deck(roles=roles))


def test_score_is_3_standing_2_purpose_7_a_clause_2_outcomes_and_9_if_seated_in_a_survivor() -> None:
    scored = at_the_end(t.with_role(t.committing(), "north", standing=6, purpose=4))["north"]
    assert scored.parts == {"standing": 18, "purpose": 8, "agenda": 21, "outcomes": 10, "seat": 9}
    assert scored.score == 66
    assert scored.clauses == (True, True, True)


def test_a_role_away_from_a_survivor_has_4_instead_of_9_and_the_centre_always_9() -> None:
    scored = at_the_end(t.with_role(t.committing(), "folk", retreated=True))
    assert (scored["folk"].parts["seat"], scored["crown"].parts["seat"], scored["north"].parts["seat"]) == (4, 9, 9)


def test_the_most_is_100_and_the_least_0() -> None:
    best = t.with_role(t.with_tracks(t.committing(), outcomes=10), "north", standing=10, purpose=10)
    worst = t.with_role(
        t.with_tracks(replace(t.committing(), brink=("bite",)), bite=0, outcomes=0, tension=10),
        "north", standing=0, purpose=0,
    )
    assert at_the_end(best)["north"].score == 100
    assert at_the_end(worst)["north"].score == 0


def test_3_4_after_collapse_a_clause_is_worth_3_and_there_is_no_survival_bonus() -> None:
    state = t.with_tracks(replace(t.committing(), brink=("bite",)), bite=0, outcomes=9)
    scored = at_the_end(t.with_role(state, "north", standing=9))["north"]
    assert scored.clauses == (True, True, True)
    assert (scored.parts["agenda"], scored.parts["seat"]) == (9, 0)


@pytest.mark.parametrize(("par", "band"), [(66, "thrived"), (67, "held"), (86, "held"), (87, "hollowed")])
def test_the_band_is_thrived_from_par_held_from_par_minus_20_hollowed_below(par: int, band: str) -> None:
    pars = (Par(7, dict.fromkeys(("north", "south", "folk", "crown"), par)),)
    state = t.with_role(t.committing(t.deck(pars=pars)), "north", standing=6, purpose=4)
    assert (at_the_end(state)["north"].par, at_the_end(state)["north"].band) == (par, band)


@pytest.mark.parametrize("state", [
    t.committing(t.deck(pars=PARS), rounds=6), t.committing(t.deck(pars=PARS), {"south": "none"}),
])
def test_another_length_or_another_set_of_seats_has_no_par_and_no_band(state: State) -> None:
    scored = at_the_end(state)["north"]
    assert (scored.par, scored.band) == (None, None)


@pytest.mark.parametrize(("clause", "holds"), [
    (Clause("outcomes", at_least=5), True), (Clause("outcomes", at_least=6), False),
    (Clause("self.purpose", at_least=6), True), (Clause("self.standing", at_most=4), False),
    (Clause("margin", at_least=7), True), (Clause("margin", at_least=8), False),
    (Clause("imposed", at_most=0), True), (Clause("called_out", at_least=1), False),
    (Clause("trust", at_least=3, at_most=3), True),
])
def test_4_a_clause_is_a_track_an_own_number_the_margin_or_a_counted_fact(clause: Clause, holds: bool) -> None:
    assert [each.holds for each in clause_views(with_clause(clause), "north")] == [holds]


def value(state: State, fact: str, who: str = "north") -> int:
    return state.roles[who].facts.get(fact, 0)


def test_4_fact_called_out_counts_groundless_call_outs_too() -> None:
    row = t.reveal(t.committing(), {"folk": t.resting(voice=t.calling_out("north"))})
    assert value(row.state, "called_out") == 1


def test_4_fact_imposed() -> None:
    assert value(t.reveal(t.committing(), {"north": Sheet("alone")}).state, "imposed") == 1


@pytest.mark.parametrize(("rounds", "late"), [((4,), 0), ((4, 5, 7), 2)])
def test_4_fact_late_eruptions_are_those_of_the_last_three_rounds(rounds: tuple[int, ...], late: int) -> None:
    state = replace(with_clause(Clause("late_eruptions", at_most=0)), eruption_rounds=rounds)
    assert [each.value for each in clause_views(state, "north")] == [late]


def test_4_fact_rounds_away_counts_the_stocktakes_at_which_it_was_not_at_the_table() -> None:
    state = t.next_brief(t.stocktake(t.with_role(t.committing(), "north", goodwill=0)).state).state
    assert (value(state, "rounds_away"), value(state, "rounds_away", "folk")) == (1, 0)
    ended = t.stocktake(replace(state, round=7, sore=state.sore)).state
    assert value(ended, "rounds_away") == 2


def test_4_fact_stood_back_counts_the_rounds_in_which_it_was_chosen() -> None:
    row = t.reveal(t.committing(), {"crown": Sheet("rest", instrument="back")})
    assert value(row.state, "stood_back", "crown") == 1
    assert value(t.next_brief(row.state).state, "stood_back", "crown") == 1


def test_4_fact_inspections_and_targets_met() -> None:
    inspected = t.next_brief(replace(t.committing(), next_instrument="inspect")).state
    assert value(inspected, "inspections", "crown") == 1
    met = t.reveal(replace(t.committing(t.deck(t.card(need=0))), instrument="target")).state
    assert value(met, "targets_met", "crown") == 1


def test_4_every_counted_fact_has_a_name() -> None:
    assert set(FACTS) == {
        "pacts_completed", "users_pacts_completed", "called_out", "imposed", "late_eruptions", "rounds_away",
        "promises_kept", "stood_back", "inspections", "targets_met",
    }


def test_a_game_that_the_host_stops_has_neither_collapsed_nor_survived() -> None:
    row = t.do(t.committing(), "host", c.EndGame())
    assert row.of(e.GameEnded) == [e.GameEnded(False, "stopped")]
    assert not row.of(e.TrackMoved) and not row.of(e.NumberMoved)
    assert {event.parts["seat"] for event in row.of(e.Scored)} == {0}
    assert row.state.phase == "end"
