"""13.6: no view and no event tells a viewer another's secret. Change the secret: the bytes stay the same."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from msgspec.structs import replace

from game_rules import Event, Sheet, State, Voice, coalitions, see, view
from game_rules import events as e
from game_rules.seats import members, traits
from game_rules.state import RoleState
from tests.properties.games import SHIPPED, Setup, play, setups

BUCKETS = (range(0, 4), range(4, 7), range(7, 11))
SEALED = ("talk", "commit")


def other_numbers(data: DataObject, own: RoleState, sealed: bool, over: bool) -> RoleState:
    """The role as it might be for all that the others know: every private fact drawn anew.

    At the end the coalitions tell who had the least goodwill (5.3).
    """
    ten = st.integers(0, 10)
    bucket = next(each for each in BUCKETS if own.standing in each)
    changed = replace(
        own, goodwill=own.goodwill if over else data.draw(ten), purpose=data.draw(ten),
        capacity=data.draw(ten), capnext=data.draw(ten),
        standing=data.draw(st.sampled_from(bucket)), backing=data.draw(st.sampled_from(("thin", "usual", "strong"))),
        agenda="another", facts={"imposed": data.draw(ten)}, sheet_words=data.draw(ten),
    )
    if sealed and own.sheet:
        changed = replace(changed, sheet=Sheet("b", 2, "cases", Voice("call_out", role="r1x"), instrument="fund"))
    return changed


def other_world(data: DataObject, state: State, viewer: str) -> State:
    """The table with every secret changed that is not this viewer's own."""
    sealed = state.phase in SEALED
    roles = {
        role: own if role == viewer else other_numbers(data, own, sealed, state.end is not None)
        for role, own in state.roles.items()
    }
    sore = {
        pair: n if viewer in members(pair) else data.draw(st.integers(0, 9)) for pair, n in state.sore.items()
    }
    holds_instrument = viewer in state.roles and traits(state, viewer).has_instruments
    return replace(
        state, roles=roles, sore=sore, record=other_record(data, state, viewer),
        seed="another seed", drawn=state.drawn + 7,
        order=(*state.order[: state.round], *reversed(state.order[state.round :])),
        next_instrument=state.next_instrument if holds_instrument else "inspect",
    )


def other_record(data: DataObject, state: State, viewer: str) -> tuple[Event, ...]:
    """What the headlines are made of, with every move of another's number drawn anew; some were not there at all."""
    drawn = st.sampled_from((-9, 9))
    others = [
        replace(event, delta=data.draw(drawn), cause="another")
        if isinstance(event, e.NumberMoved) and event.role != viewer else event for event in state.record
    ]
    return tuple(event for event in others if not isinstance(event, e.NumberMoved) or event.delta != 9)


@settings(max_examples=20)
@given(setups(people=True), st.data())
def test_a_view_is_the_same_bytes_whatever_the_others_secrets_are(setup: Setup, data: DataObject) -> None:
    rows = list(play(setup))
    for row in rows[:: max(1, len(rows) // 12)]:
        for viewer in (*row.after.roles, "table", "host"):
            other = other_world(data, row.after, viewer)
            assert msgspec.json.encode(view(other, viewer)) == msgspec.json.encode(view(row.after, viewer))


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


OWN = (e.NumberMoved, e.BackingDrawn, e.InstrumentChosen, e.SheetLaid, e.Noted, e.Scored)


@settings(max_examples=20)
@given(setups(people=True))
def test_private_events_reach_only_their_seat_and_a_pairs_only_its_members(setup: Setup) -> None:
    for row in play(setup):
        for event in row.events:
            seen_by = {viewer for viewer in (*row.after.roles, "table", "host") if see(row.after, viewer, event)}
            if isinstance(event, OWN):
                assert seen_by == {event.role}
            elif isinstance(event, e.SoreMoved):
                assert seen_by == set(members(event.pair))
            elif isinstance(event, e.Drawn | e.GameOpened):
                assert not seen_by


@settings(max_examples=20)
@given(setups(people=True))
def test_a_seen_event_is_the_event_itself_but_for_the_temperament_of_a_bot(setup: Setup) -> None:
    for row in play(setup):
        for event in row.events:
            for viewer in (*row.after.roles, "table", "host"):
                seen = see(row.after, viewer, event)
                assert seen in (None, event) or isinstance(event, e.SeatHanded)
