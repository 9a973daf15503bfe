"""The genes of the policy that the search breeds, and the levels of each."""

from typing import Final, NamedTuple

NEVER: Final = 99
AS_NEEDED, AS_TACTICAL = 3, 4
"""Levels of `table`: two capacity when bite or cred is weak, else one; and what a tactical would take."""


class Genome(NamedTuple):
    """What the policy does. `LEVELS` has what each gene can be."""

    talk: str = "silent"
    fill: str = "share"
    expect: int = 2
    carry_from: int = 4
    carry_goodwill: int = 4
    rest_below: int = 0
    push_last: int = 0
    push_margin: int = NEVER
    impose: str = "never"
    pledge: str = "none"
    pacts: str = "none"
    bargain: str = "none"
    accepts: bool = False
    keeps: bool = True
    name_from: int = 4
    name_strain: int = 2
    name_turn: str = "rota"
    table: int = 1
    focus: str = "balanced"
    align: bool = True
    instrument: str = "back"
    calls_out: bool = False


LEVELS: Final[dict[str, tuple[object, ...]]] = {
    "talk": ("silent", "true", "thin", "nothing", "boast"),
    "fill": ("share", "cheapest", "most", "gap", "last", "board", "asked", "tactical", "rest"),
    "expect": (1, 2, 3),
    "carry_from": (3, 4, 5, 6, NEVER),
    "carry_goodwill": (1, 2, 3, 4, 5, 6),
    "rest_below": (0, 1, 2, 3, 4),
    "push_last": (0, 1, 2, 3, NEVER),
    "push_margin": (2, 4, 6, NEVER),
    "impose": ("never", "cheap", "always"),
    "pledge": ("none", "true", "over", "under"),
    "pacts": ("none", "rota", "any"),
    "bargain": ("none", "my_turn_next", "hand_over", "ask"),
    "accepts": (False, True),
    "keeps": (True, False),
    "name_from": (3, 4, 5, 6, 8, NEVER),
    "name_strain": (0, 1, 2, 3, 4),
    "name_turn": ("rota", "any", "asked"),
    "table": (0, 1, 2, AS_NEEDED, AS_TACTICAL),
    "focus": ("balanced", "cases", "corporate", "weaker", "tactical"),
    "align": (True, False),
    "instrument": ("back", "fund", "target", "inspect", "tactical", "none"),
    "calls_out": (False, True),
}
"""`fill` tactical: a tactical's whole play but for what other genes change. `keeps`: its promises, or none of them."""
UNTOLD: Final[dict[str, tuple[object, ...]]] = {
    "talk": ("silent",), "fill": ("share", "cheapest", "most", "gap", "last", "board", "rest"),
    "name_turn": ("rota", "any"), "table": (0, 1, 2, AS_NEEDED), "focus": ("balanced", "cases", "corporate", "weaker"),
}
"""Pledges and bargains by rule, but nobody says what it could bring."""
SILENT: Final[dict[str, tuple[object, ...]]] = {
    **UNTOLD, "pledge": ("none",), "bargain": ("none",), "accepts": (False,),
}
"""Nothing is told, pledged or bargained; pacts may be signed. What `--no-offers` leaves."""
