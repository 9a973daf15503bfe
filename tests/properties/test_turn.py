"""A turn copies no more of the state than its events change: nobody's state changes under their hands."""

from collections.abc import Iterable

import msgspec
import pytest
from hypothesis import given, settings

from game_rules import ENGINE, NewGame, Pledge, Refusal, Running, State, content_hash, evolve, fold, new_game
from game_rules import events as e
from game_rules.engine import open_game
from tests.properties import games, playing
from tests.properties.games import SHIPPED, Row, Setup, setups
from tests.properties.playing import Asked, Table, everybody, tables


def written(state: State) -> bytes:
    """Everything that moves in a game, byte by byte."""
    return msgspec.json.encode(msgspec.structs.replace(state, deck=SHIPPED))


def faults(opened: State, rows: Iterable[Asked | Row]) -> list[str]:
    """Where a decision changed the state it was made from, or gave another one than its events do.

    The rows' events are folded apart from the play, so that what a turn did to a state of the play shows.
    """
    found, apart = [], opened
    for row in rows:
        assert row.before is not None
        if written(row.before) != written(apart):
            found.append(f"{row.events[0]} changed the state before it")
        apart = fold(apart, row.events)
        if row.after != apart:
            found.append(f"{row.events[0]} gives another state than its events")
    return found


@settings(max_examples=30)
@given(tables())
def test_a_move_leaves_the_state_before_it_alone_and_gives_what_its_events_fold_to(table: Table) -> None:
    assert faults(table.opened(), playing.play(table)) == []


@settings(max_examples=30)
@given(setups(people=True))
def test_so_does_every_command_where_people_play(setup: Setup) -> None:
    first, *rows = games.play(setup)
    assert faults(fold(None, first.events), rows) == []


def in_place(rows: Iterable[Asked], opened: State) -> list[str]:
    """Where a game that runs in place parts from one whose every state is another, or takes anything from a refusal."""
    running, found = Running(opened), []
    for row in rows:
        before = written(running.state)
        refused = running.step("nobody", Pledge(1), 0)
        if not isinstance(refused, Refusal) or written(running.state) != before:
            found.append(f"a refusal before {row.events[:1]} changed something")
        done = running.step(row.sight.role, row.move.command, 0)
        if done != row.events or written(running.state) != written(row.after):
            found.append(f"{row.events[:1]} came out otherwise")
    return found


@settings(max_examples=30)
@given(tables())
def test_a_game_that_runs_in_place_comes_out_the_same(table: Table) -> None:
    assert in_place(playing.play(table), table.opened()) == []


def test_a_game_opened_in_one_go_is_the_fold_of_its_events() -> None:
    command = NewGame(
        deck=SHIPPED.id, deck_hash=content_hash(SHIPPED), engine=ENGINE, preset="standard", rounds=3, timers=False,
        seats=dict.fromkeys(playing.ROLES, "tactical"), seed="one go",
    )
    opening = open_game(SHIPPED, command, 0)
    assert not isinstance(opening, Refusal)
    assert opening[0] == new_game(SHIPPED, command, 0)
    assert opening[1] == fold(None, opening[0])


@pytest.mark.parametrize("kind", [e.SheetLaid, e.Pledged, e.Announced])
def test_a_turn_that_copies_too_little_is_found(kind: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evolve, "OF_ONE_ROLE", evolve.OF_ONE_ROLE - {kind})
    monkeypatch.setattr(evolve, "OF_THE_STATE_ALONE", evolve.OF_THE_STATE_ALONE | {kind})
    table = everybody("tactical", "too little", rounds=3)
    assert faults(table.opened(), playing.play(table))
