"""The fold: one event applied to the state. Never decides, never draws (section 13.1)."""

from collections.abc import Callable, Sequence
from typing import Any, get_args

from msgspec.structs import force_setattr, replace

from game_rules import events as e
from game_rules.copies import count_fact, mend, set_all, set_role
from game_rules.deck import card_of
from game_rules.evolve_deals import DEALS
from game_rules.seats import cast_of
from game_rules.state import End, Result, RoleState, Score, State


def fold(state: State | None, events: Sequence[e.Event]) -> State:
    """The state after one more row. The first row (state None) must open the game."""
    copy = state and thawed(state)
    if copy is None and events and isinstance(events[0], e.GameOpened):
        copy, events = opened(events[0]), events[1:]
    known = _known(copy)
    for event in events:
        apply(known, event)
    force_setattr(known, "seq", known.seq + 1)
    record(known, events)
    return known


def evolve(state: State, event: e.Event) -> State:
    """The state after one event. An event that moves nothing by itself leaves the state as it is."""
    copy = thawed(state)
    apply(copy, event)
    record(copy, (event,))
    return copy


def record(copy: State, events: Sequence[e.Event]) -> None:
    """Keep a row of which headlines are made until the next round, whole: who asks for headlines picks them out."""
    if not RECORDED.isdisjoint(map(type, events)):
        force_setattr(copy, "record", (*copy.record, tuple(events)))


def thawed(state: State) -> State:
    """A copy that `apply` may change as long as nobody else has seen it: its dicts and roles are its own."""
    copy = replace(state)
    force_setattr(copy, "roles", {role: replace(own) for role, own in state.roles.items()})
    force_setattr(copy, "tracks", state.tracks.copy())
    force_setattr(copy, "bonds", state.bonds.copy())
    force_setattr(copy, "sore", state.sore.copy())
    return copy


def thawed_for(state: State, event: Any) -> tuple[State, bool]:
    """A copy that this event may change, and whether `thawed` made it, so that any other event may too.

    Most of a table's turns are a word, a pledge or a sheet: they need no copy of the other roles or of the numbers.
    """
    kind = type(event)
    if kind in OF_ONE_ROLE:
        copy, role = replace(state), event.role
        roles = state.roles.copy()
        roles[role] = replace(roles[role])
        force_setattr(copy, "roles", roles)
        return copy, False
    if kind in OF_THE_STATE_ALONE:
        return replace(state), False
    return thawed(state), True


def apply(copy: State, event: e.Event) -> None:
    """Let one event happen to a thawed copy. Most kinds that move nothing by themselves say what others come from."""
    change = CHANGES[type(event)]
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
        seed=event.seed, order=event.order, cast=cast, roles=roles, sitting=cast.seated, tracks=tracks,
        bonds=dict.fromkeys(cast.pairs, 0), sore=dict.fromkeys(cast.pairs, 0),
    )


def _known(state: State | None) -> State:
    if state is None:
        raise ValueError("a journal begins with game_opened; this one does not")
    return state


def _count_away(state: State) -> State:
    for role, own in state.roles.items():
        if own.retreated:
            state = count_fact(state, role, "rounds_away")
    return state


def _centre(state: State) -> str | None:
    return next(iter(state.cast.has_instruments), None)


def _drawn(state: State, event: e.Drawn) -> State:
    force_setattr(state, "drawn", state.drawn + event.count)
    return state


def _seat_taken(state: State, event: e.SeatTaken) -> State:
    return set_role(state, event.role, seat="person")


def _seat_handed(state: State, event: e.SeatHanded) -> State:
    return set_role(state, event.role, seat=event.to)


def _phase_began(state: State, event: e.PhaseBegan) -> State:
    for own in state.roles.values():
        if own.ready:
            force_setattr(own, "ready", False)
    force_setattr(state, "phase", event.phase)
    if event.round != state.round:
        force_setattr(state, "round", event.round)
    if event.deadline != state.deadline:
        force_setattr(state, "deadline", event.deadline)
    force_setattr(state, "deadline_seq", state.seq + 1)
    return state


def _paused(state: State, event: e.Paused) -> State:
    return set_all(state, paused=True, paused_left=event.left, deadline=None)


def _resumed(state: State, event: e.Resumed) -> State:
    return set_all(
        state, paused=False, paused_left=None, deadline=event.deadline, deadline_seq=state.seq + 1
    )


def _time_added(state: State, event: e.TimeAdded) -> State:
    return set_all(state, deadline=event.deadline, deadline_seq=state.seq + 1)


