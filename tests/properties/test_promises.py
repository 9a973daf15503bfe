"""Coalitions and the ledger, whatever is played: indices, parts and fates (5.3, section 5)."""

from hypothesis import given, settings

from game_rules import Event, State, coalitions, ledger, see
from game_rules import events as e
from game_rules.coalitions import COHESION, HEADROOM, LIFE, RESERVE
from tests.properties.games import Row, Setup, play, setups

dealing = setups(held=("tactical", "tactical", "random", "share"))
"""Tables at which promises are made and, mostly, kept."""


def stock_takes(rows: list[Row]) -> list[State]:
    """The states right after a stock-take, or at the end."""
    return [row.after for row in rows if any(isinstance(event, e.CoalitionsCounted) for event in row.events)]


@given(dealing)
def test_13_6_indices_are_0_to_100_and_the_sum_of_their_four_parts(setup: Setup) -> None:
    for state in (row.after for row in play(setup)):
        for each in coalitions(state):
            assert 0 <= each.index <= 100
            assert each.index == each.life + each.cohesion + each.headroom + each.reserve
            assert 0 <= each.life <= LIFE and 0 <= each.cohesion <= COHESION
            assert 0 <= each.headroom <= HEADROOM and 0 <= each.reserve <= RESERVE
            assert 0 <= each.lived <= each.scheduled


@given(dealing)
def test_every_stock_take_is_counted_once_and_every_subset_of_two_or_more_locals_has_an_index(setup: Setup) -> None:
    rows = list(play(setup))
    counts = sum(isinstance(event, e.CoalitionsCounted) for row in rows for event in row.events)
    last = rows[-1].after
    assert counts == len(last.alive) == last.round
    locals_here = len(last.cast.seated)
    assert sum(not each.pact for each in coalitions(last)) == 2**locals_here - locals_here - 1
    assert [each.kind for each in coalitions(last) if not each.pact][-1] == "partnership"


@given(dealing)
def test_alive_tells_no_goodwill_who_sits_after_a_stock_take_has_goodwill_1(setup: Setup) -> None:
    for state in stock_takes(list(play(setup))):
        if state.end is None or state.end.survived:
            assert all(own.goodwill >= 1 for role, own in state.roles.items()
                       if role in state.cast.seated and not own.retreated)  # fmt: skip


@settings(max_examples=30)
@given(dealing)
def test_the_ledger_is_the_same_from_the_events_that_any_viewer_has_seen(setup: Setup) -> None:
    rows = list(play(setup))
    whole = ledger(event for row in rows for event in row.events)
    for viewer in (*rows[-1].after.roles, "table"):
        assert ledger(seen(rows, viewer)) == whole


def seen(rows: list[Row], viewer: str) -> list[Event]:
    found = (see(row.after, viewer, event) for row in rows for event in row.events)
    return [event for event in found if event is not None]


@given(dealing)
def test_every_promise_ends_and_the_square_is_the_one_that_the_state_has_kept(setup: Setup) -> None:
    rows = list(play(setup))
    book = ledger(event for row in rows for event in row.events)
    assert all(one.fate != "running" and one.made <= one.ended <= rows[-1].after.round for one in book.promises)
    assert book.carried == rows[-1].after.carried
    kept = sum(one.fate == "kept" and one.kind in ("bargain", "debt") for one in book.promises)
    assert sum(sum(row.values()) for row in book.carried.values()) == kept
