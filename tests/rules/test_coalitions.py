"""5.3: the survival index of every subset of the locals, of every declared pact and of the whole partnership."""

from typing import Any

import pytest
from msgspec.structs import replace

from game_rules import Coalition, State, coalitions, view
from game_rules import events as e
from game_rules.coalitions import alive
from game_rules.state import End, EndedPact, Pact
from tests.rules import table as t

ALL = ("north+south", "north+folk", "south+folk", "north+south+folk")
CALM = {"common": 10, "tension": 3}


def counted(*rounds: tuple[str, ...], **changes: Any) -> State:
    """A table of seven rounds after these counts of who is alive."""
    return replace(t.talking(), alive=rounds, round=len(rounds), **changes)


def of(state: State, key: str, kind: str | None = None) -> Coalition:
    """The one coalition with this key (of this kind)."""
    (found,) = (c for c in coalitions(state) if c.key == key and (c.pact == 0 if kind is None else c.kind == kind))
    return found


def parts(coalition: Coalition) -> tuple[int, int, int, int]:
    return (coalition.life, coalition.cohesion, coalition.headroom, coalition.reserve)


def pact(began: int = 2, last: int | None = 3, members: tuple[str, ...] = ("north", "south")) -> Pact:
    return Pact(id=9, kind="pact" if last else "open", members=members, began=began, last=last, words=9)


def test_every_subset_of_two_or_more_locals_is_scored_and_the_whole_partnership() -> None:
    assert [(c.key, c.kind) for c in coalitions(t.talking())] == [
        ("north+south", "subset"), ("north+folk", "subset"), ("south+folk", "subset"),
        ("north+south+folk", "partnership"),
    ]


def test_two_locals_are_the_whole_partnership() -> None:
    state = t.talking(seats={"folk": "none"})
    assert [(c.key, c.kind) for c in coalitions(state)] == [("north+south", "partnership")]


@pytest.mark.parametrize(
    ("goodwill", "bond", "away", "holds"),
    [(1, 0, False, True), (0, 0, False, False), (5, -2, False, True), (5, -3, False, False), (5, 0, True, False)],
)
def test_alive_if_all_members_sit_with_goodwill_1_and_no_pair_inside_has_bond_minus_3(
    goodwill: int, bond: int, away: bool, holds: bool
) -> None:
    state = t.with_role(t.with_bond(t.talking(), "north+folk", bond), "north", goodwill=goodwill, retreated=away)
    assert ("north+folk" in alive(state)) is ("north+south+folk" in alive(state)) is holds
    assert "south+folk" in alive(state)


def test_a_bond_outside_the_subset_does_not_touch_it() -> None:
    state = t.with_bond(t.with_bond(t.talking(), "north+crown", -4), "south+folk", -4)
    assert alive(state) == ("north+south", "north+folk")


def test_every_stock_take_counts_who_is_alive() -> None:
    row = t.stocktake(t.with_bond(t.committing(), "north+south", -3))
    assert row.of(e.CoalitionsCounted) == [e.CoalitionsCounted(("north+folk", "south+folk"))]
    assert row.state.alive == (("north+folk", "south+folk"),)


def test_who_leaves_at_this_stock_take_is_not_alive_at_it() -> None:
    row = t.stocktake(t.with_role(t.committing(), "folk", goodwill=0))
    assert row.of(e.CoalitionsCounted) == [e.CoalitionsCounted(("north+south",))]


@pytest.mark.parametrize("changes", [{"eruptions": 2}, {"brink": ("bite",)}])
def test_nobody_is_alive_once_the_partnership_has_collapsed(changes: dict[str, Any]) -> None:
    state = replace(t.with_tracks(t.committing(), bite=0, tension=9, common=8), **changes)
    row = t.stocktake(state)
    assert row.of(e.GameEnded) and row.of(e.CoalitionsCounted) == [e.CoalitionsCounted(())]
    assert not any(c.alive for c in coalitions(row.state))


def test_a_perfect_coalition_has_100() -> None:
    state = t.with_tracks(counted(*[ALL] * 7), common=12, tension=0)
    state = t.with_bond(t.with_role(t.with_role(state, "north", goodwill=7), "south", goodwill=10), "north+south", 4)
    assert parts(of(state, "north+south")) == (50, 20, 15, 15)
    assert of(state, "north+south").index == 100


def test_life_is_rounds_alive_by_rounds_scheduled() -> None:
    state = counted(ALL, ("north+folk",), ALL)
    assert [(c.lived, c.scheduled) for c in coalitions(state)] == [(2, 7), (3, 7), (2, 7), (2, 7)]


def test_csi_is_50_life_20_cohesion_15_reserve_15_headroom() -> None:
    """6 of 7 rounds: 42.86; mean bond (1 + 0 - 2) / 3: 9.17; headroom (8 - 6 + 2) / 8: 7.5; goodwill 3 of 7: 6.43."""
    state = t.with_tracks(counted(*[ALL] * 6, ("north+south",)), common=8, tension=6)
    state = replace(state, alive=tuple(reversed(state.alive)))
    for pair, bond in (("north+south", 1), ("south+folk", -2)):
        state = t.with_bond(state, pair, bond)
    found = of(t.with_role(state, "folk", goodwill=3), "north+south+folk")
    assert found.index == 66
    # The sums 42.86, 52.02, 59.52 and 65.95, each rounded, and what it grew by.
    assert parts(found) == (43, 9, 8, 6)


def test_why_is_this_coalition_at_46() -> None:
    """3 of 7 rounds 21.43, bond 1 12.5, headroom 4 of 8 7.5, goodwill 2 of 7 4.29: 45.71."""
    state = t.with_role(t.with_tracks(counted(ALL, ALL, ALL), common=8, tension=6), "south", goodwill=2)
    found = of(t.with_bond(state, "north+south", 1), "north+south")
    assert (parts(found), found.index) == ((21, 13, 7, 5), 46)


