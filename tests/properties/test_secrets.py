"""13.6: no view, event or answer tells a viewer another's secret. Change the secret: the bytes stay the same."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game_rules import Command, Refusal, State, View, coalitions, decide, fold, see, view
from game_rules import commands as c
from game_rules import events as e
from game_rules.seats import members
from tests.properties.crowd import Dice, crowds, wishes
from tests.properties.crowd import play as play_crowd
from tests.properties.games import SHIPPED, Row, Setup, play, setups
from tests.properties.test_legal import samples
from tests.properties.worlds import other_world

Looking = Callable[[State, str], View]
CHANCES = st.integers(0, 10**6).map(Random)
Seeing = Callable[[State, str, e.Event], e.Event | None]


def viewers(state: State) -> tuple[str, ...]:
    return (*state.roles, "table", "host")


def some(rows: list[Row], n: int) -> list[Row]:
    """About n of these rows, from the whole game."""
    return rows[:: max(1, len(rows) // n)]


def tells(chance: Random, state: State, viewer: str, looking: Looking = view) -> bool:
    """Whether another's secret changes what this viewer is shown."""
    other = other_world(chance, state, viewer)
    return msgspec.json.encode(looking(other, viewer)) != msgspec.json.encode(looking(state, viewer))


@settings(max_examples=20)
@given(crowds(), CHANCES)
def test_a_view_is_the_same_bytes_whatever_the_others_secrets_are(setup: Setup, chance: Random) -> None:
    for row in some(list(play_crowd(setup)), 12):
        for viewer in viewers(row.after):
            assert not tells(chance, row.after, viewer), viewer


@cache
def known_games() -> tuple[Row, ...]:
    """Games in which everything happens that could be told: talk, offers, a sealed sheet, an end."""
    held = {"pct": "open", "council": "open", "charity": "open", "government": "random"}
    tables = [Setup(SHIPPED, held, seed, 3, "standard", True) for seed in ("a", "b", "c", "d")]
    tables.append(Setup(SHIPPED, held | {"pct": "tactical"}, "e", 3, "standard", True))
    return tuple(row for table in tables for row in play_crowd(table))


OWN_NUMBERS = (
    "goodwill", "standing", "purpose", "capacity", "capnext", "backing", "agenda", "facts", "seat", "sheet",
    "sheet_words",
)


def _own(what: str, state: State, role: str) -> object:
    return getattr(state.roles[role], what)


LEAKS: dict[str, Callable[[State, str], object]] = {
    **{what: partial(_own, what) for what in OWN_NUMBERS},
    "an aligned house": lambda s, r: s.phase == "reveal" and getattr(s.roles[r].sheet, "align", None),
    "who was asked back": lambda s, r: s.phase == "stocktake" and getattr(s.roles[r].sheet, "invite", None),
    "sore": lambda s, r: sum(s.sore.values()),
    "the next instrument": lambda s, r: s.next_instrument,
    "the cards to come": lambda s, r: s.order,
    "the seed": lambda s, r: s.seed,
    "the draws": lambda s, r: s.drawn,
    "offers": lambda s, r: len(s.offers),
    "an offer's terms": lambda s, r: sum(o.brings for o in s.offers),
    "answered offers": lambda s, r: [(each.how, each.by) for each in s.closed],
    "numbers told": lambda s, r: [each.tells for each in s.told],
    "who told whom": lambda s, r: [each.to for each in s.told],
    "scores": lambda s, r: s.scores.get(r),
    "how it stood before the collapse": lambda s, r: s.end and s.end.standing,
    "what moved its numbers": lambda s, r: [
        each for row in s.record for each in row if isinstance(each, e.NumberMoved)
    ],
}


@pytest.mark.parametrize("leak", list(LEAKS))
def test_a_view_that_tells_one_secret_is_caught(leak: str) -> None:
    def looking(state: State, viewer: str) -> View:
        other = next(role for role in state.roles if role != viewer)
        return replace(view(state, viewer), title=repr(LEAKS[leak](state, other)))

    chance = Random(leak)
    assert any(tells(chance, row.after, viewer, looking) for row in known_games() for viewer in ("table", "council"))


@settings(max_examples=10)
@given(setups())
def test_the_saboteur_a_change_of_a_public_or_own_number_is_seen(setup: Setup) -> None:
    for row in play(setup):
        viewer, own = next(iter(row.after.roles.items()))
        changed = replace(row.after, roles={**row.after.roles, viewer: replace(own, goodwill=own.goodwill + 1)})
        assert view(changed, viewer) != view(row.after, viewer)


def test_the_saboteur_the_reserve_and_the_index_would_tell_of_anothers_goodwill() -> None:
    """What `view` holds back of a coalition before the end is what another's goodwill changes."""
    setup = Setup(SHIPPED, {role.id: "tactical" for role in SHIPPED.roles}, "a seed")
    told = []
    for state in (row.after for row in play(setup) if row.after.alive and not row.after.end):
        (role, own), *_ = state.roles.items()
        other = replace(state, roles={**state.roles, role: replace(own, goodwill=0)})
        told.append(coalitions(other) != coalitions(state))
        assert view(other, "table").coalitions == view(state, "table").coalitions != ()
    assert any(told)


OPENING = (e.SheetsOpened, e.CoalitionsCounted, e.RoundBegan, e.SheetReturned, e.GameEnded)
"""What the rules themselves bring to light: sheets, what came of them, and that a sheet was too dear."""


def answered(state: State, actor: str, command: Command, deciding: Any = decide) -> bytes | None:
    """What this actor hears of its own command; None where the rules bring secrets to light."""
    events = deciding(state, actor, command, 10**12)
    if isinstance(events, Refusal):
        return msgspec.json.encode((events.code, events.data, events.allowed))
    if any(isinstance(event, OPENING) for event in events):
        return None
    after = fold(state, events)
    return msgspec.json.encode(([see(after, actor, event) for event in events], view(after, actor)))


