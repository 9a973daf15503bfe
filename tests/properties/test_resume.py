"""Whoever comes back sees what they would have seen by staying: every seat, after any commands, also after a rewind.

A journal's rows are folded from their bytes, and every screen is put together from frames, as a server and its clients
do it.
"""

from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game_rules import NewGame, Origin, fold, view
from game_rules import events as e
from server.hub import sight
from server.hub.history import History, Moment
from server.hub.protocol import Skip, Update
from server.journal import Row as JournalRow
from tests.properties.crowd import crowds, play, play_on
from tests.properties.games import SHIPPED, Row, Setup
from tests.properties.served import GAME, frames, journal, live, seats_and_screens

EVENTS: msgspec.json.Decoder[Any] = msgspec.json.Decoder(tuple[e.Event, ...])
COMMANDS: msgspec.json.Decoder[Any] = msgspec.json.Decoder(NewGame)


def merged(sent: list[str]) -> list[bytes]:
    """What a client has on its screen after each frame: the first view, and every update's fields put over it."""
    shown = msgspec.json.decode(sent[0], type=dict[str, msgspec.Raw])
    screens = [msgspec.json.encode(shown)]
    for frame in sent[1:]:
        changes = msgspec.json.decode(frame, type=dict[str, msgspec.Raw]).get("changes", msgspec.Raw(b"{}"))
        shown |= msgspec.json.decode(changes, type=dict[str, msgspec.Raw])
        screens.append(msgspec.json.encode(shown))
    return screens


def fresh(read: History, viewer: str, seq: int) -> bytes:
    """The view that somebody gets who comes when `seq` rows are written and the game has been read back."""
    return msgspec.json.encode(view(read.moments[seq - 1].state, viewer))


def out_of_step(rows: list[Row], read: History, viewer: str, after: int, seqs: list[int]) -> list[int]:
    """Of these seqs, those at which a screen that was welcomed after the row `after` differs from a fresh one."""
    screens = merged(frames(live(rows), viewer, after))
    return [seq for seq in seqs if screens[seq - after] != fresh(read, viewer, seq)]


def check_screens(rows: list[Row], read: History, chance: Random) -> None:
    """Every viewer, from the beginning and from somewhere in between."""
    last = len(rows)
    for viewer in seats_and_screens(rows[-1].after):
        after = chance.choice((1, chance.randint(1, last)))
        seqs = [last, *(chance.randint(after, last) for _ in range(6))]
        assert out_of_step(rows, read, viewer, after, seqs) == [], viewer


@settings(max_examples=20)
@given(crowds(), st.integers(0, 10**6))
def test_every_screen_made_of_updates_is_a_fresh_one_byte_for_byte(setup: Setup, seed: int) -> None:
    rows = list(play(setup))
    check_screens(rows, History(journal(rows)), Random(seed))


@settings(max_examples=20)
@given(crowds())
def test_rows_read_from_a_journal_fold_to_the_state_that_was_live_after_each_of_them(setup: Setup) -> None:
    rows = list(play(setup))
    read = History(journal(rows))
    for moment, row in zip(read.moments, rows, strict=True):
        assert moment.state == row.after
        assert msgspec.json.encode(moment.events) == msgspec.json.encode(row.events)
    assert msgspec.json.encode(read.state) == msgspec.json.encode(rows[-1].after)


@settings(max_examples=15)
@given(crowds(), st.integers(0, 10**6))
def test_a_game_that_went_back_is_at_every_row_the_game_that_it_was_and_then_one_of_its_own(
    setup: Setup, seed: int
) -> None:
    chance = Random(seed)
    rows = list(play(setup))
    back = chance.choice([seq for seq, row in enumerate(rows, start=1) if row.after.end is None])
    again = rows[:back] + list(play_on(rows[back - 1].after, f"{setup.seed} again"))
    written = from_a_branch(journal(again), back)
    assert History(written[:back]).state == rows[back - 1].after
    assert History(written).state == again[-1].after
    check_screens(again, History(written), chance)


def from_a_branch(written: list[JournalRow], back: int) -> list[JournalRow]:
    """The rows as a branch holds them: its header says where it comes from."""
    header = replace(COMMANDS.decode(written[0].command), forked_from=Origin(GAME, back))
    return [replace(written[0], command=msgspec.json.encode(header)), *written[1:]]


@settings(max_examples=15)
@given(crowds(), st.integers(0, 10**6))
def test_who_comes_back_is_told_the_entries_that_it_would_have_got_by_staying(setup: Setup, seed: int) -> None:
    rows = list(play(setup))
    after = Random(seed).randint(1, len(rows))
    for viewer in seats_and_screens(rows[-1].after):
        back = msgspec.json.encode(sight.welcome("a table", GAME, History(journal(rows)), viewer, after))
        sent = [msgspec.json.decode(frame) for frame in frames(live(rows), viewer, after)[1:]]
        told = [frame["entry"] for frame in sent if frame["type"] == "update" and frame["entry"]["events"]]
        assert msgspec.json.decode(back)["missed"] == told[-500:]


HELD = {"pct": "open", "council": "open", "charity": "tactical", "government": "open"}
KNOWN = Setup(SHIPPED, HELD, "c", 3, "standard", True)


@pytest.mark.parametrize("field", ["told", "offers", "closed", "legal", "roles", "me", "pairs", "waiting_for"])
def test_a_server_that_forgets_to_send_one_field_is_caught(field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sight.update

    def forgetting(history: History, moment: Moment, viewer: str, *shown: sight.Fields) -> Update | Skip:
        sent = whole(history, moment, viewer, *shown)
        if isinstance(sent, Skip):
            return sent
        return replace(sent, changes={name: value for name, value in sent.changes.items() if name != field})

    rows = list(play(KNOWN))
    monkeypatch.setattr(sight, "update", forgetting)
    assert out_of_step(rows, live(rows), "pct", 1, list(range(1, len(rows) + 1)))


@pytest.mark.parametrize("kind", [
    e.Said, e.OfferMade, e.OfferAnswered, e.BargainStruck, e.PromiseEnded, e.Drawn, e.Paused, e.SheetLaid,
    e.BackingDrawn,
])
def test_a_fold_that_loses_one_kind_of_event_is_caught(kind: type) -> None:
    state, lost = None, False
    for row in play(KNOWN):
        events = EVENTS.decode(msgspec.json.encode(row.events))
        lost = lost or fold(state, events) != fold(state, [each for each in events if not isinstance(each, kind)])
        state = fold(state, events)
        assert state == row.after
    assert lost
