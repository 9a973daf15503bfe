"""3.2 Commit: the dials, what they cost, defaults, and refusals that say what is allowed instead."""

from typing import Any

import pytest
from msgspec.structs import replace

from game_rules import Card, Refusal, Sheet, Voice, legal, view
from game_rules import commands as c
from game_rules import events as e
from tests.rules import table as t

SPLIT = t.card(split=True)


def lay(sheet: Sheet, who: str = "north", card: Card | None = None, **changes: Any) -> Refusal:
    state = t.with_role(t.committing(t.deck(card or t.CARD)), who, **changes)
    return t.refused(state, who, c.Commit(sheet))


def taken(sheet: Sheet, who: str = "north", card: Card | None = None, **changes: Any) -> bool:
    state = t.with_role(t.committing(t.deck(card or t.CARD)), who, **changes)
    return t.do(state, who, c.Commit(sheet)).state.roles[who].sheet == sheet


def test_the_default_is_the_first_duck_table_1_balanced_hold() -> None:
    row = t.reveal(t.committing())
    assert row.state.roles["folk"].sheet == Sheet("rest", 1, "balanced", Voice("hold"))
    assert row.state.roles["crown"].sheet == Sheet("rest", 0)
    assert {event.role for event in row.of(e.Committed) if event.default} == set(row.state.roles)


def test_the_default_stays_away_from_the_meeting_if_table_1_is_not_affordable() -> None:
    state = t.with_role(t.committing(), "folk", capacity=0)
    assert t.reveal(state).state.roles["folk"].sheet == Sheet("rest", 0)


def test_the_default_is_the_first_duck_that_the_role_can_pay() -> None:
    dear = replace(t.REST, id="dear", goodwill=8)
    state = t.committing(t.deck(t.card(options=(t.SHARE, dear, t.REST))))
    assert legal(state, "folk").sheet.default.option == "rest"  # type: ignore[union-attr]


def test_a_sheet_may_be_laid_again_until_all_are_in() -> None:
    state = t.do(t.committing(), "folk", c.Commit(t.resting())).state
    state = t.do(state, "folk", c.Commit(Sheet("share", 2))).state
    assert state.roles["folk"].sheet == Sheet("share", 2)


def test_a_sheet_laid_in_talk_counts_as_ready() -> None:
    state = t.talking()
    for who, sheet in t.everybody().items():
        assert state.phase == "talk"
        state = t.do(state, who, c.Commit(sheet)).state
    assert state.phase == "reveal"


def test_no_sheet_is_taken_after_the_reveal() -> None:
    state = t.reveal(t.committing()).state
    assert t.refused(state, "folk", c.Commit(t.resting())).code == "wrong_phase"


@pytest.mark.parametrize("table", [0, 1, 2])
def test_table_is_0_1_or_2(table: int) -> None:
    assert taken(Sheet("rest", table))


@pytest.mark.parametrize("table", [-1, 3])
def test_another_table_is_refused_with_the_values_that_are_allowed(table: int) -> None:
    refusal = lay(Sheet("rest", table))
    assert (refusal.code, refusal.data, refusal.allowed) == ("out_of_range", {"table": table}, [0, 1, 2])


def test_an_option_that_the_card_does_not_have_for_this_role_is_refused_with_those_it_has() -> None:
    refusal = lay(Sheet("alone"), "south")
    assert (refusal.code, refusal.data) == ("unknown_option", {"option": "alone"})
    assert sorted(map(str, refusal.allowed)) == ["carry", "rest", "share", "shove"]


def test_3_6_the_lead_may_impose_only_with_the_trait() -> None:
    assert taken(Sheet("alone"))
    assert lay(Sheet("alone"), "folk", t.card(lead="folk")).code == "unknown_option"


@pytest.mark.parametrize(("sheet", "what", "costs", "has", "changes"), [
    (Sheet("share"), "goodwill", 1, 0, {"goodwill": 0}),
    (Sheet("share", 0, "balanced", Voice("name", "north+south")), "goodwill", 2, 1, {"goodwill": 1}),
    (Sheet("carry", 2), "capacity", 5, 4, {"capacity": 4}),
    (Sheet("carry", 0, align=True), "capacity", 4, 3, {"capacity": 3}),
])
def test_an_unaffordable_sheet_is_refused_with_the_reason(
    sheet: Sheet, what: str, costs: int, has: int, changes: dict[str, Any]
) -> None:
    refusal = lay(sheet, card=SPLIT, **changes)
    assert (refusal.code, refusal.data) == ("unaffordable", {"what": what, "costs": costs, "has": has})


def test_a_sheet_that_costs_all_there_is_is_taken() -> None:
    assert taken(Sheet("carry", 2), capacity=5, goodwill=2)


@pytest.mark.parametrize(("trust", "capacity"), [(6, 3), (7, 2), (10, 2)])
def test_at_trust_7_contributing_costs_1_capacity_less(trust: int, capacity: int) -> None:
    state = t.with_role(t.with_tracks(t.committing(), trust=trust), "north", capacity=capacity)
    assert t.do(state, "north", c.Commit(Sheet("carry"))).of(e.Committed)
    assert t.reveal(state, {"north": Sheet("carry")}).number("north", "capacity", "option.cost") == -capacity


def test_at_trust_7_contributing_still_costs_at_least_1_and_a_push_costs_as_printed() -> None:
    cheap = replace(t.SHARE, capacity=1)
    state = t.with_tracks(t.committing(t.deck(t.card(options=(cheap, t.SHOVE, t.REST)))), trust=7)
    row = t.reveal(state, {"north": Sheet("share"), "south": Sheet("shove")})
    assert (row.number("north", "capacity", "option.cost"), row.number("south", "capacity", "option.cost")) == (-1, -1)


