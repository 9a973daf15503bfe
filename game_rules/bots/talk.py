"""What a seat has heard at its table this round."""

from game_rules.bots.sight import Sight
from game_rules.commands import Tells
from game_rules.state import Told


class Talk:
    """`mine`: what it told the table. `first`: the first bot at the table, which takes the chair if it wants it.

    `leader`: the bot in the chair. `plan`: what the leader told the table last. `wanted`: what the chair asks of this
    seat, in private if need be; None while it has asked nobody. `pair`: what it asks this seat to name. `people`: the
    roles that people hold. `heard`: who has told anything; `numbers`: the last in which a role told what it
    can bring.
    """

    __slots__ = (
        "_asked", "_own", "_table", "bots", "first", "heard", "leader", "mine", "numbers", "pair", "people", "plan",
        "round", "told", "wanted",
    )

    def __init__(self, sight: Sight) -> None:
        """Before anything was told; who sits there stays the same all round."""
        self._own, self.round = sight.role, sight.round
        self.told: tuple[Told, ...] = ()
        self.people: tuple[str, ...] = sight.people
        self.bots = [role for role in sight.sitting if role not in self.people] if self.people else sight.sitting
        self.first = self.bots[0] if self.bots else None
        self.leader = self._own if self._own == self.first else None
        self.heard: set[str] = set()
        self.numbers: dict[str, Tells] = {}
        self._table: dict[str, Told] = {}
        self._asked: int | None = None
        self.mine: Told | None = None
        self.plan: Told | None = None
        self.pair: str | None = None
        self.wanted: int | None = None

    def hear(self, told: tuple[Told, ...]) -> None:
        """Take in the rest of `told`, whose beginning has been heard already."""
        own, table = self._own, self._table
        for each in told[len(self.told):]:
            role, tells = each.role, each.tells
            self.heard.add(role)
            if tells.can:
                self.numbers[role] = tells
            if not each.to:
                table[role] = each
            elif self._asked is None and each.to == (own,):
                self._asked = tells.asks.get(own)
        self.told, self.mine = told, table.get(own)
        if self.first != own:
            # The first of all speaks last; where it keeps silent for good, the first of those that told has the chair.
            self.leader = next(filter(table.__contains__, self.bots), None)
        plan = self.plan = table.get(self.leader) if self.leader else None
        self.wanted, self.pair = self._asked, None
        if plan and plan.tells.asks:
            self.pair = plan.tells.names.get(own)
            if self.wanted is None:
                self.wanted = plan.tells.asks.get(own, 0)

    def last(self, role: str, to: str) -> Told | None:
        """The last numbers that `role` told `to` alone."""
        for each in self.told:
            if each.role == role and each.to == (to,):
                return each
        return None


def talk_of(sight: Sight) -> Talk:
    """The talk so far. What is new is added to it; where something was taken back, all is heard again."""
    talk: Talk | None = sight.notes.get("talk")
    told = sight.told
    if talk is not None and talk.told is told and talk.round == sight.round:
        return talk
    if talk is None or talk.round != sight.round or told[:len(talk.told)] != talk.told:
        talk = sight.notes["talk"] = Talk(sight)
    talk.hear(told)
    return talk


def silent(sight: Sight, talk: Talk, role: str) -> bool:
    """Whether a role of which nothing has been heard may still tell what it could bring; people are not waited for."""
    return role not in talk.people and sight.undecided(role) and not sight.announced(role)


def pledges_missing(sight: Sight, talk: Talk) -> bool:
    """Whether somebody who was asked for a part has not pledged yet."""
    if talk.plan is None:
        return False
    for role, n in talk.plan.tells.asks.items():
        if n and sight.undecided(role):
            return True
    return False
