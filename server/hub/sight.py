"""What a viewer is sent of a game: everything here has passed `game_rules.see` or `game_rules.view` (law 4)."""

from typing import Final

import msgspec

from game_rules import View, see, view
from server.hub.history import History, Moment
from server.hub.protocol import Entry, Skip, Update, Welcome

HOST: Final = "host"
SCREEN: Final = "table"
"""The viewers that are no seats: the host, and the projector."""
MISSED_AT_MOST = 500
Fields = dict[str, bytes]
"""A view, every top-level field as JSON."""
_encoder = msgspec.json.Encoder()


def encode(message: object) -> str:
    """A message as the text of its frame."""
    return _encoder.encode(message).decode()


def fields(moment: Moment, viewer: str) -> Fields:
    shown = view(moment.state, viewer)
    return {name: _encoder.encode(getattr(shown, name)) for name in View.__struct_fields__}


def entry(history: History, moment: Moment, viewer: str) -> Entry | None:
    """The row as this viewer may see it, None when nothing of it is visible."""
    seen = (see(moment.state, viewer, event) for event in moment.events)
    events = tuple(event for event in seen if event is not None)
    if not events:
        return None
    named = {seq for event in events if (seq := getattr(event, "words", 0))}
    words = {str(seq): text for seq in sorted(named) if (text := history.words_at(seq)) is not None}
    return Entry(moment.seq, moment.at, moment.actor, events, words)


def update(history: History, moment: Moment, viewer: str, before: Fields, after: Fields) -> Update | Skip:
    """What to send about a new moment, given the view's fields before and after it."""
    changes = {name: msgspec.Raw(value) for name, value in after.items() if before[name] != value}
    shown = entry(history, moment, viewer)
    if shown is None and not changes:
        return Skip(moment.seq)
    return Update(moment.seq, shown or Entry(moment.seq, moment.at, moment.actor, ()), changes)


def welcome(table: str, game: str, history: History, viewer: str, after: int) -> Welcome:
    """The full view now, and what this viewer missed since `after`, at most the newest 500 entries."""
    missed = [entry(history, moment, viewer) for moment in history.moments[max(after, 0) :]]
    return Welcome(
        table=table,
        game=game,
        seat=viewer,
        seq=history.seq,
        view=view(history.state, viewer),
        missed=tuple(each for each in missed if each is not None)[-MISSED_AT_MOST:],
    )


def again(history: History, viewer: str, after: int, limit: int) -> tuple[View, list[Update | Skip]]:
    """The view as it was after entry `after` (of those that there are), and up to `limit` updates that followed it."""
    begun, *later = history.moments[max(after, 1) - 1 : max(after, 1) + limit] or [history.last]
    told: list[Update | Skip] = []
    before = fields(begun, viewer)
    for moment in later:
        shown = fields(moment, viewer)
        told.append(update(history, moment, viewer, before, shown))
        before = shown
    return view(begun.state, viewer), told


def page(history: History, viewer: str, before: int, limit: int) -> tuple[list[Entry], int]:
    """Up to `limit` visible entries before the seq `before`, oldest first, and the lowest seq looked at."""
    found: list[Entry] = []
    seq = min(before, history.seq + 1)
    while seq > 1 and len(found) < limit:
        seq -= 1
        shown = entry(history, history.moments[seq - 1], viewer)
        if shown is not None:
            found.append(shown)
    return found[::-1], seq
