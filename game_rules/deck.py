"""What a deck is: roles, cards, weather and order as plain data (rulebook, section 8.3)."""

from functools import cached_property
from itertools import combinations
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from game_rules.cards import Card, Printed, printed
from game_rules.casts import Cast
from game_rules.facilitation import CueSheet, DebriefQuestion
from game_rules.hashing import content_hash
from game_rules.roles import Role
from game_rules.ruleset import Ruleset

Order = Literal["shuffle", "acts", "fixed"]
Preset = Literal["gentle", "standard", "hard"]


class Act(Struct, frozen=True, forbid_unknown_fields=True):
    """Cards (by id) that are dealt, shuffled, from round `first` on."""

    first: int
    cards: tuple[str, ...]


class Weather(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of chip in the weather bag: `chips` of them, each moving `track` by `n` (3.2 Brief 3)."""

    id: str
    label: str
    chips: int
    track: str | None = None
    n: int = 0


class Par(Struct, frozen=True, forbid_unknown_fields=True):
    """The score that tactical bots reach, by role, for one set of seats and one length (section 6)."""

    rounds: int
    scores: dict[str, int]


class Deck(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """A scenario. `roles` and `cards` are in the deck's order; `ruleset` overrides constants by name.

    `cue_sheet` and `debrief` are for the facilitator. Unset they are not written at all, so that a deck without them
    (one in an old journal) keeps its hash.
    """

    id: str
    title: str
    blurb: str
    roles: tuple[Role, ...]
    cards: tuple[Card, ...]
    weather: tuple[Weather, ...]
    order: Order = "shuffle"
    acts: tuple[Act, ...] = ()
    rounds: int = 7
    preset: Preset = "standard"
    pars: tuple[Par, ...] = ()
    introduces: dict[str, int] = {}
    ruleset: dict[str, int] = {}
    locale: str = "en-GB"
    version: int = 1
    author: str = ""
    cue_sheet: CueSheet | UnsetType = UNSET
    debrief: tuple[DebriefQuestion, ...] | UnsetType = UNSET

    @cached_property
    def content_hash(self) -> str:
        return content_hash(self)

    @cached_property
    def rules(self) -> Ruleset:
        """The rulebook's constants with this deck's own in their place. Raises TypeError for a name they have not."""
        return Ruleset(**self.ruleset)

    @cached_property
    def rules_hash(self) -> str:
        return content_hash(self.rules)

    @cached_property
    def role_by_id(self) -> dict[str, Role]:
        return {role.id: role for role in self.roles}

    @cached_property
    def card_by_id(self) -> dict[str, Card]:
        return {card.id: card for card in self.cards}

    @cached_property
    def pair_names(self) -> dict[tuple[str, str], str]:
        """ "a+b" for any two roles, either way round: the lower `tie_order` first, then the deck's order."""
        ranks = [role.id for role in sorted(self.roles, key=lambda role: role.tie_order)]
        found = {}
        for a, b in combinations(ranks, 2):
            found[a, b] = found[b, a] = f"{a}+{b}"
        return found

    @cached_property
    def printed_as(self) -> dict[tuple[str, str], dict[str, Printed]]:
        """Every option of a card as one role reads it, by (card, role) and the option's id."""
        return {
            (card.id, role.id): {option.id: printed(card, option, role) for option in card.options}
            for card in self.cards for role in self.roles
        }

    @cached_property
    def printed(self) -> dict[tuple[str, str], tuple[Printed, ...]]:
        """Those of them that the role may take at all."""
        return {key: tuple(each for each in found.values() if each.allowed) for key, found in self.printed_as.items()}

    @cached_property
    def par_by(self) -> dict[tuple[int, frozenset[str]], dict[str, int]]:
        """The pars by length and roles in play; of two for the same the first counts."""
        return {(each.rounds, frozenset(each.scores)): each.scores for each in reversed(self.pars)}

    @cached_property
    def casts(self) -> dict[tuple[str, ...], Cast]:
        """The casts already worked out by `cast_of`, by the roles in play."""
        return {}

    @cached_property
    def choices(self) -> dict[tuple[object, ...], tuple[Any, ...]]:
        """What the bots have made of a role's options (`bots.sight.Choice`), by all that it follows from."""
        return {}

    @cached_property
    def bag(self) -> tuple[Weather, ...]:
        """The weather bag, a chip an entry."""
        return tuple(kind for kind in self.weather for _ in range(kind.chips))


def role_of(deck: Deck, role: str) -> Role:
    """The deck's role with this id. Raises KeyError when the deck has none."""
    return deck.role_by_id[role]


def card_of(deck: Deck, card: str) -> Card:
    """The deck's card with this id. Raises KeyError when the deck has none."""
    return deck.card_by_id[card]


def par_of(deck: Deck, rounds: int, roles: tuple[str, ...]) -> dict[str, int]:
    """Pars for these roles and this length; empty when the deck has none."""
    return deck.par_by.get((rounds, frozenset(roles)), {})
