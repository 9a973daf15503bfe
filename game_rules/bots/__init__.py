"""The house's bots: a policy answers its seat's sight with a move and sees exactly what a person there sees."""

from game_rules.bots.moves import Line, Move
from game_rules.bots.policy import POLICIES, choose
from game_rules.bots.random_choice import at_random
from game_rules.bots.rules_of_thumb import RULES
from game_rules.bots.scripts import SCRIPTS, Policy, script
from game_rules.bots.share import share
from game_rules.bots.sight import FREE, Habits, Sight
from game_rules.temperaments import TEMPERAMENTS

__all__ = [
    "FREE", "POLICIES", "RULES", "SCRIPTS", "TEMPERAMENTS", "Habits", "Line", "Move", "Policy", "Sight", "at_random",
    "choose", "script", "share",
]
