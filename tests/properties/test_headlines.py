"""Section 14's headlines, whatever is played: from what a viewer has seen, in words; the first the same for all."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from game_rules import Event, headlines, see, view
from game_rules.headlines import RANKS
from game_rules.view import REVEALED
from server.sentences import catalogue, headline_of
from tests.properties.games import SHIPPED, Setup, play, setups

RAW = re.compile(r"[{}_$]|\b[a-z]+\.[a-z]+\b|\?\?")
"""What would stand in a sentence whose argument is missing, or is an id instead of a word."""
PLAYERS = ("open", "tactical", "random", "hardliner")
"""A person among bots: without one no table waits at a reveal."""


@settings(max_examples=20)
@given(setups(held=PLAYERS))
def test_the_events_that_a_viewer_has_seen_give_the_headlines_of_its_view(setup: Setup) -> None:
    seen: dict[str, list[Event]] = {}
    for row in play(setup):
        for viewer in (*row.after.roles, "table"):
            told = seen.setdefault(viewer, [])
            told += [event for event in row.events if see(row.after, viewer, event)]
            shown = view(row.after, viewer).headlines
            assert shown == (headlines(told, viewer) if row.after.phase in REVEALED else ())


@settings(max_examples=30)
@given(setups(st.just(SHIPPED), held=PLAYERS))
def test_every_headline_is_a_sentence_in_words(setup: Setup) -> None:
    for row in play(setup):
        for viewer in (*row.after.roles, "table"):
            for each in view(row.after, viewer).headlines:
                sentence = headline_of(setup.deck, each)
                assert sentence[0].isupper() and sentence.endswith(".") and not RAW.search(sentence), sentence


@settings(max_examples=20)
@given(setups(held=PLAYERS))
def test_the_first_headline_is_the_same_for_everybody(setup: Setup) -> None:
    for row in play(setup):
        room = view(row.after, "table").headlines[:1]
        assert all(view(row.after, viewer).headlines[:1] == room for viewer in row.after.roles)


def test_every_rank_has_its_sentence() -> None:
    assert all(catalogue().has_message(f"headline-{rank.key}") for rank in RANKS)
