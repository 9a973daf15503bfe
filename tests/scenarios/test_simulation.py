"""Simulated games: the same for a seed whoever plays them, made to play as asked, and rightly added up."""

from collections import Counter
from collections.abc import Iterator
from statistics import mean
from typing import Any, get_args

import msgspec
import pytest

from game_rules import Commit, Event, Pledge, Say, Sheet, coalitions
from game_rules.bots import Move, Sight
from game_rules.bots.policy import POLICIES
from game_rules.events import (
    BargainStruck,
    CardMet,
    CardMissed,
    Committed,
    Imposed,
    Named,
    OfferAnswered,
    OfferMade,
    PactSigned,
    Pledged,
    PromiseEnded,
    Said,
    SheetLaid,
    SheetsOpened,
)
from scenarios.library import load_deck
from scenarios.simulation import BadBot, BadPlan, Plan, Report, make_plan, play_all, report
from scenarios.simulation.plan import FORCES
from scenarios.simulation.playing import Played, play
from scenarios.simulation.report import best_share, wilson
from scenarios.simulation.tally import tally, third

DECK = load_deck("local-strategic-partnership")
MORE_THAN_A_CHUNK = 60


def plan(**wishes: Any) -> Plan:
    asked: dict[str, Any] = {"everybody": "idealist", "games": MORE_THAN_A_CHUNK} | wishes
    return make_plan(DECK, **asked)


def figures(plan: Plan, workers: int = 1) -> Report:
    return report(plan, play_all(plan, workers), seconds=1.0)


def games(plan: Plan) -> list[Played]:
    return [play(plan, n) for n in range(plan.games)]


def seen(played: list[Played], kind: type) -> list[Any]:
    return [event for each in played for event in each.events if type(event) is kind]


def test_the_same_seed_gives_the_same_figures_and_another_seed_others() -> None:
    assert figures(plan(seed=3)) == figures(plan(seed=3))
    assert figures(plan(seed=3)) != figures(plan(seed=4))


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_gives_the_same_figures(workers: int) -> None:
    assert figures(plan(), workers) == figures(plan(), 1)


def test_a_game_of_a_seed_does_not_depend_on_how_many_are_played() -> None:
    few, many = plan(games=3), plan(games=50)
    assert play(few, 2) == play(many, 2)


def test_each_game_has_the_seed_of_its_number() -> None:
    assert [each.state.seed for each in games(plan(seed=8, games=30))] == [f"8:{n}" for n in range(30)]


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("seats", ["", "pct=none", "council=none,government=none"])
def test_every_policy_makes_only_moves_that_the_rules_take(policy: str, seats: str) -> None:
    wishes = {"everybody": policy, "seats": seats, "games": 4, "slips": 0.3, "preset": "hard"}
    for each in games(plan(**wishes)):
        assert each.state.phase == "end"


def test_the_figures_are_what_the_games_ended_with() -> None:
    setup = plan(everybody="tactical", games=30)
    ends = [each.state for each in games(setup)]
    found = figures(setup)
    survived = [s for s in ends if s.end and s.end.survived]
    assert found.survival == round(len(survived) / 30, 4)
    assert found.causes == Counter(s.end.cause for s in ends if s.end and not s.end.survived)
    assert found.rounds_mean == pytest.approx(mean(s.round for s in ends), abs=1e-4)
    for role in ends[0].scores:
        assert found.scores[role] == pytest.approx(mean(s.scores[role].score for s in ends), abs=1e-4)
        thrived = mean(s.scores[role].band == "thrived" for s in ends)
        assert found.score_bands[role]["thrived"] == pytest.approx(thrived, abs=1e-4)
    for track in ends[0].tracks:
        assert found.tracks_end[track] == pytest.approx(mean(s.tracks[track] for s in ends), abs=1e-4)
        assert found.tracks_end_survived[track] == pytest.approx(mean(s.tracks[track] for s in survived), abs=1e-4)


def test_the_figures_of_deals_and_cards_are_what_the_events_say() -> None:
    setup = plan(everybody="tactical", seats="council=hardliner", games=40, slips=0.3)
    played, found = games(setup), figures(setup)
    answers = [event.answer for event in seen(played, OfferAnswered)]
    assert found.offers == {
        "made": len(seen(played, OfferMade)),
        "accepted": len(seen(played, BargainStruck)) + len(seen(played, PactSigned)),
        "refused": answers.count("refused"),
        "countered": answers.count("countered"),
    }
    ended = [e.outcome for e in seen(played, PromiseEnded) if e.kind in ("pledge", "bargain", "debt", "spare")]
    assert found.promises == {outcome: ended.count(outcome) for outcome in ("kept", "broken", "void")}
    assert all(found.promises.values()) and found.offers["accepted"] and found.offers["refused"]
    assert found.imposed_per_game == len(seen(played, Imposed)) / 40


