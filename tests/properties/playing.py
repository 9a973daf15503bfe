"""Tables at which policies play, asked in turn as the house asks them, and all that was asked of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from game_rules import Command, Deck, Event, NewGame, Refusal, State, content_hash, fold, new_game, step
from game_rules.bots import FREE, POLICIES, Habits, Move, Sight, choose
from game_rules.engine import ENGINE
from tests.properties.games import ANY, ROWS, SHIPPED

ROLES = tuple(role.id for role in SHIPPED.roles)
HABITS = st.builds(
    Habits, offers=st.booleans(), naming=st.sampled_from(("measured", "never", "always", "one")),
    focus=st.none() | st.sampled_from(("cases", "balanced", "corporate")), attendance=st.none() | st.integers(0, 2),
)


@dataclass(frozen=True)
class Table:
    """Who plays what; roles that are not named are not in play."""

    seats: Mapping[str, str]
    seed: str
    deck: Deck = SHIPPED
    rounds: int = 4
    habits: Habits = FREE

    def opened(self) -> State:
        held = {role.id: "share" if role.id in self.seats else "none" for role in self.deck.roles}
        command = NewGame(
            deck=self.deck.id, deck_hash=content_hash(self.deck), engine=ENGINE, seats=held, preset="standard",
            rounds=self.rounds, timers=False, seed=self.seed,
        )
        opening = new_game(self.deck, command, 0)
        assert not isinstance(opening, Refusal), opening
        return fold(None, opening)

    def sight(self, state: State, role: str, quiet: bool = False) -> Sight:
        return Sight(state, role, f"bots:{self.seed}", self.habits, quiet)


@dataclass(frozen=True)
class Asked:
    """A seat was asked and moved: what it saw, what it did and what came of it."""

    before: State
    sight: Sight
    policy: str
    move: Move
    events: tuple[Event, ...]
    after: State


@st.composite
def tables(draw: DrawFn, of: st.SearchStrategy[Deck] | None = None) -> Table:
    """Any deck, any policy in each seat, at least two roles at the table, any habits."""
    deck = draw(ANY if of is None else of)
    roles = [role.id for role in deck.roles if role.seated]
    more = [role for role in roles[2:] + [r.id for r in deck.roles if not r.seated] if draw(st.integers(0, 3))]
    seats = {role: draw(st.sampled_from(list(POLICIES))) for role in (*roles[:2], *more)}
    return Table(seats, str(draw(st.integers(0, 10**6))), deck, draw(st.integers(1, 5)), draw(HABITS))


def everybody(policy: str, seed: str, rounds: int = 7, habits: Habits = FREE) -> Table:
    """The shipped deck with the same policy in all four seats."""
    return Table(dict.fromkeys(ROLES, policy), seed, SHIPPED, rounds, habits)


def play(table: Table) -> Iterator[Asked]:
    """Ask round the table until the game is over; when nobody has anything to say, once more as the last call."""
    state = table.opened()
    for _ in range(ROWS):
        if state.phase == "end":
            return
        for asked in _round_of(table, state):
            state = asked.after
            yield asked
    raise AssertionError("this game does not end")


def _round_of(table: Table, state: State) -> Iterator[Asked]:
    for quiet in (False, True):
        moved = False
        for role in table.seats:
            asked = ask(table, state, role, quiet)
            if asked:
                moved, state = True, asked.after
                yield asked
        if moved:
            return
    raise AssertionError(f"nobody moves in {state.phase}, round {state.round}")


def ask(table: Table, state: State, role: str, quiet: bool = False) -> Asked | None:
    """What the policy in this seat does now; its move must be taken."""
    sight = table.sight(state, role, quiet)
    move = choose(table.seats[role], sight)
    if move is None:
        return None
    events, after = taken(state, role, move.command)
    return Asked(state, sight, table.seats[role], move, events, after)


def taken(state: State, role: str, command: Command) -> tuple[tuple[Event, ...], State]:
    """What this command makes happen. Fails if it is refused."""
    done = step(state, role, command, 0)
    assert not isinstance(done, Refusal), (role, command, done)
    return done
