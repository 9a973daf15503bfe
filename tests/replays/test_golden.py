"""13.8: one finished game for every ending folds to the same state for ever; this engine decides its own again."""

from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest
from msgspec.structs import replace

from game_rules import ENGINE, NewGame, decide, new_game
from game_rules import events as e
from tests.replays.journal import GOLDEN, RESTARTED, folded, read, state_hash

PRESETS = get_args(get_type_hints(NewGame)["preset"])
JOURNALS = sorted(GOLDEN.glob("*.jsonl"))
OF_THIS_ENGINE = [path for path in JOURNALS if path.stem.endswith(f"-{ENGINE}")]
BY_NAME = pytest.mark.parametrize("path", JOURNALS, ids=lambda path: path.stem)


def test_every_ending_at_every_preset_has_its_journal_of_this_engine() -> None:
    wanted = {f"{ending}-{preset}-{ENGINE}" for ending in (*get_args(e.Ending), RESTARTED) for preset in PRESETS}
    assert {path.stem for path in OF_THIS_ENGINE} == wanted


def test_the_journals_hold_every_kind_of_deal_and_what_became_of_it() -> None:
    held = {type(event) for path in OF_THIS_ENGINE for row in read(path)[0] for event in row.events}
    assert {e.Said, e.OfferMade, e.OfferAnswered, e.BargainStruck, e.PactSigned, e.DebtOwed, e.PromiseEnded} <= held


@pytest.mark.parametrize("path", sorted(GOLDEN.glob(f"{RESTARTED}-*.jsonl")), ids=lambda path: path.stem)
def test_a_restarted_game_had_collapsed_brings_people_back_and_is_played_out(path: Path) -> None:
    rows = read(path)[0]
    told = [event for row in rows for event in row.events if isinstance(event, e.GameEnded | e.Restarted)]
    assert [type(event) for event in told] == [e.GameEnded, e.Restarted, e.GameEnded]
    (collapse, card, last) = told
    assert isinstance(collapse, e.GameEnded) and not collapse.survived
    assert isinstance(card, e.Restarted) and card.back
    assert isinstance(last, e.GameEnded) and last.cause == "played_out"


@BY_NAME
def test_a_finished_game_folds_to_the_same_state_for_ever(path: Path) -> None:
    rows, closing = read(path)
    last = list(folded(rows))[-1]
    assert last.end is not None and last.end.cause == closing.ending
    assert state_hash(last) == closing.state
    assert [row.seq for row in rows] == list(range(1, last.seq + 1))


@pytest.mark.parametrize("path", OF_THIS_ENGINE, ids=lambda path: path.stem)
def test_this_engine_decides_its_own_games_again_byte_for_byte(path: Path) -> None:
    rows, closing = read(path)
    assert closing.engine == ENGINE
    header, opening = rows[0].events[0], rows[0].command
    assert isinstance(header, e.GameOpened) and isinstance(opening, NewGame)
    state = None
    for row, after in zip(rows, folded(rows), strict=True):
        again = decide(state, row.actor, row.command, row.at) if state else new_game(header.deck, opening, row.at)
        assert msgspec.json.encode(again) == msgspec.json.encode(row.events), f"seq {row.seq}"
        state = after


@BY_NAME
def test_one_altered_number_is_found(path: Path) -> None:
    rows, closing = read(path)
    number, at, event = next(
        (number, at, event) for number, row in enumerate(rows) for at, event in enumerate(row.events)
        if isinstance(event, e.TrackMoved)
    )
    events = list(rows[number].events)
    events[at] = replace(event, delta=event.delta - 1)
    rows[number] = replace(rows[number], events=tuple(events))
    assert state_hash(list(folded(rows))[-1]) != closing.state
