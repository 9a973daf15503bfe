"""Which policy answers for which temperament (section 10) or script (11.5)."""

from game_rules.bots.bluffer import bluffer
from game_rules.bots.hardliner import hardliner_move
from game_rules.bots.idealist import idealist_move
from game_rules.bots.learner import learner
from game_rules.bots.moves import Move
from game_rules.bots.random_choice import random_move
from game_rules.bots.retreating import retreating_move
from game_rules.bots.scripts import SCRIPTS, Policy
from game_rules.bots.share import share_move
from game_rules.bots.sight import Sight
from game_rules.bots.tactical import tactical

POLICIES: dict[str, Policy] = {
    "tactical": tactical, "bluffer": bluffer, "learner": learner, "idealist": idealist_move,
    "hardliner": hardliner_move, "retreating": retreating_move, "share": share_move, "random": random_move, **SCRIPTS,
}
"""By name: the temperaments, which may sit at a live table, and the scripts, which are for simulation alone."""


def choose(name: str, sight: Sight) -> Move | None:
    """What the policy of this name does now, or None when it has nothing to do.

    Raises KeyError for an unknown name.
    """
    return POLICIES[name](sight)
