"""The fold: one event applied to the state. Never decides, never draws (section 13.1)."""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import force_setattr, replace

from game_rules import events as e
from game_rules.deck import card_of, role_of
from game_rules.ledger import carried_once_more
from game_rules.seats import cast_of
from game_rules.state import (
    Bargain,
    ClosedOffer,
    Debt,
    End,
    EndedPact,
    OpenOffer,
    Pact,
    Result,
    RoleState,
    Score,
    Spare,
    State,
    Told,
)


def fold(state: State | None, events: Iterable[e.Event]) -> State:
    """The state after one more row. The first row (state None) must open the game."""
    copy = state and thawed(state)
    for event in events:
        if isinstance(event, e.GameOpened):
            copy = opened(event)
        else:
            apply(_known(copy), event)
    known = _known(copy)
    force_setattr(known, "seq", known.seq + 1)
    return known


def evolve(state: State, event: e.Event) -> State:
    """The state after one event. An event that moves nothing by itself leaves the state as it is."""
    copy = thawed(state)
    apply(copy, event)
    return copy


def thawed(state: State) -> State:
    """A copy that `apply` may change as long as nobody else has seen it: its dicts and roles are its own."""
    copy = replace(state)
    force_setattr(copy, "roles", {role: replace(own) for role, own in state.roles.items()})
    force_setattr(copy, "tracks", state.tracks.copy())
    force_setattr(copy, "bonds", state.bonds.copy())
    force_setattr(copy, "sore", state.sore.copy())
    return copy


def apply(copy: State, event: e.Event) -> None:
    """Let one event happen to a thawed copy."""
    change = _APPLY.get(type(event))
    if change:
        change(copy, event)


def opened(event: e.GameOpened) -> State:
    """The state before anything but the header has happened (seq 0)."""
    rules = event.ruleset
    goodwill = {"gentle": rules.gentle_goodwill, "hard": rules.hard_goodwill}.get(event.preset, 0)
    roles = {
        role.id: RoleState(
            seat=event.seats[role.id], agenda=event.agendas[role.id], goodwill=role.goodwill + goodwill,
            standing=rules.standing, purpose=rules.purpose,
        )
        for role in sorted(event.deck.roles, key=lambda role: role.tie_order)
        if event.seats[role.id] != "none"
    }
    cast = cast_of(event.deck, tuple(roles))
    tracks = {name: getattr(rules, name) for name in ("trust", "common", "tension", "bite", "cred", "outcomes")}
    return State(
        deck=event.deck, ruleset=rules, preset=event.preset, rounds=event.rounds, timers=event.timers,
        seed=event.seed, order=event.order, cast=cast, roles=roles, tracks=tracks,
        bonds=dict.fromkeys(cast.pairs, 0), sore=dict.fromkeys(cast.pairs, 0),
    )


def _known(state: State | None) -> State:
    if state is None:
        raise ValueError("a journal begins with game_opened; this one does not")
    return state


def _set(state: State, **changes: Any) -> State:
    for name, value in changes.items():
        force_setattr(state, name, value)
    return state


def _role(state: State, role: str, **changes: Any) -> State:
    own = state.roles[role]
    for name, value in changes.items():
        force_setattr(own, name, value)
    return state


def _roles(state: State, **changes: Any) -> State:
    for role in state.roles:
        _role(state, role, **changes)
    return state


def _count(state: State, role: str | None, fact: str) -> State:
    if role is None or role not in state.roles:
        return state
    facts = state.roles[role].facts
    return _role(state, role, facts={**facts, fact: facts.get(fact, 0) + 1})


def _count_away(state: State) -> State:
    for role, own in state.roles.items():
        if own.retreated:
            state = _count(state, role, "rounds_away")
    return state


def _centre(state: State) -> str | None:
    return next(iter(state.cast.has_instruments), None)


def _drawn(state: State, event: e.Drawn) -> State:
    return _set(state, drawn=state.drawn + event.count)


def _seat_taken(state: State, event: e.SeatTaken) -> State:
    return _role(state, event.role, seat="person")


def _seat_handed(state: State, event: e.SeatHanded) -> State:
    return _role(state, event.role, seat=event.to)


