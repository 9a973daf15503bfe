"""13.6 on the wire: who whispers, offers and notes what changes no byte of what anybody else is sent, to the end."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game_rules import Command, NewGame, Refusal, State, View, decide, fold, legal, new_game, see, view
from game_rules import commands as c
from game_rules import events as e
from server.hub import sight
from server.hub.history import History
from tests.properties.crowd import Dice, at_row, crowds, numbers, play
from tests.properties.games import SHIPPED, Row, Setup, taken
from tests.properties.served import frames, journal, seats_and_screens

PRIVATELY = (c.Say, c.Offer, c.Answer, c.Withdraw, c.Note)
OFFERS_AT_MOST = 3


def sees_of(row: Row, viewer: str) -> bool:
    return any(see(row.after, viewer, event) for event in row.events)


def brought_to_light(rows: list[Row], viewer: str) -> set[int]:
    """Offers that this viewer gets to know of: its own, those that were struck, those that a row of its own answers."""
    found: set[int] = set()
    for row in rows:
        for event in row.events:
            if isinstance(event, e.BargainStruck | e.PactSigned) or (
                isinstance(event, e.OfferMade) and sees_of(row, viewer)
            ):
                found.add(event.offer)
    return found


def is_secret(row: Row, viewer: str, known: set[int]) -> bool:
    """Whether nothing of this row is the viewer's to know, then or later."""
    if not isinstance(row.command, PRIVATELY) or sees_of(row, viewer):
        return False
    return not {event.offer for event in row.events if isinstance(event, e.OfferMade | e.OfferAnswered)} & known


def played_otherwise(setup: Setup, rows: list[Row], viewer: str, chance: Random) -> list[Row]:
    """The same game, but for agendas and whatever others say, offer, answer and note among themselves."""
    known = brought_to_light(rows, viewer)
    header = with_other_agendas(setup, viewer, chance)
    opening = new_game(setup.deck, header, 0)
    assert not isinstance(opening, Refusal)
    state = fold(None, opening)
    others = [Row(None, "host", header, opening, state)]
    for seq, row in enumerate(rows[1:], start=2):
        command: Any = row.command
        if isinstance(command, c.Offer) and command.counters not in known:
            command = replace(command, counters=None)
        if is_secret(row, viewer, known):
            command = another_secret(state, row.actor, viewer, chance) or command
        others.append(taken(state, row.actor, command, at_row(seq)))
        state = others[-1].after
    return others


def with_other_agendas(setup: Setup, viewer: str, chance: Random) -> NewGame:
    command = setup.command()
    wished = {r.id: chance.choice(sorted(r.agendas)) for r in setup.deck.roles if r.agendas and r.id != viewer}
    return replace(command, agendas=wished)


def another_secret(state: State, actor: str, viewer: str, chance: Random) -> Command | None:
    """Another word in private, or an offer that comes to nothing; None where there is nobody to tell it to."""
    found = legal(state, actor)
    others = [role for role in found.talk if role not in ("table", viewer)]
    if not others:
        return None
    to = (chance.choice(others),)
    offer = c.Offer(to, "bargain", actor, chance.randint(4, 12), "my_turn_next")
    if len(found.withdraw) < OFFERS_AT_MOST and not isinstance(decide(state, actor, offer, 0), Refusal):
        return offer
    return c.Say(to, numbers(state, Dice(str(chance.random()))))


def written(rows: list[Row], secret: set[int], words: str) -> History:
    """The history of these rows, with other words beside the secret ones."""
    return History(journal(rows, lambda seq, row: words if seq in secret else f"words of row {seq}"))


def overheard(setup: Setup, rows: list[Row], viewer: str, chance: Random) -> tuple[int, list[tuple[str, str]]]:
    """How many rows are secret from this viewer, and every frame that differs with what they hold."""
    known = brought_to_light(rows, viewer)
    secret = {seq for seq, row in enumerate(rows, start=1) if is_secret(row, viewer, known)}
    otherwise = played_otherwise(setup, rows, viewer, chance)
    one, two = written(rows, secret, "a secret"), written(otherwise, secret, "quite another")
    pairs = zip(frames(one, viewer), frames(two, viewer), strict=True)
    return len(secret), [(here, there) for here, there in pairs if here != there]


@settings(max_examples=20)
@given(crowds(), st.integers(0, 10**6))
def test_other_secrets_of_others_change_no_byte_that_anybody_is_sent(setup: Setup, seed: int) -> None:
    rows = list(play(setup))
    chance = Random(seed)
    for viewer in {chance.choice(list(rows[-1].after.roles)), chance.choice(("table", "host"))}:
        assert overheard(setup, rows, viewer, chance)[1] == []


