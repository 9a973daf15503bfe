"""13.6: no view and no event tells a viewer another's secret. Change the secret: the bytes stay the same."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from msgspec.structs import replace

from game_rules import Sheet, State, Voice, see, view
from game_rules import events as e
from game_rules.seats import members, traits
from game_rules.state import RoleState
from tests.properties.games import Setup, play, setups

BUCKETS = (range(0, 4), range(4, 7), range(7, 11))
SEALED = ("talk", "commit")


def other_numbers(data: DataObject, own: RoleState, sealed: bool) -> RoleState:
    """The role as it might be for all that the others know: every private fact drawn anew."""
    ten = st.integers(0, 10)
    bucket = next(each for each in BUCKETS if own.standing in each)
    changed = replace(
        own, goodwill=data.draw(ten), purpose=data.draw(ten), capacity=data.draw(ten), capnext=data.draw(ten),
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
        role: own if role == viewer else other_numbers(data, own, sealed) for role, own in state.roles.items()
    }
    sore = {
        pair: n if viewer in members(pair) else data.draw(st.integers(0, 9)) for pair, n in state.sore.items()
    }
    holds_instrument = viewer in state.roles and traits(state, viewer).has_instruments
    return replace(
        state, roles=roles, sore=sore, seed="another seed", drawn=state.drawn + 7,
        order=(*state.order[: state.round], *reversed(state.order[state.round :])),
        next_instrument=state.next_instrument if holds_instrument else "inspect",
    )


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