def _round_began(state: State, event: e.RoundBegan) -> State:
    state = _count_away(state)
    for own in state.roles.values():
        force_setattr(own, "sheet", None)
        if own.sheet_words:
            force_setattr(own, "sheet_words", 0)
        if own.pledge:
            force_setattr(own, "pledge", 0)
        if own.announced:
            force_setattr(own, "announced", False)
    force_setattr(state, "named_last", state.named)
    for name, blank in _BLANK:
        force_setattr(state, name, blank)
    force_setattr(state, "round", event.round)
    force_setattr(state, "card", event.card)
    force_setattr(state, "shuffle", event.shuffle)
    return state


def _weather_drawn(state: State, event: e.WeatherDrawn) -> State:
    force_setattr(state, "weather", event.chip)
    return state


def _instrument_applied(state: State, event: e.InstrumentApplied) -> State:
    if event.instrument == "inspect":
        state = count_fact(state, _centre(state), "inspections")
    force_setattr(state, "instrument", event.instrument)
    force_setattr(state, "next_instrument", None)
    return state


def _instrument_chosen(state: State, event: e.InstrumentChosen) -> State:
    if event.instrument == "back":
        state = count_fact(state, event.role, "stood_back")
    return set_all(state, next_instrument=event.instrument)


def _need_set(state: State, event: e.NeedSet) -> State:
    # The trust that prices contributions and imposing is fixed here for the round (3.2 Brief).
    force_setattr(state, "need", event.need)
    force_setattr(state, "need_parts", event.parts)
    force_setattr(state, "brief_trust", state.tracks["trust"])
    return state


def _backing_drawn(state: State, event: e.BackingDrawn) -> State:
    force_setattr(state.roles[event.role], "backing", event.backing)
    return state


def _track_moved(state: State, event: e.TrackMoved) -> State:
    track, delta = event.track, event.delta
    state.tracks[track] += delta
    if delta > 0 and track == "trust":
        force_setattr(state, "trust_risen", state.trust_risen + delta)
    return state


def _number_moved(state: State, event: e.NumberMoved) -> State:
    own, what = state.roles[event.role], event.what
    force_setattr(own, what, getattr(own, what) + event.delta)
    return state


def _bond_moved(state: State, event: e.BondMoved) -> State:
    state.bonds[event.pair] += event.delta
    return state


def _sore_moved(state: State, event: e.SoreMoved) -> State:
    state.sore[event.pair] += event.delta
    return state


def _word_moved(state: State, event: e.WordMoved) -> State:
    own = state.roles[event.role]
    return set_role(state, event.role, word=own.word + event.delta, broke=(*own.broke, state.round))


def _announced(state: State, event: e.Announced) -> State:
    force_setattr(state.roles[event.role], "announced", True)
    return state


def _pledged(state: State, event: e.Pledged) -> State:
    force_setattr(state.roles[event.role], "pledge", event.brings)
    return state


def _readied(state: State, event: e.Readied) -> State:
    return set_role(state, event.role, ready=True)


def _sheet_laid(state: State, event: e.SheetLaid) -> State:
    own = state.roles[event.role]
    force_setattr(own, "sheet", event.sheet)
    force_setattr(own, "sheet_words", event.words)
    force_setattr(own, "ready", True)
    return state


def _sheet_returned(state: State, event: e.SheetReturned) -> State:
    return set_role(state, event.role, sheet=None, sheet_words=0, ready=False)


def _sheets_opened(state: State, event: e.SheetsOpened) -> State:
    options = card_of(state.deck, state.card or "").option_by_id
    for role, sheet in event.sheets.items():
        own = state.roles[role]
        force_setattr(own, "postures", (*own.postures, options[sheet.option].posture))
    return state


def _named(state: State, event: e.Named) -> State:
    return set_all(state, named=True)


def _contained(state: State, event: e.NamingContained) -> State:
    return mend(state, event.pairs)


def _papered(state: State, event: e.PaperedOver) -> State:
    return set_all(state, papered=True)


def _called_out(state: State, event: e.CalledOut) -> State:
    return count_fact(state, event.target, "called_out")


def _brought(state: State, event: e.Brought) -> State:
    own = state.roles[event.role]
    force_setattr(own, "brought", (*own.brought, event.effort))
    force_setattr(own, "pledged", (*own.pledged, own.pledge))
    return state


def _imposed(state: State, event: e.Imposed) -> State:
    return count_fact(state, event.role, "imposed")


def _card_met(state: State, event: e.CardMet) -> State:
    if state.instrument == "target":
        state = count_fact(state, _centre(state), "targets_met")
    result = Result(
        met=True, brought=event.brought, need=event.need, credited=event.credited, imposed_by=event.imposed_by
    )
    force_setattr(state, "result", result)
    return state


