"""Who is in play, who sits at the table, which pairs there are: questions to the state by trait, never by name."""

from itertools import combinations

from game_rules.deck import Deck, role_of
from game_rules.roles import Role
from game_rules.state import State


def traits(state: State, role: str) -> Role:
    """The traits of a role in play."""
    return role_of(state.deck, role)


def in_play(state: State) -> tuple[str, ...]:
    """Roles held by a person or a bot, by `tie_order` (S of the rulebook counts them)."""
    return tuple(state.roles)


def locals_in_play(state: State) -> tuple[str, ...]:
    """Roles in play with the trait `seated` (L counts them), retreated or not."""
    return tuple(r for r in state.roles if traits(state, r).seated)


def at_table(state: State) -> tuple[str, ...]:
    """Seated roles that have not retreated."""
    return tuple(r for r in locals_in_play(state) if not state.roles[r].retreated)


def with_trait(state: State, trait: str) -> tuple[str, ...]:
    """Roles in play that have the trait (`statutory`, `speaks_for_users`, `seated`, `has_instruments`)."""
    return tuple(r for r in state.roles if getattr(traits(state, r), trait))


def centre(state: State) -> str | None:
    """The role in play that has instruments, if there is one."""
    return next(iter(with_trait(state, "has_instruments")), None)


def pair_name(deck: Deck, a: str, b: str) -> str:
    """ "a+b", the lower `tie_order` first, then the deck's order."""
    ranks = [role.id for role in sorted(deck.roles, key=lambda role: role.tie_order)]
    first, second = sorted((a, b), key=ranks.index)
    return f"{first}+{second}"


def pairs_of(deck: Deck, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Every pair of these roles."""
    return tuple(pair_name(deck, a, b) for a, b in combinations(roles, 2))


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
