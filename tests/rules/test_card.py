"""3.2 Reveal step 5: costs, split cards, effects, met or missed, credit, follow-ups; 3.6 imposing."""

from typing import Any

import pytest
from msgspec.structs import replace

from game_rules import Key, Sheet, Stake, State, Terms, Voice
from game_rules import events as e
from game_rules.cards import Effect
from tests.rules import table as t

MONEY = Key("statutory", 2, "money")
SPLIT = t.card(split=True)


def played(state: State, **options: str) -> t.Row:
    """Everybody at the meeting with 1; these roles take these options, the others rest."""
    return t.reveal(state, {
        **t.everybody(), **{who: Sheet(option, 0 if who == "crown" else 1) for who, option in options.items()}
    })


def test_each_role_pays_its_option_and_its_meeting() -> None:
    row = played(t.committing(), north="carry")
    assert row.number("north", "goodwill", "option.cost") == -2
    assert row.number("north", "capacity", "option.cost") == -3
    assert row.number("north", "capacity", "meeting") == -1


def test_a_cost_that_raking_over_made_unaffordable_is_paid_down_to_0_and_the_option_stands() -> None:
    state = t.with_role(t.with_tracks(t.committing(), tension=2), "north", goodwill=2)
    row = t.reveal(state, {
        **t.everybody(), "north": Sheet("carry", 1), "folk": t.resting(voice=t.naming("north+south")),
    })
    assert (row.number("north", "goodwill", "raking"), row.number("north", "goodwill", "option.cost")) == (-1, -1)
    assert e.Brought("north", 5) in row.events


@pytest.mark.parametrize(("brought", "met"), [(("carry", "rest", "share"), False), (("carry", "share", "shove"), True)])
def test_met_if_the_sum_brought_is_at_least_the_need(brought: tuple[str, ...], met: bool) -> None:
    row = played(t.committing(), **dict(zip(t.LOCALS, brought, strict=True)))
    assert row.state.result is not None and row.state.result.met == met
    assert bool(row.of(e.CardMet)) == met and bool(row.of(e.CardMissed)) == (not met)


@pytest.mark.parametrize(("keyed", "met"), [(MONEY, False), (Key("speaks_for_users", 2, "reach"), True)])
def test_met_needs_the_key_too(keyed: Key, met: bool) -> None:
    row = played(t.committing(t.deck(t.card(need=4, key=keyed))), folk="carry")
    assert bool(row.of(e.CardMet)) == met
    if not met:
        assert row.of(e.CardMissed)[0].key_missing == "money"


def test_the_key_is_one_role_with_the_trait_that_brought_2_or_more() -> None:
    of = t.deck(t.card(need=2, key=MONEY, options=(replace(t.SHARE, effort=1), t.CARRY, t.REST)))
    assert played(t.committing(of), north="share", south="share").of(e.CardMissed)
    assert played(t.committing(of), north="carry").of(e.CardMet)


def test_a_key_nobody_in_play_could_bring_is_ignored() -> None:
    lay_people = tuple(replace(role, statutory=False) for role in t.ROLES)
    assert played(t.committing(t.deck(t.card(need=2, key=MONEY), roles=lay_people)), folk="share").of(e.CardMet)


def test_met_gives_the_cards_met_effects_and_gains_missed_its_missed_effects_and_loses() -> None:
    card = t.card(
        met=(Effect("common", 1),), missed=(Effect("tension", 1), Effect("outcomes", -1)),
        gains=(Stake("folk", "purpose", 1),), loses=(Stake("folk", "capnext", -1),), need=2,
    )
    met = played(t.committing(t.deck(card)), north="share")
    missed = played(t.committing(t.deck(card)))
    assert (met.track("common", "card.met"), met.number("folk", "purpose", "card.gain")) == (1, 1)
    assert (missed.track("tension", "card.missed"), missed.track("outcomes", "card.missed")) == (1, -1)
    assert missed.number("folk", "capnext", "card.loss") == -1
    assert missed.number("folk", "purpose") == 0 and met.number("folk", "capnext") == 0


def test_personal_effects_reach_whom_they_name() -> None:
    effects = (
        Effect("self.purpose", -1), Effect("others.goodwill", -1), Effect("all.standing", -1),
        Effect("crown.standing", 2),
    )
    card = t.card(options=(replace(t.SHARE, goodwill=0, effects=effects), t.REST))
    state = t.with_role(t.committing(t.deck(card)), "south", retreated=True, goodwill=0)
    row = t.reveal(state, {"north": Sheet("share", 1)})
    assert [
        (m.role, m.what, m.delta) for m in row.of(e.NumberMoved) if m.cause == "option.effect"
    ] == [
        ("north", "purpose", -1), ("folk", "goodwill", -1),
        ("north", "standing", -1), ("south", "standing", -1), ("folk", "standing", -1), ("crown", "standing", 2),
    ]


