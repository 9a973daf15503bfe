"""Bots, whoever plays and whatever the deck: their moves are legal, and they see what a person there sees, no more."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game_rules import Answer, Offer, Pledge, Refusal, State, step, view
from game_rules.bots import POLICIES, Move, Policy, Sight
from scenarios.library import load_deck
from server.hub.words import WordsRefused, words_for
from server.sentences import words_of
from tests.properties import crowd
from tests.properties.crowd import crowds
from tests.properties.games import Setup
from tests.properties.playing import ROLES, Table, everybody, play, tables, taken
from tests.properties.worlds import other_world

NAMES = tuple(POLICIES)
CHANCES = st.integers(0, 10**6).map(Random)


@settings(max_examples=25)
@given(tables())
def test_a_table_of_any_policies_plays_to_its_end_and_no_move_is_refused(table: Table) -> None:
    *_, last = play(table)
    assert last.after.phase == "end"


@settings(max_examples=15)
@given(crowds(), st.integers(0, 100))
def test_whatever_people_have_done_every_policy_makes_only_moves_that_are_taken(setup: Setup, first: int) -> None:
    for n, row in enumerate(crowd.play(setup)):
        for place, role in enumerate(row.after.roles):
            name = NAMES[(first + 3 * n + place) % len(NAMES)]
            for state in (row.after, replace(row.after, paused=True, paused_left=None, deadline=None)):
                move = POLICIES[name](Sight(state, role, setup.seed, quiet=n % 2 == 0))
                assert move is None or not isinstance(step(state, role, move.command, 0), Refusal), (name, role, move)


@settings(max_examples=10)
@given(tables(st.just(load_deck("local-strategic-partnership"))))
def test_a_bot_has_words_for_what_wants_words_and_none_for_what_takes_none(table: Table) -> None:
    for asked in play(table):
        line = asked.move.line
        typed = words_of(table.deck, line) if line else None
        assert not isinstance(words_for(asked.move.command, typed), WordsRefused), asked.move


def changed_its_mind(policy: Policy, table: Table, state: State, role: str, chance: Random) -> bool:
    """Whether what others keep from this seat changes its move."""
    other = other_world(chance, state, role)
    return policy(table.sight(other, role)) != policy(table.sight(state, role))


def test_no_policy_counters_the_offer_of_a_seat_that_has_struck_its_one_bargain_since() -> None:
    """It asked for more than can be brought, and then struck with another: a counter would bind it twice."""
    state = everybody("tactical", "bound since").opened()
    for actor, command in (
        ("council", Offer(("pct",), "bargain", "pct", 12, "hand_over", 1)),
        ("council", Offer(("charity",), "bargain", "charity", 4, "my_turn_next")),
        ("charity", Answer(state.seq + 2, accept=True)),
    ):
        _, state = taken(state, actor, command)
    for policy in POLICIES.values():
        move = policy(Sight(state, "pct", "a seed"))
        assert move is None or not isinstance(step(state, "pct", move.command, 0), Refusal), move


@settings(max_examples=15)
@given(tables(), CHANCES)
def test_a_bots_move_is_the_same_whatever_the_others_secrets_are(table: Table, chance: Random) -> None:
    rows = list(play(table))
    for n, asked in enumerate(rows[:: max(1, len(rows) // 15)]):
        for place, role in enumerate(asked.before.roles):
            for name in {table.seats[role], NAMES[(n + place) % len(NAMES)]}:
                assert not changed_its_mind(POLICIES[name], table, asked.before, role, chance), (name, role)


def _first_other(sight: Sight) -> str:
    return next(role for role in sight.cast.in_play if role != sight.role)


def peeks_at_goodwill(sight: Sight) -> Move:
    return Move(Pledge(sight._state.roles[_first_other(sight)].goodwill))


def peeks_at_backing(sight: Sight) -> Move:
    return Move(Pledge(("thin", "usual", "strong").index(sight._state.roles[_first_other(sight)].backing)))


def peeks_at_a_sheet(sight: Sight) -> Move:
    return Move(Pledge(int("fund" in str(sight._state.roles[_first_other(sight)].sheet))))


def peeks_at_the_chance_to_come(sight: Sight) -> Move:
    return Move(Pledge(int(sight._state.seed == "another seed")))


def peeks_at_offers(sight: Sight) -> Move:
    return Move(Answer(len(sight._state.offers), accept=True))


@pytest.mark.parametrize("saboteur", [
    peeks_at_goodwill, peeks_at_backing, peeks_at_a_sheet, peeks_at_the_chance_to_come, peeks_at_offers,
])
def test_a_bot_that_peeks_is_found(saboteur: Policy) -> None:
    table, chance = everybody("idealist", "peeked at", rounds=2), Random(1)
    assert any(changed_its_mind(saboteur, table, asked.before, "council", chance) for asked in play(table))


@settings(max_examples=10)
@given(tables())
def test_the_order_in_which_notes_are_kept_or_forgotten_changes_nothing(table: Table) -> None:
    """A bot may note what it has worked out; it plays the same without."""
    notes: dict[str, dict[str, object]] = {}
    for asked in play(table):
        kept = notes.setdefault(asked.sight.role, {})
        noted = Sight(
            asked.before, asked.sight.role, asked.sight.seed, asked.sight.habits, asked.sight.quiet, kept
        )
        assert POLICIES[asked.policy](noted) == asked.move


def test_the_four_roles_of_the_shipped_deck_play_by_every_policy() -> None:
    for name in NAMES:
        *_, last = play(everybody(name, "all of a kind", rounds=3))
        assert last.after.phase == "end" and set(last.after.roles) == set(ROLES)
        assert view(last.after, "table").end is not None
