"""How a table moves: seats, phases, timers, what the host may do, and refusals out of turn."""

import pytest
from msgspec.structs import replace

from game_rules import Act, Deck, Event, Refusal, State, legal, new_game, view
from game_rules import commands as c
from game_rules import events as e
from tests.rules import table as t

BOTS = dict.fromkeys(("north", "south", "folk", "crown"), "share")


def joined(timers: bool = False) -> t.Row:
    """All four sit down at once; the last one starts the game."""
    state, events = t.gathering(timers=timers), tuple[Event, ...]()
    for who in ("north", "south", "folk", "crown"):
        row = t.do(state, who, c.Join(), at=1_000)
        state, events = row.state, row.events
    return t.Row(state, events, state)


def test_the_game_begins_when_the_last_open_seat_is_taken() -> None:
    assert t.gathering().phase == "gathering"
    assert [event.phase for event in joined().of(e.PhaseBegan)] == ["brief", "talk"]


def test_the_host_begins_with_a_bot_in_each_open_seat() -> None:
    state = t.do(t.gathering(), "folk", c.Join()).state
    state = t.do(state, "host", c.Begin("random")).state
    assert {who: own.seat for who, own in state.roles.items()} == {
        "north": "random", "south": "random", "folk": "person", "crown": "random",
    }
    assert (state.round, state.phase) == (1, "talk")


def test_a_table_of_bots_begins_with_its_header() -> None:
    assert t.gathering(seats=BOTS).phase == "talk"


def test_14_a_table_without_timers_waits() -> None:
    state = joined().state
    assert (state.phase, state.deadline) == ("talk", None)
    assert t.refused(state, "clock", c.TimeExpired()).code == "no_clock"


def test_phases_follow_brief_talk_commit_reveal_stocktake_when_all_are_ready() -> None:
    state, seen = joined(timers=True).state, list[tuple[int, str]]()
    for _ in range(10):
        if not seen or seen[-1] != (state.round, state.phase):
            seen.append((state.round, state.phase))
        for who in state.roles:
            if state.phase == "commit":
                state = t.do(state, who, c.Commit(legal(state, who).sheet.default)).state  # type: ignore[union-attr]
            elif "ready" in legal(state, who).commands:
                state = t.do(state, who, c.Ready()).state
    assert seen[:6] == [(1, "brief"), (1, "talk"), (1, "commit"), (1, "reveal"), (1, "stocktake"), (2, "brief")]


@pytest.mark.parametrize(("phase", "seconds"), [
    ("brief", 45), ("talk", 180), ("commit", 90), ("reveal", 60), ("stocktake", 45),
])
def test_7_timers_of_a_standard_round(phase: str, seconds: int) -> None:
    state = joined(timers=True).state
    while state.phase != phase:
        assert state.deadline is not None
        state = t.do(state, "clock", c.TimeExpired(), at=state.deadline).state
    began = 1_000 if phase == "brief" else state.deadline - 1_000 * seconds  # type: ignore[operator]
    assert state.deadline == began + 1_000 * seconds
    assert t.refused(state, "clock", c.TimeExpired(), at=state.deadline - 1).code == "too_early"


def test_the_default_sheet_is_laid_when_time_runs_out() -> None:
    state = t.do(joined(timers=True).state, "host", c.MoveOn()).state
    state = t.do(state, "host", c.SkipTalk()).state
    row = t.do(state, "clock", c.TimeExpired(), at=state.deadline or 0)
    assert [event.default for event in row.of(e.Committed)] == [True] * 4
    assert row.state.phase == "reveal"


def test_pausing_stops_clock_and_table_and_resuming_gives_the_clock_what_it_had_left() -> None:
    state = joined(timers=True).state
    assert state.deadline == 46_000
    paused = t.do(state, "host", c.Pause(), at=16_000).state
    assert (paused.deadline, paused.paused_left) == (None, 30_000)
    assert t.refused(paused, "folk", c.Ready()).code == "paused"
    assert t.refused(paused, "host", c.MoveOn()).code == "paused"
    assert t.refused(paused, "clock", c.TimeExpired(), at=99_000).code == "no_clock"
    assert t.do(paused, "folk", c.Say()).events
    assert t.do(paused, "host", c.Resume(), at=100_000).state.deadline == 130_000


