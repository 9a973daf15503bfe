"""The other dials of a tactical bot's sheet: meeting, focus, voice, aligning, the instrument (section 10)."""

from game_rules.bots.laying import lay
from game_rules.bots.parts import effort
from game_rules.bots.sight import Choice, Sight
from game_rules.commands import Focus, Instrument, Sheet, Voice

HOLD = Voice()
WEAK = 3
USERS_STAY_AWAY = 5
CALLS_OUT, CALL_OUT_IN = 3, 20
CALL_OUT_GOODWILL = 4
INVITE_GOODWILL = 4


def sheet_of(sight: Sight, choice: Choice | None, pair: str | None) -> Sheet:
    """The sheet with this option, naming this pair."""
    capacity = sight.budget - (choice.capacity if choice else 0)
    voice = Voice("name", pair=pair) if pair else _call_out(sight)
    invite = next(iter(sight.invitable), None) if sight.own.goodwill >= INVITE_GOODWILL else None
    return lay(
        sight, choice, table=_meeting(sight, capacity), focus=_focus(sight), voice=voice,
        align=effort(choice) > 0, invite=invite, instrument=instrument(sight),
    )


def _meeting(sight: Sight, capacity: int) -> int:
    """1; 2 for a statutory role when bite or cred is weak; a users' role stays away when its services need it more."""
    tracks = sight.tracks
    if sight.traits.statutory and (tracks["bite"] <= WEAK or tracks["cred"] <= WEAK):
        return 2
    if sight.traits.speaks_for_users and tracks["cred"] >= USERS_STAY_AWAY and capacity - 1 < sight.ruleset.left_low:
        return 0
    return 1


def _focus(sight: Sight) -> Focus:
    """Towards the weaker, once the other can spare a point."""
    bite, cred = sight.tracks["bite"], sight.tracks["cred"]
    if cred <= 2 and bite >= 5:
        return "cases"
    return "corporate" if bite <= 2 and cred >= 5 else "balanced"


def _call_out(sight: Sight) -> Voice:
    """Repeat pushers, breakers and duckers, rarely."""
    if sight.own.goodwill < CALL_OUT_GOODWILL or sight.round == 1 or not sight.traits.seated:
        return HOLD
    for role in sight.cast.in_play:
        if role != sight.role and _deserves(sight, role) and _speaks_up(sight, role):
            return Voice("call_out", role=role)
    return HOLD


def _speaks_up(sight: Sight, role: str) -> bool:
    return sight.chance(CALL_OUT_IN, f"call {sight.trait(role).tie_order}") < CALLS_OUT


def _deserves(sight: Sight, role: str) -> bool:
    postures = sight.postures(role)
    return postures[-1:] == ("push",) or postures[-2:] == ("duck", "duck") or sight.broke_last_round(role)


def instrument(sight: Sight) -> Instrument | None:
    """Stand back by default; money when users fare badly, a target or inspection when its own numbers sink."""
    if not (sight.traits.has_instruments and sight.instruments):
        return None
    tracks, own = sight.tracks, sight.own
    calm = tracks["tension"] <= tracks["common"] - 2
    if tracks["tension"] <= tracks["common"] - 3 and tracks["outcomes"] <= 4:
        return "fund"
    if not sight.spared and own.purpose <= 5 and calm:
        return "target" if tracks["bite"] >= 4 else "inspect"
    return "back"
