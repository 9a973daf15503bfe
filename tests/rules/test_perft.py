"""How many different sheets are legal at fixed positions: counted by asking of every sheet there could be.

As in chess programs, a wrong count finds what no single example does; and `legal` must come to the same number.
"""

from collections.abc import Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from game_rules import Sheet, State, Voice, legal, terms
from game_rules.sheets import check_sheet, option_of, price
from tests.rules import table as t

SPLIT = t.committing(t.deck(t.card(split=True)))
AWAY = t.with_role(t.committing(), "south", retreated=True)


def conceivable(state: State) -> Iterator[Sheet]:
    """Every sheet of this card that is well formed, whoever may lay it."""
    roles = [role.id for role in state.deck.roles]
    voices = [
        Voice(), *(Voice("name", pair=pair) for pair in (*state.bonds, "north+nobody")),
        *(Voice("call_out", role=role) for role in (*roles, "nobody")),
    ]
    options = [option.id for option in t.CARD.options]
    dials = product(
        options, (0, 1, 2, 3), ("cases", "balanced", "corporate"), voices, (False, True), (None, *roles),
        (None, "back", "fund", "target", "inspect"),
    )
    for option, table, focus, voice, align, invite, instrument in dials:
        yield Sheet(option, table, focus, voice, align, None, invite, instrument)  # type: ignore[arg-type]


def offered(state: State, who: str) -> int:
    """The same number from `legal`: its dials multiplied, as far as its budget goes."""
    found = legal(state, who)
    choices = found.sheet
    assert choices is not None
    voices = [(0, 1), (1, len(choices.voice.pairs) + len(choices.voice.roles))]
    invites = [(0, 1), (1, len(choices.invite))]
    aligns = (0, 1) if choices.align else (0,)
    count = 0
    for option in choices.options:
        cost = price(state, who, option_of(state, option))
        for (voice, n), (invite, m), align, table in product(voices, invites, aligns, choices.table):
            goodwill = (cost.goodwill or 0) + voice + invite
            capacity = (cost.capacity or 0) + align + table
            if goodwill <= found.goodwill and capacity <= found.capacity:
                count += n * m
    return count * len(choices.focus) * (1 + len(choices.instrument))


@pytest.mark.parametrize(("who", "state", "sheets"), [
    ("north", t.committing(), 450),  # 5 options x 3 tables x 3 focuses x (1 + 6 pairs + 3 roles)
    ("south", t.committing(), 360),  # no impose option: 4 x 3 x 3 x 10
    ("crown", t.committing(), 20),  # 4 options x 5 instruments
    ("crown", t.with_role(t.committing(), "crown", goodwill=0), 2),  # shove or rest, no instrument
    ("south", AWAY, 1),
    ("folk", AWAY, 720),  # 360, with and without an invitation
    ("north", SPLIT, 900),  # 450, aligned or not
    ("folk", SPLIT, 360),
    ("folk", t.with_role(t.committing(), "folk", goodwill=1), 189),  # share 9; shove and rest 90 each
    ("folk", t.with_role(t.committing(), "folk", capacity=1), 90),  # shove at table 0, rest at 0 or 1
    ("folk", t.with_role(t.with_tracks(t.committing(), trust=7), "folk", capacity=3), 330),  # carry at 0 or 1 only
    ("north", t.committing(seats={"south": "none", "crown": "none"}), 135),  # one pair, one other role
])
def test_the_number_of_legal_sheets_at_a_fixed_position(who: str, state: State, sheets: int) -> None:
    taken = sum(check_sheet(state, who, sheet) is None for sheet in conceivable(state))
    assert (taken, offered(state, who)) == (sheets, sheets)


def test_the_discount_opens_sheets_that_were_too_dear() -> None:
    poor = t.with_role(t.committing(), "folk", capacity=2)
    rich = replace(t.with_tracks(poor, trust=7))
    assert terms(t.CARRY, "folk").capacity == 3
    assert offered(rich, "folk") > offered(poor, "folk")