def test_resume_is_refused_where_nothing_is_paused() -> None:
    assert t.refused(t.talking(), "host", c.Resume()).code == "not_paused"


def test_extending_adds_seconds_also_while_paused() -> None:
    state = joined(timers=True).state
    assert t.do(state, "host", c.Extend(60)).state.deadline == 106_000
    paused = t.do(state, "host", c.Pause(), at=16_000).state
    assert t.do(paused, "host", c.Extend(60)).state.paused_left == 90_000


@pytest.mark.parametrize("seconds", [0, -5, 601])
def test_extending_by_less_than_1_or_more_than_600_seconds_is_refused(seconds: int) -> None:
    refusal = t.refused(joined(timers=True).state, "host", c.Extend(seconds))
    assert (refusal.code, refusal.allowed) == ("out_of_range", [1, 600])


def test_an_interruption_moves_the_deadline_by_as_much() -> None:
    assert t.do(joined(timers=True).state, "clock", c.Interrupted(5_000)).state.deadline == 51_000


def test_the_host_hands_a_seat_to_a_bot_and_back() -> None:
    state = t.do(t.talking(), "host", c.HandSeat("folk", "share")).state
    assert [role.held_by for role in view(state, "north").roles if role.id == "folk"] == ["bot"]
    assert t.do(state, "host", c.HandSeat("folk", "person")).state.roles["folk"].seat == "person"


@pytest.mark.parametrize(("command", "code"), [
    (c.HandSeat("nobody", "share"), "not_in_play"), (c.HandSeat("folk", "oracle"), "unknown_temperament"),
    (c.HandSeat("folk", "none"), "unknown_temperament"),
])
def test_a_seat_is_handed_only_to_who_there_is(command: c.Command, code: str) -> None:
    refusal = t.refused(t.talking(), "host", command)
    assert refusal.code == code and refusal.allowed


def test_bots_are_always_ready_after_the_reveal() -> None:
    state = t.gathering(seats={**BOTS, "folk": "open"})
    state = t.do(state, "folk", c.Join()).state
    for who in ("north", "south", "crown", "folk"):
        state = t.do(state, who, c.Commit(legal(state, who).sheet.default)).state  # type: ignore[union-attr]
    assert (state.phase, view(state, "table").waiting_for) == ("reveal", ("folk",))
    assert t.do(state, "folk", c.Ready()).state.phase == "stocktake"


def test_nobody_joins_a_seat_that_is_held() -> None:
    assert t.refused(t.talking(), "folk", c.Join()).code == "seat_taken"
    assert t.refused(t.gathering(seats=BOTS), "folk", c.Join()).code == "seat_taken"


def test_nobody_is_ready_twice() -> None:
    state = t.do(t.talking(), "folk", c.Ready()).state
    assert t.refused(state, "folk", c.Ready()).code == "already_ready"


@pytest.mark.parametrize(("actor", "command", "allowed"), [
    ("folk", c.Pause(), ["host"]), ("host", c.Ready(), ["north", "south", "folk", "crown"]),
    ("nobody", c.Ready(), ["north", "south", "folk", "crown"]), ("folk", c.TimeExpired(), ["clock"]),
    ("host", c.Interrupted(5), ["clock"]), ("table", c.Say(), ["north", "south", "folk", "crown"]),
])
def test_a_command_of_somebody_elses_is_refused(actor: str, command: c.Command, allowed: list[str]) -> None:
    refusal = t.refused(t.talking(), actor, command)
    assert (refusal.code, refusal.data, refusal.allowed) == ("wrong_actor", {"actor": actor}, allowed)


def test_a_command_out_of_phase_is_refused_with_those_that_are_allowed() -> None:
    refusal = t.refused(t.committing(), "host", c.SkipTalk())
    assert (refusal.code, refusal.data) == ("wrong_phase", {"command": "skip_talk", "phase": "commit"})
    assert refusal.allowed == list(legal(t.committing(), "host").commands)


def bad_setup(of: Deck, **changes: object) -> Refusal:
    answer = new_game(of, t.setup(of, **changes), 0)  # type: ignore[arg-type]
    assert isinstance(answer, Refusal)
    return answer


