"""Section 5: offers, bargains, debts, pacts and alliances, and what becomes of each promise."""

from typing import Any

import pytest
from msgspec.structs import replace

from game_rules import Sheet, State, legal, see, view
from game_rules import commands as c
from game_rules import events as e
from tests.rules import table as t

CARRY, SHARE, SHOVE = Sheet("carry", 1), Sheet("share", 1), Sheet("shove", 1)


def bargain(carrier: str = "north", asker: str = "folk", gives: Any = "my_turn_next", **more: Any) -> c.Offer:
    """The asker's offer: you carry this one, and I give you something back."""
    return c.Offer((carrier,), "bargain", carrier, more.pop("brings", 4), gives, more.pop("capacity", 0), **more)


def agreed(state: State, asker: str, offer: c.Offer) -> t.Row:
    """The offer made and accepted by everybody it was made to."""
    made = t.do(state, asker, offer)
    events, state = [*made.events], made.state
    for each in offer.to:
        row = t.do(state, each, c.Answer(made.of(e.OfferMade)[0].offer, accept=True))
        events, state = [*events, *row.events], row.state
    return t.Row(made.before, tuple(events), state)


def ended(row: t.Row, kind: str) -> list[tuple[str, str | None]]:
    return [(each.outcome, each.role) for each in row.of(e.PromiseEnded) if each.kind == kind]


# 5.1 offers


def test_an_offer_is_visible_to_its_parties_only_and_once_struck_it_is_public() -> None:
    row = agreed(t.talking(), "folk", bargain())
    made, struck = row.of(e.OfferMade)[0], row.of(e.BargainStruck)[0]
    for viewer in ("north", "folk"):
        assert see(row.state, viewer, made) == made
    for viewer in ("south", "crown", "table", "host"):
        assert see(row.state, viewer, made) is None
        assert see(row.state, viewer, struck) == struck
    assert view(row.state, "south").bargains[0].carrier == "north"


def test_an_open_offer_changes_no_byte_of_anybody_elses_view() -> None:
    before = t.talking()
    after = t.do(before, "folk", bargain()).state
    for viewer in ("south", "crown", "table"):
        assert view(before, viewer) == view(after, viewer)
    assert [o.id for o in view(after, "north").offers] == list(view(after, "north").legal.answer) == [after.seq]


def test_an_offer_can_be_refused_withdrawn_or_answered_with_another() -> None:
    made = t.do(t.talking(), "folk", bargain()).state
    assert t.do(made, "north", c.Answer(made.seq, accept=False)).of(e.OfferAnswered)[0].answer == "refused"
    assert t.do(made, "folk", c.Withdraw(made.seq)).of(e.OfferAnswered)[0].answer == "withdrawn"
    counter = bargain("north", brings=5, gives="my_turn_next", counters=made.seq)
    row = t.do(made, "north", replace(counter, to=("folk",)))
    assert [(o.role, o.brings) for o in row.state.offers] == [("north", 5)]
    assert row.of(e.OfferAnswered)[0].answer == "countered"


def test_an_offer_expires_with_its_round() -> None:
    row = t.reveal(t.do(t.talking(), "folk", bargain()).state, t.everybody())
    assert row.of(e.OfferAnswered)[0].answer == "expired"
    assert row.state.offers == ()


@pytest.mark.parametrize(
    ("offer", "code"),
    [
        (bargain(brings=3), "out_of_range"),
        (bargain(brings=13), "out_of_range"),
        (bargain(gives="hand_over", capacity=2), "out_of_range"),
        (bargain(gives="hand_over"), "out_of_range"),
        (bargain(gives="my_turn_next", capacity=1), "out_of_range"),
        (bargain(gives="spare"), "not_applicable"),
        (bargain(gives=None), "not_applicable"),
        (replace(bargain(), carrier="south"), "out_of_range"),
        (replace(bargain(), to=("folk",)), "not_reachable"),
        (replace(bargain(), to=("north", "south")), "not_reachable"),
        (replace(bargain(), to=("nobody",)), "not_reachable"),
        (bargain(counters=99), "unknown_offer"),
        (c.Offer(("crown",), "pact"), "not_reachable"),
        (c.Offer((), "open"), "not_reachable"),
        (c.Offer(("north",), "pact", carrier="north"), "not_applicable"),
    ],
)
def test_an_offer_outside_the_rulebooks_terms_is_refused(offer: c.Offer, code: str) -> None:
    assert t.refused(t.talking(), "folk", offer).code == code


def test_my_turn_next_may_not_be_made_in_the_last_round_and_there_is_no_pact_then() -> None:
    last = replace(t.talking(), rounds=1)
    assert t.refused(last, "folk", bargain()).code == "not_applicable"
    assert t.refused(last, "folk", c.Offer(("north",), "pact")).code == "not_applicable"
    assert t.do(last, "folk", bargain(gives="hand_over", capacity=1)).state.offers


