"""What a bot does that has agreed nothing: it guesses the others from what they brought and pledged."""

from game_rules.bots.sight import Choice, Sight
from game_rules.bots.worth import prices, worth_to

NAME_FROM, NAME_LEAST_STRAIN, NAMES_IN = 4, 2, 3
USUAL = 2
"""What a role is taken to bring of which nothing is known."""


def guessed(sight: Sight, role: str) -> int:
    """What this role will bring: its pledge as far as its word is good, else what it brought last."""
    if sight.away(role):
        return 0
    if sight.pledge(role):
        return round(sight.pledge(role) * sight.belief(role))
    brought = sight.brought(role)
    return brought[-1] if brought else USUAL


def chosen_alone(sight: Sight) -> Choice | None:
    """The choice with the best chance of meeting x stake - cost."""
    others = sum(guessed(sight, r) for r in sight.cast.in_play if r != sight.role)
    stake = worth_to(sight, sight.role)
    found = prices(sight)
    return max(found, key=lambda each: _chance(sight, each[0], others) * stake - each[1].total, default=(None,))[0]


def named_alone(sight: Sight) -> str | None:
    """The most strained pair of its own, now and then, when tension is high: others may have the same thought."""
    if sight.tracks["tension"] < NAME_FROM or sight.named_last or sight.chance(NAMES_IN, "alone"):
        return None
    pair = max(sight.strains, key=sight.strains.__getitem__, default=None)
    return pair if pair and sight.strains[pair] >= NAME_LEAST_STRAIN else None


def _chance(sight: Sight, choice: Choice, others: int) -> float:
    if choice.imposes:
        return 1.0
    surplus = others + choice.brings - sight.need
    return max(0.0, min(1.0, 0.5 + 0.2 * surplus))
