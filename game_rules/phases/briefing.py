"""Brief: the card, its need, weather, sore, the instrument, backing and capacity, in the rulebook's order (3.2)."""

from game_rules.chance import shuffled
from game_rules.commands import Instrument
from game_rules.deck import card_of
from game_rules.effects import move_number, move_sore, move_track
from game_rules.events import Backing, BackingDrawn, InstrumentApplied, NeedSet, RoundBegan, WeatherDrawn
from game_rules.promises import settle_spares
from game_rules.ruleset import Ruleset
from game_rules.seats import centre, locals_in_play, pair_name, with_trait
from game_rules.state import RoleState
from game_rules.turn import Turn

BACKING_BAG = 10
AUTOMATON: tuple[Instrument, ...] = ("back", "back", "fund", "target", "inspect")
POOR_OUTCOMES, GOOD_OUTCOMES = 3, 6


def begin_round(turn: Turn) -> None:
    """All eight steps of Brief for the next round."""
    previous_met = turn.state.result is not None and turn.state.result.met
    instrument = _instrument(turn)
    _deal(turn)
    parts = {"card": _printed_need(turn)}
    _weather(turn)
    _place_sore(turn)
    if instrument:
        turn.emit(InstrumentApplied(instrument))
        _apply_instrument(turn, instrument, previous_met)
    settle_spares(turn, instrument)
    parts |= _surcharges(turn)
    turn.emit(NeedSet(sum(parts.values()), parts))
    traits = turn.state.deck.role_by_id
    for role, own in turn.state.roles.items():
        turn.emit(BackingDrawn(role, _backing(turn.rules, turn.draw(BACKING_BAG))))
        _fill(turn, role, own, traits[role].income)


def _deal(turn: Turn) -> None:
    state = turn.state
    card = card_of(state.deck, state.order[state.round % len(state.order)])
    # One order per table and card (13.7): a card that comes again looks the same.
    shuffle = shuffled(f"{state.seed}:options:{card.id}", tuple(card.option_by_id))
    turn.emit(RoundBegan(state.round + 1, card.id, shuffle))
    move_track(turn, "tension", card.heat, "card.heat")


def _printed_need(turn: Turn) -> int:
    """need = ceil((card.need + preset - d) x S / 4); d is 2 if only two locals are in play (Brief 2)."""
    rules, state = turn.rules, turn.state
    preset = {"gentle": rules.gentle_need, "hard": rules.hard_need}.get(state.preset, 0)
    few = rules.two_locals_need if len(state.cast.seated) == 2 else 0
    return -(-(turn.card.need + preset + few) * len(state.cast.in_play) // 4)


def _weather(turn: Turn) -> None:
    bag = turn.state.deck.bag
    chip = bag[turn.draw(len(bag))]
    turn.emit(WeatherDrawn(chip.id))
    if chip.track:
        move_track(turn, chip.track, chip.n, f"weather.{chip.id}")


def _place_sore(turn: Turn) -> None:
    """2 points: with probability 1/2 on the card's pair if both are in play, otherwise on any pair (3.1)."""
    state = turn.state
    pairs = state.cast.pairs
    printed = turn.card.sore
    on_card = turn.draw(2) == 0
    if on_card and printed and all(r in state.roles for r in printed):
        pair = pair_name(state.deck, *printed)
    else:
        pair = pairs[turn.draw(len(pairs))]
    move_sore(turn, pair, turn.rules.sore_a_round, "sore")


def _instrument(turn: Turn) -> Instrument | None:
    """What the centre committed last round; without a player the automaton draws, none in round 1 (3.5)."""
    state = turn.state
    if centre(state):
        return state.next_instrument
    if state.round == 0 or not any(r.has_instruments for r in state.deck.roles):
        return None
    return AUTOMATON[turn.draw(len(AUTOMATON))]


def _apply_instrument(turn: Turn, instrument: Instrument, previous_met: bool) -> None:
    cause = f"instrument.{instrument}"
    who = centre(turn.state)
    if instrument == "back":
        _stand_back(turn, previous_met, who, cause)
    elif instrument == "fund":
        for role in locals_in_play(turn.state):
            move_number(turn, role, "capnext", 1, cause)
    elif instrument == "inspect":
        for role in with_trait(turn.state, "statutory"):
            move_number(turn, role, "capnext", -1, cause)
        move_track(turn, "bite", 1, cause)
        if who:
            move_number(turn, who, "purpose", 1, cause)


def _stand_back(turn: Turn, previous_met: bool, who: str | None, cause: str) -> None:
    if previous_met:
        move_track(turn, "trust", 1, cause)
    if not who:
        return
    move_number(turn, who, "purpose", -1, cause)
    outcomes = turn.state.tracks["outcomes"]
    if outcomes <= POOR_OUTCOMES:
        move_number(turn, who, "standing", -1, cause)
    elif outcomes >= GOOD_OUTCOMES:
        move_number(turn, who, "standing", 1, cause)


def _surcharges(turn: Turn) -> dict[str, int]:
    """Target +1; a deadline +2 at trust <=2, +1 at 3-5, +0 from 6; bite <=2 +1 (Brief 5 to 7)."""
    rules, tracks, instrument = turn.rules, turn.state.tracks, turn.state.instrument
    parts: dict[str, int] = {}
    if instrument == "target":
        parts["target"] = 1
    if instrument == "fund" or turn.card.deadline:
        low = tracks["trust"] <= rules.deadline_low_trust
        free = tracks["trust"] >= rules.deadline_free_trust
        parts["deadline"] = 0 if free else rules.deadline_low if low else rules.deadline_mid
    if tracks["bite"] <= rules.bite_low:
        parts["bite"] = 1
    return {cause: n for cause, n in parts.items() if n}


def _backing(rules: Ruleset, chip: int) -> Backing:
    """Strong 3 in 10, thin 3 in 10, usual otherwise, drawn anew each round (3.1)."""
    return "thin" if chip < rules.backing_thin else "strong" if chip >= BACKING_BAG - rules.backing_strong else "usual"


def _fill(turn: Turn, role: str, own: RoleState, income: int) -> None:
    """Capacity = income + carried modifiers (Brief 8)."""
    if own.capacity:
        move_number(turn, role, "capacity", -own.capacity, "unused")
    move_number(turn, role, "capacity", income, "income")
    if own.capnext:
        move_number(turn, role, "capacity", own.capnext, "carried")
        move_number(turn, role, "capnext", -own.capnext, "carried")


