"""3.2 Reveal steps 3 and 4: attendance and focus."""

import pytest
from msgspec.structs import replace

from game_rules import Sheet
from tests.rules import table as t


def met(tables: tuple[int, int, int], focus: str = "balanced", **tracks: int) -> t.Row:
    """Everybody rests; north, south and folk bring these capacities to a meeting of this focus."""
    sheets = {
        who: Sheet("rest", n, focus)  # type: ignore[arg-type]
        for who, n in zip(t.LOCALS, tables, strict=True)
    }
    return t.reveal(t.with_tracks(t.committing(), **tracks), {**sheets, "crown": Sheet("rest")})


@pytest.mark.parametrize(("tables", "bite", "cred"), [
    ((0, 1, 1), -1, 0), ((0, 0, 1), -1, 0), ((1, 1, 0), 0, -1), ((0, 0, 0), -1, -1), ((1, 1, 0), 0, -1),
])
def test_step_3_an_absent_statutory_role_costs_bite_1_once_and_an_absent_users_role_cred_1_once(
    tables: tuple[int, int, int], bite: int, cred: int
) -> None:
    row = met(tables)
    assert (row.track("bite", "attendance"), row.track("cred", "attendance")) == (bite, cred)


def test_step_3_a_role_away_from_the_table_is_not_missed() -> None:
    state = t.with_role(t.committing(), "south", retreated=True)
    row = t.reveal(state, {**t.everybody(), "south": Sheet("rest")})
    assert row.track("bite", "attendance") == 0


def test_4_with_no_statutory_role_bite_never_falls_by_absence_and_with_no_users_role_cred_never_does() -> None:
    lay_people = tuple(replace(role, statutory=False, speaks_for_users=False) for role in t.ROLES)
    row = t.reveal(t.committing(t.deck(roles=lay_people)), t.everybody(table=0) | {"crown": Sheet("rest")})
    assert (row.track("bite"), row.track("cred")) == (0, 0)


@pytest.mark.parametrize(("tables", "focus", "bite", "cred"), [
    ((1, 1, 0), "cases", -1, 1), ((2, 0, 0), "cases", -1, 1), ((1, 0, 0), "cases", 0, 0),
    ((1, 1, 0), "corporate", 1, -1), ((1, 0, 0), "corporate", 0, 0),
])
def test_step_4_f_of_2_moves_cred_against_bite(
    tables: tuple[int, int, int], focus: str, bite: int, cred: int
) -> None:
    row = met(tables, focus)
    assert (row.track("bite", f"focus.{focus}"), row.track("cred", f"focus.{focus}")) == (bite, cred)


def test_step_4_cases_and_corporate_outweigh_each_other() -> None:
    row = t.reveal(t.committing(), {
        "north": Sheet("rest", 2, "corporate"), "south": Sheet("rest", 1, "corporate"),
        "folk": Sheet("rest", 2, "cases"), "crown": Sheet("rest"),
    })
    assert (row.track("bite"), row.track("cred")) == (1, 0)  # f = -1, sum 5: the lower, tie to bite


@pytest.mark.parametrize(("bite", "cred", "lifted"), [(5, 5, "bite"), (4, 5, "bite"), (5, 4, "cred")])
def test_step_4_otherwise_a_full_meeting_lifts_the_lower_of_bite_and_cred(bite: int, cred: int, lifted: str) -> None:
    row = met((1, 1, 1), bite=bite, cred=cred)
    assert {name: row.track(name, "focus.balanced") for name in ("bite", "cred")} == {
        "bite": int(lifted == "bite"), "cred": int(lifted == "cred"),
    }


@pytest.mark.parametrize(("tables", "lifted"), [((1, 1, 1), 1), ((2, 0, 1), 1), ((1, 1, 0), 0)])
def test_step_4_full_means_the_sum_of_table_is_at_least_the_larger_of_2_and_l(
    tables: tuple[int, int, int], lifted: int
) -> None:
    row = met(tables)
    assert row.track("bite", "focus.balanced") + row.track("cred", "focus.balanced") == lifted


def test_step_4_two_locals_need_a_sum_of_2() -> None:
    state = t.committing(seats={"south": "none"})
    row = t.reveal(state, {"north": Sheet("rest", 1), "folk": Sheet("rest", 1), "crown": Sheet("rest")})
    assert row.track("bite", "focus.balanced") == 1


def test_step_4_l_counts_a_local_that_has_retreated() -> None:
    state = t.with_role(t.committing(), "south", retreated=True)
    row = t.reveal(state, {
        "north": Sheet("rest", 1), "folk": Sheet("rest", 1), "south": Sheet("rest"), "crown": Sheet("rest"),
    })
    assert row.track("bite", "focus.balanced") == 0
