"""Who is in play, who sits at the table, which pairs there are: questions to the state by trait, never by name."""

from collections.abc import Iterator
from itertools import combinations

from game_rules.casts import Cast, Subset
from game_rules.deck import Deck, role_of
from game_rules.roles import TRAITS, Role
from game_rules.state import State


def traits(state: State, role: str) -> Role:
    """The traits of a role in play."""
    return state.deck.role_by_id[role]


def cast_of(deck: Deck, roles: tuple[str, ...]) -> Cast:
    """Who of these roles, in this order, has which trait; every pair of them."""
    known = deck.casts.get(roles)
    if known is None:
        known = deck.casts[roles] = _cast_of(deck, roles)
    return known


def _cast_of(deck: Deck, roles: tuple[str, ...]) -> Cast:
    having = {trait: tuple(r for r in roles if getattr(role_of(deck, r), trait)) for trait in TRAITS}
    pairs = tuple(pair_name(deck, a, b) for a, b in combinations(roles, 2))
    pairs_of = {role: tuple(pair for pair in pairs if role in members(pair)) for role in roles}
    subsets = tuple(_subsets(deck, having["seated"]))
    return Cast(in_play=roles, pairs=pairs, pairs_of=pairs_of, subsets=subsets, **having)


def _subsets(deck: Deck, seated: tuple[str, ...]) -> Iterator[Subset]:
    for size in range(2, len(seated) + 1):
        for found in combinations(seated, size):
            pairs = tuple(pair_name(deck, a, b) for a, b in combinations(found, 2))
            yield Subset(key="+".join(found), members=found, pairs=pairs)


def in_play(state: State) -> tuple[str, ...]:
    """Roles held by a person or a bot, by `tie_order` (S of the rulebook counts them)."""
    return state.cast.in_play


def locals_in_play(state: State) -> tuple[str, ...]:
    """Roles in play with the trait `seated` (L counts them), retreated or not."""
    return state.cast.seated


def at_table(state: State) -> tuple[str, ...]:
    """Seated roles that have not retreated."""
    return state.sitting


def with_trait(state: State, trait: str) -> tuple[str, ...]:
    """Roles in play that have the trait (`statutory`, `speaks_for_users`, `seated`, `has_instruments`)."""
    found: tuple[str, ...] = getattr(state.cast, trait)
    return found


def centre(state: State) -> str | None:
    """The role in play that has instruments, if there is one."""
    found = state.cast.has_instruments
    return found[0] if found else None


def pair_name(deck: Deck, a: str, b: str) -> str:
    """ "a+b", the lower `tie_order` first, then the deck's order."""
    return deck.pair_names[a, b]


def members(pair: str) -> tuple[str, str]:
    """The two roles of a pair."""
    a, _, b = pair.partition("+")
    return a, b


def strain(state: State, pair: str) -> int:
    """Strain = max(0, sore - bond) (3.1)."""
    return max(0, state.sore[pair] - state.bonds[pair])


def is_bot(seat: str) -> bool:
    """Whether a seat is held by a bot (its value is then the temperament)."""
    return seat not in ("open", "person")
