"""3.1 State: tracks, their ranges and starts, bonds, backing, sore and strain."""

import pytest
from msgspec.structs import replace

from game_rules import Sheet, Terms, view
from game_rules import events as e
from game_rules.cards import Effect
from game_rules.tracks import TOP
from tests.rules import table as t


def test_tracks_start_at_trust_3_common_10_tension_3_bite_cred_and_outcomes_5() -> None:
    assert t.gathering().tracks == {
        "trust": 3, "common": 10, "tension": 3, "bite": 5, "cred": 5, "outcomes": 5,
    }


def test_tracks_end_at_10_but_common_and_tension_at_12() -> None:
    assert TOP == {"trust": 10, "common": 12, "tension": 12, "bite": 10, "cred": 10, "outcomes": 10}


def test_a_role_starts_with_goodwill_7_standing_5_purpose_6() -> None:
    own = t.gathering().roles["folk"]
    assert (own.goodwill, own.standing, own.purpose, own.word) == (7, 5, 6, 0)


@pytest.mark.parametrize(("preset", "goodwill"), [("gentle", 8), ("standard", 7), ("hard", 6)])
def test_gentle_standard_and_hard_start_with_goodwill_8_7_6(preset: str, goodwill: int) -> None:
    assert {own.goodwill for own in t.gathering(preset=preset).roles.values()} == {goodwill}


def test_every_pair_of_roles_in_play_has_a_bond_that_starts_at_0() -> None:
    state = t.gathering()
    assert set(state.bonds.values()) == {0}
    assert list(state.bonds) == [
        "north+south", "north+folk", "north+crown", "south+folk", "south+crown", "folk+crown",
    ]


def test_a_role_that_is_not_in_play_has_no_pair() -> None:
    assert list(t.gathering(seats={"crown": "none", "south": "none"}).bonds) == ["north+folk"]


@pytest.mark.parametrize(("now", "n", "track", "then"), [
    (9, 3, "outcomes", 10), (1, -3, "outcomes", 0), (0, -1, "outcomes", 0), (11, 3, "tension", 12),
    (12, 1, "common", 12),
])
def test_13_4_a_track_is_clamped_to_its_range_and_the_delta_says_what_came_of_it(
    now: int, n: int, track: str, then: int
) -> None:
    card = t.card(met=(Effect(track, n),), need=0)
    row = t.reveal(t.with_tracks(t.committing(t.deck(card)), **{track: now}), t.everybody())
    assert row.track(track, "card.met") == then - now


def test_trust_rises_by_at_most_1_a_round_from_all_sources_together() -> None:
    card = t.card(met=(Effect("trust", 2),), need=0)
    state = t.with_sores(t.committing(t.deck(card)), {"north+south": 4})
    row = t.reveal(state, {**t.everybody(), "folk": t.resting(voice=t.naming("north+south"))})
    assert (row.track("trust", "naming"), row.track("trust", "card.met")) == (1, 0)


def test_trust_that_rose_and_fell_does_not_rise_again_in_the_round() -> None:
    card = t.card(met=(Effect("trust", 1),), need=0)
    state = replace(t.committing(t.deck(card)), trust_risen=1)
    assert t.reveal(state, t.everybody()).track("trust") == 0


def test_trust_falls_without_limit() -> None:
    card = t.card(met=(Effect("trust", -2),), need=0)
    state = t.with_tracks(t.committing(t.deck(card)), tension=8, trust=9)
    row = t.reveal(state, t.everybody())
    assert (row.track("trust", "papering"), row.track("trust", "card.met")) == (-1, -2)


def test_the_trust_limit_is_counted_from_the_start_of_brief() -> None:
    state = replace(t.committing(), trust_risen=1)
    assert t.next_brief(state).state.trust_risen == 0


@pytest.mark.parametrize(("backing", "option", "brings"), [
    ("strong", "share", 3), ("usual", "share", 2), ("thin", "share", 1),
    ("strong", "carry", 7), ("usual", "carry", 5), ("thin", "carry", 3),
    ("strong", "shove", 1), ("thin", "shove", 1), ("strong", "rest", 0),
])
def test_backing_moves_contributions_by_1_and_a_heavy_option_by_2(backing: str, option: str, brings: int) -> None:
    state = t.with_role(t.committing(), "south", backing=backing)
    assert {o.id: o.brings for o in view(state, "south").options}[option] == brings
    row = t.reveal(state, {**t.everybody(), "south": Sheet(option)})
    assert e.Brought("south", brings) in row.events


