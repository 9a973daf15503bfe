"""13.3: roles are data. Renamed and listed otherwise they play the same game: deals, talk, bots, scores and all."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from game_rules import Command, Event, Refusal, State, coalitions, content_hash, decide, fold, ledger, new_game, view
from game_rules import events as e
from game_rules.bots import POLICIES, Move, Policy, Sight
from tests.properties.crowd import at_row, crowds, play
from tests.properties.games import SHIPPED, Row, Setup
from tests.properties.made_up import decks
from tests.properties.renaming import Names, names_of, of_other_names, plain, renamed, turned

Deciding = Callable[[State, str, Command, int], tuple[Event, ...] | Refusal]
Twin = tuple[Row, Row]
"""A row and the same row under other names."""
NAMES = tuple(POLICIES)
COMMAND: Any = Command
BY_PLACE = ("hue", "label", "name", "letter")
"""What a role is called and the colour of its place in the list: all that may change."""


def twins(setup: Setup, names: Names, deciding: Deciding = decide) -> Iterator[Twin]:
    """The game and its twin, row by row: the same seed, the same commands but for the names."""
    deck = of_other_names(setup.deck, names)
    seats = {names[role]: seat for role, seat in setup.seats.items()}
    other = Setup(deck, seats, setup.seed, setup.rounds, setup.preset, setup.timers)
    assert content_hash(deck) != content_hash(setup.deck)
    here: State | None = None
    there: State | None = None
    for seq, row in enumerate(play(setup), start=1):
        command = other.command() if there is None else msgspec.convert(renamed(plain(row.command), names), COMMAND)
        actor = names.get(row.actor, row.actor)
        mine = _decided(setup, here, row.actor, row.command, seq, deciding)
        its = _decided(other, there, actor, command, seq, deciding)
        one = Row(here, row.actor, row.command, mine, fold(here, mine))
        two = Row(there, actor, command, its, fold(there, its))
        here, there = one.after, two.after
        yield one, two


def _decided(setup: Setup, state: State | None, actor: str, command: Any, seq: int, deciding: Deciding) -> Any:
    events = new_game(setup.deck, command, 0) if state is None else deciding(state, actor, command, at_row(seq))
    assert not isinstance(events, Refusal), (actor, command, events)
    return events


def differs(twin: Twin, back: Names) -> str | None:
    """What is not the same game; None when everything is."""
    one, two = twin
    if renamed(plain(_but_the_deck(two)), back) != plain(_but_the_deck(one)):
        return "events"
    if renamed(plain(coalitions(two.after)), back) != plain(coalitions(one.after)):
        return "coalitions"
    return None


def looks_different(twin: Twin, back: Names) -> str | None:
    """Whose view is not the same."""
    one, two = twin
    for role, other in zip((*one.after.roles, "table", "host"), (*two.after.roles, "table", "host"), strict=True):
        if back.get(other, other) != role:
            return "who comes first"
        if _shown(two.after, other, back) != _shown(one.after, role, {}):
            return f"the view of {role}"
    return None


def _but_the_deck(row: Row) -> list[Event]:
    """In the header the deck stands whole, under its own names."""
    return [event for event in row.events if not isinstance(event, e.GameOpened)]


def _shown(state: State, viewer: str, back: Names) -> Any:
    """The view under the first names; roles in an order of their own."""
    shown = renamed(plain(view(state, viewer)), back)
    roles = sorted(shown.pop("roles"), key=lambda role: str(role["id"]))
    return shown, [{what: value for what, value in role.items() if what not in BY_PLACE} for role in roles]


def check(setup: Setup, names: Names, deciding: Deciding = decide) -> list[str]:
    """Every way in which the twins are not the same; the screens are compared now and then."""
    back, books = turned(names), (list[Event](), list[Event]())
    found = []
    for n, twin in enumerate(twins(setup, names, deciding)):
        found += [what] if (what := differs(twin, back) or n % 8 == 0 and looks_different(twin, back)) else []
        for book, row in zip(books, twin, strict=True):
            book += row.events
    one, two = (plain(ledger(book)) for book in books)
    return found + (["the ledger"] if renamed(two, back) != one else [])


@settings(max_examples=15)
@given(crowds(of=decks(2, 8)))
def test_13_3_roles_renamed_and_reordered_give_the_same_game(setup: Setup) -> None:
    assert check(setup, names_of(setup.deck)) == []


SHIPPED_NAMES = {"pct": "trust_board", "council": "aaa", "charity": "zq", "government": "bb"}
HELD = {"pct": "open", "council": "tactical", "charity": "tactical", "government": "open"}


@pytest.mark.parametrize("seed", ["one", "two", "three", "four"])
def test_13_3_the_shipped_roles_renamed_and_reordered_give_the_same_game(seed: str) -> None:
    setup = Setup(SHIPPED, HELD, seed, 7, "standard" if seed != "four" else "hard", True)
    assert check(setup, SHIPPED_NAMES) == []


def test_what_is_compared_holds_deals_talk_and_a_restart() -> None:
    kinds = set()
    for seed in ("one", "two", "three", "four"):
        setup = Setup(SHIPPED, HELD, seed, 7, "standard" if seed != "four" else "hard", True)
        kinds |= {type(event) for row in play(setup) for event in row.events}
    assert {e.Said, e.BargainStruck, e.PactSigned, e.PromiseEnded, e.DebtOwed, e.Restarted} <= kinds


def test_agendas_are_dealt_by_rank_and_seed_whatever_the_roles_are_called() -> None:
    dealt = set()
    for n in range(40):
        first = next(twins(Setup(SHIPPED, HELD, f"agendas {n}", 7), SHIPPED_NAMES))
        one, two = (event.agendas for row in first for event in row.events if isinstance(event, e.GameOpened))
        assert {SHIPPED_NAMES[role]: agenda for role, agenda in one.items()} == two
        dealt.add(tuple(one.values()))
    assert len(dealt) > 20


def other_choice(policy: Policy, twin: Twin, back: Names, quiet: bool) -> bool:
    """Whether some seat's bot would do something else under its other name."""
    one, two = (row.after for row in twin)
    if one.phase == "gathering":
        return False
    for role, other in zip(one.roles, two.roles, strict=True):
        here, there = (policy(Sight(*seat, "a seed", quiet=quiet)) for seat in ((one, role), (two, other)))
        if plain(_moves(here)) != renamed(plain(_moves(there)), back):
            return True
    return False