def test_by_role_an_option_has_other_effects_for_one_role() -> None:
    own = replace(t.SHARE, by_role={"folk": Terms(effort=3, effects=(Effect("self.standing", 2),))})
    row = played(t.committing(t.deck(t.card(options=(own, t.REST)))), folk="share", north="share")
    assert (row.number("folk", "standing", "option.effect"), row.number("north", "standing", "option.effect")) == (2, 0)
    assert e.Brought("folk", 3) in row.events and e.Brought("north", 2) in row.events


@pytest.mark.parametrize(("pushers", "tension"), [(("north",), 1), (("north", "south"), 2), (t.LOCALS, 2)])
def test_track_effects_of_all_options_are_summed_and_clamped_to_2(pushers: tuple[str, ...], tension: int) -> None:
    row = played(t.committing(), **dict.fromkeys(pushers, "shove"))
    assert row.track("tension", "option.effect") == tension


def test_on_met_each_contributor_at_the_meeting_or_not_seated_gains_1_goodwill() -> None:
    state = t.committing(t.deck(t.card(need=2)))
    row = t.reveal(state, {
        "north": Sheet("share", 1), "south": Sheet("share", 0), "folk": Sheet("shove", 1), "crown": Sheet("share"),
    })
    assert {who: row.number(who, "goodwill", "card.met") for who in row.state.roles} == {
        "north": 1, "south": 0, "folk": 0, "crown": 1,
    }


def test_a_role_that_brought_0_is_no_contributor() -> None:
    of = t.deck(t.card(need=2, options=(replace(t.SHARE, effort=1), t.CARRY, t.REST)))
    row = played(t.with_role(t.committing(of), "south", backing="thin"), north="carry", south="share")
    assert row.number("south", "goodwill", "card.met") == 0


def test_credit_is_1_standing_for_the_contributor_that_brought_most() -> None:
    row = played(t.committing(), north="share", south="carry", folk="share")
    assert {who: row.number(who, "standing", "credit") for who in row.state.roles} == {
        "north": 0, "south": 1, "folk": 0, "crown": 0,
    }
    assert row.state.result is not None and row.state.result.credited == "south"


@pytest.mark.parametrize(("standing", "credited"), [
    ({"north": 6, "south": 4, "folk": 5}, "south"),
    ({"north": 5, "south": 5, "folk": 5}, "north"),
    ({"north": 5, "south": 5, "folk": 4}, "folk"),
])
def test_credit_ties_go_to_the_lowest_standing_then_tie_order(standing: dict[str, int], credited: str) -> None:
    state = t.committing(t.deck(t.card(need=2)))
    for who, n in standing.items():
        state = t.with_role(state, who, standing=n)
    row = played(state, north="share", south="share", folk="share", crown="rest")
    assert row.state.result is not None and row.state.result.credited == credited


def test_credit_ties_count_the_standing_that_the_cards_gains_gave() -> None:
    state = t.committing(t.deck(t.card(need=2, gains=(Stake("north", "standing", 1),))))
    row = played(state, north="share", south="share")
    assert row.state.result is not None and row.state.result.credited == "south"


def test_nobody_is_credited_for_a_card_that_only_pushes_met() -> None:
    row = played(t.committing(t.deck(t.card(need=1))), north="shove")
    assert row.of(e.CardMet)[0].credited is None


def test_each_local_that_pushed_cools_its_bond_with_every_contributor_at_the_table() -> None:
    row = played(t.committing(), north="shove", south="share", crown="share")
    assert {pair: row.bond(pair, "push") for pair in row.state.bonds} == {
        "north+south": -1, "north+folk": 0, "north+crown": 0, "south+folk": 0, "south+crown": 0, "folk+crown": 0,
    }


def test_a_push_of_the_centre_cools_no_bond() -> None:
    assert not played(t.committing(), crown="shove", south="share").of(e.BondMoved)


def mixed(seeds: int = 120, **options: str) -> list[t.Row]:
    """The reveals of a split card by many seeds."""
    state = t.committing(t.deck(SPLIT))
    return [played(replace(state, seed=f"s{n}"), **options) for n in range(seeds)]


def test_split_card_a_statutory_role_that_did_not_align_has_1_chance_in_3_of_a_mixed_message() -> None:
    rows = mixed(240, north="carry")
    assert sum(bool(row.of(e.MixedMessage)) for row in rows) / len(rows) == pytest.approx(1 / 3, abs=0.08)


def test_split_card_a_mixed_message_halves_the_effort_rounded_down_and_hurts_every_users_role() -> None:
    row = next(row for row in mixed(north="carry") if row.of(e.MixedMessage))
    assert e.Brought("north", 2) in row.events
    assert row.track("tension", "mixed_message") == 1
    assert row.bond("north+folk", "mixed_message") == -1
    assert row.number("folk", "goodwill", "mixed_message") == -1


def test_split_card_a_push_may_speak_with_two_voices_too() -> None:
    assert any(row.of(e.MixedMessage) for row in mixed(south="shove"))


@pytest.mark.parametrize("options", [{"folk": "carry"}, {"crown": "carry"}, {"north": "rest"}])
def test_split_card_neither_other_roles_nor_an_option_without_effort_send_mixed_messages(
    options: dict[str, Any]
) -> None:
    assert not any(row.of(e.MixedMessage) for row in mixed(**options))


