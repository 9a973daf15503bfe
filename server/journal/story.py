"""An exported journal as sentences, for people who read rather than play."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from game_rules import Event, State, fold, see
from server.journal.export import Line
from server.journal.replay import lines_of
from server.sentences import name_of, tell

_lines = msgspec.json.Decoder(Line)
_events = msgspec.json.Decoder(tuple[Event, ...])


def story(path: Path) -> Iterator[str]:
    """Every event that has a sentence, in order: `seq: sentence`, or `seq, to whom: sentence` for what is private.

    The file must have been compared before.
    """
    state: State | None = None
    for text in lines_of(path):
        line = _lines.decode(text)
        events = _events.decode(line.events)
        state = fold(state, events)
        for event in events:
            sentence = _sentence(state, event)
            if sentence:
                yield f"{line.seq}{_readers(state, event)}: {sentence}"


def _readers(state: State, event: Event) -> str:
    if see(state, "table", event) is not None:
        return ""
    readers = [name_of(state.deck, role) for role in state.roles if see(state, role, event) is not None]
    return f", to {' and '.join(readers)}" if readers else ""


def _sentence(state: State, event: Event) -> str | None:
    try:
        return tell(state.deck, event)
    except LookupError:  # the count of draws is nothing to tell
        return None