def _moves(move: Move | None) -> Any:
    """The command and the line; "pct=2,council=1" in a line as pairs of a name and a number."""
    if move is None or move.line is None:
        return move and [move.command]
    asks = [part.split("=") for part in str(move.line.data.get("asks", "")).split(",")]
    return [move.command, move.line.key, {**move.line.data, "asks": asks}]


@settings(max_examples=12)
@given(crowds())
def test_13_3_bots_choose_the_same_under_other_names(setup: Setup) -> None:
    names = names_of(setup.deck)
    for n, twin in enumerate(twins(setup, names)):
        for name in (NAMES[n % len(NAMES)], "tactical"):
            assert not other_choice(POLICIES[name], twin, turned(names), quiet=n % 2 == 0), (name, n)


def _knows_a_name(state: State, actor: str, command: Command, at: int) -> Any:
    """An engine with a rule of its own for one role."""
    events = decide(state, actor, command, at)
    if isinstance(events, Refusal) or "council" not in state.roles or state.phase != "talk":
        return events
    return (*events, e.NumberMoved("council", "goodwill", 1, "favourite"))


def _goes_by_the_alphabet(state: State, actor: str, command: Command, at: int) -> Any:
    events = decide(state, actor, command, at)
    return events if isinstance(events, Refusal) else (*events, e.WordMoved(min(state.roles), -1, "first in line"))


def _goes_by_the_deck(state: State, actor: str, command: Command, at: int) -> Any:
    events = decide(state, actor, command, at)
    first = next(role.id for role in state.deck.roles if role.id in state.roles)
    return events if isinstance(events, Refusal) else (*events, e.WordMoved(first, -1, "first in line"))


@pytest.mark.parametrize("saboteur", [_knows_a_name, _goes_by_the_alphabet, _goes_by_the_deck])
def test_13_3_an_engine_that_asks_for_a_name_or_a_place_in_the_list_is_caught(saboteur: Deciding) -> None:
    assert "events" in check(Setup(SHIPPED, dict.fromkeys(HELD, "open"), "one", 2), SHIPPED_NAMES, saboteur)


def _likes_a_name(sight: Sight) -> Move | None:
    return POLICIES["tactical"](sight) if sight.role != "council" else POLICIES["share"](sight)


def _bargains_with_the_first_in_the_deck(sight: Sight) -> Move | None:
    first = sight.deck.roles[0].id
    return POLICIES["share"](sight) if sight.role == first else POLICIES["tactical"](sight)


def _throws_dice_by_its_name(sight: Sight) -> Move | None:
    return POLICIES["random"](Sight(sight._state, sight.role, f"{sight.seed}{sight.role}"))


@pytest.mark.parametrize("saboteur", [_likes_a_name, _bargains_with_the_first_in_the_deck, _throws_dice_by_its_name])
def test_13_3_a_bot_that_goes_by_names_is_caught(saboteur: Policy) -> None:
    setup = Setup(SHIPPED, dict.fromkeys(HELD, "tactical"), "one", 2)
    assert any(other_choice(saboteur, twin, turned(SHIPPED_NAMES), True) for twin in twins(setup, SHIPPED_NAMES))