def test_each_role_carries_in_at_most_one_bargain_and_asks_in_at_most_one_a_round() -> None:
    state = agreed(t.talking(), "folk", bargain()).state
    assert t.refused(state, "south", bargain("north", "south")).code == "already_bound"
    assert t.refused(state, "folk", bargain("south")).code == "already_bound"
    assert t.do(state, "north", bargain("south", "north")).state.offers


def test_a_retreated_role_does_not_sign() -> None:
    away = t.with_role(t.talking(), "folk", retreated=True, goodwill=0)
    assert t.refused(away, "folk", bargain()).code == "retreated"
    assert t.refused(away, "north", bargain("folk", "north")).code == "not_reachable"


# what is given back


def test_capacity_promised_in_a_struck_bargain_moves_from_asker_to_carrier() -> None:
    state = agreed(t.talking(), "folk", bargain(gives="hand_over", capacity=1)).state
    assert (legal(state, "folk").capacity, legal(state, "north").capacity) == (4, 7)
    row = t.reveal(state, {**t.everybody(), "north": CARRY})
    assert row.number("folk", "capacity", "hand_over") == -1
    assert row.number("north", "capacity", "hand_over") == 1


def test_a_sheet_that_a_hand_over_makes_unaffordable_comes_back_to_be_laid_anew() -> None:
    state = t.with_role(t.talking(), "folk", capacity=2)
    state = t.do(state, "folk", c.Commit(Sheet("share"))).state
    state = t.do(state, "north", c.Offer(("folk",), "bargain", "north", 4, "hand_over", 1)).state
    row = t.do(state, "folk", c.Answer(state.seq, accept=True))
    assert row.of(e.SheetReturned) == [e.SheetReturned("folk")]
    assert t.refused(row.state, "folk", c.Commit(Sheet("share"))).code == "unaffordable"
    assert t.do(row.state, "folk", c.Commit(Sheet("rest"))).state.roles["folk"].sheet == Sheet("rest")


def test_bargain_kept_the_keeper_has_bond_plus_1_with_the_other_and_goodwill_plus_1() -> None:
    row = t.reveal(agreed(t.talking(), "folk", bargain()).state, {**t.everybody(), "north": CARRY})
    assert ended(row, "bargain") == [("kept", "north")]
    assert row.bond("north+folk", "kept.bargain") == 1
    assert row.number("north", "goodwill", "kept.bargain") == 1
    assert row.state.debts[0].due == 3


def test_bargain_broken_word_minus_1_bond_minus_1_the_others_goodwill_minus_1_trust_minus_1() -> None:
    row = t.reveal(agreed(t.talking(), "folk", bargain()).state, {**t.everybody(), "north": SHARE})
    assert ended(row, "bargain") == [("broken", "north")]
    assert row.state.roles["north"].word == -1
    assert row.bond("north+folk", "broken.bargain") == -1
    assert row.number("folk", "goodwill", "broken.bargain") == -1
    assert row.track("trust", "broken.bargain") == -1
    assert row.state.debts == ()


def test_a_debt_is_paid_by_the_first_round_in_which_the_debtor_brings_3_or_more() -> None:
    owing = t.reveal(agreed(t.talking(), "folk", bargain()).state, {**t.everybody(), "north": CARRY}).state
    row = t.reveal(again(owing), {**t.everybody(), "folk": CARRY})
    assert ended(row, "debt") == [("kept", "folk")]
    assert row.number("folk", "goodwill", "kept.debt") == 1
    assert row.state.debts == ()


def test_a_debt_that_falls_due_unpaid_is_broken() -> None:
    state = t.reveal(agreed(t.talking(), "folk", bargain()).state, {**t.everybody(), "north": CARRY}).state
    second = t.reveal(again(state), t.everybody())
    assert ended(second, "debt") == []
    third = t.reveal(again(second.state), t.everybody())
    assert ended(third, "debt") == [("broken", "folk")]
    assert third.state.roles["folk"].word == -1


@pytest.mark.parametrize(("instrument", "outcome"), [("target", "broken"), ("inspect", "broken"), ("back", "kept")])
def test_spare_a_centre_promises_neither_target_nor_inspection_next_round(instrument: Any, outcome: str) -> None:
    state = agreed(t.talking(), "crown", bargain("north", "crown", "spare")).state
    sheets = {**t.everybody(), "north": CARRY, "crown": Sheet("rest", instrument=instrument)}
    row = t.next_brief(t.reveal(state, sheets).state)
    assert ended(row, "spare") == [(outcome, "crown")]


