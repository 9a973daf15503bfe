"""A game in memory: its rows, folded; what a journal holds, ready to be shown."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from game_rules import Event, State, fold
from server.journal import Row

_EVENTS = msgspec.json.Decoder(tuple[Event, ...])


class Moment(Struct, frozen=True):
    """One row and the state that it left behind."""

    seq: int
    at: int
    actor: str
    events: tuple[Event, ...]
    words: str | None
    state: State


class History:
    """The moments of one game, in order and never empty; they only grow."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Fold the rows of a game. Raises `ValueError` when there are none."""
        self.moments: list[Moment] = []
        self._seqs: dict[tuple[str, str], int] = {}
        for row in rows:
            self.add(row)
        if not self.moments:
            raise ValueError("This game has no rows; its journal was lost or never begun.")

    @property
    def last(self) -> Moment:
        return self.moments[-1]

    @property
    def state(self) -> State:
        return self.last.state

    @property
    def seq(self) -> int:
        return len(self.moments)

    def add(self, row: Row, events: tuple[Event, ...] | None = None) -> Moment:
        """Fold one more row, the next by its seq; `events` saves decoding them."""
        if row.seq != self.seq + 1:
            raise ValueError(f"Row {row.seq} does not follow row {self.seq}.")
        events = _EVENTS.decode(row.events) if events is None else events
        before = self.moments[-1].state if self.moments else None
        moment = Moment(row.seq, row.at, row.actor, events, row.words, fold(before, events))
        self.moments.append(moment)
        self._seqs[row.actor, row.command_id] = row.seq
        return moment

    def seq_of(self, actor: str, command_id: str) -> int | None:
        """Where this actor's command is, if it counts already."""
        return self._seqs.get((actor, command_id))

    def words_at(self, seq: int) -> str | None:
        return self.moments[seq - 1].words if 1 <= seq <= self.seq else None
