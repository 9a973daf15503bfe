"""Reveal step 5: costs, mixed messages, what each brought, met or missed, credit and follow-ups (3.2, 3.6)."""

from game_rules.effects import (
    OWN_TOP,
    apply_personal,
    apply_stakes,
    move_bond,
    move_number,
    move_track,
    track_effects,
)
from game_rules.events import Brought, CardMet, CardMissed, Imposed, MixedMessage
from game_rules.phases.laid import Laid, Sheets
from game_rules.promises import help_of_pacts
from game_rules.seats import at_table, centre, pair_name, with_trait
from game_rules.sheets import DIAL_PRICE, backed
from game_rules.tracks import clamp
from game_rules.turn import Turn

SPLIT_CHANCE = 3


def resolve(turn: Turn, sheets: Sheets) -> dict[str, int]:
    """The whole of step 5, in the rulebook's order. Gives the effort that each role brought."""
    for laid in sheets.values():
        _pay(turn, laid)
    split = turn.card.split
    brought = {role: _bring(turn, laid, split) for role, laid in sheets.items()}
    for role, laid in sheets.items():
        if laid.option.personal:
            apply_personal(turn, role, laid.option, "option.effect")
    _option_tracks(turn, sheets)
    imposer = _imposer(sheets)
    if imposer:
        _impose(turn, imposer)
    contributors = [r for r, laid in sheets.items() if laid.option.contributes and brought[r] >= 1]
    met = _judge(turn, brought, contributors, imposer)
    if met:
        _reward(turn, sheets, contributors)
    _follow_up(turn, met)
    _cool(turn, sheets, contributors)
    return brought


def _pay(turn: Turn, laid: Laid) -> None:
    """A cost that raking over made unaffordable is paid down to 0 and the option stands."""
    role, sheet, goodwill = laid.role, laid.sheet, laid.option.goodwill
    if goodwill:
        move_number(turn, role, "goodwill", -goodwill, "option.cost")
    if laid.capacity:
        move_number(turn, role, "capacity", -laid.capacity, "option.cost")
    if sheet.table:
        move_number(turn, role, "capacity", -sheet.table, "meeting")
    if sheet.align:
        move_number(turn, role, "capacity", -DIAL_PRICE, "align")


def _bring(turn: Turn, laid: Laid, split: bool) -> int:
    role, option = laid.role, laid.option
    effort = backed(turn.state, role, option.effort, option.contributes)
    if split and effort and _mixed(turn, laid):
        effort //= 2
        _hurt_users(turn, role)
    turn.emit(Brought(role, effort))
    return effort


def _mixed(turn: Turn, laid: Laid) -> bool:
    """On a split card a statutory role that did not align has 1 chance in 3 of a mixed message."""
    return turn.traits(laid.role).statutory and not laid.sheet.align and turn.draw(SPLIT_CHANCE) == 0


def _hurt_users(turn: Turn, role: str) -> None:
    turn.emit(MixedMessage(role))
    move_track(turn, "tension", 1, "mixed_message", role)
    for user in with_trait(turn.state, "speaks_for_users"):
        if user != role:
            move_bond(turn, pair_name(turn.state.deck, role, user), -1, "mixed_message")
            move_number(turn, user, "goodwill", -1, "mixed_message")


def _option_tracks(turn: Turn, sheets: Sheets) -> None:
    """Track effects of all options are summed and clamped to +-2 per track."""
    sums: dict[str, int] = {}
    for laid in sheets.values():
        for track, n in laid.option.tracks:
            sums[track] = sums.get(track, 0) + n
    limit = turn.rules.option_clamp
    for track, n in sums.items():
        move_track(turn, track, clamp(n, -limit, limit), "option.effect")


def _imposer(sheets: Sheets) -> str | None:
    for role, laid in sheets.items():
        if laid.option.option.impose:
            return role
    return None


