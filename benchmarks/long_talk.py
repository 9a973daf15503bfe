"""A game whose talk goes on and on: the same few commands, thousands of times, in one round."""

from collections.abc import Iterator

from game_rules import Answer, Can, Command, NewGame, Offer, Pledge, Refusal, Say, State, Tells, fold, new_game, step
from scenarios.simulation import Plan

Move = tuple[str, Command]


def opening(plan: Plan) -> State:
    """The first round's talk, before anybody has said a word."""
    header: NewGame = plan.header("long talk")
    events = new_game(plan.deck, header, 0)
    assert not isinstance(events, Refusal), events
    return fold(None, events)


def moves(state: State, turn: int) -> Iterator[Move]:
    """What one seat says in its turn: a word, numbers, a pledge, and an offer that the next one refuses."""
    seated = state.cast.seated
    role, other = seated[turn % len(seated)], seated[(turn + 1) % len(seated)]
    yield role, Say()
    yield role, Say(tells=Tells(can=(Can(brings=turn % 5, price=turn % 9),)))
    yield role, Pledge(turn % 7)
    yield role, Offer((other,), "bargain", carrier=other, gives="my_turn_next")
    yield other, Answer(state.seq + 4, accept=False)


def talked(state: State, commands: int) -> State:
    """The state that many commands later, a multiple of five."""
    turn = 0
    for _ in range(commands // 5):
        for role, command in moves(state, turn):
            done = step(state, role, command, 0)
            assert not isinstance(done, Refusal), done
            state = done[1]
        turn += 1
    return state
