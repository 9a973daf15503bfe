"""11.5: the fixed scripts: what each rule picks, and rotas that all seats keep without reading a word."""

import pytest
from msgspec.structs import replace

from game_rules import Answer, Commit, Offer, Pledge, Say, Stake, State
from game_rules import commands as c
from game_rules import events as e
from game_rules.bots import RULES, SCRIPTS, Habits, Sight, choose, script
from tests.properties.playing import Asked, Table, everybody, play
from tests.rules import table as t

SEEDS = ("a", "b", "c", "d")


def played(name: str, habits: Habits | None = None) -> list[Asked]:
    return [a for seed in SEEDS for a in play(everybody(name, seed, habits=habits or Habits()))]


def picked(rule: str, state: State, who: str) -> str:
    """The id of the option that this rule picks for the role."""
    return RULES[rule](Sight(state, who, "seed")).id


def sheets(rows: list[Asked]) -> list[tuple[Sight, c.Sheet]]:
    return [(a.sight, a.move.command.sheet) for a in rows if isinstance(a.move.command, Commit)]


def posture(sight: Sight, sheet: c.Sheet) -> str:
    return next(each.posture for each in sight.choices if each.id == sheet.option)


def test_the_mechanical_script_always_takes_its_share() -> None:
    found = [(s, sheet) for s, sheet in sheets(played("mechanical")) if not s.own.retreated]
    shares = [posture(s, sheet) for s, sheet in found if any(o.posture == "deal" for o in s.payable)]
    assert len(shares) > 40 and set(shares) == {"deal"}


@pytest.mark.parametrize(("goodwill", "backing", "option"), [
    (4, "usual", "carry"), (3, "usual", "share"), (4, "strong", "carry"), (7, "thin", "share"),
])
def test_carry_when_my_own_number_is_4_or_more_and_goodwill_4_or_more(
    goodwill: int, backing: str, option: str
) -> None:
    state = t.with_role(t.talking(), "north", goodwill=goodwill, backing=backing)
    assert picked("strong_4_rested_4", state, "north") == option


def test_the_best_placed_carries_and_the_others_take_their_share() -> None:
    state = t.talking(t.deck(t.card(best=("south", "folk"))))
    assert [picked("best_placed", state, who) for who in state.roles] == ["share", "carry", "share", "share"]


def test_who_gains_carries() -> None:
    state = t.talking(t.deck(t.card(gains=(Stake("folk", "standing", 1),))))
    assert [picked("gainers", state, who) for who in state.roles] == ["share", "share", "carry", "share"]


@pytest.mark.parametrize(("rule", "carriers"), [("one_by_rota", 1), ("two_by_rota", 2)])
def test_so_many_carry_by_rota_and_everybody_comes_round(rule: str, carriers: int) -> None:
    turns = []
    for n in range(1, 5):
        state = replace(t.talking(), round=n)
        turns.append([who for who in state.roles if picked(rule, state, who) == "carry"])
    assert {len(each) for each in turns} == {carriers}
    assert sorted(who for each in turns for who in each) == sorted([*state.roles] * carriers)


def test_alternating_one_carries_in_one_round_and_shares_in_the_next() -> None:
    states = [replace(t.talking(), round=n) for n in (1, 2)]
    found = [[picked("alternate_share", state, who) for who in state.roles] for state in states]
    assert found == [["carry", "share", "carry", "share"], ["share", "carry", "share", "carry"]]


@pytest.mark.parametrize(("need", "option"), [(8, "share"), (9, "carry"), (12, "carry")])
def test_the_cheapest_contribution_to_the_gap_takes_the_others_to_bring_2_each(need: int, option: str) -> None:
    assert picked("gap", replace(t.talking(), need=need), "north") == option


def test_the_guessed_gap_takes_the_others_to_bring_what_they_brought_last() -> None:
    state = replace(t.talking(), need=12)
    for who in ("south", "folk", "crown"):
        state = t.with_role(state, who, brought=(4,))
    assert picked("guessed_gap", state, "north") == "share"
    assert picked("gap", state, "north") == "carry"


def test_after_a_shortfall_everybody_carries() -> None:
    state = replace(t.talking(), round=2, need=9)
    for who in state.roles:
        state = t.with_role(state, who, brought=(2,))
    assert picked("after_shortfall", state, "north") == "carry"
    assert picked("after_shortfall", replace(state, need=8), "north") == "share"


