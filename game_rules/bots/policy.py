"""Which policy answers for which temperament (section 10)."""

from collections.abc import Callable

from game_rules.bots.random_choice import random_move
from game_rules.bots.share import share_move
from game_rules.commands import Command
from game_rules.view_types import View

Move = tuple[Command, str | None]

POLICIES: dict[str, Callable[[View, str], Move | None]] = {"share": share_move, "random": random_move}


def choose(temperament: str, view: View, seed: str) -> Move | None:
    """The command (and free text) of a bot of this temperament now, or None when it has nothing to do.

    `seed` feeds its chance and must differ from move to move. Raises KeyError for an unknown temperament.
    """
    return POLICIES[temperament](view, seed)
