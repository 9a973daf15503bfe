"""A tactical bot that learns whom to believe: from what was pledged and what was brought, whatever the word says."""

from game_rules.bots.moves import Move
from game_rules.bots.sight import Sight
from game_rules.bots.tactical import tactical


class Learning(Sight):
    """Its own seat; others are believed as their record has it."""

    __slots__ = ()

    def belief(self, role: str) -> float:
        """The share of its pledges so far that a role brought, one kept pledge being granted to begin with (0 to 1)."""
        promised = kept = 1
        for pledged, brought in zip(self.pledged(role), self.brought(role), strict=True):
            promised += pledged
            kept += min(pledged, brought)
        return kept / promised


def learner(sight: Sight) -> Move | None:
    """One move at a time, as the tactical bot makes it with these beliefs."""
    return tactical(sight.through(Learning))
