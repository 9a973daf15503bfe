"""What a seat has heard at its table this round, made out once for a move."""

from game_rules.bots.sight import Sight
from game_rules.state import Told


class Talk:
    """`mine`: what it told the table. `first`: the first bot at the table, which takes the chair if it wants it.
    `leader`: the bot in the chair. `plan`: what the leader told the table last.

    `wanted`: what the chair asks of this seat, in private if need be; None while it has asked nobody.
    """

    __slots__ = ("first", "leader", "mine", "plan", "sight", "told", "wanted")

    def __init__(self, sight: Sight) -> None:
        self.sight, self.told = sight, sight.told
        table = {each.role: each for each in self.told if not each.to}
        self.mine = table.get(sight.role)
        bots = [role for role in sight.sitting if not sight.person(role)]
        self.first = bots[0] if bots else None
        # The first of all speaks last; where it keeps silent for good, the first of those that told has the chair.
        told = [role for role in bots if role in table or role == sight.role == self.first]
        self.leader: str | None = told[0] if told else None
        self.plan: Told | None = table.get(told[0]) if told else None
        self.wanted = self._asked_for()

    def _asked_for(self) -> int | None:
        role = self.sight.role
        for each in self.told:
            if each.to and role in each.tells.asks and each.to == (role,):
                return each.tells.asks[role]
        if self.plan is None or not self.plan.tells.asks:
            return None
        return self.plan.tells.asks.get(role, 0)

    @property
    def pair(self) -> str | None:
        """The pair that the chair asks this seat to name."""
        return self.plan.tells.names.get(self.sight.role) if self.plan and self.plan.tells.asks else None

    def last(self, role: str, to: str) -> Told | None:
        """The last numbers that `role` told `to` alone."""
        for each in self.told:
            if each.role == role and each.to == (to,):
                return each
        return None

    def heard(self, role: str) -> bool:
        """Whether the role has told this seat anything in numbers."""
        for each in self.told:
            if each.role == role:
                return True
        return False

    def silent(self, role: str) -> bool:
        """Whether nothing has been heard yet of what this bot could bring; people are not waited for."""
        sight = self.sight
        if self.heard(role) or sight.person(role):
            return False
        return not (sight.pledge(role) or sight.done(role) or sight.announced(role) or sight.away(role))

    @property
    def pledges_missing(self) -> bool:
        """Whether somebody who was asked for a part has not pledged yet."""
        if self.plan is None:
            return False
        sight = self.sight
        for role, n in self.plan.tells.asks.items():
            if n and not (sight.pledge(role) or sight.done(role) or sight.away(role)):
                return True
        return False