def test_every_rule_picks_an_option_that_can_be_paid_or_the_default() -> None:
    for name, rule in RULES.items():
        for goodwill in range(8):
            for retreated in (False, True):
                state = t.with_role(t.talking(), "folk", goodwill=goodwill, retreated=retreated)
                sight = Sight(state, "folk", "seed")
                assert rule(sight) in sight.payable, name


def test_pacts_by_rota_are_signed_by_each_pair_in_turn_and_never_refused() -> None:
    rows = played("mechanical_pacts")
    signed = {p.members for a in rows for p in a.events if isinstance(p, e.PactSigned)}
    assert signed == {("pct", "council"), ("pct", "charity"), ("council", "charity")}
    answers = [a.move.command for a in rows if isinstance(a.move.command, Answer)]
    assert answers and all(each.accept for each in answers)


def test_bargains_by_rota_are_asked_by_whoever_carries_and_struck_with_another_each_round() -> None:
    rows = played("carry_strong")
    struck = [(a.sight, b) for a in rows for b in a.events if isinstance(b, e.BargainStruck)]
    assert len({(b.carrier, b.asker) for _, b in struck}) > 8
    for asked in rows:
        offer = asked.move.command
        if isinstance(offer, Offer) and offer.kind == "bargain":
            assert offer.carrier == asked.sight.role and offer.gives == "my_turn_next"
            assert any(each.brings >= 4 for each in asked.sight.payable)
    kept = [p for a in rows for p in a.events if isinstance(p, e.PromiseEnded) and p.kind == "bargain"]
    assert kept and sum(p.outcome == "kept" for p in kept) > 0.8 * len(kept)


def test_a_script_refuses_what_is_not_on_its_rota() -> None:
    state = t.talking(seats={"south": "idealist"})
    state = t.do(state, "folk", c.Offer(("south",), "bargain", "south", 4, "my_turn_next")).state
    for name in SCRIPTS:
        move = choose(name, Sight(state, "south", "seed"))
        assert move and move.command == Answer(state.offers[0].id, accept=False)


def test_scripts_say_nothing_and_pledge_nothing() -> None:
    for name in SCRIPTS:
        kinds = {type(a.move.command) for a in play(everybody(name, "a"))}
        assert kinds <= {Offer, Answer, Commit} and not kinds & {Say, Pledge}


@pytest.mark.parametrize("name", ["mechanical", "carry_strong"])
def test_naming_by_rota_is_never_twice_running_and_only_by_the_role_whose_turn_it_is(name: str) -> None:
    rows = played(name)
    named = [(s, sheet) for s, sheet in sheets(rows) if sheet.voice.kind == "name"]
    assert named
    for sight, sheet in named:
        assert not sight.named_last and sight.tracks["tension"] >= 3
        assert sight.role == sight.sitting[(sight.round - 1) % len(sight.sitting)]
        assert sight.role in (sheet.voice.pair or "").split("+")


def test_without_offers_a_script_strikes_no_bargains_and_still_signs_pacts() -> None:
    kinds = {
        a.move.command.kind for a in played("carry_strong", Habits(offers=False))
        if isinstance(a.move.command, Offer)
    }
    assert kinds == {"pact"}


def test_a_script_is_made_of_its_settings() -> None:
    table = Table(dict.fromkeys(("pct", "council"), "mechanical"), "made")
    policy = script(rule="give", table=2, focus="cases", align=True, instrument="fund")
    move = policy(Sight(table.opened(), "pct", "seed"))
    assert move and isinstance(move.command, Commit)
    assert (move.command.sheet.table, move.command.sheet.focus) == (2, "cases")


def test_a_script_of_an_unknown_rule_is_not_made() -> None:
    with pytest.raises(KeyError, match="no such rule"):
        script(rule="no such rule")


def test_naming_to_be_sure_names_only_a_pair_that_is_strained() -> None:
    sure = script(rule="share", naming="sure")
    moves = [(a.sight, sure(a.sight)) for a in played("mechanical")]
    named = [
        (sight, move.command.sheet.voice.pair or "") for sight, move in moves
        if move and isinstance(move.command, Commit) and move.command.sheet.voice.kind == "name"
    ]
    assert named and all(sight.strains[pair] > 0 for sight, pair in named)
