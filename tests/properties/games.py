"""Whole games by the house's bots, row by row, for properties to look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from game_rules import Command, Deck, Event, NewGame, Refusal, State, content_hash, decide, fold, new_game, view
from game_rules import commands as c
from game_rules.bots import Sight, choose
from game_rules.chance import draw as drawn
from game_rules.engine import ENGINE
from scenarios.library import load_deck
from tests.properties.made_up import decks

SHIPPED = load_deck("local-strategic-partnership")
ANY = st.one_of(decks(2, 2), decks(3, 8), st.just(SHIPPED))
ROWS = 2_000
"""No game here takes as many rows; one that does would never end."""


@dataclass(frozen=True)
class Row:
    """One row of a game and the states on both sides of it; `before` is None in the first."""

    before: State | None
    actor: str
    command: Command
    events: tuple[Event, ...]
    after: State


@dataclass(frozen=True)
class Setup:
    """What a game begins with. Seats held by `open` are people here: they join first and then play like a bot."""

    deck: Deck
    seats: Mapping[str, str]
    seed: str
    rounds: int = 4
    preset: str = "standard"
    timers: bool = False

    def command(self) -> NewGame:
        return NewGame(
            deck=self.deck.id, deck_hash=content_hash(self.deck), engine=ENGINE, seats=dict(self.seats),
            preset=self.preset, rounds=self.rounds, timers=self.timers, seed=self.seed,  # type: ignore[arg-type]
        )


@st.composite
def setups(
    draw: DrawFn, of: st.SearchStrategy[Deck] | None = None, people: bool = False, held: tuple[str, ...] = ()
) -> Setup:
    """A made-up deck or the shipped one, every role held or left out, at least two of them at the table."""
    deck = draw(ANY if of is None else of)
    held = held or (("share", "random", "open") if people else ("share", "random", "random"))
    seats = {role.id: draw(st.sampled_from(held)) for role in deck.roles}
    for role in [role.id for role in deck.roles if role.seated][2:] + [r.id for r in deck.roles if not r.seated]:
        if draw(st.integers(0, 3)) == 0:
            seats[role] = "none"
    preset = draw(st.sampled_from(("gentle", "standard", "hard")))
    return Setup(deck, seats, str(draw(st.integers(0, 10**6))), draw(st.integers(1, 5)), preset, people)


def play(setup: Setup) -> Iterator[Row]:
    """The whole game, row by row."""
    opening = new_game(setup.deck, setup.command(), 0)
    assert not isinstance(opening, Refusal), opening
    state = fold(None, opening)
    yield Row(None, "host", setup.command(), opening, state)
    for n in range(ROWS):
        move = next_move(state, setup.seed, n)
        if move is None:
            assert state.phase == "end"
            return
        row = taken(state, *move, at=1_000 * n)
        state = row.after
        yield row
    raise AssertionError("this game does not end")


def taken(state: State, actor: str, command: Command, at: int = 0) -> Row:
    """The row of a command that must be accepted."""
    events = decide(state, actor, command, at)
    assert not isinstance(events, Refusal), (actor, command, events)
    return Row(state, actor, command, events, fold(state, events))


def next_move(state: State, seed: str, n: int) -> tuple[str, Command] | None:
    """Somebody's next command: joining first, then the bots' (people play at random), then being ready."""
    seats = list(state.roles)
    turn = drawn(f"{seed}:turn", n, len(seats))
    for role in seats[turn:] + seats[:turn]:
        seen = view(state, role)
        if "join" in seen.legal.commands:
            return role, c.Join()
        seat = state.roles[role].seat
        move = choose("random" if seat == "person" else seat, Sight(state, role, f"{seed}:{n}"))
        if move:
            return role, move.command
        if seat == "person" and "ready" in seen.legal.commands:
            return role, c.Ready()
    return _after_a_while(state, seed, n)


def _after_a_while(state: State, seed: str, n: int) -> tuple[str, Command] | None:
    """What a bot does that waited for somebody who says nothing."""
    for role, own in state.roles.items():
        move = choose(own.seat, Sight(state, role, f"{seed}:{n}", quiet=True)) if own.seat != "person" else None
        if move:
            return role, move.command
    return None


def whole(setup: Setup) -> list[Row]:
    return list(play(setup))
