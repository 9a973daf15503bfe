"""A bot's sheet from its wishes: always taken, what cannot be paid left out in order, a table's habits in force."""

from dataclasses import replace as changed
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from msgspec.structs import replace

from game_rules import Refusal, Sheet, State, Tells, Voice, decide
from game_rules import commands as c
from game_rules.bots import FREE, Habits, Sight
from game_rules.bots.laying import lay, rankling
from game_rules.sheets import MEETING
from game_rules.state import Pact, Told
from tests.properties.playing import Table, play, tables
from tests.rules import table as t

NAME = t.naming("north+south")


def sight(state: State, who: str = "north", habits: Habits = FREE) -> Sight:
    return Sight(state, who, "seed", habits)


def laid(state: State, option: str = "share", who: str = "north", habits: Habits = FREE, **wishes: object) -> Sheet:
    seen = sight(state, who, habits)
    choice = next(each for each in seen.choices if each.id == option)
    return lay(seen, choice, **wishes)  # type: ignore[arg-type]


def splitting(capacity: int = 6, goodwill: int = 7) -> State:
    """A split card, a pact with the users' role and a role that has left: every dial may be turned."""
    state = t.with_role(t.committing(t.deck(t.card(split=True))), "north", capacity=capacity, goodwill=goodwill)
    pact = Pact(id=1, kind="pact", members=("north", "folk"), began=1, last=2, words=1)
    return replace(t.with_role(state, "south", retreated=True), pacts=(pact,))


@pytest.mark.parametrize(("capacity", "table", "align", "transfer"), [
    (2, 0, False, None), (3, 1, False, None), (4, 2, False, None), (5, 2, True, None), (6, 2, True, "folk"),
])
def test_capacity_goes_to_the_option_the_meeting_aligning_and_the_transfer(
    capacity: int, table: int, align: bool, transfer: str | None
) -> None:
    sheet = laid(splitting(capacity), table=2, align=True, transfer="folk")
    assert (sheet.option, sheet.table, sheet.align, sheet.transfer) == ("share", table, align, transfer)


@pytest.mark.parametrize(("goodwill", "voice", "invite"), [
    (1, Voice(), None), (2, NAME, None), (3, NAME, "south"),
])
def test_goodwill_goes_to_the_option_the_voice_and_the_invitation(
    goodwill: int, voice: Voice, invite: str | None
) -> None:
    sheet = laid(splitting(goodwill=goodwill), voice=NAME, invite="south")
    assert (sheet.option, sheet.voice, sheet.invite) == ("share", voice, invite)


def test_an_option_that_cannot_be_paid_gives_way_to_the_default() -> None:
    assert laid(t.with_role(t.committing(), "north", goodwill=1), "carry").option == "rest"
    assert lay(sight(t.committing()), None).option == "rest"


def test_who_is_not_at_the_table_neither_meets_nor_speaks_nor_invites() -> None:
    away = t.with_role(splitting(), "north", retreated=True)
    for state, who, option in ((away, "north", "rest"), (splitting(), "crown", "share")):
        sheet = laid(state, option, who, table=2, focus="cases", voice=NAME, invite="south", align=True)
        assert (sheet.table, sheet.focus, sheet.voice, sheet.invite) == (0, "balanced", Voice(), None)


def test_a_centre_without_goodwill_uses_no_instrument() -> None:
    state = t.committing()
    assert laid(state, "rest", "crown", instrument="fund").instrument == "fund"
    assert laid(t.with_role(state, "crown", goodwill=0), "rest", "crown", instrument="fund").instrument is None


@pytest.mark.parametrize("wish", [NAME, Voice()])
def test_where_nobody_names_a_name_is_held_back_and_a_call_out_is_not(wish: Voice) -> None:
    never = Habits(naming="never")
    assert laid(t.committing(), habits=never, voice=wish).voice == Voice()
    assert laid(t.committing(), habits=never, voice=t.calling_out("folk")).voice == t.calling_out("folk")


def test_where_everybody_names_each_names_the_pair_with_the_highest_strain_that_it_knows() -> None:
    state = t.with_sores(t.committing(), {"north+south": 1, "north+folk": 3, "south+folk": 9})
    assert laid(state, habits=Habits(naming="always")).voice == t.naming("north+folk")
    told = Told(role="folk", to=(), tells=Tells(strain={"south+folk": 9}))
    assert laid(replace(state, told=(told,)), habits=Habits(naming="always")).voice == t.naming("south+folk")


def test_what_was_told_to_others_does_not_count() -> None:
    state = t.with_sores(t.committing(), {"north+folk": 3})
    told = Told(role="folk", to=("south",), tells=Tells(strain={"south+folk": 9}))
    assert rankling(sight(replace(state, told=(told,)))) == "north+folk"


def test_where_one_names_each_round_it_is_one_and_everybody_comes_round() -> None:
    one = Habits(naming="one")
    namers = []
    for n in range(1, 4):
        state = replace(t.committing(), round=n)
        namers.append([who for who in t.LOCALS if laid(state, who=who, habits=one, voice=NAME).voice.kind == "name"])
    assert namers == [["north"], ["south"], ["folk"]]


def test_a_habit_of_focus_and_the_users_roles_attendance_overrule_the_wish() -> None:
    habits = Habits(focus="corporate", attendance=2)
    folk, north = (laid(t.committing(), who=who, habits=habits, focus="cases", table=1) for who in ("folk", "north"))
    assert (folk.focus, folk.table) == ("corporate", 2)
    assert (north.focus, north.table) == ("corporate", 1)
    assert laid(t.committing(), who="folk", habits=Habits(attendance=0), table=1).table == 0


WISHES = {
    "table": MEETING, "focus": ("cases", "corporate"), "align": (True, False),
    "instrument": ("fund", None), "voice": ("name", "call_out", "hold"),
}


@settings(max_examples=15)
@given(tables(), st.data())
def test_whatever_is_wished_the_sheet_is_taken(table: Table, data: DataObject) -> None:
    wishes = list(product(*WISHES.values()))
    for asked in list(play(table))[::3]:
        state = asked.before
        for who in state.roles:
            seen = changed(table, habits=data.draw(st.sampled_from((FREE, table.habits)))).sight(state, who)
            wish: dict[str, Any] = dict(zip(WISHES, data.draw(st.sampled_from(wishes)), strict=True))
            wish["voice"] = _voice(wish["voice"], seen, data)
            others = st.sampled_from([None, *state.roles])
            choice = data.draw(st.sampled_from([None, *seen.choices]))
            sheet = lay(seen, choice, invite=data.draw(others), transfer=data.draw(others), **wish)
            answer = decide(state, who, c.Commit(sheet), 0)
            assert not isinstance(answer, Refusal), (who, sheet, answer)


def _voice(kind: str, seen: Sight, data: DataObject) -> Voice:
    if kind == "name":
        return Voice("name", pair=data.draw(st.sampled_from([*seen.cast.pairs, "nobody+else"])))
    if kind == "call_out":
        return Voice("call_out", role=data.draw(st.sampled_from([*seen.cast.in_play, "nobody"])))
    return Voice()