def test_a_carrier_that_breaks_its_side_is_owed_nothing() -> None:
    state = agreed(t.talking(), "crown", bargain("north", "crown", "spare")).state
    row = t.reveal(state, t.everybody())
    assert ended(row, "spare") == [("void", "crown")]
    assert row.state.spares == ()


# pledges


@pytest.mark.parametrize(("pledge", "outcome", "word"), [(2, "kept", 0), (3, "broken", -1)])
def test_a_pledge_is_kept_or_costs_the_word(pledge: int, outcome: str, word: int) -> None:
    state = t.do(t.talking(), "south", c.Pledge(pledge)).state
    row = t.reveal(state, {**t.everybody(), "south": SHARE})
    assert ended(row, "pledge") == [(outcome, "south")]
    assert row.state.roles["south"].word == word


def test_the_pledge_of_a_role_that_carries_in_a_bargain_is_not_judged_separately() -> None:
    state = t.do(agreed(t.talking(), "folk", bargain()).state, "north", c.Pledge(9)).state
    assert ended(t.reveal(state, {**t.everybody(), "north": CARRY}), "pledge") == []


# 5.2 pacts and alliances


def pact(state: State | None = None) -> State:
    return agreed(state or t.talking(), "north", c.Offer(("south",), "pact")).state


def again(state: State) -> State:
    """The next round, in Talk, everybody with the usual backing and fresh enough."""
    state = t.next_brief(replace(state, phase="stocktake")).state
    roles = {who: replace(own, backing="usual", goodwill=7) for who, own in state.roles.items()}
    return replace(state, roles=roles, phase="talk")


def test_a_pact_is_of_exactly_two_locals_for_2_rounds_and_a_role_is_in_at_most_one() -> None:
    state = pact()
    assert (state.pacts[0].members, state.pacts[0].last) == (("north", "south"), 2)
    assert t.refused(state, "folk", c.Offer(("north",), "pact")).code == "not_reachable"
    assert t.refused(state, "north", c.Offer(("folk",), "pact")).code == "not_reachable"


def test_each_round_that_a_pact_is_kept_bond_plus_1_and_a_carry_adds_2_effort() -> None:
    row = t.reveal(pact(), {**t.everybody("share"), "north": CARRY})
    assert row.bond("north+south", "pact.kept") == 1
    assert row.of(e.PactHelped)[0].effort == 2
    assert row.of(e.CardMet)[0].brought == 5 + 2 + 2 + 2 + 2
    assert t.reveal(pact(), t.everybody("share")).of(e.PactHelped) == []


def test_completion_each_member_goodwill_2_standing_1_common_1_trust_1() -> None:
    state = t.with_tracks(pact(), common=8, trust=3)
    row = t.reveal(state, {**t.everybody("share"), "north": CARRY, "south": CARRY})
    assert ended(row, "pact") == [("completed", None)]
    for who in ("north", "south"):
        assert row.number(who, "goodwill", "pact.completed") == 2
        assert row.number(who, "standing", "pact.completed") == 1
    assert row.track("common", "pact.completed") == 1
    assert row.track("trust", "pact.completed") == 1
    assert row.state.roles["north"].facts["pacts_completed"] == 1


def test_lapse_the_term_ends_before_both_have_carried_and_nothing_more_happens() -> None:
    first = t.reveal(pact(), {**t.everybody("share"), "north": CARRY})
    assert first.state.pacts[0].carried == ("north",)
    second = t.reveal(again(first.state), t.everybody("share"))
    assert ended(second, "pact") == [("lapsed", None)]
    assert second.state.pacts == ()


@pytest.mark.parametrize("sheet", [SHOVE, Sheet("rest", 1), Sheet("alone", 1)], ids=["pushed", "ducked", "imposed"])
def test_breach_tension_1_trust_1_word_1_and_each_loyal_member_bond_2_goodwill_1(sheet: Sheet) -> None:
    row = t.reveal(pact(), {**t.everybody("share"), "north": sheet})
    assert ended(row, "pact") == [("broken", "north")]
    assert row.state.roles["north"].word == -1
    assert row.bond("north+south", "pact.broken") == -2
    assert row.number("south", "goodwill", "pact.broken") == -1
    assert row.track("tension", "pact.broken") == 1
    assert row.track("trust", "pact.broken") == -1
    assert row.state.pacts == ()


def test_who_retreats_breaches_its_pact() -> None:
    state = t.with_role(pact(), "north", goodwill=0)
    row = t.stocktake(state)
    assert ended(row, "pact") == [("broken", "north")]


