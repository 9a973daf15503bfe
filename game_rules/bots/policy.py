"""Which policy answers for which temperament (section 10)."""

from collections.abc import Callable

from game_rules.bots.hardliner import hardliner_move
from game_rules.bots.idealist import idealist_move
from game_rules.bots.moves import Move
from game_rules.bots.random_choice import random_move
from game_rules.bots.retreating import retreating_move
from game_rules.bots.share import share_move
from game_rules.bots.sight import Sight
from game_rules.bots.tactical import tactical

POLICIES: dict[str, Callable[[Sight], Move | None]] = {
    "tactical": tactical, "idealist": idealist_move, "hardliner": hardliner_move, "retreating": retreating_move,
    "share": share_move, "random": random_move,
}


def choose(temperament: str, sight: Sight) -> Move | None:
    """What a bot of this temperament does now, or None when it has nothing to do.

    Raises KeyError for an unknown temperament.
    """
    return POLICIES[temperament](sight)
