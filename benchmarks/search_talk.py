"""Talking at a tactical table with doctored numbers, for the search: truly, understating, with nothing, or boasting."""

from typing import Any, Final

from msgspec.structs import replace

from game_rules.bots.moves import Move
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.tactical import tactical, tells
from game_rules.commands import Commit, Offer

__all__ = ["Move", "talked"]
DOCTORED: Final = 2


class Understating(Sight):
    """Its own seat, every contribution two points less."""

    __slots__ = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple([replace(each, brings=max(0, each.brings - DOCTORED)) for each in super().choices])


class Boasting(Sight):
    """Its own seat, every contribution two points more."""

    __slots__ = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple([
            replace(each, brings=each.brings + DOCTORED) if each.contributes else each for each in super().choices
        ])


class Empty(Sight):
    """Its own seat, with nothing to bring."""

    __slots__ = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple([each for each in super().choices if not each.contributes])


SEEN: Final[dict[str, type[Sight]]] = {"true": Sight, "thin": Understating, "nothing": Empty, "boast": Boasting}


def talked(sight: Sight, how: str, pacts: bool, bargains: bool) -> Move | None:
    """What a tactical with these numbers would say now; a Commit where it has said everything."""
    seen = sight.through(SEEN[how])
    notes: dict[str, Any] = sight.notes.setdefault("doctored", {})
    seen.notes = notes
    move = tactical(seen)
    if move is None or not isinstance(move.command, Offer):
        return move
    if move.command.kind == "pact":
        return move if pacts else tells(seen)
    return move if bargains else Move(Commit(sight.default))
