"""Fold, encode, decide: the journal is the game; roles are data; another process gives the same bytes."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from game_rules import Command, Deck, Event, content_hash, decide, fold, new_game
from tests.properties.games import SHIPPED, Setup, play, setups, taken, whole
from tests.properties.made_up import decks

ROOT = Path(__file__).parents[2]
EVENTS = msgspec.json.Decoder(tuple[Event, ...])
COMMANDS: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Command)


@given(setups(people=True))
def test_folding_a_journal_read_from_json_gives_the_state_that_was_played(setup: Setup) -> None:
    state = None
    for row in play(setup):
        state = fold(state, EVENTS.decode(msgspec.json.encode(row.events)))
        assert state == row.after
    assert msgspec.json.encode(state) == msgspec.json.encode(whole(setup)[-1].after)


@given(setups())
def test_the_same_seed_and_the_same_commands_read_from_json_give_the_same_bytes(setup: Setup) -> None:
    state = None
    for n, row in enumerate(play(setup)):
        command = COMMANDS.decode(msgspec.json.encode(row.command))
        again = decide(state, row.actor, command, 1_000 * (n - 1)) if state else new_game(setup.deck, command, 0)
        assert msgspec.json.encode(again) == msgspec.json.encode(row.events)
        state = row.after


@settings(max_examples=10)
@given(setups())
def test_another_seed_gives_another_game(setup: Setup) -> None:
    other = replace_seed(setup)
    one, two = ([row.events[1:] for row in play(each)] for each in (setup, other))
    assert one != two


def replace_seed(setup: Setup) -> Setup:
    return Setup(setup.deck, setup.seats, f"not {setup.seed}", 5, setup.preset)


def renamed(value: object, names: dict[str, str]) -> Any:
    """Plain data with every role id exchanged: alone, in a pair, before a dot, and as a key."""
    if isinstance(value, dict):
        return {renamed(key, names): renamed(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [renamed(each, names) for each in value]
    if not isinstance(value, str):
        return value
    head, dot, tail = value.partition(".")
    return "+".join(names.get(part, part) for part in head.split("+")) + dot + tail


def plain(value: object) -> Any:
    """Dicts, lists and scalars, as JSON knows them."""
    return msgspec.json.decode(msgspec.json.encode(value))


def of_other_names(deck: Deck, names: dict[str, str]) -> Deck:
    """The same deck with other role ids, its roles listed the other way round."""
    other = msgspec.convert(renamed(plain(deck), names), Deck)
    return replace(other, roles=other.roles[::-1])


@settings(max_examples=25)
@given(setups(of=decks(2, 8)))
def test_13_3_roles_renamed_and_reordered_give_the_same_game(setup: Setup) -> None:
    ids = [role.id for role in setup.deck.roles]
    names = {role: f"z{n}" for n, role in enumerate(ids)}
    back = {other: role for role, other in names.items()}
    assert_same_game(setup, names, back)


@pytest.mark.parametrize("seed", ["one", "two", "three"])
def test_13_3_the_shipped_roles_renamed_and_reordered_give_the_same_game(seed: str) -> None:
    names = {"pct": "trust_board", "council": "aaa", "charity": "zq", "government": "bb"}
    seats = dict.fromkeys(names, "random")
    assert_same_game(Setup(SHIPPED, seats, seed, 7), names, {other: role for role, other in names.items()})


def assert_same_game(setup: Setup, names: dict[str, str], back: dict[str, str]) -> None:
    deck = of_other_names(setup.deck, names)
    seats = {names[role]: seat for role, seat in setup.seats.items()}
    other = Setup(deck, seats, setup.seed, setup.rounds, setup.preset)
    assert content_hash(deck) != content_hash(setup.deck)
    state = None
    for n, row in enumerate(play(setup)):
        if state is None:
            opening = new_game(deck, other.command(), 0)
            events: Any = opening
            state = fold(None, events)
            assert renamed(plain(events[1:]), back) == plain(row.events[1:])
            continue
        command = msgspec.convert(renamed(plain(row.command), names), Command)
        mirrored = taken(state, names.get(row.actor, row.actor), command, 1_000 * (n - 1))
        assert renamed(plain(mirrored.events), back) == plain(row.events)
        state = mirrored.after


WHOLE_GAMES = """
import sys
import msgspec
from tests.properties.games import SHIPPED, Setup, play
for seed in ("one", "two"):
    setup = Setup(SHIPPED, dict.fromkeys(("pct", "council", "charity", "government"), "random"), seed, 6)
    for row in play(setup):
        sys.stdout.buffer.write(msgspec.json.encode(row.events) + b"\\n")
"""


def bytes_in(**environment: str) -> bytes:
    """Two whole games played in a process of their own."""
    done = subprocess.run(
        [sys.executable, "-c", WHOLE_GAMES], cwd=ROOT, capture_output=True, check=True,
        env={**os.environ, **environment},
    )
    return done.stdout


def test_another_process_hash_seed_time_zone_and_locale_give_the_same_bytes() -> None:
    here = bytes_in(PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    assert here.count(b"\n") > 30
    assert bytes_in(PYTHONHASHSEED="1", TZ="Asia/Kathmandu", LC_ALL="tr_TR.UTF-8") == here
    assert bytes_in(PYTHONHASHSEED="4242", TZ="America/St_Johns", LC_ALL="C.UTF-8", PYTHONOPTIMIZE="1") == here