def asked(state: State, actor: str, dice: Dice) -> Iterator[Command]:
    """A command of every kind, and those that this seat may really send, with one that it may not."""
    yield from samples(state, actor)
    yield from (c.Answer(offer.id, accept=accept) for offer in state.offers for accept in (True, False))
    if actor in state.roles:
        yield from wishes(state, actor, dice)


def gives_away(chance: Random, state: State, actor: str, deciding: Any = decide) -> bool:
    """Whether the answer to some command depends on another's secret."""
    other = other_world(chance, state, actor)
    commands = list(asked(state, actor, Dice(state.seed)))
    mine = [each for each in commands if not isinstance(each, c.Answer) or _known(state, actor, each)]
    both = ((answered(state, actor, one, deciding), answered(other, actor, one, deciding)) for one in mine)
    return any(here != there for here, there in both if here and there)


def _known(state: State, actor: str, answer: c.Answer) -> bool:
    return answer.offer == 0 or any(o.id == answer.offer and actor in (o.role, *o.to) for o in state.offers)


@settings(max_examples=12)
@given(crowds(), CHANCES)
def test_no_answer_to_a_command_depends_on_anothers_secret(setup: Setup, chance: Random) -> None:
    for row in some(list(play_crowd(setup)), 6):
        for actor in (*row.after.roles, "host"):
            assert not gives_away(chance, row.after, actor), (actor, row.after.phase)


def _tells_of_goodwill(state: State, actor: str, command: Command, at: int) -> Any:
    done = decide(state, actor, command, at)
    if isinstance(done, Refusal):
        return Refusal(done.code, {**done.data, "tired": min(own.goodwill for own in state.roles.values())})
    return done


def _asks_what_the_other_has(state: State, actor: str, command: Command, at: int) -> Any:
    """An engine that refuses what the other side cannot hand over, before it has agreed."""
    if isinstance(command, c.Offer) and any(state.roles[r].capacity < command.capacity for r in command.to):
        return Refusal("unaffordable")
    return decide(state, actor, command, at)


def _numbers_offers(state: State, actor: str, command: Command, at: int) -> Any:
    return Refusal("too_many_offers", {"open": len(state.offers)}) if len(state.offers) > 2 else decide(
        state, actor, command, at)


@pytest.mark.parametrize("saboteur", [_tells_of_goodwill, _asks_what_the_other_has, _numbers_offers])
def test_an_engine_whose_answers_tell_a_secret_is_caught(saboteur: Any) -> None:
    chance = Random(1)
    assert any(gives_away(chance, row.after, "council", saboteur) for row in known_games())


def meant_for(state: State, event: e.Event) -> set[str]:
    """Who may see an event that is not for everybody."""
    match event:
        case e.NumberMoved() | e.BackingDrawn() | e.InstrumentChosen() | e.SheetLaid() | e.Noted() | e.Scored():
            return {event.role}
        case e.SoreMoved():
            return set(members(event.pair))
        case e.OfferMade():
            return {event.role, *event.to}
        case e.OfferAnswered():
            return set(event.parties)
        case e.Said():
            return {event.role, *event.to} if event.to else set(state.cast.seated)
        case e.Drawn() | e.GameOpened():
            return set()
    return set(viewers(state))


def overheard(row: Row, seeing: Seeing = see) -> set[str]:
    """Kinds of event that reached somebody else than they are for, or not all of them."""
    return {
        type(event).__name__ for event in row.events
        if {each for each in viewers(row.after) if seeing(row.after, each, event)} != meant_for(row.after, event)
    }


@settings(max_examples=20)
@given(crowds())
def test_private_events_reach_their_seat_a_pairs_its_members_an_offer_its_parties(setup: Setup) -> None:
    for row in play_crowd(setup):
        assert overheard(row) == set()


@pytest.mark.parametrize("kind", [
    e.NumberMoved, e.BackingDrawn, e.InstrumentChosen, e.SheetLaid, e.Noted, e.Scored, e.SoreMoved, e.OfferMade,
    e.OfferAnswered, e.Said, e.Drawn, e.GameOpened,
])
def test_a_rule_that_shows_one_private_kind_to_everybody_is_caught(kind: type) -> None:
    def seeing(state: State, viewer: str, event: e.Event) -> e.Event | None:
        return event if isinstance(event, kind) else see(state, viewer, event)

    assert {name for row in known_games() for name in overheard(row, seeing)} == {kind.__name__}


@settings(max_examples=20)
@given(crowds())
def test_a_seen_event_is_the_event_itself_but_for_the_temperament_of_a_bot(setup: Setup) -> None:
    for row in play_crowd(setup):
        for event in row.events:
            for viewer in viewers(row.after):
                seen = see(row.after, viewer, event)
                assert seen in (None, event) or isinstance(event, e.SeatHanded)


@settings(max_examples=15)
@given(crowds())
def test_what_was_pledged_and_brought_is_the_same_for_all_and_only_of_rounds_that_were_revealed(setup: Setup) -> None:
    revealed = 0
    for row in play_crowd(setup):
        revealed += sum(isinstance(event, e.SheetsOpened) for event in row.events)
        if isinstance(row.command, c.Say | c.Offer | c.Answer):
            continue
        shown = [view(row.after, viewer).roles for viewer in viewers(row.after)]
        assert all(roles == shown[0] for roles in shown)
        assert {len(each) for role in shown[0] if role.in_play for each in (role.brought, role.pledged)} == {revealed}
