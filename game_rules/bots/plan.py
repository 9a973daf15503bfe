"""The cheapest way to meet the card: what each role is asked to bring, from what everybody has told."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

LIKELY = (0.86, 0.90, 0.93, 0.95)
"""How likely a plan is to hold with so much effort to spare: people slip."""
Part = tuple[int, float]
"""One thing that a role could bring, and its price in points to the table."""


class Card(Struct, frozen=True):
    """What has to be met: effort, the roles that hold its key and how much of it, and pacts that would help."""

    need: int
    holders: tuple[str, ...]
    key: int
    pacts: tuple[tuple[str, ...], ...]
    help: int
    worth: float


def thinned(parts: list[tuple[float, int]]) -> list[Part]:
    """Cheapest first, without what costs more, or as much, and brings no more; of (price, less what it brings)."""
    kept: list[Part] = []
    most = -1
    parts.sort()
    for price, less in parts:
        if -less > most:
            most = -less
            kept.append((most, price))
    return kept


def best(card: Card, parts: Mapping[str, Sequence[Part]]) -> dict[str, int] | None:
    """What each role should bring, or None when no way of meeting the card is worth what it costs.

    The parts of a role are `thinned`, one at least.
    """
    return _Search(card, parts).found


class _Search:
    """Depth first over the roles; a branch that can no longer beat the best is left."""

    __slots__ = ("best", "card", "chosen", "found", "least", "likely", "pacts", "parts", "roles", "short")

    def __init__(self, card: Card, parts: Mapping[str, Sequence[Part]]) -> None:
        self.card, self.roles, self.parts = card, tuple(parts), tuple(parts.values())
        self.found: dict[str, int] | None = None
        self.chosen = [0] * len(parts)
        self.pacts = [[self.roles.index(role) for role in pact] for pact in card.pacts]
        self.likely = card.worth * LIKELY[-1]
        idle, short, least = 0.0, card.need - card.help * len(card.pacts), 0.0
        for each in self.parts:
            if not each[0][0]:
                idle += each[0][1]
        self.best = -idle
        # From the n-th role on: what must be there already if all the others bring their most, and their least price.
        self.short, self.least = [short], [least]
        for each in reversed(self.parts):
            short -= each[-1][0]
            least += each[0][1]
            self.short.append(short)
            self.least.append(least)
        self.short.reverse()
        self.least.reverse()
        if short <= 0 and self.likely - least > self.best:
            self._walk(0, 0, 0.0)

    def _walk(self, n: int, total: int, cost: float) -> None:
        chosen, after = self.chosen, n + 1
        short, least, last = self.short[after] - total, self.least[after], after == len(chosen)
        for brings, price in self.parts[n]:
            paid = cost + price
            if self.likely - paid - least <= self.best:
                break  # the dearer parts of this role all the more
            if brings >= short:
                chosen[n] = brings
                if last:
                    self._weigh(total + brings, paid)
                else:
                    self._walk(after, total + brings, paid)

    def _weigh(self, total: int, cost: float) -> None:
        card = self.card
        spare = total - card.need + (self._helped() if self.pacts else 0)
        if spare < 0:
            return
        value = card.worth * LIKELY[spare if spare < len(LIKELY) else -1] - cost
        if value > self.best:
            brought = dict(zip(self.roles, self.chosen, strict=True))
            if not card.holders or [role for role in card.holders if brought.get(role, 0) >= card.key]:
                self.best, self.found = value, brought

    def _helped(self) -> int:
        """What the pacts add to these parts."""
        chosen, total = self.chosen, 0
        for pact in self.pacts:
            if _helps([chosen[n] for n in pact]):
                total += self.card.help
        return total


def _helps(brought: list[int]) -> bool:
    """A pact helps when all of its members contribute and one of them carries (5.2)."""
    return min(brought) >= 1 and max(brought) >= 4
