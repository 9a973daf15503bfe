"""Who is in play, and in which pairs and subsets: it follows from a deck and the roles that are held."""

from msgspec import Struct


class Subset(Struct, frozen=True, kw_only=True):
    """Two or more locals, by `tie_order`: `key` is their ids joined by "+", `pairs` every pair of them."""

    key: str
    members: tuple[str, ...]
    pairs: tuple[str, ...]


class Cast(Struct, frozen=True, kw_only=True):
    """Who is in play, by trait: tuples of role ids by `tie_order`; every pair, those of each role, and every subset of

    locals, the smallest first and so the whole partnership last. Fixed for a game.
    """

    in_play: tuple[str, ...]
    seated: tuple[str, ...]
    statutory: tuple[str, ...]
    speaks_for_users: tuple[str, ...]
    has_instruments: tuple[str, ...]
    pairs: tuple[str, ...]
    pairs_of: dict[str, tuple[str, ...]]
    subsets: tuple[Subset, ...]
