"""What a seat has heard at its table this round."""

from game_rules.bots.sight import Sight
from game_rules.state import Told


class Talk:
    """`mine`: what it told the table. `first`: the first bot at the table, which takes the chair if it wants it.

    `leader`: the bot in the chair. `plan`: what the leader told the table last. `wanted`: what the chair asks of this
    seat, in private if need be; None while it has asked nobody. `pair`: what it asks this seat to name. `people`: the
    roles that people hold.
    """

    __slots__ = ("bots", "first", "leader", "mine", "pair", "people", "plan", "round", "told", "wanted")

    def __init__(self, sight: Sight, told: tuple[Told, ...], before: "Talk | None" = None) -> None:
        """`before`: the talk as it was when less had been told; who sits there stays the same all round."""
        self.round, self.told = sight.round, told
        self.people: tuple[str, ...]
        self.bots: list[str]
        if before is not None and before.round == self.round:
            self.people, self.bots = before.people, before.bots
        else:
            self.people = sight.people
            self.bots = [role for role in sight.sitting if role not in self.people]
        self.first = self.bots[0] if self.bots else None
        self._hear(sight.role)

    def _hear(self, own: str) -> None:
        table: dict[str, Told] = {}
        self.pair: str | None = None
        self.wanted: int | None = None
        for each in self.told:
            if not each.to:
                table[each.role] = each
            elif self.wanted is None and own in each.tells.asks and each.to == (own,):
                self.wanted = each.tells.asks[own]
        self.mine = table.get(own)
        self.leader = self._leader(own, table)
        self.plan = table.get(self.leader) if self.leader else None
        if self.plan and self.plan.tells.asks:
            self.pair = self.plan.tells.names.get(own)
            if self.wanted is None:
                self.wanted = self.plan.tells.asks.get(own, 0)

    def _leader(self, own: str, table: dict[str, Told]) -> str | None:
        """The first of all speaks last; where it keeps silent for good, the first of those that told has the chair."""
        if own == self.first:
            return own
        for role in self.bots:
            if role in table:
                return role
        return None

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
    told = sight.told
    if talk is None or talk.told is not told or talk.round != sight.round:
        talk = sight.notes["talk"] = Talk(sight, told, talk)
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