def _card_missed(state: State, event: e.CardMissed) -> State:
    result = Result(met=False, brought=event.brought, need=event.need, key_missing=event.key_missing)
    return set_all(state, result=result)


def _erupted(state: State, event: e.Erupted) -> State:
    return set_all(state, eruptions=event.count, eruption_rounds=(*state.eruption_rounds, state.round))


def _retreated(state: State, event: e.Retreated) -> State:
    return _seated_again(set_role(state, event.role, retreated=True))


def _returned(state: State, event: e.Returned) -> State:
    return _seated_again(set_role(state, event.role, retreated=False))


def _seated_again(state: State) -> State:
    """Who sits at the table, after somebody left it or came back."""
    return set_all(state, sitting=tuple([role for role in state.cast.seated if not state.roles[role].retreated]))


def _brink(state: State, event: e.BrinkReached) -> State:
    return set_all(state, brink=event.reasons)


def _brink_cleared(state: State, event: e.BrinkCleared) -> State:
    return set_all(state, brink=())


def _ended(state: State, event: e.GameEnded) -> State:
    standing = {role: own.standing for role, own in state.roles.items()}
    end = End(survived=event.survived, cause=event.cause, outcomes=state.tracks["outcomes"], standing=standing)
    return set_all(_count_away(state), end=end)


def _restarted(state: State, event: e.Restarted) -> State:
    for role in event.back:
        state = set_role(state, role, retreated=False)
    return set_all(_seated_again(state), end=None, scores={}, restarted=True, eruptions=event.eruptions)


def _counted(state: State, event: e.CoalitionsCounted) -> State:
    force_setattr(state, "alive", (*state.alive, event.alive))
    return state


def _scored(state: State, event: e.Scored) -> State:
    score = Score(score=event.score, parts=event.parts, clauses=event.clauses, par=event.par, band=event.band)
    return set_all(state, scores={**state.scores, event.role: score})


_BLANK: tuple[tuple[str, Any], ...] = (
    ("told", ()), ("closed", ()), ("need", 0), ("need_parts", {}), ("weather", None), ("instrument", None),
    ("trust_risen", 0), ("papered", False), ("named", False), ("record", ()),
)
"""What a round begins with."""
CHANGES: dict[type, Callable[[State, Any], State] | None] = {
    **dict.fromkeys(get_args(e.Event)),
    e.Drawn: _drawn, e.SeatTaken: _seat_taken, e.SeatHanded: _seat_handed, e.PhaseBegan: _phase_began,
    e.Paused: _paused, e.Resumed: _resumed, e.TimeAdded: _time_added, e.RoundBegan: _round_began,
    e.WeatherDrawn: _weather_drawn, e.InstrumentApplied: _instrument_applied,
    e.InstrumentChosen: _instrument_chosen, e.NeedSet: _need_set, e.BackingDrawn: _backing_drawn,
    e.TrackMoved: _track_moved, e.NumberMoved: _number_moved, e.BondMoved: _bond_moved,
    e.SoreMoved: _sore_moved, e.WordMoved: _word_moved, e.Announced: _announced, e.Pledged: _pledged,
    e.Readied: _readied, e.SheetLaid: _sheet_laid, e.SheetsOpened: _sheets_opened, e.Named: _named,
    e.NamingContained: _contained,
    e.PaperedOver: _papered, e.CalledOut: _called_out, e.Brought: _brought, e.Imposed: _imposed,
    e.CardMet: _card_met, e.CardMissed: _card_missed, e.Erupted: _erupted, e.Retreated: _retreated,
    e.Returned: _returned, e.BrinkReached: _brink, e.BrinkCleared: _brink_cleared, e.GameEnded: _ended,
    e.Restarted: _restarted, e.Scored: _scored,
    e.CoalitionsCounted: _counted, e.SheetReturned: _sheet_returned, **DEALS,
}
"""What each kind of event changes in a thawed copy; None: nothing by itself."""
RECORDED: frozenset[type] = frozenset({
    e.NeedSet, e.Brought, e.CardMet, e.CardMissed, e.Imposed, e.NamingContained, e.NumberMoved, e.TrackMoved,
    e.RakedOver, e.PaperedOver, e.PromiseEnded, e.Erupted, e.Retreated, e.Returned, e.BrinkReached, e.GameEnded,
})
"""Kinds that headlines are made of."""
OF_THE_STATE_ALONE: frozenset[type] = frozenset({e.Said, e.OfferMade, e.OfferAnswered, e.BargainStruck, e.PactSigned})
"""Kinds that change neither a role nor a number of the table."""
OF_ONE_ROLE: frozenset[type] = frozenset({e.Announced, e.Pledged, e.SheetLaid, e.Committed})
"""Kinds that change nothing but the role that they name."""