def test_the_trust_that_prices_contributions_is_fixed_at_brief() -> None:
    state = replace(t.with_tracks(t.committing(), trust=7), brief_trust=6)
    assert t.refused(t.with_role(state, "north", capacity=2), "north", c.Commit(Sheet("carry"))).code == "unaffordable"


@pytest.mark.parametrize(("who", "card", "allowed"), [
    ("north", SPLIT, True), ("folk", SPLIT, False), ("north", t.CARD, False),
])
def test_align_is_for_statutory_roles_on_split_cards(who: str, card: Card, allowed: bool) -> None:
    sheet = Sheet("share", align=True)
    assert taken(sheet, who, card) if allowed else lay(sheet, who, card).code == "not_applicable"
    choices = legal(t.committing(t.deck(card)), who).sheet
    assert choices is not None and choices.align == allowed


@pytest.mark.parametrize(("sheet", "code"), [
    (Sheet("rest", 1), "out_of_range"),
    (Sheet("rest", focus="cases"), "not_applicable"),
    (Sheet("rest", voice=Voice("name", "north+south")), "not_seated"),
    (Sheet("rest", voice=Voice("call_out", role="folk")), "not_seated"),
    (Sheet("rest", invite="north"), "not_applicable"),
])
@pytest.mark.parametrize("who", ["crown", "south"])
def test_meeting_focus_voice_and_invite_are_for_those_at_the_table(who: str, sheet: Sheet, code: str) -> None:
    state = t.with_role(t.with_role(t.committing(), "south", retreated=True), "north", retreated=True)
    assert t.refused(state, who, c.Commit(sheet)).code == code


@pytest.mark.parametrize("option", ["share", "carry", "shove"])
def test_retreated_roles_may_only_take_duck_options(option: str) -> None:
    refusal = lay(Sheet(option), "south", retreated=True)
    assert (refusal.code, refusal.allowed) == ("unknown_option", ["rest"])


def test_only_the_centre_sets_an_instrument() -> None:
    assert taken(Sheet("rest", instrument="fund"), "crown")
    assert lay(Sheet("rest", instrument="fund"), "north").code == "not_applicable"


def test_3_5_at_goodwill_0_the_centre_may_not_commit_an_instrument() -> None:
    assert lay(Sheet("rest", instrument="back"), "crown", goodwill=0).allowed == []


def test_invite_names_a_retreated_role_and_costs_1_goodwill() -> None:
    state = t.with_role(t.committing(), "south", retreated=True)
    assert t.do(state, "north", c.Commit(Sheet("rest", invite="south"))).of(e.Committed)
    refusal = t.refused(state, "north", c.Commit(Sheet("rest", invite="folk")))
    assert (refusal.code, refusal.allowed) == ("not_applicable", ["south"])
    poor = t.with_role(state, "north", goodwill=0)
    assert t.refused(poor, "north", c.Commit(Sheet("rest", invite="south"))).code == "unaffordable"


@pytest.mark.parametrize("pair", [None, "", "north", "north+north", "north+nobody", "north+south+folk"])
def test_a_naming_needs_a_pair_in_play(pair: str | None) -> None:
    refusal = lay(Sheet("rest", voice=Voice("name", pair)))
    assert refusal.code == "unknown_pair"
    assert "south+folk" in refusal.allowed


@pytest.mark.parametrize("target", [None, "north", "nobody"])
def test_a_call_out_needs_another_role_in_play(target: str | None) -> None:
    refusal = lay(Sheet("rest", voice=Voice("call_out", role=target)))
    assert (refusal.code, refusal.allowed) == ("not_in_play", ["south", "folk", "crown"])


@pytest.mark.parametrize("voice", [
    Voice("hold", pair="north+south"), Voice("hold", role="a smuggled line"), Voice("name", "north+south", "folk"),
    Voice("call_out", "north+south", "folk"),
])
def test_a_voice_carries_nothing_that_its_kind_has_no_use_for(voice: Voice) -> None:
    assert lay(Sheet("rest", voice=voice)).code == "not_applicable"


def test_a_hand_over_inside_a_pact_is_refused_while_there_are_no_pacts() -> None:
    assert lay(Sheet("rest", transfer="folk")).code == "not_applicable"


def test_13_5_a_refusal_leaves_no_event_and_the_state_as_it_was() -> None:
    state = t.committing()
    before = view(state, "north")
    t.refused(state, "north", c.Commit(Sheet("nothing")))
    assert view(state, "north") == before


@pytest.mark.parametrize(("capacity", "tables"), [(0, (0,)), (1, (0, 1)), (2, (0, 1, 2)), (6, (0, 1, 2))])
def test_legal_offers_no_meeting_that_the_seat_cannot_pay_alone(capacity: int, tables: tuple[int, ...]) -> None:
    choices = legal(t.with_role(t.committing(), "north", capacity=capacity), "north").sheet
    assert choices is not None and choices.table == tables


@pytest.mark.parametrize(("goodwill", "capacity", "invite", "align", "kinds"), [
    (0, 0, (), False, ("hold",)), (1, 1, ("south",), True, ("hold", "name", "call_out")),
])
def test_legal_offers_no_voice_invitation_or_aligning_that_the_seat_cannot_pay_alone(
    goodwill: int, capacity: int, invite: tuple[str, ...], align: bool, kinds: tuple[str, ...]
) -> None:
    state = t.with_role(t.committing(t.deck(SPLIT)), "south", retreated=True)
    choices = legal(t.with_role(state, "north", goodwill=goodwill, capacity=capacity), "north").sheet
    assert choices is not None
    assert (choices.invite, choices.align, choices.voice.kinds) == (invite, align, kinds)
