"""The cheapest way to meet the card: what each role is asked to bring, from what everybody has told."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

LIKELY = (0.86, 0.90, 0.93, 0.95)
"""How likely a plan is to hold with so much effort to spare: people slip."""


class Part(Struct, frozen=True):
    """One thing that a role could bring, and its price in points to the table."""

    brings: int
    price: float


class Card(Struct, frozen=True):
    """What has to be met: effort, the roles that hold its key and how much of it, and pacts that would help."""

    need: int
    holders: frozenset[str]
    key: int
    pacts: tuple[tuple[str, ...], ...]
    help: int
    worth: float


def thinned(parts: Sequence[Part]) -> list[Part]:
    """Cheapest first, without what costs more and brings no more."""
    kept: list[Part] = []
    for part in sorted(parts, key=_most_first):
        if not kept or part.price < kept[-1].price:
            kept.append(part)
    return kept[::-1]


def _most_first(part: Part) -> tuple[int, float]:
    return -part.brings, part.price


def best(card: Card, parts: Mapping[str, Sequence[Part]]) -> dict[str, int] | None:
    """What each role should bring, or None when no way of meeting the card is worth what it costs."""
    return _Search(card, parts).found


class _Search:
    """Depth first over the roles; a branch that can no longer beat the best is left."""

    def __init__(self, card: Card, parts: Mapping[str, Sequence[Part]]) -> None:
        self.card, self.roles, self.parts = card, list(parts), list(parts.values())
        self.found: dict[str, int] | None = None
        self.chosen = [0] * len(self.roles)
        self.most, self.least = [0], [0.0]
        idle = 0.0
        for each in reversed(self.parts):
            self.most.append(self.most[-1] + max([part.brings for part in each]))
            self.least.append(self.least[-1] + min([part.price for part in each]))
        for each in self.parts:
            nothing = [part.price for part in each if part.brings == 0]
            if nothing:
                idle += min(nothing)
        self.best = -idle
        # From the n-th role on: what all the others could bring at most, and what they cost at least.
        self.most.reverse()
        self.least.reverse()
        self.enough = card.need - card.help * len(card.pacts)
        self.likely = card.worth * LIKELY[-1]
        self._walk(0, 0, 0.0)

    def _walk(self, n: int, total: int, cost: float) -> None:
        if total + self.most[n] < self.enough or self.likely - cost - self.least[n] <= self.best:
            return
        if n == len(self.roles):
            self._weigh(total, cost)
            return
        chosen, after = self.chosen, n + 1
        for part in self.parts[n]:
            chosen[n] = part.brings
            self._walk(after, total + part.brings, cost + part.price)

    def _weigh(self, total: int, cost: float) -> None:
        card = self.card
        brought = dict(zip(self.roles, self.chosen, strict=True))
        if card.holders and not [role for role in card.holders if brought.get(role, 0) >= card.key]:
            return
        for pact in card.pacts:
            if _helps([brought.get(role, 0) for role in pact]):
                total += card.help
        spare = total - card.need
        if spare < 0:
            return
        value = card.worth * LIKELY[min(spare, len(LIKELY) - 1)] - cost
        if value > self.best:
            self.best, self.found = value, brought


def _helps(brought: list[int]) -> bool:
    """A pact helps when all of its members contribute and one of them carries (5.2)."""
    return min(brought) >= 1 and max(brought) >= 4
