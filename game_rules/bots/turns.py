"""When a bot moves: it answers at once, speaks while others may, and lays its sheet when nobody at talk is left."""

from game_rules.bots.sight import Sight


def may_lay(sight: Sight) -> bool:
    """Whether to commit now: never while a person may still want to bargain or an own offer may still be answered."""
    if not sight.may("commit") or people_talk(sight):
        return False
    return sight.quiet or not sight.offered or sight.phase != "talk" or not _awaits_answer(sight)


def people_talk(sight: Sight) -> bool:
    """Whether a person may still want to bargain."""
    if sight.phase != "talk":
        return False
    for role in sight.people:
        if not sight.done(role):
            return True
    return False


def _awaits_answer(sight: Sight) -> bool:
    for offer in sight.offered:
        for role in offer.to:
            if role not in offer.accepted and not sight.done(role):
                return True
    return False


def may_pledge(sight: Sight, brings: int) -> bool:
    """Whether this number is news that the seat may give: a local by its pledge, the centre by announcing it."""
    if sight.own.pledge == brings or brings == 0 or not sight.habits.offers:
        return False
    return sight.may("pledge" if sight.traits.seated else "announce")
