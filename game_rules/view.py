"""The only place that decides what a viewer may see. Secrets are denied by default: what is not named here stays.

A viewer is a role id, `table` (the room's projector) or `host`; a host sees no more than the room.
"""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game_rules import events as e
from game_rules.agendas import clause_views
from game_rules.cards import Card, Option, may_take, terms
from game_rules.coalitions import Coalition, coalitions
from game_rules.deck import role_of
from game_rules.headlines import Headline, headlines
from game_rules.legal import legal
from game_rules.roles import Role
from game_rules.seats import at_table, is_bot, members, pair_name, strain
from game_rules.sheets import brings, dealt, price, printed_for
from game_rules.state import OpenOffer, Pact, RoleState, State
from game_rules.tracks import TOP, TRACKS, clamp
from game_rules.view_types import (
    BargainView,
    CardView,
    ClosedView,
    CoalitionView,
    DebtView,
    EndView,
    HeldBy,
    Me,
    NeedView,
    OfferView,
    OptionView,
    PactView,
    PairView,
    PrintedOption,
    ResultView,
    RoleView,
    ScoreView,
    StandingBand,
    ToldView,
    TrackView,
    View,
)

LOW, HIGH = 3, 7
DISTRUSTED_WORD = -2
STRAIN_TOP = 10
SEAM_ROUNDS = 2
REVEALED = ("reveal", "stocktake", "end")


def view(state: State, viewer: str) -> View:
    """The whole table as this viewer may see it."""
    playing = state.card is not None
    mine = viewer in state.roles
    return View(
        viewer=viewer, deck=state.deck.id, title=state.deck.title, preset=state.preset, timers=state.timers,
        introduces=state.deck.introduces,
        round=state.round, rounds=state.rounds, phase=state.phase, paused=state.paused,
        deadline=state.deadline, paused_left=state.paused_left,
        tracks=tuple(TrackView(name, state.tracks[name], TOP[name]) for name in TRACKS),
        eruptions=state.eruptions, brink=state.brink,
        roles=tuple(_role_view(state, role, hue) for hue, role in enumerate(state.deck.roles)),
        pairs=tuple(_pair_view(state, pair, viewer) for pair in state.bonds),
        card=_card_view(state) if playing else None,
        need=_need_view(state) if playing else None,
        weather=state.weather, instrument=state.instrument,
        options=_options(state, viewer) if playing and mine else (),
        printed=_printed(state, viewer) if playing else (),
        told=tuple(ToldView(t.role, t.to, t.tells) for t in state.told if viewer in heard_by(state, t.role, t.to)),
        offers=tuple(_offer_view(o) for o in state.offers if viewer in (o.role, *o.to)),
        closed=tuple(
            ClosedView(_offer_view(c.offer), c.how, c.by)
            for c in state.closed if viewer in (c.offer.role, *c.offer.to)
        ),
        bargains=tuple(BargainView(b.id, b.carrier, b.asker, b.brings, b.gives, b.capacity) for b in state.bargains),
        debts=tuple(DebtView(d.id, d.role, d.to, d.due) for d in state.debts),
        pacts=tuple(_pact_view(state, pact) for pact in state.pacts),
        waiting_for=waiting_for(state),
        result=_result_view(state),
        headlines=_headlines(state, viewer) if state.phase in REVEALED else (),
        coalitions=_coalitions(state) if state.alive or state.end else (),
        me=_me(state, viewer) if mine else None,
        legal=legal(state, viewer),
        end=_end_view(state, viewer),
    )


def see(state: State, viewer: str, event: e.Event) -> e.Event | None:
    """The event as this viewer may see it, or None. An event type that is not listed is seen by nobody."""
    if isinstance(event, e.SeatHanded) and is_bot(event.to) and event.to != "none":
        return replace(event, to="bot")
    if type(event) in _PUBLIC:
        return event
    audience = _AUDIENCE.get(type(event))
    return event if audience and viewer in audience(state, event) else None


_PUBLIC = frozenset({
    e.SeatTaken, e.SeatHanded, e.PhaseBegan, e.Paused, e.Resumed, e.TimeAdded, e.RoundBegan, e.WeatherDrawn,
    e.InstrumentApplied, e.NeedSet, e.TrackMoved, e.BondMoved, e.WordMoved, e.Announced, e.Pledged, e.Readied,
    e.Committed, e.SheetsOpened, e.Named, e.NamingContained, e.RakedOver, e.PaperedOver, e.CalledOut,
    e.MixedMessage, e.Brought, e.Imposed, e.CardMet, e.CardMissed, e.Erupted, e.Retreated, e.Returned,
    e.BrinkReached, e.BrinkCleared, e.CoalitionsCounted, e.GameEnded, e.Restarted,
    e.BargainStruck, e.PactSigned, e.HandedOver, e.PactHelped, e.PactCarried, e.DebtOwed, e.PromiseEnded,
    e.SheetReturned,
})


