"""What a seat has heard at its table this round, made out once for a move."""

from game_rules.bots.sight import Sight
from game_rules.state import Told


class Talk:
    """`mine`: what it told the table. `leader`: the bot in the chair. `plan`: what the leader told the table last."""

    __slots__ = ("leader", "mine", "plan", "sight", "told")

    def __init__(self, sight: Sight) -> None:
        self.sight, self.told = sight, sight.told
        table = {each.role: each for each in self.told if not each.to}
        self.mine = table.get(sight.role)
        self.leader = next((r for r in sight.sitting if r in table and not sight.person(r)), None)
        self.plan = table[self.leader] if self.leader else None

    @property
    def wanted(self) -> int | None:
        """What the chair asks of this seat: in private if need be; None while it has asked nobody."""
        role = self.sight.role
        for each in self.told:
            if each.to == (role,) and role in each.tells.asks:
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
        return next((each for each in self.told if each.role == role and each.to == (to,)), None)

    def silent(self, role: str) -> bool:
        """Whether nothing has been heard yet of what this bot could bring; people are not waited for."""
        if self.sight.person(role) or any(each.role == role for each in self.told):
            return False
        sight = self.sight
        return not (sight.pledge(role) or sight.done(role) or sight.announced(role) or sight.away(role))

    @property
    def pledges_missing(self) -> bool:
        """Whether somebody who was asked for a part has not pledged yet."""
        if self.plan is None:
            return False
        sight = self.sight
        return any(
            n and not (sight.pledge(r) or sight.done(r) or sight.away(r)) for r, n in self.plan.tells.asks.items()
        )
