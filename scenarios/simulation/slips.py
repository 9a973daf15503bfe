"""Slips: now and then one dial of a sheet is not what was meant, as with people (section 10)."""

from collections.abc import Callable, Iterator, Sequence
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
    for dial in _mixed(sight, [dial for dial in _dials(sight) if dial not in fixed], "slip-dial"):
        laid = getattr(sheet, dial)
        others = [value for value in _VALUES[dial](sight) if value != laid]
        for value in _mixed(sight, others, f"slip-{dial}"):
            yield replace(sheet, **{dial: value})


def _dials(sight: Sight) -> Iterator[str]:
    """The dials that this seat could set otherwise."""
    if len(sight.choices) > 1:
        yield "option"
    if sight.role in sight.sitting:
        yield from ("table", "focus", "voice")
    if sight.may_align:
        yield "align"
    if sight.transferable:
        yield "transfer"
    if sight.invitable:
        yield "invite"
    if sight.instruments:
        yield "instrument"


def _voices(sight: Sight) -> list[Voice]:
    """Each kind of voice once, so that a slip is not nearly always a naming."""
    pairs, others = sight.cast.pairs, [r for r in sight.cast.in_play if r != sight.role]
    pair = pairs[sight.chance(len(pairs), "slip-pair")]
    return [Voice(), Voice("name", pair=pair), Voice("call_out", role=others[sight.chance(len(others), "slip-role")])]


_VALUES: Final[dict[str, Callable[[Sight], Sequence[Any]]]] = {
    "option": lambda sight: [choice.id for choice in sight.choices],
    "table": lambda sight: MEETING,
    "focus": lambda sight: FOCUSES,
    "voice": _voices,
    "align": lambda sight: (False, True),
    "transfer": lambda sight: (None, *sight.transferable),
    "invite": lambda sight: (None, *sight.invitable),
    "instrument": lambda sight: (None, *sight.instruments),
}
"""What each dial may stand at."""


def _mixed(sight: Sight, items: Sequence[Any], salt: str) -> Iterator[Any]:
    rest = list(items)
    for n in range(len(rest)):
        yield rest.pop(sight.chance(len(rest), f"{salt}{n}"))