def _phase_began(state: State, event: e.PhaseBegan) -> State:
    state = _roles(state, ready=False)
    return _set(
        state, phase=event.phase, round=event.round, deadline=event.deadline, deadline_seq=state.seq + 1
    )


def _paused(state: State, event: e.Paused) -> State:
    return _set(state, paused=True, paused_left=event.left, deadline=None)


def _resumed(state: State, event: e.Resumed) -> State:
    return _set(
        state, paused=False, paused_left=None, deadline=event.deadline, deadline_seq=state.seq + 1
    )


def _time_added(state: State, event: e.TimeAdded) -> State:
    return _set(state, deadline=event.deadline, deadline_seq=state.seq + 1)


def _round_began(state: State, event: e.RoundBegan) -> State:
    state = _roles(_count_away(state), sheet=None, sheet_words=0, pledge=0, announced=False)
    return _set(
        state, told=(), closed=(), round=event.round, card=event.card, shuffle=event.shuffle, need=0, need_parts={},
        weather=None, instrument=None, trust_risen=0, papered=False, named_last=state.named, named=False,
    )


def _weather_drawn(state: State, event: e.WeatherDrawn) -> State:
    return _set(state, weather=event.chip)


def _instrument_applied(state: State, event: e.InstrumentApplied) -> State:
    if event.instrument == "inspect":
        state = _count(state, _centre(state), "inspections")
    return _set(state, instrument=event.instrument, next_instrument=None)


def _instrument_chosen(state: State, event: e.InstrumentChosen) -> State:
    if event.instrument == "back":
        state = _count(state, event.role, "stood_back")
    return _set(state, next_instrument=event.instrument)


def _need_set(state: State, event: e.NeedSet) -> State:
    # The trust that prices contributions and imposing is fixed here for the round (3.2 Brief).
    return _set(state, need=event.need, need_parts=event.parts, brief_trust=state.tracks["trust"])


def _backing_drawn(state: State, event: e.BackingDrawn) -> State:
    return _role(state, event.role, backing=event.backing)


def _track_moved(state: State, event: e.TrackMoved) -> State:
    state.tracks[event.track] += event.delta
    if event.track == "trust" and event.delta > 0:
        force_setattr(state, "trust_risen", state.trust_risen + event.delta)
    return state


def _number_moved(state: State, event: e.NumberMoved) -> State:
    own = state.roles[event.role]
    force_setattr(own, event.what, getattr(own, event.what) + event.delta)
    return state


def _bond_moved(state: State, event: e.BondMoved) -> State:
    state.bonds[event.pair] += event.delta
    return state


def _sore_moved(state: State, event: e.SoreMoved) -> State:
    state.sore[event.pair] += event.delta
    return state


def _word_moved(state: State, event: e.WordMoved) -> State:
    own = state.roles[event.role]
    return _role(state, event.role, word=own.word + event.delta, broke=(*own.broke, state.round))


def _announced(state: State, event: e.Announced) -> State:
    return _role(state, event.role, announced=True)


def _pledged(state: State, event: e.Pledged) -> State:
    return _role(state, event.role, pledge=event.brings)


def _said(state: State, event: e.Said) -> State:
    if event.tells is None:
        return state
    told = Told(role=event.role, to=event.to, tells=event.tells)
    rest = tuple([each for each in state.told if each.role != told.role or each.to != told.to])
    return _set(state, told=(*rest, told))


def _offer_made(state: State, event: e.OfferMade) -> State:
    offer = OpenOffer(
        id=event.offer, role=event.role, to=event.to, kind=event.kind, carrier=event.carrier, brings=event.brings,
        gives=event.gives, capacity=event.capacity, words=event.words,
    )
    return _set(state, offers=(*state.offers, offer))


def _offer_answered(state: State, event: e.OfferAnswered) -> State:
    offer = next(each for each in state.offers if each.id == event.offer)
    accepted = (*offer.accepted, event.role) if event.answer == "accepted" else offer.accepted
    waits = event.answer == "accepted" and set(accepted) != set(offer.to)
    rest = tuple(each for each in state.offers if each.id != event.offer)
    if waits:
        return _set(state, offers=(*rest, replace(offer, accepted=accepted)))
    closed = ClosedOffer(offer=offer, how=event.answer, by=event.role)
    return _set(state, offers=rest, closed=(*state.closed, closed))


