"""Reveal step 5: costs, mixed messages, what each brought, met or missed, credit and follow-ups (3.2, 3.6)."""

from game_rules.cards import Option, contributes
from game_rules.commands import Sheet
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
from game_rules.promises import help_of_pacts
from game_rules.seats import at_table, centre, in_play, pair_name, traits, with_trait
from game_rules.sheets import DIAL_PRICE, brings, option_of, price
from game_rules.tracks import clamp
from game_rules.turn import Turn

SPLIT_CHANCE = 3


def resolve(turn: Turn) -> None:
    """The whole of step 5, in the rulebook's order."""
    for role in in_play(turn.state):
        _pay(turn, role)
    brought = _bring(turn)
    for role in in_play(turn.state):
        effects = price(turn.state, role, _option(turn, role)).effects or ()
        apply_personal(turn, role, effects, "option.effect")
    _option_tracks(turn)
    imposer = next((r for r in in_play(turn.state) if _option(turn, r).impose), None)
    if imposer:
        _impose(turn, imposer)
    met = _judge(turn, brought, imposer)
    if met:
        _reward(turn, brought)
    _follow_up(turn, met)
    _cool(turn, brought)


def _sheet(turn: Turn, role: str) -> Sheet:
    sheet = turn.own(role).sheet
    assert sheet is not None, "every role has a sheet at the reveal"
    return sheet


def _option(turn: Turn, role: str) -> Option:
    return option_of(turn.state, _sheet(turn, role).option)


def _pay(turn: Turn, role: str) -> None:
    """A cost that raking over made unaffordable is paid down to 0 and the option stands."""
    sheet, cost = _sheet(turn, role), price(turn.state, role, _option(turn, role))
    move_number(turn, role, "goodwill", -(cost.goodwill or 0), "option.cost")
    move_number(turn, role, "capacity", -(cost.capacity or 0), "option.cost")
    move_number(turn, role, "capacity", -sheet.table, "meeting")
    if sheet.align:
        move_number(turn, role, "capacity", -DIAL_PRICE, "align")


def _bring(turn: Turn) -> dict[str, int]:
    brought = {}
    for role in in_play(turn.state):
        effort = brings(turn.state, role, _option(turn, role))
        if _mixed(turn, role, effort):
            effort //= 2
            _hurt_users(turn, role)
        brought[role] = effort
        turn.emit(Brought(role, effort))
    return brought


def _mixed(turn: Turn, role: str, effort: int) -> bool:
    """On a split card a statutory role that did not align has 1 chance in 3 of a mixed message."""
    if not turn.card.split or effort == 0 or not traits(turn.state, role).statutory or _sheet(turn, role).align:
        return False
    return turn.draw(SPLIT_CHANCE) == 0


def _hurt_users(turn: Turn, role: str) -> None:
    turn.emit(MixedMessage(role))
    move_track(turn, "tension", 1, "mixed_message", role)
    for user in with_trait(turn.state, "speaks_for_users"):
        if user != role:
            move_bond(turn, pair_name(turn.state.deck, role, user), -1, "mixed_message")
            move_number(turn, user, "goodwill", -1, "mixed_message")


def _option_tracks(turn: Turn) -> None:
    """Track effects of all options are summed and clamped to +-2 per track."""
    effects = [
        effect for role in in_play(turn.state)
        for effect in price(turn.state, role, _option(turn, role)).effects or ()
    ]
    limit = turn.rules.option_clamp
    for track, n in track_effects(effects).items():
        move_track(turn, track, clamp(n, -limit, limit), "option.effect")


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


def _judge(turn: Turn, brought: dict[str, int], imposer: str | None) -> bool:
    card, need = turn.card, turn.state.need
    total = sum(brought.values()) + help_of_pacts(turn, brought)
    enough, key = total >= need, _key_there(turn, brought)
    met = imposer is not None or (enough and key)
    if met:
        turn.emit(CardMet(total, need, imposer, _credited(turn, brought)))
    else:
        missing = card.key.label if card.key and not key else None
        turn.emit(CardMissed(total, need, missing))
    for track, n in track_effects(card.met if met else card.missed).items():
        move_track(turn, track, n, "card.met" if met else "card.missed")
    apply_stakes(turn, card.gains if met else card.loses, "card.gain" if met else "card.loss")
    return met


def _key_there(turn: Turn, brought: dict[str, int]) -> bool:
    """At least one role with the key's trait brought enough; a key nobody in play could bring is ignored."""
    key = turn.card.key
    if key is None:
        return True
    holders = with_trait(turn.state, key.trait)
    return not holders or any(brought[r] >= key.n for r in holders)


def contributors(turn: Turn, brought: dict[str, int]) -> list[str]:
    """Roles with a deal or give option that brought at least 1."""
    return [r for r in in_play(turn.state) if contributes(_option(turn, r)) and brought[r] >= 1]


def _credited(turn: Turn, brought: dict[str, int]) -> str | None:
    """The contributor that brought most; ties to the lowest standing, then `tie_order`."""
    found = contributors(turn, brought)
    if not found:
        return None
    return min(found, key=lambda r: (-brought[r], _standing_with_gains(turn, r), traits(turn.state, r).tie_order))


def _standing_with_gains(turn: Turn, role: str) -> int:
    """Standing as the card's gains leave it: they come before the credit, which is told with the card."""
    gains = sum(stake.n for stake in turn.card.gains if stake.role == role and stake.what == "standing")
    return clamp(turn.own(role).standing + gains, 0, OWN_TOP)


def _reward(turn: Turn, brought: dict[str, int]) -> None:
    for role in contributors(turn, brought):
        if not traits(turn.state, role).seated or _sheet(turn, role).table >= 1:
            move_number(turn, role, "goodwill", turn.rules.met_goodwill, "card.met")
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
            move_number(turn, who, "standing", 1, cause)
            move_number(turn, who, "purpose", 1, cause)
    elif instrument == "target":
        for role in with_trait(turn.state, "statutory"):
            move_number(turn, role, "standing", -1, cause)


def _cool(turn: Turn, brought: dict[str, int]) -> None:
    """Each local that pushed: bond -1 with every contributor at the table."""
    sitting = at_table(turn.state)
    for role in in_play(turn.state):
        if traits(turn.state, role).seated and _option(turn, role).posture == "push":
            for other in contributors(turn, brought):
                if other in sitting:
                    move_bond(turn, pair_name(turn.state.deck, role, other), -1, "push")
