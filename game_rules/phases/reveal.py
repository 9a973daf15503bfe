"""Reveal: sheets open and the round is worked out, strictly in the order of 3.2."""

from game_rules.effects import move_number, move_track
from game_rules.events import InstrumentChosen, OpenSheet, SheetsOpened
from game_rules.phases.card import resolve
from game_rules.phases.voice import attend, focus, speak
from game_rules.promises import hand_over, settle_promises
from game_rules.seats import in_play, locals_in_play, traits
from game_rules.sheets import option_of
from game_rules.striking import expire_offers
from game_rules.turn import Turn


def reveal(turn: Turn) -> None:
    """Steps 1 to 8."""
    expire_offers(turn)
    _open(turn)
    hand_over(turn)
    speak(turn)
    attend(turn)
    focus(turn)
    resolve(turn)
    deliver(turn)
    settle_promises(turn)
    idle(turn)


def _open(turn: Turn) -> None:
    sheets = {}
    for role in in_play(turn.state):
        sheet = turn.own(role).sheet
        assert sheet is not None, "commitment lays a default sheet for who sent none"
        sheets[role] = OpenSheet(sheet.option, sheet.table, sheet.focus, sheet.voice)
    turn.emit(SheetsOpened(sheets))
    for role in in_play(turn.state):
        sheet = turn.own(role).sheet
        if sheet and sheet.instrument:
            turn.emit(InstrumentChosen(role, sheet.instrument))


def deliver(turn: Turn) -> None:
    """Step 6: what is left goes to the locals' own services, and users feel it."""
    rules, locals_here = turn.rules, locals_in_play(turn.state)
    service = 0
    for role in locals_here:
        left = turn.own(role).capacity
        service += left * traits(turn.state, role).service_weight
        if left < rules.left_low:
            move_number(turn, role, "standing", -1, "delivery.poor")
        elif left >= rules.left_high:
            move_number(turn, role, "standing", 1, "delivery.good")
        move_number(turn, role, "capacity", -left, "delivery")
    if service >= rules.service_good * len(locals_here) and turn.state.tracks["cred"] >= rules.cred_needed:
        move_track(turn, "outcomes", 1, "delivery.good")
    if service <= rules.service_poor:
        move_track(turn, "outcomes", -1, "delivery.poor")
    if turn.state.round % rules.drift_every == 0:
        move_track(turn, "outcomes", -1, "demand")
    _raise_expectations(turn, service, len(locals_here))


def _raise_expectations(turn: Turn, service: int, locals_count: int) -> None:
    """With g gives, Service below 2L/3 + 2g heats the table: gifts that delivery does not back up."""
    state = turn.state
    gives = sum(1 for r in in_play(state) if (s := turn.own(r).sheet) and option_of(state, s.option).posture == "give")
    if gives and 3 * service < 2 * locals_count + 3 * turn.rules.gift_service * gives:
        move_track(turn, "tension", 1, "expectations")


def idle(turn: Turn) -> None:
    """Step 8: each role not retreated that ducked this round and the round before: standing -1, purpose -1."""
    for role in in_play(turn.state):
        own = turn.own(role)
        if not own.retreated and own.postures[-2:] == ("duck", "duck"):
            move_number(turn, role, "standing", -1, "idle_hands")
            move_number(turn, role, "purpose", -1, "idle_hands")