def _offer_view(offer: OpenOffer) -> OfferView:
    return OfferView(
        id=offer.id, role=offer.role, to=offer.to, kind=offer.kind, carrier=offer.carrier, brings=offer.brings,
        gives=offer.gives, capacity=offer.capacity, accepted=offer.accepted, words=offer.words,
    )


def _parties(state: State, event: Any) -> tuple[str, ...]:
    """An offer is visible to its parties only; once struck it is public (5.1)."""
    return tuple(event.parties) if isinstance(event, e.OfferAnswered) else (event.role, *event.to)


def _own(state: State, event: Any) -> tuple[str, ...]:
    return (event.role,)


def _pair(state: State, event: Any) -> tuple[str, ...]:
    return members(event.pair)


def _listeners(state: State, event: Any) -> tuple[str, ...]:
    """Table talk reaches whoever sits, also a retreated role; a private word only its parties (3.2)."""
    return heard_by(state, event.role, event.to)


def heard_by(state: State, role: str, to: tuple[str, ...]) -> tuple[str, ...]:
    """Who hears what this role says to these (to the table, when they are none)."""
    return (role, *to) if to else state.cast.seated


_AUDIENCE: dict[type, Callable[[State, Any], tuple[str, ...]]] = {
    e.NumberMoved: _own, e.BackingDrawn: _own, e.InstrumentChosen: _own, e.SheetLaid: _own, e.Noted: _own,
    e.Scored: _own, e.OfferMade: _parties, e.OfferAnswered: _parties, e.SoreMoved: _pair, e.Said: _listeners,
}


def waiting_for(state: State) -> tuple[str, ...]:
    """Roles that the running phase still waits for."""
    if state.phase == "gathering":
        return tuple(r for r, own in state.roles.items() if own.seat == "open")
    if state.phase in ("talk", "commit"):
        return tuple(r for r, own in state.roles.items() if own.sheet is None and not _said_ready(state, own))
    if state.phase == "end":
        return ()
    return tuple(r for r, own in state.roles.items() if own.seat == "person" and not own.ready)


def _said_ready(state: State, own: RoleState) -> bool:
    return state.phase == "talk" and own.ready


def _standing(value: int) -> StandingBand:
    return "low" if value <= LOW else "high" if value >= HIGH else "mid"


def _held_by(own: RoleState | None) -> HeldBy:
    if own is None:
        return "automaton"
    if is_bot(own.seat):
        return "bot"
    return "person" if own.seat == "person" else "open"


def _role_view(state: State, role: Role, hue: int) -> RoleView:
    own = state.roles.get(role.id)
    return RoleView(
        id=role.id, label=role.label, name=role.name, letter=role.letter, hue=hue,
        seated=role.seated, statutory=role.statutory, speaks_for_users=role.speaks_for_users,
        centre=role.has_instruments, held_by=_held_by(own),
        in_play=own is not None, at_table=role.id in at_table(state),
        standing=_standing(own.standing) if own else "mid",
        word=own.word if own else 0, pledge=own.pledge if own else 0,
        believed=own.word > DISTRUSTED_WORD if own else True,
        ready=own.ready if own else False, committed=own.sheet is not None if own else False,
        announced=own.announced if own else False, brought=own.brought if own else (),
        pledged=own.pledged if own else (),
    )