def test_an_option_is_heavy_from_printed_effort_4_for_that_role() -> None:
    weak = replace(t.CARRY, by_role={"folk": Terms(effort=3)})
    state = t.committing(t.deck(t.card(options=(t.SHARE, weak, t.REST))))
    state = t.with_role(t.with_role(state, "folk", backing="thin"), "south", backing="thin")
    brought = {who: {o.id: o.brings for o in view(state, who).options}["carry"] for who in ("folk", "south")}
    assert brought == {"folk": 2, "south": 3}


def test_a_contribution_never_brings_less_than_0() -> None:
    slight = replace(t.SHARE, effort=0)
    state = t.with_role(t.committing(t.deck(t.card(options=(slight, t.REST)))), "south", backing="thin")
    assert {o.id: o.brings for o in view(state, "south").options}["share"] == 0


def test_backing_is_thin_3_in_10_usual_4_in_10_strong_3_in_10() -> None:
    state = t.committing()
    drawn = [
        event.backing for n in range(250) for event in t.next_brief(replace(state, seed=f"s{n}")).of(e.BackingDrawn)
    ]
    assert len(drawn) == 1000
    assert drawn.count("thin") / 1000 == pytest.approx(0.3, abs=0.05)
    assert drawn.count("usual") / 1000 == pytest.approx(0.4, abs=0.05)
    assert drawn.count("strong") / 1000 == pytest.approx(0.3, abs=0.05)


def test_each_round_puts_2_points_of_sore_on_one_pair() -> None:
    row = t.next_brief(t.committing())
    assert sum(row.sore(pair) for pair in row.state.sore) == 2
    assert len(row.of(e.SoreMoved)) == 1


def test_the_sore_lies_on_the_printed_pair_in_half_of_the_rounds_and_otherwise_on_any() -> None:
    of = t.deck(t.card(sore=("folk", "south")))
    pairs = [
        m.pair for n in range(300)
        for m in t.next_brief(replace(t.committing(of), seed=f"s{n}")).of(e.SoreMoved)
    ]
    assert pairs.count("south+folk") / len(pairs) == pytest.approx(1 / 2 + 1 / 12, abs=0.08)
    assert set(pairs) == set(t.gathering().bonds)


def test_a_printed_pair_that_is_not_in_play_leaves_the_sore_to_any_pair() -> None:
    of = t.deck(t.card(sore=("crown", "south")))
    seats = {"crown": "none"}
    pairs = {
        m.pair for n in range(60)
        for m in t.next_brief(replace(t.committing(of, seats), seed=f"s{n}")).of(e.SoreMoved)
    }
    assert pairs == {"north+south", "north+folk", "south+folk"}


@pytest.mark.parametrize(("sore", "bond", "strain"), [(3, 1, 2), (3, -2, 5), (1, 4, 0), (0, 0, 0)])
def test_strain_is_sore_minus_bond_but_not_below_0(sore: int, bond: int, strain: int) -> None:
    state = t.with_bond(t.with_sores(t.committing(), {"south+folk": sore}), "south+folk", bond)
    seen = {pair.pair: pair for pair in view(state, "folk").pairs}["south+folk"]
    assert (seen.strain, seen.known) == (strain, True)


def test_each_loss_of_bond_adds_the_same_number_to_that_pairs_sore() -> None:
    row = t.reveal(t.committing(), {**t.everybody(), "north": t.resting(voice=t.calling_out("folk"))})
    assert (row.bond("north+folk"), row.sore("north+folk")) == (-1, 1)


def test_a_bond_at_minus_4_falls_no_further_and_adds_no_sore() -> None:
    state = t.with_bond(t.committing(), "north+folk", -4)
    row = t.reveal(state, {**t.everybody(), "north": t.resting(voice=t.calling_out("folk"))})
    assert (row.bond("north+folk"), row.sore("north+folk")) == (0, 0)
