"""3.2 Reveal step 2: naming contained, raking over for each of four reasons, papering over, call-outs."""

import pytest
from msgspec.structs import replace

from game_rules import Sheet, State, view
from game_rules import events as e
from game_rules.cards import Effect
from tests.rules import table as t

SORE = {"south+folk": 3, "north+south": 1}


def sore_table(**tracks: int) -> State:
    return t.with_sores(t.with_tracks(t.committing(), **{"tension": 5, **tracks}), SORE)


def named(state: State, **pairs: str) -> t.Row:
    """Everybody rests; these roles name these pairs."""
    return t.reveal(state, {
        **t.everybody(), **{who: t.resting(voice=t.naming(pair)) for who, pair in pairs.items()}
    })


def test_each_namer_pays_1_goodwill() -> None:
    row = named(sore_table(), north="south+folk", folk="south+folk")
    assert (row.number("north", "goodwill"), row.number("folk", "goodwill")) == (-1, -1)


@pytest.mark.parametrize(("namers", "drop"), [(("folk",), -2), (("north", "folk"), -3)])
def test_contained_tension_falls_by_1_plus_namers_and_trust_rises_by_1(namers: tuple[str, ...], drop: int) -> None:
    row = named(sore_table(), **dict.fromkeys(namers, "south+folk"))
    assert row.of(e.NamingContained) == [e.NamingContained(("south+folk",))]
    assert (row.track("tension"), row.track("trust")) == (drop, 1)


def test_contained_each_pair_named_has_sore_0_and_bond_plus_1() -> None:
    state = t.with_sores(sore_table(), {"north+folk": 2})
    row = named(state, north="south+folk", folk="north+folk")
    assert row.of(e.NamingContained) == [e.NamingContained(("south+folk", "north+folk"))]
    assert (row.state.sore["south+folk"], row.state.sore["north+folk"]) == (0, 0)
    assert (row.state.bonds["south+folk"], row.state.bonds["north+folk"]) == (1, 1)


def test_14_gold_lies_in_the_crack_of_each_pair_named_and_contained_and_in_no_other() -> None:
    def seams(state: State) -> dict[str, int]:
        return {each.pair: each.seam for each in view(state, "table").pairs if each.seam}

    assert seams(named(sore_table(), north="south+folk").state) == {"south+folk": 2}
    assert seams(named(sore_table(), north="north+south").state) == {}


def test_any_pair_in_play_may_be_named_also_by_a_role_outside_it_and_with_the_centre() -> None:
    row = named(t.with_sores(sore_table(), {"folk+crown": 3}), north="folk+crown")
    assert row.of(e.NamingContained) == [e.NamingContained(("folk+crown",))]


def test_a_pair_may_be_written_either_way_round() -> None:
    assert named(sore_table(), north="folk+south").of(e.NamingContained) == [e.NamingContained(("south+folk",))]


@pytest.mark.parametrize(("reason", "state", "pairs"), [
    ("calm", sore_table(tension=2), {"north": "south+folk"}),
    ("crowded", sore_table(), dict.fromkeys(t.LOCALS, "south+folk")),
    ("again", replace(sore_table(), named=False, named_last=True), {"north": "south+folk"}),
    ("wrong_pair", sore_table(), {"north": "north+south"}),
])
def test_otherwise_raking_over(reason: str, state: State, pairs: dict[str, str]) -> None:
    row = named(state, **pairs)
    assert [event.reason for event in row.of(e.RakedOver)] == [reason]
    assert (row.track("tension"), row.track("trust")) == (1, -1)
    assert not row.of(e.NamingContained)
    assert row.state.sore["south+folk"] == 3


def test_raking_over_costs_each_role_at_the_table_that_did_not_name_1_goodwill() -> None:
    row = named(sore_table(tension=2), north="south+folk")
    assert {who: row.number(who, "goodwill", "raking") for who in row.state.roles} == {
        "north": 0, "south": -1, "folk": -1, "crown": 0,
    }


def test_contained_needs_tension_of_3_or_more() -> None:
    assert named(sore_table(tension=3), north="south+folk").of(e.NamingContained)


@pytest.mark.parametrize(("away", "most"), [((), 2), (("south",), 1)])
def test_namers_may_be_half_of_the_roles_at_the_table_rounded_up(away: tuple[str, ...], most: int) -> None:
    state = sore_table()
    for who in away:
        state = t.with_role(state, who, retreated=True)
    sitting = [who for who in t.LOCALS if who not in away]
    sheets = {**{who: Sheet("rest") for who in away}, "crown": Sheet("rest")}
    for n in range(1, len(sitting) + 1):
        voices = {who: t.resting(voice=t.naming("south+folk")) for who in sitting[:n]}
        row = t.reveal(state, {**sheets, **{who: t.resting() for who in sitting}, **voices})
        assert bool(row.of(e.NamingContained)) == (n <= most)


