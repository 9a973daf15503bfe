"""Ranges hold, and every number is the sum of its deltas, whatever is played (3.1, 13.4, 13.6)."""

from collections import Counter

from hypothesis import given, settings

from game_rules import State, View, see, view
from game_rules import events as e
from game_rules.evolve import opened
from game_rules.tracks import TOP
from tests.properties.games import Row, Setup, play, setups

OWN = ("goodwill", "standing", "purpose", "capacity", "capnext")


def numbers(state: State) -> Counter[tuple[str, ...]]:
    """Every number that events move."""
    found: Counter[tuple[str, ...]] = Counter()
    for name, value in state.tracks.items():
        found["track", name] = value
    for pair in state.bonds:
        found["bond", pair], found["sore", pair] = state.bonds[pair], state.sore[pair]
    for role, own in state.roles.items():
        for what in OWN:
            found[role, what] = getattr(own, what)
        found["word", role] = own.word
    return found


def deltas(row: Row) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for event in row.events:
        match event:
            case e.TrackMoved():
                found["track", event.track] += event.delta
            case e.BondMoved():
                found["bond", event.pair] += event.delta
            case e.SoreMoved():
                found["sore", event.pair] += event.delta
            case e.NumberMoved():
                found[event.role, event.what] += event.delta
            case e.WordMoved():
                found["word", event.role] += event.delta
    return found


@given(setups(people=True))
def test_every_number_and_track_changes_by_the_sum_of_its_deltas(setup: Setup) -> None:
    for row in play(setup):
        first = row.events[0]
        before = row.before or opened(first)  # type: ignore[arg-type]
        old, new, moved = numbers(before), numbers(row.after), deltas(row)
        assert {key: new[key] - old[key] for key in new} == {key: moved[key] for key in new}
        assert all(event.delta for event in row.events if hasattr(event, "delta"))


def shown(seen: View) -> Counter[tuple[str, ...]]:
    """Every number of a screen that the rules move."""
    found = Counter[tuple[str, ...]]({("track", track.id): track.value for track in seen.tracks})
    found.update({("bond", pair.pair): pair.bond for pair in seen.pairs})
    found.update({("word", role.id): role.word for role in seen.roles if role.in_play})
    if seen.me:
        found.update({(seen.viewer, what): getattr(seen.me, what) for what in OWN})
    return found


def by_cause(events: list[e.Event]) -> Counter[tuple[str, ...]]:
    """The deltas that a viewer was shown; one without a cause does not count."""
    found: Counter[tuple[str, ...]] = Counter()
    for event in events:
        match event:
            case e.TrackMoved(track=name, delta=delta, cause=cause) if cause:
                found["track", name] += delta
            case e.BondMoved(pair=pair, delta=delta, cause=cause) if cause:
                found["bond", pair] += delta
            case e.NumberMoved(role=role, what=what, delta=delta, cause=cause) if cause:
                found[role, what] += delta
            case e.WordMoved(role=role, delta=delta, cause=cause) if cause:
                found["word", role] += delta
    return found


@settings(max_examples=20)
@given(setups(held=("open", "tactical", "random")))
def test_on_every_screen_each_number_changes_by_the_deltas_shown_to_it_each_with_its_cause(setup: Setup) -> None:
    rows = [row for row in play(setup) if row.before]
    for row in rows:
        assert row.before
        for viewer in (*row.after.roles, "table"):
            old, new = shown(view(row.before, viewer)), shown(view(row.after, viewer))
            told = by_cause([event for event in row.events if see(row.after, viewer, event)])
            assert {key: new[key] - old[key] for key in new} == {key: told[key] for key in new}


@given(setups())
def test_13_4_tracks_numbers_bonds_and_sores_stay_in_their_ranges(setup: Setup) -> None:
    for row in play(setup):
        state = row.after
        assert all(0 <= value <= TOP[name] for name, value in state.tracks.items())
        assert all(-4 <= bond <= 4 for bond in state.bonds.values())
        assert all(sore >= 0 for sore in state.sore.values())
        for own in state.roles.values():
            assert all(0 <= getattr(own, what) <= 10 for what in ("goodwill", "standing", "purpose"))
            assert own.capacity >= 0
        assert 0 <= state.eruptions <= 3


@given(setups())
def test_3_1_trust_rises_by_at_most_1_a_round_and_common_not_at_all_while_papering_over(setup: Setup) -> None:
    risen, papered = 0, False
    for row in play(setup):
        for event in row.events:
            if isinstance(event, e.RoundBegan):
                risen, papered = 0, False
            papered = papered or isinstance(event, e.PaperedOver)
            if isinstance(event, e.TrackMoved) and event.delta > 0:
                risen += event.delta if event.track == "trust" else 0
                assert not (papered and event.track == "common")
        assert risen <= 1


@given(setups())
def test_13_6_capacity_spent_is_at_most_the_capacity_there_was(setup: Setup) -> None:
    for row in play(setup):
        had: dict[str, int] = {}
        state = row.before or opened(row.events[0])  # type: ignore[arg-type]
        had = {role: own.capacity for role, own in state.roles.items()}
        for event in row.events:
            if isinstance(event, e.NumberMoved) and event.what == "capacity":
                had[event.role] += event.delta
                assert had[event.role] >= 0


@given(setups())
def test_13_6_scores_are_0_to_100_and_the_sum_of_their_parts(setup: Setup) -> None:
    rows = list(play(setup))
    scored = [event for row in rows for event in row.events if isinstance(event, e.Scored)]
    assert [event.role for event in scored] == list(rows[-1].after.roles)
    for event in scored:
        assert 0 <= event.score <= 100
        assert sum(event.parts.values()) == event.score


@given(setups())
def test_every_game_ends_and_each_round_met_or_missed_its_card_once(setup: Setup) -> None:
    events = [event for row in play(setup) for event in row.events]
    rounds = sum(isinstance(event, e.RoundBegan) for event in events)
    judged = sum(isinstance(event, e.CardMet | e.CardMissed) for event in events)
    assert rounds == judged
    assert sum(isinstance(event, e.GameEnded) for event in events) == 1
