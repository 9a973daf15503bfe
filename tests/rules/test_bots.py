"""10: what each temperament does, seen in played games; and what all of them do when people sit at the table."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from game_rules import Announce, Answer, Commit, Offer, Pledge, Say, Sheet, State
from game_rules import commands as c
from game_rules import events as e
from game_rules.bots import Habits, Sight, choose
from game_rules.bots.sight import Choice
from tests.properties.playing import ROLES, Asked, Table, everybody, play
from tests.rules import table as t

SEEDS = ("a", "b", "c", "d", "e", "f")
CONTRIBUTIONS = ("deal", "give")
LIVE = ("idealist", "hardliner", "retreating")


def games(*tables: Table) -> list[Asked]:
    return [asked for table in tables for asked in play(table)]


def among(odd: str, role: str, others: str) -> list[Asked]:
    """Games in which one seat is held by another temperament than the rest."""
    return games(*(Table({**dict.fromkeys(ROLES, others), role: odd}, seed, rounds=7) for seed in SEEDS))


@pytest.fixture(scope="module")
def idealists() -> list[Asked]:
    return games(*(everybody("idealist", seed) for seed in (*SEEDS, "g", "h", "i", "j", "k", "l", "m", "n")))


@pytest.fixture(scope="module")
def hardliners() -> list[Asked]:
    return games(*(everybody("hardliner", seed) for seed in (*SEEDS, "g", "h", "i", "j", "k", "l", "m", "n")))


@pytest.fixture(scope="module")
def retreaters() -> list[Asked]:
    return games(*(everybody("retreating", seed) for seed in SEEDS * 2))


def sheets(rows: list[Asked]) -> Iterator[tuple[Sight, Choice, Sheet]]:
    """Every sheet that was laid, with what its seat saw and the option that it took."""
    for asked in rows:
        if isinstance(asked.move.command, Commit):
            sheet = asked.move.command.sheet
            yield asked.sight, next(o for o in asked.sight.choices if o.id == sheet.option), sheet


def at_the_table(rows: list[Asked]) -> list[tuple[Sight, Choice, Sheet]]:
    return [each for each in sheets(rows) if each[0].role in each[0].sitting]


def answers(rows: list[Asked], policy: str) -> list[tuple[Asked, Answer]]:
    return [(a, a.move.command) for a in rows if a.policy == policy and isinstance(a.move.command, Answer)]


def payable(sight: Sight, *postures: str) -> list[Choice]:
    return [each for each in sight.payable if each.posture in postures]


def in_play(rows: list[Asked]) -> list[Asked]:
    """Only what seats did that had not left the table."""
    return [asked for asked in rows if not asked.sight.own.retreated]


# The idealist


def test_the_idealist_gives_while_it_has_goodwill_3(idealists: list[Asked]) -> None:
    rested = [
        (sight, taken) for sight, taken, _ in sheets(in_play(idealists))
        if sight.own.goodwill >= 3 and payable(sight, "give")
    ]
    assert len(rested) > 50
    assert {taken.posture for _, taken in rested} == {"give"}


def test_with_less_goodwill_it_takes_the_contribution_that_costs_the_least_of_it(idealists: list[Asked]) -> None:
    tired = [
        (sight, taken) for sight, taken, _ in sheets(in_play(idealists))
        if sight.own.goodwill < 3 and payable(sight, *CONTRIBUTIONS)
    ]
    assert len(tired) > 10
    for sight, taken in tired:
        assert taken.contributes
        assert taken.goodwill == min(each.goodwill for each in payable(sight, *CONTRIBUTIONS))


def test_the_idealist_pledges_what_its_option_brings(idealists: list[Asked]) -> None:
    for sight, taken, _ in at_the_table(idealists):
        assert sight.own.pledge == taken.brings


def test_the_idealist_breaks_no_pledge_of_which_it_is_master(idealists: list[Asked]) -> None:
    """Its house is aligned whenever it can pay for that: then only a house that is not can make its word untrue."""
    kept = broken = 0
    for asked in idealists:
        mixed = {event.role for event in asked.events if isinstance(event, e.MixedMessage)}
        for event in asked.events:
            if isinstance(event, e.PromiseEnded) and event.kind == "pledge":
                kept += event.outcome == "kept"
                broken += event.outcome == "broken" and event.role not in mixed
    assert kept > 50 and broken == 0


def test_the_idealist_asks_for_nothing(idealists: list[Asked]) -> None:
    offers = [asked.move.command for asked in idealists if isinstance(asked.move.command, Offer)]
    assert offers and {offer.kind for offer in offers} == {"open"}
    assert not [asked for asked in idealists if isinstance(asked.move.command, Say)]


def test_the_idealist_offers_everyone_an_open_alliance_once_while_nobody_is_in_one(idealists: list[Asked]) -> None:
    made = [(a.sight, a.move.command) for a in idealists if isinstance(a.move.command, Offer)]
    for sight, offer in made:
        assert sight.pacts == () and set(offer.to) == set(sight.sitting) - {sight.role}
    signed = [event for asked in idealists for event in asked.events if isinstance(event, e.PactSigned)]
    assert len(signed) >= len(SEEDS) and {event.kind for event in signed} == {"open"}


def test_an_alliance_that_was_refused_is_not_offered_again_that_round() -> None:
    rows = among("idealist", "council", "retreating")
    made = [(a.sight.seed, a.sight.round) for a in rows if isinstance(a.move.command, Offer)]
    assert made and len(set(made)) == len(made)


@pytest.mark.parametrize("others", ["random", "tactical", "carry_strong"])
def test_the_idealist_accepts_everything_that_it_can_do(others: str) -> None:
    found = answers(among("idealist", "charity", others), "idealist")
    assert found
    for asked, answer in found:
        offer = next(o for o in asked.sight.asked if o.id == answer.offer)
        too_much = offer.carrier == asked.sight.role and all(
            each.brings < offer.brings or not each.contributes for each in asked.sight.payable
        )
        laid = asked.sight.own.sheet is not None and offer.carrier == asked.sight.role
        assert answer.accept == (asked.sight.acceptable(offer) and not too_much) or laid


def test_the_idealist_brings_what_it_agreed_to_carry() -> None:
    state = t.talking(seats={"south": "idealist"})
    state = t.with_role(state, "south", goodwill=2)
    offered = t.do(state, "folk", c.Offer(("south",), "bargain", "south", 5, "my_turn_next")).state
    move = choose("idealist", Sight(offered, "south", "seed"))
    assert move and move.command == c.Answer(offered.offers[0].id, accept=True)
    struck = t.do(offered, "south", move.command).state
    assert moves(struck, "idealist")[-1] == c.Pledge(5)


def test_the_idealist_promises_no_carry_that_it_could_not_bring() -> None:
    state = t.talking(seats={"south": "idealist"})
    state = t.do(state, "folk", c.Offer(("south",), "bargain", "south", 6, "my_turn_next")).state
    move = choose("idealist", Sight(state, "south", "seed"))
    assert move and move.command == c.Answer(state.offers[0].id, accept=False)
    assert move.line and move.line.data == {"n": 6}


def test_the_idealist_brings_2_to_the_meeting_if_3_are_left_else_1(idealists: list[Asked]) -> None:
    found = set()
    for sight, taken, sheet in at_the_table(idealists):
        left = sight.budget - taken.capacity
        assert sheet.table == (2 if left >= 3 else min(1, left))
        found.add(sheet.table)
    assert {1, 2} <= found


def test_the_idealists_that_speak_for_users_turn_the_meeting_to_cases(idealists: list[Asked]) -> None:
    for sight, _, sheet in at_the_table(idealists):
        assert sheet.focus == ("cases" if sight.traits.speaks_for_users else "balanced")


def test_the_idealist_never_names_and_never_calls_out(idealists: list[Asked]) -> None:
    assert {sheet.voice.kind for _, _, sheet in sheets(idealists)} == {"hold"}


def test_an_idealist_centre_announces_its_pledge_and_stands_back(idealists: list[Asked]) -> None:
    centres = [asked for asked in idealists if asked.sight.traits.has_instruments]
    told = [asked.move.command for asked in centres if isinstance(asked.move.command, Announce)]
    assert len(told) > 20 and all(each.pledge and each.instrument in ("back", None) for each in told)
    for sight, _, sheet in sheets(centres):
        assert sheet.instrument == ("back" if sight.own.goodwill else None)


# The hardliner


def test_the_hardliner_decides_alone_as_lead_and_pushes_otherwise(hardliners: list[Asked]) -> None:
    alone = 0
    for sight, taken, _ in sheets(in_play(hardliners)):
        may_impose = any(each.imposes for each in sight.payable)
        alone += may_impose
        assert taken.imposes if may_impose else taken.posture == "push" or not payable(sight, "push")
    assert alone > 3


def test_the_hardliner_pledges_2_every_round_and_never_brings_it(hardliners: list[Asked]) -> None:
    for sight, taken, _ in sheets(in_play(hardliners)):
        assert sight.own.pledge == 2 and taken.brings < 2
    ended = [
        event.outcome for asked in hardliners for event in asked.events
        if isinstance(event, e.PromiseEnded) and event.kind == "pledge"
    ]
    assert ended and set(ended) == {"broken"}


def test_the_hardliner_accepts_pacts_and_never_honours_them() -> None:
    rows = among("hardliner", "council", "carry_strong")
    signed = [p for a in rows for p in a.events if isinstance(p, e.PactSigned) and "council" in p.members]
    ends = [
        p for a in rows for p in a.events
        if isinstance(p, e.PromiseEnded) and p.kind == "pact" and "council" in (p.role, *p.to)
    ]
    assert signed and ends
    assert {(p.outcome, p.role) for p in ends if p.outcome != "void"} == {("broken", "council")}


@pytest.mark.parametrize(("carrier", "gives", "capacity", "taken"), [
    ("south", "hand_over", 1, True), ("south", "my_turn_next", 0, False),
    ("folk", "my_turn_next", 0, True), ("folk", "hand_over", 1, False),
])
def test_the_hardliner_takes_the_bargains_that_cost_it_nothing(
    carrier: str, gives: c.Given, capacity: int, taken: bool
) -> None:
    state = t.talking(seats={"south": "hardliner"})
    state = t.do(state, "folk", c.Offer(("south",), "bargain", carrier, 4, gives, capacity)).state
    move = choose("hardliner", Sight(state, "south", "seed"))
    assert move and move.command == c.Answer(state.offers[0].id, accept=taken)


def test_the_hardliner_brings_1_to_the_meeting_and_turns_it_to_its_own_side(hardliners: list[Asked]) -> None:
    for sight, taken, sheet in at_the_table(hardliners):
        assert sheet.table == min(1, sight.budget - taken.capacity)
        assert sheet.focus == ("corporate" if sight.traits.statutory else "cases")


def test_the_hardliner_calls_somebody_out_three_times_in_ten() -> None:
    rows = games(*(everybody("hardliner", f"scolding {n}") for n in range(60)))
    able = [(sight, sheet) for sight, taken, sheet in at_the_table(rows) if sight.own.goodwill > taken.goodwill]
    out = [(sight, sheet) for sight, sheet in able if sheet.voice.kind == "call_out"]
    assert 0.25 < len(out) / len(able) < 0.35
    assert not [sheet for _, sheet in able if sheet.voice.kind == "name"]


def test_whom_the_hardliner_calls_out_has_deserved_it_if_anybody_has() -> None:
    state = t.talking(seats={"south": "hardliner"})
    state = t.with_role(state, "folk", postures=("push",))
    state = replace(state, phase="commit")
    voices = {
        move.command.sheet.voice
        for n in range(30)
        if (move := choose("hardliner", Sight(t.with_role(state, "south", pledge=2), "south", f"{n}")))
        and isinstance(move.command, Commit)
    }
    assert voices == {c.Voice(), c.Voice("call_out", role="folk")}


def test_a_hardliner_centre_uses_target_inspect_or_fund_at_random() -> None:
    rows = games(*(everybody("hardliner", f"instruments {n}", rounds=3) for n in range(25)))
    used = [sheet.instrument for sight, _, sheet in sheets(rows) if sight.traits.has_instruments and sight.own.goodwill]
    assert {each: used.count(each) > len(used) / 6 for each in used} == {"target": True, "inspect": True, "fund": True}


# The one that stays out of it


def test_the_retreating_rests_four_times_in_five(retreaters: list[Asked]) -> None:
    found = [taken.posture for _, taken, _ in sheets(in_play(retreaters))]
    assert len(found) > 100 and 0.7 < found.count("duck") / len(found) < 0.9
    assert set(found) <= {"duck", *CONTRIBUTIONS}


def test_the_retreating_only_lays_its_sheet_and_refuses() -> None:
    rows = among("retreating", "charity", "carry_strong") + among("retreating", "council", "idealist")
    mine = [asked.move.command for asked in rows if asked.policy == "retreating"]
    refused = [each.accept for each in mine if isinstance(each, Answer)]
    assert refused and not any(refused)
    assert all(isinstance(each, Answer | Commit) for each in mine)


def test_the_retreating_brings_0_or_1_to_the_meeting_and_holds(retreaters: list[Asked]) -> None:
    found = [sheet for _, _, sheet in at_the_table(retreaters)]
    assert {sheet.table for sheet in found} == {0, 1}
    assert {sheet.voice.kind for sheet in found} == {"hold"}


# All of them


@pytest.mark.parametrize("temperament", LIVE)
def test_no_temperament_pledges_or_announces_where_there_are_no_offers(temperament: str) -> None:
    rows = games(everybody(temperament, "silent", habits=Habits(offers=False)))
    assert not [a for a in rows if isinstance(a.move.command, Pledge | Announce)]


@pytest.mark.parametrize("temperament", LIVE)
def test_a_role_that_has_left_the_table_still_lays_a_sheet_and_rests(temperament: str) -> None:
    rows = games(*(everybody(temperament, f"away {n}") for n in range(12)))
    away = [(taken, sheet) for sight, taken, sheet in sheets(rows) if sight.own.retreated]
    assert away
    assert {(taken.posture, sheet.table, sheet.voice.kind) for taken, sheet in away} == {("duck", 0, "hold")}


def moves(state: State, temperament: str, quiet: bool = False) -> list[object]:
    """What the bot in `south` does until it has nothing more to do; nobody else does anything."""
    done: list[object] = []
    while len(done) < 10:
        move = choose(temperament, Sight(state, "south", "seed", quiet=quiet))
        if move is None:
            return done
        done.append(move.command)
        state = t.do(state, "south", move.command).state
    raise AssertionError("it finds no end")


@pytest.mark.parametrize("temperament", LIVE)
def test_while_a_person_may_still_want_to_bargain_nobody_commits(temperament: str) -> None:
    state = t.talking(seats={"south": temperament})
    for quiet in (False, True):
        assert not [each for each in moves(state, temperament, quiet) if isinstance(each, Commit)]


@pytest.mark.parametrize("temperament", LIVE)
def test_when_every_person_is_ready_or_the_talk_is_over_the_bot_commits(temperament: str) -> None:
    state = t.talking(seats={"south": temperament})
    ready = replace(state, roles={
        who: own if who == "south" else replace(own, ready=True) for who, own in state.roles.items()
    })
    for each in (ready, t.do(state, "host", c.SkipTalk()).state):
        assert isinstance(moves(each, temperament)[-1], Commit)


@pytest.mark.parametrize(("temperament", "reason"), [
    ("idealist", "bot-accepts-everything"), ("hardliner", "bot-suits-us"), ("retreating", "bot-signs-nothing"),
])
def test_a_person_who_offers_a_pact_is_answered_with_a_reason(temperament: str, reason: str) -> None:
    state = t.talking(seats={"south": temperament})
    state = t.do(state, "folk", c.Offer(("south",), "pact")).state
    move = choose(temperament, Sight(state, "south", "seed"))
    assert move and isinstance(move.command, Answer) and move.line
    assert move.command.accept == (temperament != "retreating") and move.line.key == reason


@pytest.mark.parametrize("temperament", LIVE)
def test_a_bot_answers_also_when_its_own_sheet_is_laid(temperament: str) -> None:
    state = t.talking(seats={"south": temperament})
    state = t.with_role(state, "south", sheet=Sheet("share", 1), pledge=2, ready=True)
    state = t.do(state, "folk", c.Offer(("south",), "pact")).state
    assert [type(each) for each in moves(state, temperament)] == [Answer]
