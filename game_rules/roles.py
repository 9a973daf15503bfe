"""What a role is: a row of traits (rulebook, section 4). Rules ask for traits and never name a role."""

from typing import Final

from msgspec import Struct

TRAITS: Final = ("seated", "statutory", "speaks_for_users", "has_instruments")


class Clause(Struct, frozen=True, forbid_unknown_fields=True):
    """One clause of a secret agenda, checked at the end of the game (section 4, worth 7 points).

    `key` is a track, `self.standing`, `self.purpose`, `margin` (common minus tension) or a counted fact of
    `game_rules.agendas.FACTS`; the clause holds when its value lies within `at_least`..`at_most`.
    """

    key: str
    at_least: int | None = None
    at_most: int | None = None


class Role(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One role of a deck: its traits, its words and its agendas.

    `income` and `goodwill` are per round and at the start; `service_weight` weighs unused capacity (0-3);
    `hand_max` bounds what it may hand over in a bargain (0-3); `tie_order` (1-8) is the last tie-break for credit.
    `name` is the role inside a sentence ("the council"), `letter` its sign beside colour and shape.
    """

    id: str
    label: str
    name: str
    letter: str
    brief: str
    instruction: str
    standing_label: str
    purpose_label: str
    seated: bool
    statutory: bool = False
    speaks_for_users: bool = False
    service_weight: int = 1
    has_instruments: bool = False
    income: int = 6
    goodwill: int = 7
    may_impose: bool = False
    hand_max: int = 1
    tie_order: int = 1
    agendas: dict[str, tuple[Clause, ...]] = {}