def test_the_shares_of_met_cards_are_counted_round_by_round() -> None:
    setup = plan(everybody="tactical", seats="council=hardliner", games=60, slips=0.3, preset="gentle")
    met: dict[int, list[bool]] = {n: [] for n in range(1, 8)}
    together: dict[int, list[bool]] = {0: [], 1: [], 2: []}
    for each in games(setup):
        cards = [e for e in each.events if isinstance(e, CardMet | CardMissed)]
        for round, event in enumerate(cards, 1):
            met[round].append(isinstance(event, CardMet))
            if isinstance(event, CardMet) and each.state.end and each.state.end.survived:
                together[0 if round <= 2 else 1 if round <= 5 else 2].append(event.imposed_by is None)
    found = figures(setup)
    assert found.met_share_by_round == [pytest.approx(mean(of), abs=1e-4) for of in met.values()]
    assert found.joint_met_share_by_third == [pytest.approx(mean(of), abs=1e-4) for of in together.values()]
    assert min(each for each in found.joint_met_share_by_third if each is not None) < 1


def test_a_coalitions_figures_are_the_means_of_the_rules_own() -> None:
    setup = plan(everybody="tactical", games=20)
    ends = [each.state for each in games(setup)]
    pairs = [c for end in ends for c in coalitions(end) if set(c.members) == {"pct", "council"} and not c.pact]
    found = figures(setup).coalitions["council+pct"]
    assert found.survival_index == pytest.approx(mean(c.index for c in pairs), abs=1e-4)
    assert found.life == pytest.approx(mean(c.lived / c.scheduled for c in pairs), abs=1e-4)


def test_shares_are_fractions_that_add_up() -> None:
    found = figures(plan())
    assert 0 <= found.survival_low <= found.survival <= found.survival_high <= 1
    assert sum(found.causes.values()) == round((1 - found.survival) * found.games)
    assert sum(found.best_share.values()) == pytest.approx(1, abs=1e-3)
    for bands in found.score_bands.values():
        assert sum(bands.values()) == pytest.approx(1, abs=1e-3)
    for coalition in found.coalitions.values():
        assert 0 <= coalition.life <= 1 and 0 <= coalition.survival_index <= 100


def test_coalitions_are_all_pairs_and_more_of_the_locals_in_alphabetical_order() -> None:
    assert list(figures(plan(games=2)).coalitions) == [
        "charity+council", "charity+pct", "council+pct", "charity+council+pct",
    ]


def test_a_length_without_pars_measures_the_roles_by_their_own_means() -> None:
    found = figures(plan(rounds=3))
    assert found.pars == {} and found.score_bands == {}
    assert sum(found.best_share.values()) == pytest.approx(1, abs=1e-3)
    assert len(found.met_share_by_round) == 3


def test_a_mean_of_nobody_is_none() -> None:
    found = figures(plan(everybody="hardliner", games=5))
    assert found.survival == 0
    assert set(found.tracks_end_survived.values()) == {None}
    assert found.joint_met_share_by_third == [None, None, None]


