"""A bot's sheet from its wishes: the option first, then the other dials as far as the rest of the budget goes."""

from game_rules.bots.sight import Choice, Sight
from game_rules.commands import Focus, Instrument, Sheet, Voice
from game_rules.sheets import DIAL_PRICE

HOLD = Voice()


def lay(
    sight: Sight, choice: Choice | None, *, table: int = 1, focus: Focus = "balanced", voice: Voice = HOLD,
    align: bool = False, invite: str | None = None, instrument: Instrument | None = None, transfer: str | None = None,
) -> Sheet:
    """A sheet that is surely accepted: what the seat cannot pay or may not do is left out, in this order.

    Capacity goes to the option, the meeting, aligning and the transfer; goodwill to the option, the voice and the
    invitation. Without a payable `choice` the option is the default sheet's. `sight.habits` overrides the dials.
    """
    if choice is None or not sight.pays(choice):
        choice = default_choice(sight)
    capacity, goodwill = sight.budget - choice.capacity, sight.own.goodwill - choice.goodwill
    if not sight.traits.seated or sight.own.retreated:
        table, focus, voice, invite = 0, "balanced", HOLD, None
    else:
        habits = sight.habits
        if habits.attendance is not None and sight.traits.speaks_for_users:
            table = habits.attendance
        if habits.naming != "measured":
            voice = habitual(sight, voice)
        table, focus = max(0, min(table, capacity, 2)), habits.focus or focus
        if voice.kind != "hold" and (goodwill < DIAL_PRICE or not _may_say(sight, voice)):
            voice = HOLD
        if invite is not None and (goodwill - _of(voice) < DIAL_PRICE or invite not in sight.invitable):
            invite = None
    capacity -= table
    align = align and capacity >= DIAL_PRICE and sight.traits.statutory and sight.may_align
    if transfer is not None and (capacity - align < DIAL_PRICE or transfer not in sight.transferable):
        transfer = None
    if instrument is not None and instrument not in sight.instruments:
        instrument = None
    return Sheet(choice.id, table, focus, voice, align, transfer, invite, instrument)


def default_choice(sight: Sight) -> Choice:
    """The option that is played for who sends nothing: a duck (3.2)."""
    id = sight.default.option
    return next(each for each in sight.choices if each.id == id)


def habitual(sight: Sight, voice: Voice) -> Voice:
    """What the seat does aloud where naming is no choice of its own; calling out stays where nobody names."""
    habit = sight.habits.naming
    if habit == "never":
        return HOLD if voice.kind == "name" else voice
    if habit == "one" and not turn_of(sight.round, sight.sitting, sight.role):
        return HOLD if voice.kind == "name" else voice
    return Voice("name", pair=rankling(sight))


def turn_of(round: int, roles: tuple[str, ...], role: str) -> bool:
    """Whether this round (from 1) is this role's by rota over `roles`."""
    return roles[(round - 1) % len(roles)] == role


def rankling(sight: Sight) -> str:
    """The pair with the highest strain that this seat knows of: its own, and what it was told this round."""
    known = sight.strains
    for each in sight.told:
        if each.role != sight.role:
            for pair, n in each.tells.strain.items():
                known[pair] = max(n, known.get(pair, 0))
    return max(known, key=known.__getitem__)


def _may_say(sight: Sight, voice: Voice) -> bool:
    if voice.kind == "name":
        return voice.pair in sight.cast.pairs
    return voice.role in sight.cast.in_play and voice.role != sight.role


def _of(voice: Voice) -> int:
    return DIAL_PRICE if voice.kind != "hold" else 0