def _pair_view(state: State, pair: str, viewer: str) -> PairView:
    """Members see the true strain; others clamp(ceil(tension / 4) - bond, 0, 10), until the end (section 14)."""
    a, b = members(pair)
    known = viewer in (a, b) or state.end is not None
    shown = strain(state, pair) if known else -(-state.tracks["tension"] // 4) - state.bonds[pair]
    seam = max(0, SEAM_ROUNDS - (state.round - state.mended[pair])) if pair in state.mended else 0
    splinters = state.splinters.get(pair, 0)
    return PairView(pair, a, b, state.bonds[pair], clamp(shown, 0, STRAIN_TOP), known, seam, splinters)


def _pact_view(state: State, pact: Pact) -> PactView:
    rounds = left = None
    if pact.last is not None:
        rounds = pact.last - pact.began + 1
        left = pact.last - state.round + (state.phase not in REVEALED)
    return PactView(pact.id, pact.kind, pact.members, pact.last, rounds, left, pact.carried, pact.words)


def _card_view(state: State) -> CardView:
    card = dealt(state)
    after = state.phase in REVEALED
    return CardView(
        id=card.id, title=card.title, fault_line=card.fault_line, text=card.text, kind=card.kind, heat=card.heat,
        deadline=card.deadline or state.instrument == "fund", split=card.split, lead=_in_play(state, card.lead),
        key=card.key, rankles=_rankles(state, card),
        gains=tuple(s for s in card.gains if s.role in state.roles),
        loses=tuple(s for s in card.loses if s.role in state.roles),
        best=tuple(r for r in card.best if r in state.roles),
        worst=tuple(r for r in card.worst if r in state.roles),
        met=card.met, missed=card.missed,
        learning=card.learning if after else "", debrief=card.debrief if after else "",
    )


def _in_play(state: State, role: str | None) -> str | None:
    return role if role in state.roles else None


def _rankles(state: State, card: Card) -> str | None:
    if card.sore is None or not all(r in state.roles for r in card.sore):
        return None
    return pair_name(state.deck, *card.sore)


def _need_view(state: State) -> NeedView:
    pledged = sum(own.pledge for own in state.roles.values() if own.word > DISTRUSTED_WORD)
    return NeedView(state.need, state.need_parts, pledged, max(0, state.need - pledged))


def _options(state: State, role: str) -> tuple[OptionView, ...]:
    return tuple(_option_view(state, role, option) for option in printed_for(state, role))


def _option_view(state: State, role: str, option: Option) -> OptionView:
    own, cost = state.roles[role], price(state, role, option)
    goodwill, capacity = cost.goodwill or 0, cost.capacity or 0
    short: list[Any] = []
    if state.phase in ("talk", "commit"):
        asked = (("goodwill", goodwill, own.goodwill), ("capacity", capacity, own.capacity))
        short = [what for what, n, has in asked if n > has]
    return OptionView(
        id=option.id, text=option.text, goodwill=goodwill, capacity=capacity, printed=cost.effort or 0,
        brings=brings(state, role, option), effects=cost.effects or (), imposes=option.impose, short=tuple(short),
    )


def _printed(state: State, viewer: str) -> tuple[PrintedOption, ...]:
    """Only the lead sees lead-only options (8.1); after the reveal everybody sees one that was taken."""
    card, revealed = dealt(state), state.phase in REVEALED
    taken = {own.sheet.option for own in state.roles.values() if own.sheet and revealed}
    by_id = {o.id: o for o in card.options}
    shown = (o for each in state.shuffle if not (o := by_id[each]).lead_only or viewer == card.lead or o.id in taken)
    return tuple(_printed_option(state, card, o) for o in shown)


def _printed_option(state: State, card: Card, option: Option) -> PrintedOption:
    effort = {r: terms(option, r).effort or 0 for r in state.roles if may_take(card, option, r)}
    return PrintedOption(option.id, option.text, option.goodwill, option.capacity, effort, option.lead_only)


def _result_view(state: State) -> ResultView | None:
    result = state.result
    if result is None or state.phase not in REVEALED:
        return None
    return ResultView(
        met=result.met, brought=result.brought, need=result.need, credited=result.credited,
        imposed_by=result.imposed_by, key_missing=result.key_missing,
    )


def _me(state: State, role: str) -> Me:
    own, data = state.roles[role], role_of(state.deck, role)
    return Me(
        role=role, brief=data.brief, instruction=data.instruction,
        standing_label=data.standing_label, purpose_label=data.purpose_label,
        goodwill=own.goodwill, capacity=own.capacity, standing=own.standing, purpose=own.purpose,
        capnext=own.capnext, income=data.income, backing=own.backing, agenda=clause_views(state, role),
        instrument=state.next_instrument if data.has_instruments else None, sheet=own.sheet, ready=own.ready,
    )


def _end_view(state: State, viewer: str) -> EndView | None:
    if state.end is None:
        return None
    own = state.scores.get(viewer)
    score = ScoreView(own.score, own.parts, own.clauses, own.par, own.band) if own else None
    temperaments = {r: s.seat for r, s in state.roles.items() if is_bot(s.seat)}
    carried = {a: {b: state.carried.get(a, {}).get(b, 0) for b in state.roles if b != a} for a in state.roles}
    return EndView(state.end.survived, state.end.cause, score, temperaments, carried)


def _headlines(state: State, viewer: str) -> tuple[Headline, ...]:
    """From what this viewer has seen of the round, like all that it is told."""
    return headlines([event for row in state.record for event in row if see(state, viewer, event)], viewer)


def _coalitions(state: State) -> tuple[CoalitionView, ...]:
    """Goodwill is secret until the end, and with it the reserve, the index and its band."""
    return tuple([_coalition_view(each, state.end is not None) for each in coalitions(state)])


def _coalition_view(found: Coalition, over: bool) -> CoalitionView:
    return CoalitionView(
        key=found.key, members=found.members, kind=found.kind, alive=found.alive, lived=found.lived,
        scheduled=found.scheduled, life=found.life, cohesion=found.cohesion, headroom=found.headroom,
        reserve=found.reserve if over else None, index=found.index if over else None,
        band=found.band if over else None, pact=found.pact, outcome=found.outcome, by=found.by,
    )
