"""What becomes of a bot's sheet before it is laid: a slip of the hand, and dials that are not the bot's to set.

Whether the changed sheet may be laid is for the rules to say: the sheets are tried in order until one is taken.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from game_rules import Sheet, Voice
from game_rules.bots import FREE, Sight
from game_rules.bots.laying import habitual
from scenarios.simulation.slips import slipping, slips

FREE_NAMING = "measured"
NOTHING: frozenset[str] = frozenset()


def sheets_to_try(sight: Sight, sheet: Sheet, rate: float) -> Iterable[Sheet]:
    """Changed sheets, the most wanted first. Nothing when the sheet is to be laid as it is."""
    fixed = NOTHING if sight.habits is FREE else fixed_dials(sight)
    slipped = slips(sight, sheet, fixed) if slipping(sight, rate) else ()
    return _all_forced(sight, sheet, slipped) if fixed else slipped


def _all_forced(sight: Sight, sheet: Sheet, slipped: Iterable[Sheet]) -> Iterator[Sheet]:
    for each in chain(slipped, (sheet,)):
        yield from forced(sight, each)


def fixed_dials(sight: Sight) -> frozenset[str]:
    """The dials of this seat's sheet that the plan sets."""
    habits = sight.habits
    found = set()
    if habits.focus is not None:
        found.add("focus")
    if habits.naming != FREE_NAMING:
        found.add("voice")
    if habits.attendance is not None and sight.traits.speaks_for_users:
        found.add("table")
    return frozenset(found)


def forced(sight: Sight, sheet: Sheet) -> Iterator[Sheet]:
    """The sheet with its fixed dials set: in full, or as much of it as can be paid."""
    if sight.role not in sight.sitting:
        yield sheet
        return
    habits = sight.habits
    if habits.focus is not None:
        sheet = replace(sheet, focus=habits.focus)
    tables = _tables(sight, sheet)
    for voice in _voices(sight, sheet):
        for table in tables:
            yield replace(sheet, voice=voice, table=table)


def _tables(sight: Sight, sheet: Sheet) -> tuple[int, ...]:
    wanted = sight.habits.attendance
    if wanted is None or not sight.traits.speaks_for_users:
        return (sheet.table,)
    return tuple(range(wanted, -1, -1))


def _voices(sight: Sight, sheet: Sheet) -> tuple[Voice, ...]:
    if sight.habits.naming == FREE_NAMING:
        return (sheet.voice,)
    return (habitual(sight, sheet.voice), Voice())
