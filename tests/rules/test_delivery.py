"""3.2 Reveal steps 6 and 8: delivery, demand, raised expectations, idle hands."""

import pytest
from msgspec.structs import replace

from game_rules import Sheet, State, view
from game_rules import events as e
from tests.rules import table as t


def delivered(left: tuple[int, int, int], state: State | None = None, **sheets: Sheet) -> t.Row:
    """Everybody stays away from the meeting and rests; these capacities are left."""
    state = state or t.committing()
    for who, n in zip(t.LOCALS, left, strict=True):
        state = t.with_role(state, who, capacity=n)
    return t.reveal(state, {**{who: Sheet("rest") for who in state.roles}, **sheets})


@pytest.mark.parametrize(("left", "standing"), [(0, -1), (1, -1), (2, 0), (3, 0), (4, 1), (6, 1)])
def test_left_below_2_costs_standing_1_left_4_or_more_gives_1(left: int, standing: int) -> None:
    row = delivered((left, 2, 2))
    moves = [m.delta for m in row.of(e.NumberMoved) if m.role == "north" and m.what == "standing"]
    assert sum(moves) == standing


@pytest.mark.parametrize("left", range(7))
def test_14_the_sheet_says_before_what_is_left_will_do_to_standing(left: int) -> None:
    state = t.committing()
    low, high = shown_services(state, "north")
    moved = delivered((left, 2, 2), state).number("north", "standing")
    assert moved == (left >= high) - (left < low)
    assert shown_services(state, "crown") == ()


def shown_services(state: State, who: str) -> tuple[int, ...]:
    choices = view(state, who).legal.sheet
    assert choices is not None
    return choices.services


def test_only_locals_deliver() -> None:
    row = delivered((2, 2, 2))
    assert row.number("crown", "standing") == 0
    assert {who: row.number(who, "capacity", "delivery") for who in row.state.roles} == {
        "north": -2, "south": -2, "folk": -2, "crown": 0,
    }


def test_3_4_a_retreated_role_still_delivers() -> None:
    row = delivered((6, 2, 2), t.with_role(t.committing(), "north", retreated=True))
    assert row.number("north", "standing", "delivery.good") == 1


@pytest.mark.parametrize(("left", "outcomes"), [
    ((3, 2, 2), 1),  # 3 + 2 + 2 x 2 = 9 = 3L
    ((2, 2, 2), 0),  # 8
    ((0, 0, 1), 0),  # 2
    ((1, 0, 0), -1), ((0, 0, 0), -1),
])
def test_service_of_3l_lifts_outcomes_service_of_0_or_1_lowers_them(left: tuple[int, int, int], outcomes: int) -> None:
    row = delivered(left)
    assert row.track("outcomes", "delivery.good") + row.track("outcomes", "delivery.poor") == outcomes


def test_what_the_users_role_has_left_counts_by_its_service_weight() -> None:
    assert delivered((0, 0, 5)).track("outcomes") == 1
    assert delivered((5, 0, 0)).track("outcomes") == 0


@pytest.mark.parametrize(("cred", "outcomes"), [(2, 0), (3, 0), (4, 1)])
def test_outcomes_do_not_rise_by_delivery_below_cred_3(cred: int, outcomes: int) -> None:
    # Nobody of the users came to the meeting: cred falls by 1 before delivery.
    assert delivered((3, 3, 3), t.with_tracks(t.committing(), cred=cred)).track("outcomes") == outcomes


@pytest.mark.parametrize("number", range(1, 7))
def test_in_even_rounds_outcomes_fall_by_1(number: int) -> None:
    row = delivered((2, 2, 2), replace(t.committing(), round=number))
    assert row.track("outcomes", "demand") == (-1 if number % 2 == 0 else 0)


GIVE = replace(t.CARRY, capacity=0)


@pytest.mark.parametrize(("givers", "left", "raised"), [
    (("north",), (2, 1, 0), True),  # Service 3 < 2 + 2
    (("north",), (2, 2, 0), False),  # 4
    (("north", "south"), (2, 1, 1), True),  # 5 < 2 + 4
    (("north", "south"), (2, 2, 1), False),  # 6
    (("crown",), (2, 1, 0), True),
    ((), (0, 0, 0), False),
])
def test_raised_expectations_if_service_is_below_two_thirds_l_plus_2g(
    givers: tuple[str, ...], left: tuple[int, int, int], raised: bool
) -> None:
    state = t.committing(t.deck(t.card(options=(GIVE, t.REST))))
    row = delivered(left, state, **{who: Sheet("carry") for who in givers})
    assert row.track("tension", "expectations") == int(raised)


@pytest.mark.parametrize(("before", "now", "idle"), [
    (("duck",), "rest", True), (("deal", "duck"), "rest", True), (("duck", "duck"), "rest", True),
    (("deal",), "rest", False), ((), "rest", False), (("duck",), "share", False),
])
def test_step_8_idle_hands_from_the_second_duck_running(before: tuple[str, ...], now: str, idle: bool) -> None:
    for who in ("south", "crown"):
        state = t.with_role(t.committing(), who, postures=before)
        row = t.reveal(state, {who: Sheet(now)})
        assert row.number(who, "standing", "idle_hands") == row.number(who, "purpose", "idle_hands") == -int(idle)


def test_step_8_a_retreated_role_has_no_idle_hands() -> None:
    state = t.with_role(t.committing(), "south", postures=("duck", "duck"), retreated=True)
    assert t.reveal(state).number("south", "standing", "idle_hands") == 0
