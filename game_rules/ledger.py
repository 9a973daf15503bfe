"""The ledger of a game's promises: each with its terms and wording, and how it ended, by whom (5); a fold over events.

Everything in it is public, so the events that any viewer has seen give the same ledger as all of them.
"""

from collections.abc import Callable, Iterable
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from game_rules import events as e
from game_rules.commands import Given

Fate = Literal["running", "kept", "broken", "completed", "lapsed", "void"]


class Promised(Struct, frozen=True, kw_only=True):
    """What was promised. `brings` is effort, `capacity` what is handed over, `until` the last round it may wait for."""

    brings: int = 0
    gives: Given | None = None
    capacity: int = 0
    until: int | None = None


class Promise(Struct, frozen=True, kw_only=True):
    """One promise of `by` to `to` (everybody when empty), made in round `made`.

    `id` is that of the offer it came from, 0 for a pledge; a bargain shares it with the debt or spare that it brings.
    A pact is promised by all its members to each other: `by` and `to` are the same. `ended` is the round in which it
    ended, 0 while it runs; `ended_by` who kept or broke it, empty where nobody did. `words` is the seq of its wording.
    A pledge that was not judged (its role carried in a bargain, or the game stopped) is void.
    """

    id: int
    kind: e.PromiseKind
    by: tuple[str, ...]
    to: tuple[str, ...]
    terms: Promised
    made: int
    words: int = 0
    fate: Fate = "running"
    ended: int = 0
    ended_by: tuple[str, ...] = ()


class Ledger(Struct, frozen=True, kw_only=True):
    """Every promise in the order of making, and `carried`: how often who (first) carried for whom (second).

    A kept bargain counts for its carrier, a paid debt for the debtor; who never carried is left out.
    """

    promises: tuple[Promise, ...]
    carried: dict[str, dict[str, int]]


def ledger(events: Iterable[e.Event]) -> Ledger:
    """The ledger of these events, a game's in their order, from its beginning."""
    book = _Book()
    for event in events:
        note = _NOTES.get(type(event))
        if note:
            note(book, event)
    return Ledger(promises=tuple(book.promises.values()), carried=book.carried)


def carried_once_more(carried: dict[str, dict[str, int]], event: e.PromiseEnded) -> dict[str, dict[str, int]]:
    """`carried` after this promise has ended."""
    if event.role is None or event.outcome != "kept" or event.kind not in ("bargain", "debt"):
        return carried
    row = carried.get(event.role, {})
    return {**carried, event.role: {**row, event.to[0]: row.get(event.to[0], 0) + 1}}


class _Book:
    """The ledger while it is being written; lives only inside `ledger`. A promise stays at its place when it ends."""

    def __init__(self) -> None:
        self.round = 0
        self.promises: dict[tuple[object, ...], Promise] = {}
        self.carried: dict[str, dict[str, int]] = {}
        self.announced: dict[str, int] = {}

    def end(self, key: tuple[object, ...], fate: Fate, role: str | None = None) -> None:
        """A pact is broken by each of its breachers; the first ends it."""
        one = self.promises[key]
        by = (*one.ended_by, *((role,) if role else ()))
        self.promises[key] = replace(one, fate=fate, ended=self.round, ended_by=by)

    def void(self, kinds: tuple[str, ...] = ()) -> None:
        """What still runs (of these kinds, or any) was never judged."""
        for key, one in self.promises.items():
            if one.fate == "running" and (not kinds or one.kind in kinds):
                self.end(key, "void")


def _round_began(book: _Book, event: e.RoundBegan) -> None:
    book.void(("pledge",))
    book.round = event.round
    book.announced = {}


def _announced(book: _Book, event: e.Announced) -> None:
    if event.pledge is not None:
        book.announced[event.role] = event.words


def _pledged(book: _Book, event: e.Pledged) -> None:
    key = ("pledge", event.role, book.round)
    words = book.announced.pop(event.role, 0)
    if event.brings:
        terms = Promised(brings=event.brings)
        book.promises[key] = Promise(
            id=0, kind="pledge", by=(event.role,), to=(), terms=terms, made=book.round, words=words
        )
    else:
        book.promises.pop(key, None)


def _struck(book: _Book, event: e.BargainStruck) -> None:
    terms = Promised(brings=event.brings, gives=event.gives, capacity=event.capacity)
    book.promises["bargain", event.offer] = Promise(
        id=event.offer, kind="bargain", by=(event.carrier,), to=(event.asker,), terms=terms, made=book.round,
        words=event.words,
    )
    if event.gives == "spare":
        book.promises["spare", event.offer] = Promise(
            id=event.offer, kind="spare", by=(event.asker,), to=(event.carrier,), terms=Promised(until=book.round + 1),
            made=book.round, words=event.words,
        )


def _owed(book: _Book, event: e.DebtOwed) -> None:
    book.promises["debt", event.offer] = Promise(
        id=event.offer, kind="debt", by=(event.role,), to=(event.to,), terms=Promised(until=event.due), made=book.round,
        words=event.words,
    )


def _signed(book: _Book, event: e.PactSigned) -> None:
    book.promises[event.kind, event.offer] = Promise(
        id=event.offer, kind=event.kind, by=event.members, to=event.members, terms=Promised(until=event.last),
        made=book.round, words=event.words,
    )


def _ended(book: _Book, event: e.PromiseEnded) -> None:
    key = ("pledge", event.role, book.round) if event.kind == "pledge" else (event.kind, event.offer)
    book.end(key, event.outcome, event.role if event.outcome in ("kept", "broken") else None)
    book.carried = carried_once_more(book.carried, event)


def _game_ended(book: _Book, event: e.GameEnded) -> None:
    book.void()


_NOTES: dict[type, Callable[[_Book, Any], None]] = {
    e.RoundBegan: _round_began, e.Announced: _announced, e.Pledged: _pledged, e.BargainStruck: _struck,
    e.DebtOwed: _owed, e.PactSigned: _signed, e.PromiseEnded: _ended, e.GameEnded: _game_ended,
}
