"""Slips: now and then one dial of a sheet is not what was meant, as with people (section 10)."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec.structs import replace

from game_rules import Sheet, Voice
from game_rules.bots import Sight

MILLION: Final = 1_000_000
FOCUSES: Final = ("cases", "balanced", "corporate")
MEETING: Final = (0, 1, 2)


def slipping(sight: Sight, rate: float) -> bool:
    """Whether the hand slips this round, with the chance `rate`; laying the sheet anew slips in the same way."""
    return bool(rate) and sight.chance(MILLION, "slip") < rate * MILLION


def slips(sight: Sight, sheet: Sheet, fixed: frozenset[str] = frozenset()) -> Iterator[Sheet]:
    """The sheet with one dial at another value, at random; `fixed` dials stay.

    All other sheets that a slip could give follow, at random too, for when the rules refuse the first.
    """
    dials = {dial: values for dial, values in _values(sight, sheet).items() if dial not in fixed}
    for dial in _mixed(sight, tuple(dials), "slip-dial"):
        for value in _mixed(sight, dials[dial], f"slip-{dial}"):
            yield replace(sheet, **{dial: value})


def _values(sight: Sight, sheet: Sheet) -> dict[str, list[Any]]:
    """What each dial of this sheet could stand at instead; dials that do not apply are left out."""
    sits = sight.role in sight.sitting
    found: dict[str, list[Any]] = {
        "option": [choice.id for choice in sight.choices],
        "table": list(MEETING) if sits else [],
        "focus": list(FOCUSES) if sits else [],
        "voice": _voices(sight) if sits else [],
        "align": [False, True] if sight.may_align else [],
        "transfer": [None, *sight.transferable],
        "invite": [None, *sight.invitable],
        "instrument": [None, *sight.instruments],
    }
    others = {dial: [v for v in values if v != getattr(sheet, dial)] for dial, values in found.items()}
    return {dial: values for dial, values in others.items() if values}


def _voices(sight: Sight) -> list[Voice]:
    """Each kind of voice once, so that a slip is not nearly always a naming."""
    pairs, others = sight.cast.pairs, [r for r in sight.cast.in_play if r != sight.role]
    pair = pairs[sight.chance(len(pairs), "slip-pair")]
    return [Voice(), Voice("name", pair=pair), Voice("call_out", role=others[sight.chance(len(others), "slip-role")])]


def _mixed(sight: Sight, items: Sequence[Any], salt: str) -> Iterator[Any]:
    rest = list(items)
    for n in range(len(rest)):
        yield rest.pop(sight.chance(len(rest), f"{salt}{n}"))
