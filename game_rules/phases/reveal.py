"""Reveal: sheets open and the round is worked out, strictly in the order of 3.2."""

from game_rules.effects import move_number, move_track
from game_rules.events import InstrumentChosen, OpenSheet, SheetsOpened
from game_rules.phases.card import resolve
from game_rules.phases.laid import Sheets, laid_sheets
from game_rules.phases.voice import attend, focus, speak
from game_rules.promises import hand_over, settle_promises
from game_rules.seats import locals_in_play
from game_rules.striking import expire_offers
from game_rules.turn import Turn


def reveal(turn: Turn) -> None:
    """Steps 1 to 8."""
    expire_offers(turn)
    sheets = laid_sheets(turn)
    _open(turn, sheets)
    hand_over(turn)
    speak(turn, sheets)
    attend(turn, sheets)
    focus(turn, sheets)
    brought = resolve(turn, sheets)
    deliver(turn, sheets)
    settle_promises(turn, brought)
    idle(turn)


def _open(turn: Turn, sheets: Sheets) -> None:
    opened = {}
    for role, laid in sheets.items():
        sheet = laid.sheet
        opened[role] = OpenSheet(sheet.option, sheet.table, sheet.focus, sheet.voice)
    turn.emit(SheetsOpened(opened))
    for role, laid in sheets.items():
        if laid.sheet.instrument:
            turn.emit(InstrumentChosen(role, laid.sheet.instrument))


def deliver(turn: Turn, sheets: Sheets) -> None:
    """Step 6: what is left goes to the locals' own services, and users feel it."""
    rules, locals_here = turn.rules, locals_in_play(turn.state)
    service, roles, traits = 0, turn.state.roles, turn.state.deck.role_by_id
    for role in locals_here:
        left = roles[role].capacity
        service += left * traits[role].service_weight
        if left < rules.left_low:
            move_number(turn, role, "standing", -1, "delivery.poor")
        elif left >= rules.left_high:
            move_number(turn, role, "standing", 1, "delivery.good")
        if left:
            move_number(turn, role, "capacity", -left, "delivery")
    if service >= rules.service_good * len(locals_here) and turn.state.tracks["cred"] >= rules.cred_needed:
        move_track(turn, "outcomes", 1, "delivery.good")
    if service <= rules.service_poor:
        move_track(turn, "outcomes", -1, "delivery.poor")
    if turn.state.round % rules.drift_every == 0:
        move_track(turn, "outcomes", -1, "demand")
    _raise_expectations(turn, sheets, service, len(locals_here))


def _raise_expectations(turn: Turn, sheets: Sheets, service: int, locals_count: int) -> None:
    """With g gives, Service below 2L/3 + 2g heats the table: gifts that delivery does not back up."""
    gives = [laid.option.posture for laid in sheets.values()].count("give")
    if gives and 3 * service < 2 * locals_count + 3 * turn.rules.gift_service * gives:
        move_track(turn, "tension", 1, "expectations")


def idle(turn: Turn) -> None:
    """Step 8: each role not retreated that ducked this round and the round before: standing -1, purpose -1."""
    for role, own in turn.state.roles.items():
        if own.postures[-2:] == ("duck", "duck") and not own.retreated:
            move_number(turn, role, "standing", -1, "idle_hands")
            move_number(turn, role, "purpose", -1, "idle_hands")
