"""3.2 Talk: who hears whom; the pledge board; the centre's one announcement."""

import pytest

from game_rules import commands as c
from game_rules import events as e
from game_rules import legal, see, view
from tests.rules import table as t

EVERYBODY = ("north", "south", "folk", "crown", "table", "host")


def heard_by(row: t.Row) -> set[str]:
    said = row.of(e.Said)[0]
    return {who for who in EVERYBODY if see(row.state, who, said) is not None}


def test_everybody_at_the_table_hears_table_talk_and_the_centre_does_not() -> None:
    assert heard_by(t.do(t.talking(), "folk", c.Say())) == {"north", "south", "folk"}


def test_a_retreated_role_hears_table_talk() -> None:
    state = t.with_role(t.talking(), "south", retreated=True)
    assert heard_by(t.do(state, "folk", c.Say())) == {"north", "south", "folk"}


@pytest.mark.parametrize("command", [c.Say(), c.Say(("folk",)), c.Pledge(2)])
def test_a_retreated_role_does_not_speak_or_pledge(command: c.Command) -> None:
    state = t.with_role(t.talking(), "south", retreated=True)
    assert t.refused(state, "south", command).code == "retreated"


def test_a_private_word_is_heard_by_its_parties_only() -> None:
    assert heard_by(t.do(t.talking(), "folk", c.Say(("north",)))) == {"north", "folk"}
    assert heard_by(t.do(t.talking(), "folk", c.Say(("north", "south")))) == {"north", "south", "folk"}


def test_a_role_that_is_not_seated_has_private_messages_with_one_role_at_a_time() -> None:
    assert heard_by(t.do(t.talking(), "crown", c.Say(("folk",)))) == {"crown", "folk"}
    assert heard_by(t.do(t.talking(), "folk", c.Say(("crown",)))) == {"crown", "folk"}
    assert legal(t.talking(), "crown").talk == ("north", "south", "folk")


@pytest.mark.parametrize(("who", "to"), [
    ("crown", ()), ("crown", ("north", "south")), ("folk", ("north", "crown")), ("folk", ("folk",)),
    ("folk", ("nobody",)), ("folk", ("north", "north")), ("folk", ("table",)),
])
def test_nobody_can_be_spoken_to_otherwise(who: str, to: tuple[str, ...]) -> None:
    refusal = t.refused(t.talking(), who, c.Say(to))
    assert (refusal.code, refusal.data, refusal.allowed) == (
        "not_reachable", {"to": list(to)}, list(legal(t.talking(), who).talk)
    )


def test_a_pledge_is_on_the_board_for_everybody() -> None:
    row = t.do(t.talking(), "folk", c.Pledge(3))
    for who in EVERYBODY:
        assert e.Pledged("folk", 3) == see(row.state, who, row.events[0])
        need = view(row.state, who).need
        assert need is not None
        assert (need.total, need.pledged, need.gap) == (8, 3, 5)


def test_a_pledge_of_0_takes_it_back() -> None:
    state = t.do(t.do(t.talking(), "folk", c.Pledge(3)).state, "folk", c.Pledge(0)).state
    assert state.roles["folk"].pledge == 0


@pytest.mark.parametrize("brings", [-1, 13])
def test_a_pledge_out_of_range_is_refused_with_the_range(brings: int) -> None:
    refusal = t.refused(t.talking(), "folk", c.Pledge(brings))
    assert (refusal.code, refusal.data, refusal.allowed) == ("out_of_range", {"brings": brings}, [0, 12])


def test_5_1_the_pledge_of_a_role_with_word_minus_2_is_struck_through() -> None:
    state = t.with_role(t.do(t.talking(), "folk", c.Pledge(3)).state, "folk", word=-2)
    seen = view(state, "table")
    assert [role.believed for role in seen.roles if role.id == "folk"] == [False]
    assert seen.need is not None and seen.need.pledged == 0


def test_the_centre_makes_one_public_announcement_a_round() -> None:
    row = t.do(t.talking(), "crown", c.Announce())
    assert all(see(row.state, who, row.events[0]) for who in EVERYBODY)
    assert t.refused(row.state, "crown", c.Announce()).code == "already_announced"
    assert not t.next_brief(row.state).state.roles["crown"].announced


def test_3_5_the_announcement_may_carry_a_pledge_or_name_an_instrument() -> None:
    row = t.do(t.talking(), "crown", c.Announce(2, "back"))
    assert row.of(e.Pledged) == [e.Pledged("crown", 2)]
    assert row.of(e.Announced)[0].instrument == "back"


def test_the_centre_pledges_by_its_announcement_alone() -> None:
    refusal = t.refused(t.talking(), "crown", c.Pledge(2))
    assert refusal.code == "not_seated"
    assert "announce" in refusal.allowed


def test_only_the_centre_announces() -> None:
    assert t.refused(t.talking(), "folk", c.Announce()).code == "wrong_actor"


def test_an_announcement_with_a_bad_pledge_is_refused_whole() -> None:
    assert t.refused(t.talking(), "crown", c.Announce(13)).code == "out_of_range"


def test_3_5_at_goodwill_0_the_centre_names_no_instrument() -> None:
    state = t.with_role(t.talking(), "crown", goodwill=0)
    assert t.refused(state, "crown", c.Announce(None, "fund")).allowed == []
