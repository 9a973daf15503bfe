"""The same deck and the same game under other names: every role id exchanged, the roles listed the other way round."""

from typing import Any

import msgspec
from msgspec.structs import replace

from game_rules import Deck

Names = dict[str, str]


def renamed(value: object, names: Names) -> Any:
    """Plain data with every role id exchanged: alone, in a pair, before a dot, and as a key."""
    if isinstance(value, dict):
        return {renamed(key, names): renamed(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [renamed(each, names) for each in value]
    if not isinstance(value, str):
        return value
    head, dot, tail = value.partition(".")
    return "+".join(names.get(part, part) for part in head.split("+")) + dot + tail


def plain(value: object) -> Any:
    """Dicts, lists and scalars, as JSON knows them."""
    return msgspec.json.decode(msgspec.json.encode(value))


def of_other_names(deck: Deck, names: Names) -> Deck:
    """The same deck with other role ids and labels, its roles listed the other way round."""
    other = msgspec.convert(renamed(plain(deck), names), Deck)
    roles = [replace(role, label=f"The {role.id}", name=f"the {role.id}", letter="?") for role in other.roles]
    return replace(other, roles=tuple(roles[::-1]))


def names_of(deck: Deck) -> Names:
    """New names that stand in another order of the alphabet than the old ones."""
    return {role.id: f"z{n}" for n, role in enumerate(sorted(deck.roles, key=lambda role: role.id, reverse=True))}


def turned(names: Names) -> Names:
    return {other: role for role, other in names.items()}
