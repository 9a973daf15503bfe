"""A game as its server keeps and sends it: rows of a journal as bytes, and every frame that a viewer gets."""

from collections.abc import Callable, Iterable

import msgspec

from game_rules import State
from server.hub import sight
from server.hub.history import History
from server.journal import Row as JournalRow
from tests.properties.crowd import at_row
from tests.properties.games import Row

GAME = "a game"


def journal(rows: Iterable[Row], words: Callable[[int, Row], str] = lambda seq, row: f"words of row {seq}") -> (
    list[JournalRow]
):
    """These rows written down, each with words beside it."""
    return [
        JournalRow(
            GAME, seq, at_row(seq), row.actor, str(seq), msgspec.json.encode(row.command),
            msgspec.json.encode(row.events), words(seq, row),
        )
        for seq, row in enumerate(rows, start=1)
    ]


def live(rows: Iterable[Row]) -> History:
    """The same game in the memory of the server that played it: nothing has been read back."""
    kept = list(rows)
    history = History(journal(kept[:1]))
    for row, written in zip(kept[1:], journal(kept)[1:], strict=True):
        history.add(written, row.events)
    return history


def frames(history: History, viewer: str, after: int = 1) -> list[str]:
    """The welcome of a viewer that comes when `after` rows are written, and every frame from then on."""
    shown = sight.fields(history.moments[after - 1], viewer)
    sent = [sight.encode(shown_as_raw(shown))]
    for moment in history.moments[after:]:
        before, shown = shown, sight.fields(moment, viewer)
        sent.append(sight.encode(sight.update(history, moment, viewer, before, shown)))
    return sent


def shown_as_raw(shown: sight.Fields) -> dict[str, msgspec.Raw]:
    return {name: msgspec.Raw(value) for name, value in shown.items()}


def seats_and_screens(state: State) -> tuple[str, ...]:
    return (*state.roles, "table", "host")


