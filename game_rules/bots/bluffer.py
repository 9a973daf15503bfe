"""A tactical bot that bluffs about its backing: it always says that it is thin, and is asked to carry less."""

from msgspec.structs import replace

from game_rules.bots.moves import Move
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.tactical import tactical


class Understated(Sight):
    """Its own seat, with what it would bring on a thin day. It keeps what it pledges, and brings more than it said."""

    __slots__ = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple([replace(each, brings=self._thin(each)) for each in super().choices])

    def _thin(self, choice: Choice) -> int:
        if not choice.contributes:
            return choice.brings
        effort, rules = choice.printed.effort, self.ruleset
        return max(0, effort - (rules.backing_heavy if effort >= rules.heavy_from else rules.backing_effort))


def bluffer(sight: Sight) -> Move | None:
    """One move at a time, as the tactical bot makes it on a thin day."""
    return tactical(sight.through(Understated))