def named_unseen(rows: list[Row], viewer: str) -> set[int]:
    """Offers that an event names to this viewer although it has seen neither them nor what was struck."""
    seen, unseen = {0}, set()
    for row in rows:
        events = [event for event in row.events if see(row.after, viewer, event)]
        named = {event.counters for event in events if isinstance(event, e.OfferMade) and event.counters}
        named |= {event.offer for event in events if isinstance(event, e.OfferAnswered | e.PromiseEnded)}
        seen |= {event.offer for event in events if isinstance(event, e.OfferMade | e.BargainStruck | e.PactSigned)}
        unseen |= named - seen
    return unseen


@settings(max_examples=40)
@given(crowds(of=st.just(SHIPPED)))
def test_no_offer_is_named_to_who_has_not_seen_it_not_even_by_a_counter_offer(setup: Setup) -> None:
    rows = list(play(setup))
    for viewer in seats_and_screens(rows[-1].after):
        assert named_unseen(rows, viewer) == set()


FOUR = {"pct": "open", "council": "open", "charity": "tactical", "government": "open"}
KNOWN = Setup(SHIPPED, FOUR, "b", 3, "standard", True)


def test_in_a_game_of_people_much_is_secret_and_seen_as_no_more_than_a_number() -> None:
    rows = list(play(KNOWN))
    for viewer in seats_and_screens(rows[-1].after):
        many, differing = overheard(KNOWN, rows, viewer, Random(1))
        assert many >= 10 and differing == [], viewer
        known = brought_to_light(rows, viewer)
        sent = frames(History(journal(rows)), viewer)
        secret = [seq for seq, row in enumerate(rows, start=1) if is_secret(row, viewer, known)]
        assert {sent[seq - 1] for seq in secret} == {f'{{"type":"skip","seq":{seq}}}' for seq in secret}


def test_however_much_two_others_answer_each_other_nobody_else_is_sent_a_change() -> None:
    """Answered offers are kept for a while; what others answer must push none out of a seat's view."""
    setup = Setup(SHIPPED, dict.fromkeys(FOUR, "share"), "much ado", 3)
    opening = new_game(setup.deck, setup.command(), 0)
    assert not isinstance(opening, Refusal)
    rows = [Row(None, "host", setup.command(), opening, fold(None, opening))]
    for a, b in (("charity", "pct"), *[("council", "pct")] * 24):
        for actor, command in (
            (a, c.Offer((b,), "bargain", b, 4, "my_turn_next")), (b, c.Answer(len(rows) + 1, accept=False)),
        ):
            rows.append(taken(rows[-1].after, actor, command, at_row(len(rows) + 1)))
    assert len(view(rows[-1].after, "charity").closed) == 1
    assert len(view(rows[-1].after, "pct").closed) < 24, "they are not kept without end"
    sent = frames(History(journal(rows)), "charity", after=3)[1:]
    assert sent == [f'{{"type":"skip","seq":{seq}}}' for seq in range(4, len(rows) + 1)]


def _leaky_event(kind: type) -> Any:
    def seeing(state: State, viewer: str, event: e.Event) -> e.Event | None:
        return event if isinstance(event, kind) else see(state, viewer, event)

    return seeing


@pytest.mark.parametrize("kind", [e.Said, e.OfferMade, e.OfferAnswered, e.Scored, e.Noted])
def test_a_server_that_sends_one_private_kind_to_everybody_is_caught(
    kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = list(play(KNOWN))
    monkeypatch.setattr(sight, "see", _leaky_event(kind))
    assert overheard(KNOWN, rows, "table", Random(1))[1]


def _leaky_view(what: str) -> Any:
    leaks: dict[str, Any] = {
        "how many offers": lambda state: len(state.offers),
        "how offers were answered": lambda state: [each.how for each in state.closed],
        "who told whom": lambda state: [(each.role, each.to) for each in state.told],
        "the numbers told": lambda state: [each.tells for each in state.told],
        "agendas": lambda state: [own.agenda for own in state.roles.values()],
    }

    def looking(state: State, viewer: str) -> View:
        return replace(view(state, viewer), title=repr(leaks[what](state)))

    return looking


@pytest.mark.parametrize("what", [
    "how many offers", "how offers were answered", "who told whom", "the numbers told", "agendas",
])
def test_a_server_whose_view_tells_one_thing_more_is_caught(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(play(KNOWN))
    monkeypatch.setattr(sight, "view", _leaky_view(what))
    assert overheard(KNOWN, rows, "table", Random(1))[1]
