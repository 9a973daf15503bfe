"""What a seat has heard at its table this round."""

from game_rules.bots.sight import Sight
from game_rules.state import Told


class Talk:
    """`mine`: what it told the table. `first`: the first bot at the table, which takes the chair if it wants it.

    `leader`: the bot in the chair. `plan`: what the leader told the table last. `wanted`: what the chair asks of this
    seat, in private if need be; None while it has asked nobody. `pair`: what it asks this seat to name. `people`: the
    roles that people hold.
    """

    __slots__ = ("first", "leader", "mine", "pair", "people", "plan", "round", "told", "wanted")

    def __init__(self, sight: Sight) -> None:
        self.round, self.told, self.people = sight.round, sight.told, sight.people
        table = {each.role: each for each in self.told if not each.to}
        self.mine = table.get(sight.role)
        people = self.people
        bots = [role for role in sight.sitting if role not in people] if people else sight.sitting
        self.first = bots[0] if bots else None
        # The first of all speaks last; where it keeps silent for good, the first of those that told has the chair.
        self.leader = next((role for role in bots if role in table or role == sight.role == self.first), None)
        self.plan: Told | None = table.get(self.leader) if self.leader else None
        shared_out = self.plan and self.plan.tells.asks
        self.pair = self.plan.tells.names.get(sight.role) if self.plan and shared_out else None
        self.wanted = self._asked_of(sight.role)

    def _asked_of(self, role: str) -> int | None:
        for each in self.told:
            if each.to and role in each.tells.asks and each.to == (role,):
                return each.tells.asks[role]
        if self.plan is None or not self.plan.tells.asks:
            return None
        return self.plan.tells.asks.get(role, 0)

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


def talk_of(sight: Sight) -> Talk:
    """The talk so far, made out anew only when something more has been told."""
    talk: Talk | None = sight.notes.get("talk")
    if talk is None or talk.told is not sight.told or talk.round != sight.round:
        talk = sight.notes["talk"] = Talk(sight)
    return talk


def silent(sight: Sight, talk: Talk, role: str) -> bool:
    """Whether nothing has been heard yet of what this bot could bring; people are not waited for."""
    if talk.heard(role) or role in talk.people:
        return False
    return not (sight.pledge(role) or sight.done(role) or sight.announced(role) or sight.away(role))


def pledges_missing(sight: Sight, talk: Talk) -> bool:
    """Whether somebody who was asked for a part has not pledged yet."""
    if talk.plan is None:
        return False
    for role, n in talk.plan.tells.asks.items():
        if n and not (sight.pledge(role) or sight.done(role) or sight.away(role)):
            return True
    return False
