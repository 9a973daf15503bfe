"""The three headlines after a reveal (section 14): met by whom, what it did to the reader, what broke or was mended.

Made of one round's events as one viewer has seen them; the second is the reader's own and needs only its own events.
A headline is a key of the catalogue and its arguments, never a sentence.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final, Literal, NamedTuple

from msgspec import Struct

from game_rules import events as e
from game_rules.seats import members

WEIGHTS: Final = {"standing": 3, "purpose": 2, "goodwill": 2, "capnext": 1}
"""What a point of one's own numbers is worth here; ties go in this order."""

About = Literal["card", "you", "between"]
Mood = Literal["broke", "mended", "plain"]
Sums = dict[str, int]
Kinds = dict[type, list[Any]]
"""A round's events by their kind, each in their order."""


class Headline(Struct, frozen=True):
    """`key` is a message of the catalogue, `data` what it speaks of: ids, numbers, causes."""

    about: About
    key: str
    data: dict[str, str | int | tuple[str, ...]] = {}
    mood: Mood = "plain"


class _Rank(NamedTuple):
    """One line of section 14's list: what kind of event, which of them, and what its headline is made of."""

    key: str
    mood: Mood
    kind: type
    fields: tuple[str, ...] = ()
    only: Callable[[Any], bool] = lambda event: True


def _ended(outcome: str, *kinds: str) -> Callable[[e.PromiseEnded], bool]:
    return lambda event: event.outcome == outcome and event.kind in kinds


RANKS: Final = (
    _Rank("collapse", "broke", e.GameEnded, ("cause",), lambda event: not event.survived and event.cause != "stopped"),
    _Rank("brink", "broke", e.BrinkReached),
    _Rank("eruption", "broke", e.Erupted, ("count",)),
    _Rank("retreat", "broke", e.Retreated, ("role",)),
    _Rank("pact-broken", "broke", e.PromiseEnded, ("role", "to", "kind"), _ended("broken", "pact", "open")),
    _Rank("promise-broken", "broke", e.PromiseEnded, ("role", "to"), _ended("broken", "bargain", "debt", "spare")),
    _Rank("papered", "broke", e.PaperedOver),
    _Rank("raked", "broke", e.RakedOver, ("reason",)),
    _Rank("imposed-dear", "broke", e.Imposed, ("role",), lambda event: event.dear),
    _Rank("contained", "mended", e.NamingContained, ("pairs",)),
    _Rank("pact-completed", "mended", e.PromiseEnded, ("to",), _ended("completed", "pact")),
    _Rank("debt-paid", "mended", e.PromiseEnded, ("role", "to"), _ended("kept", "debt")),
    _Rank("returned", "mended", e.Returned, ("role", "invited_by")),
    _Rank("bargain-kept", "mended", e.PromiseEnded, ("role", "to", "kind"), _ended("kept", "bargain", "spare")),
)


def headlines(events: Iterable[e.Event], reader: str) -> tuple[Headline, ...]:
    """The headlines of the last round in these events, for who has seen them; none before its card was judged.

    Who plays no role has no headline of its own: it gets the first and the third.
    """
    told: list[e.Event] = []
    for event in events:
        if isinstance(event, e.RoundBegan):
            told.clear()
        told.append(event)
    kinds: Kinds = {}
    for event in told:
        kinds.setdefault(type(event), []).append(event)
    judged = kinds.get(e.CardMet) or kinds.get(e.CardMissed)
    if not judged:
        return ()
    brought = {event.role: event.effort for event in kinds.get(e.Brought, ())}
    own = (_you(told, reader),) if reader in brought else ()
    return (_card(judged[0], brought), *own, _between(kinds, reader))