@pytest.mark.parametrize(
    "hits, of, low, high", [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962)]
)
def test_the_interval_is_wilsons(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == (low, high)


def test_the_best_is_who_lies_furthest_above_its_par_and_ties_are_shared() -> None:
    scores = [{"a": 60, "b": 55}, {"a": 50, "b": 40}, {"a": 80, "b": 60}]
    assert best_share(scores, {"a": 70, "b": 60}) == {"a": 0.5, "b": 0.5}
    assert best_share(scores, {"a": 70, "b": 50}) == {"a": 0.1667, "b": 0.8333}


def test_without_pars_the_best_is_who_lies_furthest_above_its_own_mean() -> None:
    assert best_share([{"a": 90, "b": 10}, {"a": 90, "b": 10}, {"a": 90, "b": 40}], {}) == {"a": 0.6667, "b": 0.3333}


def test_the_thirds_of_seven_rounds_are_two_three_and_two() -> None:
    assert [third(n, 7) for n in range(1, 8)] == [0, 0, 1, 1, 1, 2, 2]
    assert [third(n, 6) for n in range(1, 7)] == [0, 0, 1, 1, 2, 2]


def test_a_pact_that_two_break_is_one_broken_pact() -> None:
    setup = plan(everybody="idealist", seats="council=hardliner,pct=hardliner", games=30, slips=0.5)
    played = games(setup)
    counted = sum(tally([each]).counts["pact", "broken"] for each in played)
    ended = [seen([each], PromiseEnded) for each in played]
    broken = [[e.offer for e in each if e.kind in ("pact", "open") and e.outcome == "broken"] for each in ended]
    assert counted == sum(len(set(each)) for each in broken)
    assert counted < sum(len(each) for each in broken)


# Made to play in some way


def test_without_offers_tacticals_neither_pledge_nor_bargain_nor_tell() -> None:
    silent, free = (games(plan(everybody="tactical", games=15, offers=offers)) for offers in (False, True))
    for played, deals in ((silent, False), (free, True)):
        assert bool(seen(played, Pledged)) is deals
        assert any(event.tells is not None for event in seen(played, Said)) is deals
        assert any(event.kind == "bargain" for event in seen(played, OfferMade)) is deals


def test_a_policy_that_pledges_where_nobody_may_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(POLICIES, "talker", lambda sight: Move(Pledge(3)))
    with pytest.raises(BadBot, match="talker as pct .*--no-offers"):
        play(plan(everybody="talker", offers=False), 0)


def opened(plan: Plan) -> Iterator[tuple[str, Any]]:
    """Every sheet as it was opened at the reveal, by role."""
    for each in games(plan):
        for event in each.events:
            if type(event) is SheetsOpened:
                yield from event.sheets.items()


@pytest.mark.parametrize("policy", ["tactical", "idealist", "random"])
@pytest.mark.parametrize("focus", FORCES["focus"])
def test_a_forced_focus_is_on_every_sheet_of_those_at_the_table(policy: str, focus: str) -> None:
    first_rounds = plan(everybody=policy, games=40, rounds=1, slips=0.5, force=[f"focus={focus}"])
    locals_ = [sheet for role, sheet in opened(first_rounds) if DECK.role_by_id[role].seated]
    assert len(locals_) == 120 and {sheet.focus for sheet in locals_} == {focus}


@pytest.mark.parametrize("policy", ["tactical", "random"])
@pytest.mark.parametrize("naming, namers", [("never", 0), ("one", 1), ("always", 3)])
def test_forced_naming_is_by_nobody_by_one_a_round_or_by_all(policy: str, naming: str, namers: int) -> None:
    setup = plan(everybody=policy, games=40, rounds=1, slips=0.0, force=[f"naming={naming}"])
    spoken = Counter(sheet.voice.kind for _, sheet in opened(setup))
    assert spoken["name"] == 40 * namers


def test_one_naming_a_round_goes_round_the_table() -> None:
    setup = plan(everybody="tactical", games=1, slips=0.0, force=["naming=one"])
    namers = [event.role for event in seen([play(setup, 0)], Named)]
    assert namers[:3] == list(play(setup, 0).state.cast.seated)


@pytest.mark.parametrize("policy", ["tactical", "idealist", "random"])
@pytest.mark.parametrize("attendance", [0, 1, 2])
def test_forced_attendance_holds_the_users_role_and_nobody_else(policy: str, attendance: int) -> None:
    setup = plan(everybody=policy, games=40, rounds=1, slips=0.5, force=[f"attendance={attendance}"])
    sheets = list(opened(setup))
    users = [sheet.table for role, sheet in sheets if DECK.role_by_id[role].speaks_for_users]
    # The meeting gets what the option leaves: now and then less than was asked for, never more.
    assert set(users) <= set(range(attendance + 1)) and users.count(attendance) > 20
    others = {sheet.table for role, sheet in sheets if DECK.role_by_id[role].statutory}
    assert len(others) > 1


def test_measured_and_mix_leave_everything_to_the_bots() -> None:
    assert plan(force=["naming=measured", "attendance=mix"]).habits == plan().habits


# Slips


def laid(plan: Plan) -> list[Sheet]:
    """The last sheet that each seat laid in round 1 of every game."""
    found = []
    for each in games(plan):
        sheets = {event.role: event.sheet for event in each.events if type(event) is SheetLaid}
        found += [sheets[role] for role in each.state.roles]
    return found


def slipped(meant: Sheet, played: Sheet) -> list[str]:
    return [dial for dial in Sheet.__struct_fields__ if getattr(meant, dial) != getattr(played, dial)]


@pytest.mark.parametrize("policy", ["share", "idealist", "tactical"])
def test_a_slip_changes_one_dial_at_the_stated_rate(policy: str) -> None:
    meant, played = (
        laid(plan(everybody=policy, games=300, rounds=1, slips=rate, seed=5)) for rate in (0.0, 0.15)
    )
    changed = [dials for a, b in zip(meant, played, strict=True) if (dials := slipped(a, b))]
    assert {len(dials) for dials in changed} == {1}
    # 1200 sheets: four standard deviations are 0.041.
    assert len(changed) / len(meant) == pytest.approx(0.15, abs=0.041)
    assert {dial for dials in changed for dial in dials} >= {"option", "table", "focus", "voice", "instrument"}


def test_with_slips_always_every_sheet_has_one_wrong_dial_and_is_still_taken() -> None:
    meant, played = (laid(plan(everybody="share", games=50, rounds=1, slips=rate)) for rate in (0.0, 1.0))
    assert {len(slipped(a, b)) for a, b in zip(meant, played, strict=True)} == {1}


# Bots that fail


def lay_default(sight: Sight) -> Move | None:
    return None if sight.own.sheet else Move(Commit(sight.default))


def test_a_move_that_the_rules_refuse_is_reported_with_game_round_and_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(POLICIES, "mad", lambda sight: Move(Commit(Sheet(option="no such option"))))
    with pytest.raises(BadBot, match=r"mad as pct .*unknown_option.*Game 9:0, round 1.*no such option"):
        play(plan(everybody="mad", seed=9), 0)


def test_a_fault_in_a_worker_reaches_whoever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    # Worker processes are forked here, so that they see the same policies as this one.
    monkeypatch.setitem(POLICIES, "mad", lambda sight: Move(Commit(Sheet(option="no such option"))))
    with pytest.raises(BadBot, match="mad"):
        play_all(plan(everybody="mad"), 2)


def test_who_does_nothing_plays_the_default_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(POLICIES, "asleep", lambda sight: None)
    monkeypatch.setitem(POLICIES, "default", lay_default)
    asleep, default = (play(plan(everybody=policy, slips=0.0), 0) for policy in ("asleep", "default"))
    assert [e.sheets for e in seen([asleep], SheetsOpened)] == [e.sheets for e in seen([default], SheetsOpened)]
    assert len(seen([asleep], SheetsOpened)) == asleep.state.round


def test_who_talks_without_end_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(POLICIES, "chatterbox", lambda sight: Move(Say()) if sight.may("say") else None)
    monkeypatch.setitem(POLICIES, "default", lay_default)
    seats = "pct=chatterbox,council=default,charity=default"
    played = play(plan(everybody=None, seats=seats, rounds=2), 0)
    assert played.state.phase == "end"
    assert 2 * 40 >= len(seen([played], Said)) >= 40
    assert len(seen([played], Committed)) == 3 * played.state.round


# Plans


@pytest.mark.parametrize(
    "wishes, says",
    [
        ({"everybody": "wizard"}, ["--all wizard", "tactical"]),
        ({"seats": "mayor=tactical"}, ["mayor", "council"]),
        ({"seats": "council=wizard"}, ["wizard", "tactical"]),
        ({"seats": "council"}, ["council", "name=value"]),
        ({"seats": "pct=tactical,pct=idealist"}, ["pct", "twice"]),
        ({"everybody": None, "seats": "council=tactical,government=tactical"}, ["at least two", "charity"]),
        ({"games": 0}, ["--games 0", "at least 1"]),
        ({"rounds": 13}, ["--rounds 13", "1 to 12"]),
        ({"rounds": 0}, ["--rounds 0", "1 to 12"]),
        ({"slips": 1.5}, ["--slips 1.5", "0 to 1"]),
        ({"slips": float("nan")}, ["--slips nan", "0 to 1"]),
        ({"preset": "easy"}, ["easy", "gentle, standard, hard"]),
        ({"force": ["naming=sometimes"]}, ["sometimes", "measured"]),
        ({"force": ["weather=calm"]}, ["weather", "naming, focus, attendance"]),
        ({"force": ["naming=never", "naming=one"]}, ["naming", "twice"]),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_what_would_do(wishes: dict[str, Any], says: list[str]) -> None:
    with pytest.raises(BadPlan) as refused:
        plan(**wishes)
    assert [word for word in says if word not in str(refused.value)] == []


def test_where_nobody_says_who_plays_all_are_tacticals() -> None:
    assert set(plan(everybody=None).seats.values()) == {"tactical"}


def test_seats_go_before_all_and_who_is_named_by_neither_stays_out() -> None:
    assert plan(everybody="tactical", seats="council=idealist").seats == {
        "pct": "tactical", "council": "idealist", "charity": "tactical", "government": "tactical",
    }
    assert plan(everybody=None, seats="council=idealist, pct=idealist").seats == {
        "pct": "idealist", "council": "idealist", "charity": "none", "government": "none",
    }


def test_the_report_survives_json() -> None:
    found = figures(plan(games=3))
    assert msgspec.json.decode(msgspec.json.encode(found), type=Report) == found


def test_every_event_that_the_tally_counts_is_an_event_of_the_rules() -> None:
    from scenarios.simulation.tally import _SEE, _WATCHED

    assert len(_SEE) == len(_WATCHED) and set(_SEE) <= set(get_args(Event))