def _bargain_struck(state: State, event: e.BargainStruck) -> State:
    bargain = Bargain(
        id=event.offer, carrier=event.carrier, asker=event.asker, brings=event.brings, gives=event.gives,
        capacity=event.capacity, words=event.words,
    )
    spare = Spare(id=event.offer, role=event.asker, to=event.carrier, made=state.round, words=event.words)
    spares = (*state.spares, spare) if event.gives == "spare" else state.spares
    return _set(state, bargains=(*state.bargains, bargain), spares=spares)


def _pact_signed(state: State, event: e.PactSigned) -> State:
    pact = Pact(
        id=event.offer, kind=event.kind, members=event.members, began=state.round, last=event.last, words=event.words
    )
    return _set(state, pacts=(*state.pacts, pact))


def _pact_carried(state: State, event: e.PactCarried) -> State:
    pacts = (
        replace(each, carried=(*each.carried, event.role)) if each.id == event.offer else each
        for each in state.pacts
    )
    return _set(state, pacts=tuple(pacts))


def _debt_owed(state: State, event: e.DebtOwed) -> State:
    debt = Debt(id=event.offer, role=event.role, to=event.to, made=state.round, due=event.due, words=event.words)
    return _set(state, debts=(*state.debts, debt))


def _promise_ended(state: State, event: e.PromiseEnded) -> State:
    state = _count_promise(state, event)
    if event.kind in ("pact", "open"):
        return _pact_ended(state, event)
    field = _PROMISES.get(event.kind)
    if field is None:
        return state
    rest = tuple(each for each in getattr(state, field) if each.id != event.offer)
    return _set(state, carried=carried_once_more(state.carried, event), **{field: rest})


def _pact_ended(state: State, event: e.PromiseEnded) -> State:
    """A pact is broken by each of its breachers with an event of its own; the first ends it."""
    by = (event.role,) if event.role else ()
    before = next((each for each in state.ended_pacts if each.pact.id == event.offer), None)
    if before:
        others = tuple([each for each in state.ended_pacts if each is not before])
        return _set(state, ended_pacts=(*others, replace(before, by=(*before.by, *by))))
    pact = next(each for each in state.pacts if each.id == event.offer)
    outcome: Any = event.outcome
    ended = EndedPact(pact=pact, outcome=outcome, by=by, round=state.round)
    rest = tuple([each for each in state.pacts if each is not pact])
    return _set(state, pacts=rest, ended_pacts=(*state.ended_pacts, ended))


def _counted(state: State, event: e.CoalitionsCounted) -> State:
    return _set(state, alive=(*state.alive, event.alive))


def _count_promise(state: State, event: e.PromiseEnded) -> State:
    if event.outcome == "kept" and event.kind in ("bargain", "debt", "spare"):
        return _count(state, event.role, "promises_kept")
    if event.outcome != "completed":
        return state
    users = {role for role in event.to if role_of(state.deck, role).speaks_for_users}
    for role in event.to:
        state = _count(_count(state, role, "promises_kept"), role, "pacts_completed")
        if users - {role}:
            state = _count(state, role, "users_pacts_completed")
    return state


_PROMISES = {"bargain": "bargains", "debt": "debts", "spare": "spares"}


def _readied(state: State, event: e.Readied) -> State:
    return _role(state, event.role, ready=True)


def _sheet_laid(state: State, event: e.SheetLaid) -> State:
    return _role(state, event.role, sheet=event.sheet, sheet_words=event.words, ready=True)


def _sheet_returned(state: State, event: e.SheetReturned) -> State:
    return _role(state, event.role, sheet=None, sheet_words=0, ready=False)


def _sheets_opened(state: State, event: e.SheetsOpened) -> State:
    options = card_of(state.deck, state.card or "").option_by_id
    for role, sheet in event.sheets.items():
        state = _role(state, role, postures=(*state.roles[role].postures, options[sheet.option].posture))
    return state


def _named(state: State, event: e.Named) -> State:
    return _set(state, named=True)


