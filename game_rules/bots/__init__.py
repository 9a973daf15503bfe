"""The house's bots: a policy answers a seat's view with a command and sees exactly what a person there sees."""

from game_rules.bots.policy import choose
from game_rules.temperaments import TEMPERAMENTS

__all__ = ["TEMPERAMENTS", "choose"]