def _impose(turn: Turn, role: str) -> None:
    """At trust 6 or more at Brief: tension +2, trust -2, every other role at the table goodwill -2 (3.6)."""
    rules = turn.rules
    dear = turn.state.brief_trust >= rules.impose_dear_trust
    turn.emit(Imposed(role, dear))
    if not dear:
        return
    move_track(turn, "tension", rules.impose_tension, "imposing", role)
    move_track(turn, "trust", rules.impose_trust, "imposing", role)
    for other in at_table(turn.state):
        if other != role:
            move_number(turn, other, "goodwill", rules.impose_goodwill, "imposing")


def _judge(turn: Turn, brought: dict[str, int], contributors: list[str], imposer: str | None) -> bool:
    card, need = turn.card, turn.state.need
    helped = help_of_pacts(turn, contributors, brought) if turn.state.pacts else 0
    total = sum(brought.values()) + helped
    enough, key = total >= need, _key_there(turn, brought)
    met = imposer is not None or (enough and key)
    if met:
        turn.emit(CardMet(total, need, imposer, _credited(turn, brought, contributors)))
    else:
        missing = card.key.label if card.key and not key else None
        turn.emit(CardMissed(total, need, missing))
    cause = "card.met" if met else "card.missed"
    for track, n in track_effects(card.met if met else card.missed).items():
        move_track(turn, track, n, cause)
    apply_stakes(turn, card.gains if met else card.loses, "card.gain" if met else "card.loss")
    return met


def _key_there(turn: Turn, brought: dict[str, int]) -> bool:
    """At least one role with the key's trait brought enough; a key nobody in play could bring is ignored."""
    key = turn.card.key
    if key is None:
        return True
    holders = with_trait(turn.state, key.trait)
    return not holders or any(brought[r] >= key.n for r in holders)


def _credited(turn: Turn, brought: dict[str, int], contributors: list[str]) -> str | None:
    """The contributor that brought most; ties to the lowest standing, then `tie_order`."""
    if not contributors:
        return None
    most = max([brought[r] for r in contributors])
    first = [r for r in contributors if brought[r] == most]
    if len(first) == 1:
        return first[0]
    return min(first, key=lambda r: (_standing_with_gains(turn, r), turn.traits(r).tie_order))


def _standing_with_gains(turn: Turn, role: str) -> int:
    """Standing as the card's gains leave it: they come before the credit, which is told with the card."""
    gains = sum([stake.n for stake in turn.card.gains if stake.role == role and stake.what == "standing"])
    return clamp(turn.own(role).standing + gains, 0, OWN_TOP)


def _reward(turn: Turn, sheets: Sheets, contributors: list[str]) -> None:
    seated, goodwill = turn.state.cast.seated, turn.rules.met_goodwill
    for role in contributors:
        if role not in seated or sheets[role].sheet.table >= 1:
            move_number(turn, role, "goodwill", goodwill, "card.met")
    credited = turn.state.result.credited if turn.state.result else None
    if credited:
        move_number(turn, credited, "standing", turn.rules.credit_standing, "credit")


def _follow_up(turn: Turn, met: bool) -> None:
    """Fund and target look back at the card (3.2, instrument follow-up)."""
    who, instrument = centre(turn.state), turn.state.instrument
    cause = f"follow_up.{instrument}"
    if instrument == "fund":
        if who:
            move_number(turn, who, "standing", 1 if met else -1, cause)
        if not met:
            move_track(turn, "outcomes", -1, cause)
    elif instrument == "target" and met:
        move_track(turn, "outcomes", 1, cause)
        if who:
            move_number(turn, who, "purpose", turn.rules.target_met_purpose, cause)
    elif instrument == "target":
        for role in with_trait(turn.state, "statutory"):
            move_number(turn, role, "standing", -1, cause)
        if who:
            move_number(turn, who, "standing", turn.rules.target_missed_standing, cause)


def _cool(turn: Turn, sheets: Sheets, contributors: list[str]) -> None:
    """Each local that pushed: bond -1 with every contributor at the table."""
    seated = turn.state.cast.seated
    pushers = [role for role in seated if sheets[role].option.posture == "push"]
    if not pushers:
        return
    sitting = at_table(turn.state)
    for role in pushers:
        for other in contributors:
            if other in sitting:
                move_bond(turn, pair_name(turn.state.deck, role, other), -1, "push")