def test_one_wrong_pair_among_several_rakes_over() -> None:
    assert [r.reason for r in named(sore_table(), north="south+folk", folk="north+south").of(e.RakedOver)] == [
        "wrong_pair"
    ]


@pytest.mark.parametrize(("sores", "pair", "contained"), [
    ({"south+folk": 3, "north+folk": 2}, "north+folk", True),  # 1 below the highest
    ({"south+folk": 4, "north+folk": 2}, "north+folk", False),  # 2 below the highest
    ({"south+folk": 2, "north+folk": 1}, "north+folk", False),  # 1 below, but less than 2
    ({"south+folk": 1, "north+folk": 1}, "north+folk", True),  # the highest is only 1
    ({"south+folk": 0, "north+folk": 0}, "north+folk", False),  # strain must be at least 1
])
def test_among_the_most_strained(sores: dict[str, int], pair: str, contained: bool) -> None:
    state = t.with_sores(t.with_tracks(t.committing(), tension=5), sores)
    assert bool(named(state, north=pair).of(e.NamingContained)) == contained


def test_strain_counts_the_bond() -> None:
    state = t.with_bond(sore_table(), "south+folk", 3)
    assert named(state, north="north+south").of(e.NamingContained)


def test_two_rounds_running_are_counted_from_reveal_to_reveal() -> None:
    row = named(sore_table(), north="south+folk")
    assert t.next_brief(row.state).state.named_last
    assert not t.next_brief(t.next_brief(row.state).state).state.named_last


@pytest.mark.parametrize(("tension", "papered"), [(5, False), (6, True)])
def test_nobody_named_at_tension_6_is_papering_over(tension: int, papered: bool) -> None:
    row = t.reveal(t.with_tracks(t.committing(), tension=tension), t.everybody())
    assert bool(row.of(e.PaperedOver)) == papered
    assert row.track("trust", "papering") == (-1 if papered else 0)


def test_papering_over_common_cannot_rise_this_round() -> None:
    card = t.card(met=(Effect("common", 1),), need=0)
    assert t.reveal(t.with_tracks(t.committing(t.deck(card)), tension=6), t.everybody()).track("common") == 0
    assert t.reveal(t.with_tracks(t.committing(t.deck(card)), tension=5), t.everybody()).track("common") == 1


def test_papering_over_does_not_keep_common_from_falling() -> None:
    card = t.card(met=(Effect("common", -1),), need=0)
    assert t.reveal(t.with_tracks(t.committing(t.deck(card)), tension=6), t.everybody()).track("common") == -1


def called_out(state: State) -> t.Row:
    return t.reveal(state, {**t.everybody(), "north": t.resting(voice=t.calling_out("folk"))})


def test_a_call_out_costs_the_caller_1_goodwill_the_bond_1_and_tension_rises_by_1() -> None:
    row = called_out(t.committing())
    assert row.number("north", "goodwill", "call_out.cost") == -1
    assert (row.bond("north+folk"), row.track("tension", "call_out")) == (-1, 1)


@pytest.mark.parametrize(("changes", "upheld"), [
    ({"postures": ("push",)}, True),
    ({"postures": ("push", "deal")}, False),
    ({"postures": ("duck", "duck")}, True),
    ({"postures": ("deal", "duck")}, False),
    ({"postures": ("deal", "deal"), "broke": (2,)}, True),
    ({"postures": ("deal", "deal"), "broke": (1,)}, False),
    ({"postures": ()}, False),
])
def test_a_call_out_is_upheld_if_the_target_pushed_or_broke_a_promise_last_round_or_ducked_the_last_two(
    changes: dict[str, tuple[object, ...]], upheld: bool
) -> None:
    row = called_out(t.with_role(replace(t.committing(), round=3), "folk", **changes))
    assert row.of(e.CalledOut) == [e.CalledOut("north", "folk", upheld)]
    assert row.number("folk", "standing", "call_out.upheld") == (-2 if upheld else 0)
    assert row.number("north", "standing", "call_out.groundless") == (0 if upheld else -1)


def test_this_rounds_push_is_no_ground_for_a_call_out() -> None:
    row = t.reveal(t.committing(), {
        **t.everybody(), "north": t.resting(voice=t.calling_out("folk")), "folk": Sheet("shove", 1),
    })
    assert row.of(e.CalledOut) == [e.CalledOut("north", "folk", False)]


def test_a_call_out_is_no_naming() -> None:
    row = called_out(t.with_tracks(t.committing(), tension=6))
    assert row.of(e.PaperedOver)
