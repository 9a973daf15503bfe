"""What a card is: a question with stakes, a need, perhaps a key, and options (rulebook, section 8.1)."""

from functools import cached_property
from typing import Literal

from msgspec import Struct

from game_rules.roles import Role

Posture = Literal["deal", "give", "push", "duck"]
Kind = Literal["decision", "crisis", "opportunity"]
Trait = Literal["statutory", "speaks_for_users", "seated", "has_instruments"]
Number = Literal["standing", "purpose", "goodwill", "capnext"]


class Effect(Struct, frozen=True, forbid_unknown_fields=True):
    """A change of `n` (within +-2; +-3 for `self.capnext`) to what `key` names.

    `key` is a track (`trust`, `tension`, ...), `self.<number>`, `others.goodwill` (at the table but me),
    `all.standing` (the locals) or `<role id>.<number>`.
    """

    key: str
    n: int


class Stake(Struct, frozen=True, forbid_unknown_fields=True):
    """What one role gains if the card is met, or loses if it is missed. Void if the role is not in play."""

    role: str
    what: Number
    n: int


class Key(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody with `trait` must bring at least `n` for the card to be met; `label` is its word ("money")."""

    trait: Trait
    n: int
    label: str


class Terms(Struct, frozen=True, forbid_unknown_fields=True):
    """An option as one role meets it: None means "as printed for all"."""

    goodwill: int | None = None
    capacity: int | None = None
    effort: int | None = None
    effects: tuple[Effect, ...] | None = None


class Option(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """One way to answer a card. `posture` is never shown to players; order in the deck means nothing."""

    id: str
    text: str
    posture: Posture
    goodwill: int = 0
    capacity: int = 0
    effort: int = 0
    effects: tuple[Effect, ...] = ()
    roles: tuple[str, ...] | None = None
    lead_only: bool = False
    impose: bool = False
    by_role: dict[str, Terms] = {}

    @cached_property
    def filled_in(self) -> dict[str, Terms]:
        """The terms already worked out by `terms`, by role."""
        return {}


class Card(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """A scenario card. `need` is effort for four roles (8-12), `heat` goes to tension at Brief (0-3)."""

    id: str
    title: str
    fault_line: str
    text: str
    kind: Kind
    heat: int
    need: int
    options: tuple[Option, ...]
    lead: str | None = None
    deadline: bool = False
    split: bool = False
    key: Key | None = None
    sore: tuple[str, str] | None = None
    gains: tuple[Stake, ...] = ()
    loses: tuple[Stake, ...] = ()
    best: tuple[str, ...] = ()
    worst: tuple[str, ...] = ()
    met: tuple[Effect, ...] = ()
    missed: tuple[Effect, ...] = ()
    claims: tuple[int, ...] = ()
    learning: str = ""
    debrief: str = ""
    version: int = 1

    @cached_property
    def option_by_id(self) -> dict[str, Option]:
        return {option.id: option for option in self.options}


class Printed(Struct, frozen=True, kw_only=True):
    """An option as it is printed for one role: costs and effort filled in, effects sorted by what they move.

    `allowed`: whether the role may take it at all. `tracks` are its track effects, `own` those of `self.<number>`,
    `rest` all others as (who, number, n); `personal` are both of these in the order of printing.
    """

    option: Option
    id: str
    posture: Posture
    contributes: bool
    allowed: bool
    goodwill: int
    capacity: int
    effort: int
    effects: tuple[Effect, ...]
    tracks: tuple[tuple[str, int], ...]
    own: tuple[tuple[str, int], ...]
    rest: tuple[tuple[str, str, int], ...]
    personal: tuple[tuple[str, str, int], ...]


def contributes(option: Option) -> bool:
    """Deals and gives are contributions; pushes and ducks are not."""
    return option.posture in ("deal", "give")


def printed(card: Card, option: Option, role: Role) -> Printed:
    """The option as printed for this role; deciding alone is for a lead that may impose."""
    own = terms(option, role.id)
    imposes = card.lead == role.id and role.may_impose
    keys = [(*effect.key.partition(".")[::2], effect.n) for effect in own.effects or ()]
    return Printed(
        option=option, id=option.id, posture=option.posture, contributes=contributes(option),
        allowed=may_take(card, option, role.id) and (imposes or not option.impose),
        goodwill=own.goodwill or 0, capacity=own.capacity or 0, effort=own.effort or 0,
        effects=own.effects or (),
        tracks=tuple((who, n) for who, what, n in keys if not what),
        own=tuple((what, n) for who, what, n in keys if what and who == "self"),
        rest=tuple((who, what, n) for who, what, n in keys if what and who != "self"),
        personal=tuple((who, what, n) for who, what, n in keys if what),
    )


def terms(option: Option, role: str) -> Terms:
    """The option's costs, printed effort and effects for one role, every field filled in."""
    known = option.filled_in.get(role)
    if known is None:
        own = option.by_role.get(role, Terms())
        known = option.filled_in[role] = Terms(
            goodwill=option.goodwill if own.goodwill is None else own.goodwill,
            capacity=option.capacity if own.capacity is None else own.capacity,
            effort=option.effort if own.effort is None else own.effort,
            effects=option.effects if own.effects is None else own.effects,
        )
    return known


def may_take(card: Card, option: Option, role: str) -> bool:
    """Whether the option is printed for this role at all (costs are another matter)."""
    if option.lead_only and card.lead != role:
        return False
    return option.roles is None or role in option.roles