def test_an_open_alliance_common_1_at_signing_and_every_member_1_capacity_less_every_round() -> None:
    offer = c.Offer(("south", "folk"), "open")
    made = t.do(t.with_tracks(t.talking(), common=8), "north", offer)
    half = t.do(made.state, "south", c.Answer(made.state.seq, accept=True))
    assert half.of(e.PactSigned) == []
    signed = t.do(half.state, "folk", c.Answer(made.state.seq, accept=True))
    assert signed.track("common", "alliance.signed") == 1
    row = t.reveal(signed.state, t.everybody("share"))
    assert row.of(e.PactHelped)[0].effort == 2
    for who in t.LOCALS:
        assert row.number(who, "capnext", "alliance.liaison") == -1
    assert t.reveal(again(row.state), t.everybody("share")).of(e.PactHelped) == []


def test_inside_a_pact_a_statutory_role_may_move_1_capacity_to_a_users_role() -> None:
    state = agreed(t.talking(), "north", c.Offer(("folk",), "pact")).state
    row = t.reveal(state, {**t.everybody("share"), "north": Sheet("share", 1, transfer="folk")})
    assert row.number("north", "capacity", "transfer") == -1
    assert row.number("folk", "capacity", "transfer") == 1
    assert t.refused(state, "folk", c.Commit(Sheet("share", transfer="north"))).code == "not_applicable"
    assert t.refused(state, "south", c.Commit(Sheet("share", transfer="folk"))).code == "not_applicable"


# 14 what promises leave in the ground


def ground(state: State, pair: str) -> set[tuple[int, int]]:
    """Seam and splinters of a pair, as each viewer sees them."""
    seen = [each for viewer in (*state.roles, "table", "host") for each in view(state, viewer).pairs]
    return {(each.seam, each.splinters) for each in seen if each.pair == pair}


def test_14_a_pact_completed_lays_gold_between_its_members_that_fades_over_two_rounds() -> None:
    state = t.reveal(pact(), {**t.everybody("share"), "north": CARRY, "south": CARRY}).state
    assert ground(state, "north+south") == {(2, 0)}
    assert ground(again(state), "north+south") == {(1, 0)}
    assert ground(again(again(state)), "north+south") == {(0, 0)}
    assert ground(state, "north+folk") == {(0, 0)}


def test_14_a_debt_paid_lays_gold_and_a_bargain_kept_does_not() -> None:
    owing = t.reveal(agreed(t.talking(), "folk", bargain()).state, {**t.everybody(), "north": CARRY}).state
    assert ground(owing, "north+folk") == {(0, 0)}
    assert ground(t.reveal(again(owing), {**t.everybody(), "folk": CARRY}).state, "north+folk") == {(2, 0)}


def test_14_each_promise_broken_between_two_leaves_a_splinter_that_stays() -> None:
    once = t.reveal(agreed(t.talking(), "folk", bargain()).state, {**t.everybody(), "north": SHARE}).state
    assert ground(again(again(once)), "north+folk") == {(0, 1)}
    twice = t.reveal(agreed(again(once), "folk", bargain()).state, {**t.everybody(), "north": SHARE}).state
    assert ground(twice, "north+folk") == {(0, 2)}


@pytest.mark.parametrize("others", [{}, {"south": SHOVE}], ids=["one leaves", "both leave"])
def test_14_a_broken_pact_leaves_one_splinter_between_its_members(others: dict[str, Sheet]) -> None:
    state = t.reveal(pact(), {**t.everybody("share"), "north": SHOVE, **others}).state
    assert ground(state, "north+south") == {(0, 1)}


def test_14_who_breaks_an_open_alliance_leaves_a_splinter_in_each_of_its_own_cracks() -> None:
    state = agreed(t.talking(), "north", c.Offer(("south", "folk"), "open")).state
    broken = t.reveal(state, {**t.everybody("share"), "folk": SHOVE}).state
    assert [ground(broken, pair) for pair in ("north+folk", "south+folk", "north+south")] == [
        {(0, 1)}, {(0, 1)}, {(0, 0)},
    ]


def test_14_a_pledge_not_brought_leaves_no_splinter() -> None:
    state = t.do(t.talking(), "north", c.Pledge(9)).state
    broken = t.reveal(state, t.everybody())
    assert ended(broken, "pledge") == [("broken", "north")]
    assert {found for pair in state.bonds for found in ground(broken.state, pair)} == {(0, 0)}


def test_14_a_pact_shows_its_term_and_the_rounds_still_to_run() -> None:
    def term(state: State) -> list[tuple[int | None, int | None]]:
        return [(each.rounds, each.left) for each in view(state, "table").pacts]

    signed = pact()
    first = t.reveal(signed, t.everybody("share")).state
    assert [term(signed), term(first), term(again(first))] == [[(2, 2)], [(2, 1)], [(2, 1)]]
    assert term(agreed(t.talking(), "north", c.Offer(("south", "folk"), "open")).state) == [(None, None)]


def test_what_still_runs_when_the_game_ends_is_void() -> None:
    row = t.do(pact(), "host", c.EndGame())
    assert ended(row, "pact") == [("void", None)]