def _papered(state: State, event: e.PaperedOver) -> State:
    return _set(state, papered=True)


def _called_out(state: State, event: e.CalledOut) -> State:
    return _count(state, event.target, "called_out")


def _brought(state: State, event: e.Brought) -> State:
    own = state.roles[event.role]
    return _role(state, event.role, brought=(*own.brought, event.effort), pledged=(*own.pledged, own.pledge))


def _imposed(state: State, event: e.Imposed) -> State:
    return _count(state, event.role, "imposed")


def _card_met(state: State, event: e.CardMet) -> State:
    if state.instrument == "target":
        state = _count(state, _centre(state), "targets_met")
    result = Result(
        met=True, brought=event.brought, need=event.need, credited=event.credited, imposed_by=event.imposed_by
    )
    return _set(state, result=result)


def _card_missed(state: State, event: e.CardMissed) -> State:
    result = Result(met=False, brought=event.brought, need=event.need, key_missing=event.key_missing)
    return _set(state, result=result)


def _erupted(state: State, event: e.Erupted) -> State:
    return _set(state, eruptions=event.count, eruption_rounds=(*state.eruption_rounds, state.round))


def _retreated(state: State, event: e.Retreated) -> State:
    return _role(state, event.role, retreated=True)


def _returned(state: State, event: e.Returned) -> State:
    return _role(state, event.role, retreated=False)


def _brink(state: State, event: e.BrinkReached) -> State:
    return _set(state, brink=event.reasons)


def _brink_cleared(state: State, event: e.BrinkCleared) -> State:
    return _set(state, brink=())


def _ended(state: State, event: e.GameEnded) -> State:
    standing = {role: own.standing for role, own in state.roles.items()}
    end = End(survived=event.survived, cause=event.cause, outcomes=state.tracks["outcomes"], standing=standing)
    return _set(_count_away(state), end=end)


def _restarted(state: State, event: e.Restarted) -> State:
    for role in event.back:
        state = _role(state, role, retreated=False)
    return _set(state, end=None, scores={}, restarted=True, eruptions=event.eruptions)


def _scored(state: State, event: e.Scored) -> State:
    score = Score(score=event.score, parts=event.parts, clauses=event.clauses, par=event.par, band=event.band)
    return _set(state, scores={**state.scores, event.role: score})


_APPLY: dict[type, Callable[[State, Any], State]] = {
    e.Drawn: _drawn, e.SeatTaken: _seat_taken, e.SeatHanded: _seat_handed, e.PhaseBegan: _phase_began,
    e.Paused: _paused, e.Resumed: _resumed, e.TimeAdded: _time_added, e.RoundBegan: _round_began,
    e.WeatherDrawn: _weather_drawn, e.InstrumentApplied: _instrument_applied,
    e.InstrumentChosen: _instrument_chosen, e.NeedSet: _need_set, e.BackingDrawn: _backing_drawn,
    e.TrackMoved: _track_moved, e.NumberMoved: _number_moved, e.BondMoved: _bond_moved,
    e.SoreMoved: _sore_moved, e.WordMoved: _word_moved, e.Announced: _announced, e.Pledged: _pledged,
    e.Readied: _readied, e.SheetLaid: _sheet_laid, e.SheetsOpened: _sheets_opened, e.Named: _named,
    e.PaperedOver: _papered, e.CalledOut: _called_out, e.Brought: _brought, e.Imposed: _imposed,
    e.CardMet: _card_met, e.CardMissed: _card_missed, e.Erupted: _erupted, e.Retreated: _retreated,
    e.Returned: _returned, e.BrinkReached: _brink, e.BrinkCleared: _brink_cleared, e.GameEnded: _ended,
    e.Restarted: _restarted, e.Scored: _scored, e.OfferMade: _offer_made, e.OfferAnswered: _offer_answered,
    e.BargainStruck: _bargain_struck, e.PactSigned: _pact_signed, e.PactCarried: _pact_carried,
    e.CoalitionsCounted: _counted,
    e.SheetReturned: _sheet_returned, e.Said: _said, e.DebtOwed: _debt_owed, e.PromiseEnded: _promise_ended,
}
