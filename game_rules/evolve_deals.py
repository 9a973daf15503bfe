"""The fold of what is said, offered and promised (section 5). Never decides, never draws."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

from msgspec.structs import force_setattr, replace

from game_rules import events as e
from game_rules.copies import count_fact, mend, set_all
from game_rules.deck import role_of
from game_rules.ledger import carried_once_more
from game_rules.seats import pair_name
from game_rules.state import Bargain, ClosedOffer, Debt, EndedPact, OpenOffer, Pact, Spare, State, Told

CLOSED_MAX = 8
"""Answered offers of a round that stay in view, among the same parties: enough for each to have tried everything."""


def _said(state: State, event: e.Said) -> State:
    if event.tells is None:
        return state
    role, to = event.role, event.to
    rest = [each for each in state.told if each.role != role or each.to != to and set(each.to) != set(to)]
    force_setattr(state, "told", (*rest, Told(role=role, to=to, tells=event.tells)))
    return state


def _offer_made(state: State, event: e.OfferMade) -> State:
    offer = OpenOffer(
        id=event.offer, role=event.role, to=event.to, kind=event.kind, carrier=event.carrier, brings=event.brings,
        gives=event.gives, capacity=event.capacity, words=event.words,
    )
    return set_all(state, offers=(*state.offers, offer))


def _offer_answered(state: State, event: e.OfferAnswered) -> State:
    offer = next(each for each in state.offers if each.id == event.offer)
    accepted = (*offer.accepted, event.role) if event.answer == "accepted" else offer.accepted
    waits = event.answer == "accepted" and set(accepted) != set(offer.to)
    rest = tuple(each for each in state.offers if each.id != event.offer)
    if waits:
        return set_all(state, offers=(*rest, replace(offer, accepted=accepted)))
    closed = ClosedOffer(offer=offer, how=event.answer, by=event.role)
    return set_all(state, offers=rest, closed=_with_latest(state.closed, closed))


def _with_latest(closed: tuple[ClosedOffer, ...], latest: ClosedOffer) -> tuple[ClosedOffer, ...]:
    """What others answer pushes nothing out of a seat's view: it would tell that they did."""
    parties = {latest.offer.role, *latest.offer.to}
    same = [each for each in closed if {each.offer.role, *each.offer.to} == parties]
    if len(same) >= CLOSED_MAX:
        closed = tuple([each for each in closed if each is not same[0]])
    return (*closed, latest)


def _bargain_struck(state: State, event: e.BargainStruck) -> State:
    bargain = Bargain(
        id=event.offer, carrier=event.carrier, asker=event.asker, brings=event.brings, gives=event.gives,
        capacity=event.capacity, words=event.words,
    )
    spare = Spare(id=event.offer, role=event.asker, to=event.carrier, made=state.round, words=event.words)
    spares = (*state.spares, spare) if event.gives == "spare" else state.spares
    return set_all(state, bargains=(*state.bargains, bargain), spares=spares)


def _pact_signed(state: State, event: e.PactSigned) -> State:
    pact = Pact(
        id=event.offer, kind=event.kind, members=event.members, began=state.round, last=event.last, words=event.words
    )
    return set_all(state, pacts=(*state.pacts, pact))


def _pact_carried(state: State, event: e.PactCarried) -> State:
    pacts = (
        replace(each, carried=(*each.carried, event.role)) if each.id == event.offer else each
        for each in state.pacts
    )
    return set_all(state, pacts=tuple(pacts))


def _debt_owed(state: State, event: e.DebtOwed) -> State:
    debt = Debt(id=event.offer, role=event.role, to=event.to, made=state.round, due=event.due, words=event.words)
    return set_all(state, debts=(*state.debts, debt))


def _promise_ended(state: State, event: e.PromiseEnded) -> State:
    if event.kind == "pledge":
        return state
    state = _left_in_the_ground(_count_promise(state, event), event)
    if event.kind in ("pact", "open"):
        return _pact_ended(state, event)
    field = _PROMISES.get(event.kind)
    if field is None:
        return state
    rest = tuple(each for each in getattr(state, field) if each.id != event.offer)
    return set_all(state, carried=carried_once_more(state.carried, event), **{field: rest})


def _pact_ended(state: State, event: e.PromiseEnded) -> State:
    """A pact is broken by each of its breachers with an event of its own; the first ends it."""
    by = (event.role,) if event.role else ()
    before = next((each for each in state.ended_pacts if each.pact.id == event.offer), None)
    if before:
        others = tuple([each for each in state.ended_pacts if each is not before])
        return set_all(state, ended_pacts=(*others, replace(before, by=(*before.by, *by))))
    pact = next(each for each in state.pacts if each.id == event.offer)
    outcome: Any = event.outcome
    ended = EndedPact(pact=pact, outcome=outcome, by=by, round=state.round)
    rest = tuple([each for each in state.pacts if each is not pact])
    return set_all(state, pacts=rest, ended_pacts=(*state.ended_pacts, ended))


def _left_in_the_ground(state: State, event: e.PromiseEnded) -> State:
    """Gold for a debt paid and a pact completed, a splinter for what was broken between two (section 14)."""
    if event.outcome == "completed":
        return mend(state, [pair_name(state.deck, a, b) for a, b in combinations(event.to, 2)])
    if event.role is None:
        return state
    if event.outcome == "kept" and event.kind == "debt":
        return mend(state, [pair_name(state.deck, event.role, each) for each in event.to])
    if event.outcome != "broken":
        return state
    # Two that break the same pact have broken one promise between them.
    already = next((each.by for each in state.ended_pacts if each.pact.id == event.offer), ())
    splinters = state.splinters.copy()
    for each in event.to:
        if each not in already:
            pair = pair_name(state.deck, event.role, each)
            splinters[pair] = splinters.get(pair, 0) + 1
    return set_all(state, splinters=splinters)


def _count_promise(state: State, event: e.PromiseEnded) -> State:
    if event.outcome == "kept" and event.kind in ("bargain", "debt", "spare"):
        return count_fact(state, event.role, "promises_kept")
    if event.outcome != "completed":
        return state
    users = {role for role in event.to if role_of(state.deck, role).speaks_for_users}
    for role in event.to:
        state = count_fact(count_fact(state, role, "promises_kept"), role, "pacts_completed")
        if users - {role}:
            state = count_fact(state, role, "users_pacts_completed")
    return state


_PROMISES = {"bargain": "bargains", "debt": "debts", "spare": "spares"}


DEALS: dict[type, Callable[[State, Any], State]] = {
    e.Said: _said, e.OfferMade: _offer_made, e.OfferAnswered: _offer_answered, e.BargainStruck: _bargain_struck,
    e.PactSigned: _pact_signed, e.PactCarried: _pact_carried, e.DebtOwed: _debt_owed, e.PromiseEnded: _promise_ended,
}