def test_halves_are_rounded_up() -> None:
    """31.25 and 12.5."""
    assert of(counted(*[ALL] * 5, rounds=8), "north+south").life == 31
    assert of(counted(ALL, rounds=4), "north+south").life == 13


@pytest.mark.parametrize(("common", "tension", "points"), [(12, 0, 15), (10, 4, 15), (6, 6, 4), (4, 6, 0), (0, 12, 0)])
def test_headroom_is_common_minus_tension_plus_2_by_8_from_0_to_1(common: int, tension: int, points: int) -> None:
    """4 of 15 for two eighths: 3.75."""
    assert of(t.with_tracks(counted(), common=common, tension=tension), "north+south").headroom == points


def test_the_reserve_is_the_lowest_goodwill_and_7_is_full() -> None:
    state = t.with_role(t.with_role(counted(), "north", goodwill=10), "south", goodwill=9)
    full = of(state, "north+south").reserve
    assert full == 15
    assert of(t.with_role(state, "south", goodwill=0), "north+south").reserve == 0


def test_not_alive_at_the_end_only_life_counts() -> None:
    """50 x 3 / 7 = 21.43."""
    end = End(survived=True, cause="played_out", outcomes=5, standing={})
    found = of(counted(ALL, ALL, ALL, ("north+south",), end=end), "north+folk")
    assert (found.alive, parts(found), found.index) == (False, (21, 0, 0, 0), 21)


@pytest.mark.parametrize(("index", "band"), [(75, "holding"), (74, "strained"), (50, "strained"), (49, "broken")])
def test_bands_75_or_more_holding_50_to_74_strained_below_50_broken(index: int, band: str) -> None:
    assert replace(of(t.talking(), "north+south"), index=index).band == band


def test_a_pacts_life_is_counted_over_its_agreed_term() -> None:
    state = counted((), ALL, ALL, pacts=(pact(began=2, last=3),))
    found = of(state, "north+south", "pact")
    assert (found.lived, found.scheduled, found.life, found.pact, found.outcome) == (2, 2, 50, 9, "running")


def test_an_alliances_term_runs_from_its_signing_to_the_end_of_the_game() -> None:
    state = counted(ALL, ALL, ALL, pacts=(pact(began=3, last=None, members=("north", "south", "folk")),))
    found = of(state, "north+south+folk", "open")
    assert (found.lived, found.scheduled) == (1, 5)


@pytest.mark.parametrize("outcome", ["completed", "lapsed"])
def test_a_pact_that_ended_well_lives_on_in_its_members(outcome: Any) -> None:
    state = counted(ALL, ALL, ALL, ended_pacts=(EndedPact(pact=pact(), outcome=outcome, round=2),))
    found = of(state, "north+south", "pact")
    assert (found.outcome, found.alive, found.life) == (outcome, True, 50)


def test_a_broken_pact_is_dead_from_the_round_of_the_breach_on_and_says_by_whom() -> None:
    ended = EndedPact(pact=pact(), outcome="broken", by=("south",), round=3)
    found = of(counted(ALL, ALL, ALL, ended_pacts=(ended,)), "north+south", "pact")
    assert (found.outcome, found.by, found.alive) == ("broken", ("south",), False)
    assert (found.lived, found.index) == (1, 25)


def test_a_pact_broken_by_both_names_both() -> None:
    state = replace(t.committing(), pacts=(pact(began=1, last=2),))
    row = t.reveal(state, {**t.everybody("share"), "north": t.resting(), "south": t.resting()})
    assert [(c.outcome, c.by) for c in coalitions(row.state) if c.pact] == [("broken", ("north", "south"))]


def test_a_pact_that_runs_when_the_partnership_collapses_is_void_ended_by_collapse() -> None:
    row = t.stocktake(replace(t.with_tracks(t.committing(), bite=0), brink=("bite",), pacts=(pact(began=1, last=2),)))
    found = of(row.state, "north+south", "pact")
    assert (found.outcome, found.alive, found.index) == ("void", False, 0)


def test_before_the_first_stock_take_a_view_has_no_coalitions() -> None:
    assert view(t.reveal(t.committing(), t.everybody()).state, "north").coalitions == ()


@pytest.mark.parametrize("viewer", ["north", "crown", "table", "host"])
def test_until_the_end_a_view_keeps_back_what_is_made_of_goodwill(viewer: str) -> None:
    state = t.stocktake(t.committing()).state
    full = coalitions(state)
    shown = view(state, viewer).coalitions
    assert [(c.key, c.life, c.cohesion, c.headroom) for c in shown] == [
        (c.key, c.life, c.cohesion, c.headroom) for c in full
    ]
    assert {(c.reserve, c.index, c.band) for c in shown} == {(None, None, None)}


@pytest.mark.parametrize("viewer", ["north", "crown", "table", "host"])
def test_at_the_end_a_view_has_everything_and_the_whole_square_of_who_carried_for_whom(viewer: str) -> None:
    state = t.stocktake(replace(t.committing(), round=7, carried={"north": {"folk": 2}})).state
    seen = view(state, viewer)
    assert [(c.reserve, c.index, c.band) for c in seen.coalitions] == [
        (c.reserve, c.index, c.band) for c in coalitions(state)
    ]
    assert seen.end is not None
    assert seen.end.carried["north"] == {"south": 0, "folk": 2, "crown": 0}
    assert seen.end.carried["crown"] == {"north": 0, "south": 0, "folk": 0}