def _card(card: e.CardMet | e.CardMissed, brought: dict[str, int]) -> Headline:
    """1. Was it met, and by whom? A missing key wins over the shortfall."""
    if isinstance(card, e.CardMissed):
        if card.key_missing:
            return Headline("card", "headline-missed-key", {"key": card.key_missing})
        return Headline("card", "headline-missed", {"brought": card.brought, "need": card.need})
    if card.imposed_by:
        return Headline("card", "headline-imposed", {"role": card.imposed_by})
    data: dict[str, Any] = {"brought": card.brought, "need": card.need}
    if card.credited is None:
        return Headline("card", "headline-met-nobody", data)
    return Headline("card", "headline-met", {**data, "role": card.credited, "effort": brought[card.credited]})


def _you(told: list[e.Event], reader: str) -> Headline:
    """2. What did it cost or give me? The largest gain and the largest loss in points of score, each with its causes.

    Only a cause that stands alone is named: the whole of a change is not laid to one of several.
    """
    moved = _own_sums(told, reader)
    points = {what: WEIGHTS[what] * sum(moved[what].values()) for what in WEIGHTS if what in moved}
    gained = max((what for what in points if points[what] > 0), key=lambda what: points[what], default=None)
    lost = min((what for what in points if points[what] < 0), key=lambda what: points[what], default=None)
    data: dict[str, Any] = {}
    if gained:
        data |= {"gained": gained, "gain": sum(moved[gained].values())} | _causes("gain", moved[gained])
    if lost:
        data |= {"lost": lost, "loss": -sum(moved[lost].values())} | _causes("loss", moved[lost])
    which = "both" if gained and lost else "gained" if gained else "lost" if lost else "nothing"
    return Headline("you", f"headline-you-{which}", data)


def _causes(which: str, sums: Sums) -> dict[str, str | int]:
    return {f"{which}_cause": _main_cause(sums), f"{which}_causes": sum(map(bool, sums.values()))}


def _own_sums(told: list[e.Event], reader: str) -> dict[str, Sums]:
    """The reader's deltas of the round by number and cause; what was carried into it is no longer next round's."""
    moved: dict[str, Sums] = {}
    for event in told:
        if isinstance(event, e.NeedSet):
            moved.pop("capnext", None)
        elif isinstance(event, e.NumberMoved) and event.role == reader and event.what in WEIGHTS:
            if event.cause != "carried":
                causes = moved.setdefault(event.what, {})
                causes[event.cause] = causes.get(event.cause, 0) + event.delta
    return moved


def _main_cause(sums: Sums) -> str:
    """The cause that moved it most in the direction in which it went."""
    sign = 1 if sum(sums.values()) > 0 else -1
    return max(sums, key=lambda cause: sign * sums[cause])


def _between(kinds: Kinds, reader: str) -> Headline:
    """3. What broke or was mended? The first of the list; of equal rank what involves the reader, then the larger."""
    for rank in RANKS:
        found = [event for event in kinds.get(rank.kind, ()) if rank.only(event)]
        if found:
            first = min(found, key=lambda event: (reader not in _involved(event), -_size(kinds, event)))
            # A cause is a rule's everywhere else; how a game ended has another name.
            data = {"ending" if name == "cause" else name: getattr(first, name) for name in rank.fields}
            return Headline("between", f"headline-{rank.key}", data, rank.mood)
    sums: Sums = {}
    for event in kinds.get(e.TrackMoved, ()):
        if event.track == "trust":
            sums[event.cause] = sums.get(event.cause, 0) + event.delta
    delta = sum(sums.values())
    if delta:
        return Headline("between", "headline-trust", {"delta": delta, "cause": _main_cause(sums)})
    return Headline("between", "headline-quiet")


def _involved(event: Any) -> set[str]:
    found: set[Any] = {getattr(event, name, None) for name in ("role", "invited_by")} | set(getattr(event, "to", ()))
    for pair in getattr(event, "pairs", ()):
        found |= set(members(pair))
    return found


def _size(kinds: Kinds, event: Any) -> int:
    """How much it moved beside others of its rank: a retreat by its tracks, a breach by those whom it left."""
    if isinstance(event, e.Retreated):
        moves = kinds.get(e.TrackMoved, ())
        return sum(abs(move.delta) for move in moves if (move.cause, move.role) == ("retreat", event.role))
    return len(getattr(event, "to", ()))
