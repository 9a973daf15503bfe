"""The bot that stays out of it: it mostly rests, promises nothing, signs nothing and holds its tongue."""

from game_rules.bots.choosing import contribution, rest
from game_rules.bots.laying import lay
from game_rules.bots.moves import Line, Move
from game_rules.bots.sight import Sight
from game_rules.bots.turns import may_lay
from game_rules.commands import Answer, Commit
from game_rules.legal import DEALING

RESTS_OF_TEN = 8
SIGNS_NOTHING = Line("bot-signs-nothing")


def retreating_move(sight: Sight) -> Move | None:
    """A refusal, or its sheet; nothing else."""
    if sight.phase not in DEALING:
        return None
    asked = sight.asked
    if asked and sight.may("answer"):
        return Move(Answer(asked[0].id, accept=False), SIGNS_NOTHING)
    if sight.own.sheet is not None or not may_lay(sight):
        return None
    rests = sight.chance(10, "rests") < RESTS_OF_TEN
    choice = rest(sight) if rests else contribution(sight) or rest(sight)
    return Move(Commit(lay(sight, choice, table=sight.chance(2, "meeting"), instrument="back")))
