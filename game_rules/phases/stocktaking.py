"""Stock-take: eruption, retreat and return, breathing space, brink, and perhaps the end (3.2 step 9)."""

from game_rules.coalitions import take_count
from game_rules.effects import move_bond, move_number, move_sore, move_track
from game_rules.events import BrinkCleared, BrinkReached, Ending, Erupted, Retreated, Returned
from game_rules.promises import breach_by_retreat
from game_rules.scoring import end_game
from game_rules.seats import at_table, locals_in_play, pair_name, traits
from game_rules.turn import Turn

AT_LEAST_SEATED = 2


def take_stock(turn: Turn) -> None:
    """Steps 1 to 4; ends the game on collapse or after the last round. A third eruption ends it on the spot."""
    roles = turn.state.roles
    away_before = [r for r in locals_in_play(turn.state) if roles[r].retreated]
    erupted = _erupt(turn)
    if turn.state.eruptions >= turn.rules.eruptions_max:
        take_count(turn, collapsed=True)
        end_game(turn, False, "eruptions")
        return
    _retreat(turn)
    for role in away_before:
        _come_back(turn, role)
    if not erupted:
        _breathe(turn)
    cause = _collapse_cause(turn)
    take_count(turn, collapsed=cause is not None)
    if cause:
        end_game(turn, False, cause)
    elif turn.state.round >= turn.state.rounds:
        end_game(turn, True, "played_out")


def _erupt(turn: Turn) -> bool:
    """Tension above common: goodwill, trust, outcomes and common fall, and tension with them."""
    rules, tracks = turn.rules, turn.state.tracks
    if tracks["tension"] <= tracks["common"]:
        return False
    turn.emit(Erupted(turn.state.eruptions + 1))
    for role in at_table(turn.state):
        move_number(turn, role, "goodwill", rules.eruption_goodwill, "eruption")
    move_track(turn, "trust", rules.eruption_trust, "eruption")
    move_track(turn, "outcomes", rules.eruption_outcomes, "eruption")
    move_track(turn, "common", rules.eruption_common, "eruption")
    move_track(turn, "tension", rules.eruption_tension, "eruption")
    for pair in turn.state.sore:
        move_sore(turn, pair, rules.eruption_sore, "eruption")
    return True


def _retreat(turn: Turn) -> None:
    """A role at the table with goodwill 0 leaves it."""
    for role in at_table(turn.state):
        if turn.state.roles[role].goodwill == 0:
            turn.emit(Retreated(role))
            move_track(turn, "trust", -1, "retreat", role)
            if traits(turn.state, role).statutory:
                move_track(turn, "bite", -1, "retreat", role)
            if traits(turn.state, role).speaks_for_users:
                move_track(turn, "cred", -1, "retreat", role)
            breach_by_retreat(turn, role)


def _come_back(turn: Turn, role: str) -> None:
    """Away: goodwill +1 each stock-take; from 2 an invitation by a role with 3 or more brings it back."""
    rules = turn.rules
    move_number(turn, role, "goodwill", 1, "away")
    if turn.own(role).goodwill < rules.return_goodwill:
        return
    for host in at_table(turn.state):
        sheet = turn.own(host).sheet
        if sheet and sheet.invite == role and turn.own(host).goodwill >= rules.invite_goodwill:
            move_number(turn, host, "goodwill", -1, "invite.cost")
            turn.emit(Returned(role, host))
            move_number(turn, role, "goodwill", 1, "invite")
            move_bond(turn, pair_name(turn.state.deck, role, host), 1, "invite")
            return


def _breathe(turn: Turn) -> None:
    """No eruption: a role at the table on goodwill 1 or 2 gains 1."""
    most, roles = turn.rules.breathing_goodwill, turn.state.roles
    for role in at_table(turn.state):
        if 1 <= roles[role].goodwill <= most:
            move_number(turn, role, "goodwill", 1, "breathing_space")


def brink_reasons(turn: Turn) -> tuple[Ending, ...]:
    """Bite 0, cred 0, fewer than two roles at the table."""
    state = turn.state
    found: list[Ending] = []
    if state.tracks["bite"] == 0:
        found.append("bite")
    if state.tracks["cred"] == 0:
        found.append("cred")
    if len(at_table(state)) < AT_LEAST_SEATED:
        found.append("retreat")
    return tuple(found)


def _collapse_cause(turn: Turn) -> Ending | None:
    """Still on any brink condition after the rescue round; a new brink is announced."""
    reasons = brink_reasons(turn)
    if reasons and turn.state.brink:
        return reasons[0]
    if reasons:
        turn.emit(BrinkReached(reasons))
    elif turn.state.brink:
        turn.emit(BrinkCleared())
    return None