@pytest.mark.parametrize(("changes", "said"), [
    ({"seats": {"nobody": "open"}}, {"seats": ["nobody"]}),
    ({"seats": {"folk": "oracle"}}, {"seats": {"folk": "oracle"}}),
    ({"seats": {"folk": "none", "north": "none"}}, {"at_the_table": ["south"]}),
    ({"rounds": 0}, {"rounds": 0}), ({"rounds": 13}, {"rounds": 13}),
])
def test_a_game_of_bad_settings_is_refused_with_what_is_wrong(changes: dict[str, object], said: object) -> None:
    refusal = bad_setup(t.deck(), **changes)
    assert (refusal.code, refusal.data) == ("bad_setup", said)
    assert refusal.allowed


def test_a_game_of_another_deck_than_the_one_named_is_refused() -> None:
    command = t.setup(t.deck())
    answer = new_game(t.deck(t.card(need=9)), command, 0)
    assert isinstance(answer, Refusal) and "deck_hash" in answer.data


def test_a_deck_overrides_constants_of_the_ruleset_by_name() -> None:
    state = t.gathering(t.deck(ruleset={"trust": 6, "sore_a_round": 3}))
    assert (state.tracks["trust"], state.ruleset.sore_a_round) == (6, 3)


@pytest.mark.parametrize(("order", "dealt"), [("fixed", ["K0", "K1", "K2", "K3", "K4", "K5"])])
def test_8_3_a_fixed_order_is_the_decks(order: str, dealt: list[str]) -> None:
    cards = [t.card(id=f"K{n}") for n in range(6)]
    assert list(t.gathering(t.deck(*cards, order=order)).order) == dealt


def test_8_3_acts_are_dealt_one_after_the_other_each_shuffled() -> None:
    cards = [t.card(id=f"K{n}") for n in range(9)]
    acts = (Act(1, ("K0", "K1", "K2")), Act(3, ("K3", "K4", "K5", "K6")), Act(6, ("K7", "K8")))
    orders = {t.gathering(t.deck(*cards, order="acts", acts=acts), seed=f"s{n}").order for n in range(20)}
    assert len(orders) > 5
    for order in orders:
        assert set(order[:2]) < {"K0", "K1", "K2"}
        assert set(order[2:5]) < {"K3", "K4", "K5", "K6"}
        assert set(order[5:]) == {"K7", "K8"}


def test_8_3_a_shuffled_deck_deals_every_card_once_and_differs_by_seed() -> None:
    cards = [t.card(id=f"K{n}") for n in range(9)]
    orders = {t.gathering(t.deck(*cards, order="shuffle"), seed=f"s{n}").order for n in range(20)}
    assert len(orders) == 20
    assert all(sorted(order) == [card.id for card in cards] for order in orders)


def ended(state: State) -> State:
    return t.do(t.stocktake(replace(state, round=7)).state, "host", c.MoveOn()).state


@pytest.mark.parametrize("command", [c.Pause(), c.MoveOn(), c.EndGame(), c.HandSeat("folk", "share"), c.Extend(5)])
def test_when_the_game_is_over_the_host_can_do_nothing(command: c.Command) -> None:
    assert t.refused(ended(t.committing()), "host", command).code == "ended"


def test_when_the_game_is_over_no_command_is_legal() -> None:
    state = ended(t.committing())
    assert {who: legal(state, who).commands for who in (*state.roles, "host", "table")} == dict.fromkeys(
        (*state.roles, "host", "table"), ()
    )


@pytest.mark.parametrize("command", [c.MoveOn(phase="reveal"), c.SkipTalk()])
def test_a_press_that_means_another_phase_ends_none(command: c.Command) -> None:
    stocktake = t.stocktake(t.committing()).state
    assert stocktake.phase == "stocktake"
    assert t.refused(stocktake, "host", command).code == "wrong_phase"


def test_a_second_ready_for_a_phase_that_is_over_is_refused() -> None:
    state = t.reveal(t.committing(seats=dict.fromkeys(("north", "south", "folk", "crown"), "open"))).state
    assert t.refused(state, "north", c.Ready(phase="talk")).code == "wrong_phase"
