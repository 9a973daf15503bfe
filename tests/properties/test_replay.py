"""Fold, encode, decide: the journal is the game; another process gives the same bytes."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given, settings

from game_rules import Command, Event, decide, fold, new_game
from tests.properties.games import Setup, play, setups, whole

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
