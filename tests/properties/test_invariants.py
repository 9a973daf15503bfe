"""13.4 and 13.6: what holds in every game, whoever plays, talks, bargains or starts again; each with what breaks it."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from game_rules import Command, Event, Refusal, Sheet, State, coalitions, decide, legal
from game_rules import commands as c
from game_rules import events as e
from game_rules.evolve import opened
from tests.properties.crowd import crowds, play
from tests.properties.games import SHIPPED, Row, Setup

Faults = list[str]
Deciding = Callable[[State, str, Command, int], Any]
INVARIANTS: dict[str, Callable[[list[Row]], Faults]] = {}


def invariant(name: str) -> Callable[[Callable[[list[Row]], Faults]], Callable[[list[Row]], Faults]]:
    def kept(faults: Callable[[list[Row]], Faults]) -> Callable[[list[Row]], Faults]:
        INVARIANTS[name] = faults
        return faults

    return kept


@invariant("capacity spent is at most the capacity there was, hand-overs and all")
def overspent(rows: list[Row]) -> Faults:
    found = []
    for row in rows:
        before = row.before or opened(row.events[0])  # type: ignore[arg-type]
        had = {role: own.capacity for role, own in before.roles.items()}
        for event in row.events:
            if isinstance(event, e.NumberMoved) and event.what == "capacity":
                had[event.role] += event.delta
                found += [f"{event.role} spent what it had not"] if had[event.role] < 0 else []
    return found


@invariant("scores and indices are 0 to 100, and each the sum of its parts")
def miscounted(rows: list[Row]) -> Faults:
    events = (event for row in rows for event in row.events)
    scores = [(event.role, event.score, event.parts) for event in events if isinstance(event, e.Scored)]
    found = [role for role, score, parts in scores if not 0 <= score <= 100 or sum(parts.values()) != score]
    for row in rows:
        for one in coalitions(row.after) if row.after.phase == "stocktake" else ():
            whole = one.life + one.cohesion + one.headroom + one.reserve
            found += [one.key] if not 0 <= one.index <= 100 or whole != one.index else []
    return found


@invariant("goodwill is never transferred: what is handed over is capacity, as much taken as given")
def transferred(rows: list[Row]) -> Faults:
    found = []
    for row in rows:
        moved = [event for event in row.events if isinstance(event, e.NumberMoved)]
        if not any(isinstance(event, e.PhaseBegan) for event in row.events):
            found += [f"a {type(row.command).__name__} moved goodwill" for each in moved if each.what == "goodwill"]
        for place, event in enumerate(row.events):
            if isinstance(event, e.HandedOver):
                n, (taken, given) = event.capacity, row.events[place + 1 : place + 3]
                both = {(event.role, "capacity", -n), (event.to, "capacity", n)}
                found += [] if {_move(taken), _move(given)} == both else [f"{event} is not what moved"]
    return found


def _move(event: Any) -> tuple[str, str, int] | None:
    return (event.role, event.what, event.delta) if isinstance(event, e.NumberMoved) else None


@invariant("each role carries in at most one bargain and asks in at most one a round")
def bound_twice(rows: list[Row]) -> Faults:
    bound: Counter[tuple[str, str]] = Counter()
    found = []
    for event in (event for row in rows for event in row.events):
        if isinstance(event, e.RoundBegan):
            bound.clear()
        elif isinstance(event, e.BargainStruck):
            bound.update([("carrier", event.carrier), ("asker", event.asker)])
            found += [f"{who} is {what} in two" for (what, who), n in bound.items() if n > 1]
    return found


@invariant("trust rises by at most 1 from the start of Brief to the end of stock-take")
def rose_too_far(rows: list[Row]) -> Faults:
    risen, found = 0, []
    for event in (event for row in rows for event in row.events):
        if isinstance(event, e.RoundBegan):
            risen = 0
        elif isinstance(event, e.TrackMoved) and event.track == "trust" and event.cause != "restart":
            risen += max(0, event.delta)
            found += [f"trust rose by {risen}"] if risen > 1 else []
    return found


@invariant("common does not rise in a round that papered over")
def rose_while_papering(rows: list[Row]) -> Faults:
    papered, found = False, []
    for event in (event for row in rows for event in row.events):
        if isinstance(event, e.RoundBegan | e.Restarted | e.PaperedOver):
            papered = isinstance(event, e.PaperedOver)
        elif isinstance(event, e.TrackMoved) and event.track == "common" and event.delta > 0 and papered:
            found.append("common rose")
    return found


@invariant("no more is said in a round than its one announcement, and a role in a pact is in no other")
def said_or_signed_twice(rows: list[Row]) -> Faults:
    announced: Counter[str] = Counter()
    found = []
    for row in rows:
        for event in row.events:
            if isinstance(event, e.RoundBegan):
                announced.clear()
            elif isinstance(event, e.Announced):
                announced[event.role] += 1
        members = [role for pact in row.after.pacts for role in pact.members]
        found += [role for role, n in announced.items() if n > 1]
        found += [role for role, n in Counter(members).items() if n > 1]
    return found


@settings(max_examples=60)
@given(crowds())
def test_13_6_every_invariant_holds_whatever_is_played(setup: Setup) -> None:
    rows = list(play(setup))
    assert {name: found for name, faults in INVARIANTS.items() if (found := faults(rows))} == {}


def test_nothing_that_can_be_given_back_is_goodwill() -> None:
    assert set(get_args(c.Given)) == {"hand_over", "my_turn_next", "spare"}


@cache
def known_rows() -> tuple[Row, ...]:
    """Games with bargains struck, capacity handed over, papering over and an end."""
    held = {"pct": "tactical", "council": "open", "charity": "tactical", "government": "open"}
    return tuple(row for seed in "abcd" for row in play(Setup(SHIPPED, held, seed, 5, "hard", True)))


def after_every(kind: type, *more: Callable[[Any], Event]) -> list[Row]:
    """The known games, with events of a spoiler behind every event of this kind."""
    return [
        replace_events(row, [each for event in row.events for each in (
            event, *(one(event) for one in more if isinstance(event, kind)))])
        for row in known_rows()
    ]


def replace_events(row: Row, events: list[Event]) -> Row:
    return Row(row.before, row.actor, row.command, tuple(events), row.after)


def _pact_twice(row: Row) -> Row:
    return Row(row.before, row.actor, row.command, row.events, replace(row.after, pacts=row.after.pacts * 2))


SPOILED: dict[Callable[[list[Row]], Faults], Callable[[], list[Row]]] = {
    overspent: lambda: after_every(
        e.Brought, lambda event: e.NumberMoved(event.role, "capacity", -9, "spent twice")),
    miscounted: lambda: after_every(e.Scored, lambda event: replace(event, score=event.score + 1)),
    transferred: lambda: after_every(e.HandedOver, lambda event: e.NumberMoved(event.role, "goodwill", -1, "gift")),
    bound_twice: lambda: after_every(e.BargainStruck, lambda event: replace(event, offer=event.offer + 1)),
    rose_too_far: lambda: after_every(
        e.CardMet, *[lambda event: e.TrackMoved("trust", 1, "joy")] * 2),
    rose_while_papering: lambda: after_every(e.PaperedOver, lambda event: e.TrackMoved("common", 1, "a party")),
    said_or_signed_twice: lambda: [_pact_twice(row) for row in known_rows()],
}


@pytest.mark.parametrize("name", list(INVARIANTS))
def test_13_6_a_game_that_breaks_an_invariant_is_caught(name: str) -> None:
    faults = INVARIANTS[name]
    assert faults(list(known_rows())) == []
    assert faults(SPOILED[faults]())


def attempts(state: State, role: str) -> Iterator[Command]:
    """What somebody who has retreated would say, pledge or sign."""
    others = [each for each in state.roles if each != role]
    yield from (c.Say(to) for to in ((), *((each,) for each in others), tuple(others)))
    yield from (c.Pledge(3), c.Announce(), c.Announce(3))
    for each in others:
        yield from (c.Offer((each,), "pact"), c.Offer((each,), "open"))
        yield from (c.Offer((each,), "bargain", carrier, 4, "my_turn_next") for carrier in (role, each))
    yield from (c.Answer(offer.id, accept=True) for offer in state.offers)


def heard_from_away(rows: list[Row], deciding: Deciding = decide) -> list[Command]:
    """What retreated roles were let say, pledge or sign; and what was signed with them."""
    found = []
    for state in (row.after for row in rows):
        away = [role for role, own in state.roles.items() if own.retreated]
        for role in away:
            tried = [(role, command) for command in attempts(state, role)]
            tried += [(other, c.Offer((role,), "pact")) for other in state.roles]
            found += [one for who, one in tried if not isinstance(deciding(state, who, one, 0), Refusal)]
    return found


@settings(max_examples=20)
@given(crowds())
def test_13_6_a_retreated_role_neither_speaks_nor_pledges_nor_signs(setup: Setup) -> None:
    assert heard_from_away(list(play(setup))) == []


def laid_after_collapse(rows: list[Row], deciding: Deciding = decide) -> list[Sheet]:
    """Sheets that a collapsed table accepted."""
    found = []
    for state in (row.after for row in rows if row.after.end and row.after.end.collapsed):
        options = [option.id for card in state.deck.cards if card.id == state.card for option in card.options]
        for role in state.roles:
            assert legal(state, role).sheet is None
            sheets = [Sheet(option, n) for option in options for n in (0, 1)]
            found += [s for s in sheets if not isinstance(deciding(state, role, c.Commit(s), 0), Refusal)]
    return found


@settings(max_examples=20)
@given(crowds())
def test_13_6_a_collapsed_table_accepts_no_sheet(setup: Setup) -> None:
    assert laid_after_collapse(list(play(setup))) == []


def _hears_everybody(state: State, actor: str, command: Command, at: int) -> Any:
    sitting = {role: replace(own, retreated=False) for role, own in state.roles.items()}
    return decide(replace(state, roles=sitting), actor, command, at)


def _plays_on(state: State, actor: str, command: Command, at: int) -> Any:
    return decide(replace(state, end=None, phase="commit"), actor, command, at)


def test_13_6_an_engine_that_hears_the_retreated_or_plays_on_after_a_collapse_is_caught() -> None:
    rows = list(known_rows())
    assert heard_from_away(rows, _hears_everybody) and not heard_from_away(rows)
    assert laid_after_collapse(rows, _plays_on) and not laid_after_collapse(rows)
