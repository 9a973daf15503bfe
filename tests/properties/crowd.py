"""Whole games in which people do whatever a person may: talk to whom they like and in numbers, bargain to and fro.

The host stops the clock now and then, hands seats about, and deals the restart card after a collapse.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any, TypeVar

from hypothesis import strategies as st

from game_rules import Command, Deck, Refusal, Sheet, State, Voice, decide, fold, legal, new_game
from game_rules import commands as c
from game_rules.chance import draw
from game_rules.deals import answerable
from game_rules.view_types import Legal
from tests.properties.games import ROWS, Row, Setup, next_move, setups, taken

T = TypeVar("T")
HELD = ("open", "open", "tactical", "random", "hardliner")
"""Every other seat is a person's; beside them a bot that bargains, one that does anything and one that heats up."""
WHIMS_OF_TEN = 4
OPEN_AT_MOST = 3


def crowds(of: st.SearchStrategy[Deck] | None = None) -> st.SearchStrategy[Setup]:
    """Any deck, people and bots in its seats, with clocks."""
    return setups(of=of, people=True, held=HELD)


class Dice:
    """Throws that follow from a seed, one after the other."""

    def __init__(self, seed: str) -> None:
        self._seed, self._thrown = seed, 0

    def of(self, items: Sequence[T]) -> T:
        self._thrown += 1
        return items[draw(self._seed, self._thrown, len(items))]

    def one_in(self, n: int) -> bool:
        return self.of(range(n)) == 0


def play(setup: Setup) -> Iterator[Row]:
    """The whole game, row by row; after a collapse the restart card and the rest of it."""
    opening = new_game(setup.deck, setup.command(), 0)
    assert not isinstance(opening, Refusal), opening
    state = fold(None, opening)
    yield Row(None, "host", setup.command(), opening, state)
    yield from play_on(state, setup.seed)


def play_on(state: State, seed: str) -> Iterator[Row]:
    """The rest of a game from any of its moments; another seed gives another rest, although the same chance."""
    for n in range(state.seq - 1, ROWS):
        move = _next(state, seed, n)
        if move is None:
            return
        row = taken(state, *move, at=at_row(n + 2))
        state = row.after
        yield row
    raise AssertionError("this game does not end")


def at_row(seq: int) -> int:
    """When the row with this seq is taken, in ms."""
    return 1_000 * (seq - 1)


def _next(state: State, seed: str, n: int) -> tuple[str, Command] | None:
    dice = Dice(f"{seed}:whim:{n}")
    if state.phase == "end":
        return ("host", c.Restart()) if "restart" in legal(state, "host").commands else None
    if dice.of(range(10)) < WHIMS_OF_TEN:
        found = whim(state, dice)
        if found:
            return found
    if state.paused:
        return "host", c.Resume()
    return next_move(state, seed, n)


def whim(state: State, dice: Dice) -> tuple[str, Command] | None:
    """What somebody takes into their head: one of the many things that a person or the host may do now."""
    people = [role for role, own in state.roles.items() if own.seat == "person"]
    people = [role for role in people if answerable(state, role)] or people
    actor = "host" if dice.one_in(6) or not people else dice.of(people)
    found = list(hosted(state, dice) if actor == "host" else wishes(state, actor, dice))
    command = dice.of(found) if found else None
    if command is None or isinstance(decide(state, actor, command, 0), Refusal):
        return None
    return actor, command


def hosted(state: State, dice: Dice) -> Iterator[Command]:
    """What a host does that neither ends a phase nor the game."""
    allowed = legal(state, "host").commands
    yield from (each for word, each in (("pause", c.Pause()), ("extend", c.Extend(60))) if word in allowed)
    if "hand_seat" in allowed and dice.one_in(3):
        role = dice.of(list(state.roles))
        yield c.HandSeat(role, "tactical" if state.roles[role].seat == "person" else "person")


def wishes(state: State, role: str, dice: Dice) -> Iterator[Command]:
    """A command of every kind that this seat may send now, with terms and numbers as they fall."""
    found = legal(state, role)
    makers: dict[str, Callable[[], Iterator[Command]]] = {
        "say": lambda: _said(state, role, found, dice),
        "pledge": lambda: iter([c.Pledge(dice.of(range(found.pledge_max + 1)))]),
        "announce": lambda: _announced(found, dice),
        "offer": lambda: offers(found, dice),
        "answer": lambda: iter([c.Answer(each, each in found.accept and dice.one_in(2)) for each in found.answer]),
        "withdraw": lambda: iter([c.Withdraw(dice.of(found.withdraw))] if dice.one_in(2) else []),
        "commit": lambda: _sheets(found, dice),
        "note": lambda: iter([c.Note()]),
    }
    for word in found.commands:
        if word in makers:
            yield from makers[word]()


def _announced(found: Legal, dice: Dice) -> Iterator[Command]:
    instrument: Any = dice.of((None, *found.instruments))
    yield c.Announce(dice.of((None, 2)), instrument)


def _said(state: State, role: str, found: Legal, dice: Dice) -> Iterator[Command]:
    """To the table, to one role, or to a chosen group of those at the table."""
    seated = [each for each in found.talk if each in state.cast.seated]
    groups: list[tuple[str, ...]] = [() if each == "table" else (each,) for each in found.talk]
    if role in state.cast.seated:
        groups += combinations(seated, 2)
    yield c.Say(dice.of(groups), numbers(state, dice))


def numbers(state: State, dice: Dice) -> c.Tells:
    """Numbers that somebody tells, true or not."""
    pair, role = dice.of(state.cast.pairs), dice.of(list(state.roles))
    return c.Tells(
        can=(c.Can(dice.of(range(13)), dice.of(range(100))),), strain={pair: dice.of(range(20))},
        asks={role: dice.of(range(8))}, names={role: pair} if dice.one_in(2) else {},
    )


def offers(found: Legal, dice: Dice) -> Iterator[Command]:
    """A bargain, a pact, an alliance; many counter an offer that waits, rightly or not. Nobody piles them up."""
    if found.deals is None or len(found.withdraw) >= OPEN_AT_MOST:
        return
    counters = dice.of((None, *found.answer, *found.answer))
    if found.deals.bargains:
        each = dice.of(found.deals.bargains)
        gives = dice.of(each.gives)
        capacity = dice.of(range(1, each.hand_max + 1)) if gives == "hand_over" else 0
        brings = dice.of(range(4, 8))
        yield c.Offer((each.other,), "bargain", each.carrier, brings, gives, capacity, counters)  # type: ignore[arg-type]
    if found.deals.pacts:
        yield c.Offer((dice.of(found.deals.pacts),), "pact", counters=counters)
        yield c.Offer(dice.of(found.deals.alliances), "open", counters=counters)


def _sheets(found: Legal, dice: Dice) -> Iterator[Command]:
    """A sheet with one dial turned; often one that asks somebody back or hands capacity over inside a pact."""
    choices = found.sheet
    assert choices is not None
    quiet = Sheet(dice.of(choices.options))
    yield c.Commit(quiet)
    for invited in choices.invite:
        yield c.Commit(Sheet(choices.default.option, invite=invited))
    for helped in choices.transfer:
        yield c.Commit(Sheet(choices.default.option, transfer=helped))
    if choices.voice.pairs:
        yield c.Commit(Sheet(choices.default.option, voice=Voice("name", pair=dice.of(choices.voice.pairs))))
