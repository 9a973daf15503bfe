"""What each role has laid, read once for a whole reveal: nothing on a sheet changes once the sheets are open."""

from msgspec import Struct

from game_rules.cards import Printed
from game_rules.commands import Sheet
from game_rules.sheets import asked
from game_rules.turn import Turn


class Laid(Struct, frozen=True):
    """A role's sheet, its option as printed for the role, and the capacity that this asks today (3.6)."""

    role: str
    sheet: Sheet
    option: Printed
    capacity: int


Sheets = dict[str, Laid]
"""What each role in play has laid, by `tie_order`."""


def laid_sheets(turn: Turn) -> Sheets:
    """Every role in play with what it has laid."""
    state, found = turn.state, {}
    card, printed_as = state.card or "", state.deck.printed_as
    for role, own in state.roles.items():
        sheet = own.sheet
        assert sheet is not None, "every role has a sheet at the reveal"
        option = printed_as[card, role][sheet.option]
        found[role] = Laid(role, sheet, option, asked(state, option))
    return found
