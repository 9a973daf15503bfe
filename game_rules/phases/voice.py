"""Reveal steps 2 to 4: who named, who called out, who came to the meeting and what it was about (3.2)."""

from game_rules.effects import move_bond, move_number, move_sore, move_track
from game_rules.events import CalledOut, Harm, Named, NamingContained, PaperedOver, RakedOver
from game_rules.phases.laid import Sheets
from game_rules.seats import at_table, pair_name, strain
from game_rules.sheets import normal_pair
from game_rules.turn import Turn

CALLED_OUT_TENSION = 1
PULL = {"cases": 1, "balanced": 0, "corporate": -1}


def speak(turn: Turn, sheets: Sheets) -> None:
    """Step 2: namings together, papering over if nobody named, then each call-out."""
    again, sitting = turn.state.named_last, at_table(turn.state)
    named = _named_pairs(turn, sheets, sitting)
    if named:
        _settle_naming(turn, named, again)
    elif turn.state.tracks["tension"] >= turn.rules.papering_tension:
        turn.emit(PaperedOver())
        move_track(turn, "trust", -1, "papering")
    for role in sitting:
        voice = sheets[role].sheet.voice
        if voice.kind == "call_out" and voice.role:
            _call_out(turn, role, voice.role)


def _named_pairs(turn: Turn, sheets: Sheets, sitting: tuple[str, ...]) -> dict[str, str]:
    named: dict[str, str] = {}
    for role in sitting:
        voice = sheets[role].sheet.voice
        if voice.kind == "name" and (pair := normal_pair(turn.state, voice.pair)):
            turn.emit(Named(role, pair, turn.own(role).sheet_words))
            move_number(turn, role, "goodwill", -1, "naming.cost")
            named[role] = pair
    return named


def _settle_naming(turn: Turn, named: dict[str, str], again: bool) -> None:
    reason = _harm(turn, named, again)
    if reason:
        turn.emit(RakedOver(reason))
        move_track(turn, "tension", 1, "raking")
        move_track(turn, "trust", -1, "raking")
        for role in at_table(turn.state):
            if role not in named:
                move_number(turn, role, "goodwill", -1, "raking")
        return
    pairs = tuple(dict.fromkeys(named.values()))
    turn.emit(NamingContained(pairs))
    move_track(turn, "tension", -(1 + len(named)), "naming")
    move_track(turn, "trust", turn.rules.naming_trust, "naming")
    for pair in pairs:
        move_sore(turn, pair, -turn.state.sore[pair], "naming")
        move_bond(turn, pair, turn.rules.naming_bond, "naming")


def _harm(turn: Turn, named: dict[str, str], again: bool) -> Harm | None:
    """Why this naming rakes over: tension below 3, more than half the table, two rounds running, a wrong pair."""
    if turn.state.tracks["tension"] < turn.rules.naming_tension:
        return "calm"
    if len(named) > -(-len(at_table(turn.state)) // 2):
        return "crowded"
    if again:
        return "again"
    return None if all(most_strained(turn, pair) for pair in named.values()) else "wrong_pair"


def most_strained(turn: Turn, pair: str) -> bool:
    """Strain at least 1, at least the smaller of 2 and the highest, and no more than 1 below the highest."""
    highest = max([strain(turn.state, each) for each in turn.state.bonds])
    own = strain(turn.state, pair)
    return own >= 1 and own >= min(2, highest) and own >= highest - 1


def _call_out(turn: Turn, role: str, target: str) -> None:
    upheld = _deserved(turn, target)
    turn.emit(CalledOut(role, target, upheld))
    move_number(turn, role, "goodwill", -1, "call_out.cost")
    move_bond(turn, pair_name(turn.state.deck, role, target), -1, "call_out")
    move_track(turn, "tension", CALLED_OUT_TENSION, "call_out", role)
    if upheld:
        move_number(turn, target, "standing", turn.rules.call_out_standing, "call_out.upheld")
    else:
        move_number(turn, role, "standing", -1, "call_out.groundless")


def _deserved(turn: Turn, target: str) -> bool:
    """The target pushed or broke a promise last round, or ducked the last two rounds."""
    own = turn.own(target)
    before = own.postures[:-1]
    return before[-1:] == ("push",) or before[-2:] == ("duck", "duck") or turn.state.round - 1 in own.broke


def attend(turn: Turn, sheets: Sheets) -> None:
    """Step 3: a statutory role away from the meeting costs bite 1 (once), a users' role cred 1 (once)."""
    cast = turn.state.cast
    absent = [role for role in at_table(turn.state) if sheets[role].sheet.table == 0]
    if not absent:
        return
    for having, track in ((cast.statutory, "bite"), (cast.speaks_for_users, "cred")):
        missed = [role for role in absent if role in having]
        if missed:
            move_track(turn, track, -1, "attendance", missed[0])


def focus(turn: Turn, sheets: Sheets) -> None:
    """Step 4: f = sum of table x (cases +1, corporate -1) moves cred against bite; a full balanced meeting mends."""
    f = attended = 0
    for role in at_table(turn.state):
        sheet = sheets[role].sheet
        attended += sheet.table
        f += sheet.table * PULL[sheet.focus]
    locals_count = len(turn.state.cast.seated)
    if f >= 2:
        move_track(turn, "cred", 1, "focus.cases")
        move_track(turn, "bite", -1, "focus.cases")
    elif f <= -2:
        move_track(turn, "bite", 1, "focus.corporate")
        move_track(turn, "cred", -1, "focus.corporate")
    elif attended >= max(2, locals_count):
        lower = "bite" if turn.state.tracks["bite"] <= turn.state.tracks["cred"] else "cred"
        move_track(turn, lower, 1, "focus.balanced")