def test_split_card_aligning_costs_1_capacity_and_prevents_it() -> None:
    state = t.committing(t.deck(SPLIT))
    for n in range(40):
        row = t.reveal(replace(state, seed=f"s{n}"), {**t.everybody(), "north": Sheet("carry", 1, align=True)})
        assert not row.of(e.MixedMessage)
        assert row.number("north", "capacity", "align") == -1


def test_a_card_that_is_not_split_sends_no_mixed_message() -> None:
    state = t.committing()
    assert not any(played(replace(state, seed=f"s{n}"), north="carry").of(e.MixedMessage) for n in range(40))


# 3.6 fast or together


def test_3_6_imposing_meets_the_card_whatever_was_brought_for_2_capacity_standing_1_and_tension_1() -> None:
    row = played(t.committing(), north="alone")
    assert row.of(e.CardMet) == [e.CardMet(0, 8, "north", None)]
    assert row.number("north", "capacity", "option.cost") == -2
    assert (row.number("north", "standing", "option.effect"), row.track("tension", "option.effect")) == (1, 1)


def test_3_6_imposing_meets_a_card_without_its_key() -> None:
    assert played(t.committing(t.deck(t.card(key=MONEY))), north="alone").of(e.CardMet)


@pytest.mark.parametrize(("trust", "dear"), [(0, False), (5, False), (6, True), (10, True)])
def test_3_6_at_trust_5_nothing_more_at_6_tension_2_trust_minus_2_goodwill_minus_2_of_every_other_at_the_table(
    trust: int, dear: bool
) -> None:
    row = played(t.with_tracks(t.committing(), trust=trust), north="alone")
    assert row.of(e.Imposed) == [e.Imposed("north", dear)]
    assert (row.track("tension", "imposing"), row.track("trust", "imposing")) == ((2, -2) if dear else (0, 0))
    assert {who: row.number(who, "goodwill", "imposing") for who in row.state.roles} == {
        "north": 0, "south": -2 * dear, "folk": -2 * dear, "crown": 0,
    }


def test_3_6_the_trust_that_counts_is_that_of_brief() -> None:
    state = replace(t.with_tracks(t.committing(), trust=6, tension=6), brief_trust=6)
    row = played(state, north="alone")
    assert row.track("trust", "papering") == -1
    assert row.of(e.Imposed)[0].dear


def test_3_6_imposing_is_a_push_it_cools_the_bond_with_every_contributor_at_the_table() -> None:
    row = played(t.committing(), north="alone", south="share")
    assert row.bond("north+south", "push") == -1
    assert row.state.roles["north"].postures == ("push",)


def test_3_6_contributors_to_an_imposed_card_are_thanked_and_credited() -> None:
    row = played(t.committing(), north="alone", south="share")
    assert (row.number("south", "goodwill", "card.met"), row.number("south", "standing", "credit")) == (1, 1)


# instrument follow-ups


@pytest.mark.parametrize(("instrument", "met", "tracks", "numbers"), [
    ("fund", True, {}, {("crown", "standing"): 1}),
    ("fund", False, {"outcomes": -1}, {("crown", "standing"): -1}),
    # a target has its price for who sets it (decision 12)
    ("target", True, {"outcomes": 1}, {("crown", "purpose"): 1}),
    ("target", False, {}, {("north", "standing"): -1, ("south", "standing"): -1, ("crown", "standing"): -1}),
    ("back", True, {}, {}), ("inspect", False, {}, {}), (None, True, {}, {}),
])
def test_instrument_follow_up(
    instrument: str | None, met: bool, tracks: dict[str, int], numbers: dict[tuple[str, str], int]
) -> None:
    state = replace(t.committing(t.deck(t.card(need=2))), instrument=instrument)
    row = played(state, folk="share") if met else played(state)
    moved = [m for m in row.events if isinstance(m, e.TrackMoved | e.NumberMoved) and m.cause.startswith("follow_up")]
    assert {m.track: m.delta for m in moved if isinstance(m, e.TrackMoved)} == tracks
    assert {(m.role, m.what): m.delta for m in moved if isinstance(m, e.NumberMoved)} == numbers


def test_the_automatons_target_counts_without_a_centre() -> None:
    state = replace(t.committing(t.deck(t.card(need=2)), {"crown": "none"}), instrument="target")
    row = t.reveal(state, {"north": Sheet("share", 1), "south": t.resting(), "folk": t.resting()})
    assert row.track("outcomes", "follow_up.target") == 1
    assert not [m for m in row.of(e.NumberMoved) if m.cause == "follow_up.target"]


def test_after_the_reveal_option_table_focus_and_voice_are_public() -> None:
    row = t.reveal(t.committing(), {**t.everybody(), "folk": t.resting(focus="cases", voice=t.calling_out("north"))})
    opened = row.of(e.SheetsOpened)[0].sheets
    assert opened["folk"] == e.OpenSheet("rest", 1, "cases", Voice("call_out", role="north"))
    assert set(opened) == set(row.state.roles)
