"""The bot that gives without asking what is needed: pledges, keeps its word, accepts everything, never names."""

from game_rules.bots.choosing import contribution, gift, promised
from game_rules.bots.laying import default_choice, lay
from game_rules.bots.moves import Line, Move
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.turns import may_lay, may_pledge
from game_rules.commands import Announce, Answer, Commit, Offer, Pledge
from game_rules.deals import ALLIES_MAX
from game_rules.legal import DEALING, PLEDGE_MAX
from game_rules.state import OpenOffer

GIVES_FROM = 3
"""Goodwill below which it brings only its cheapest contribution."""
MEETS_FROM = 3
"""Capacity left with which it brings 2 to the meeting."""
ACCEPTS = Line("bot-accepts-everything")
IMPOSSIBLE = Line("bot-cannot-now")
TOGETHER = Line("bot-together")


def idealist_move(sight: Sight) -> Move | None:
    """An answer first, then the alliance, the pledge, the sheet."""
    own = sight.own
    if sight.phase not in DEALING:
        return None
    asked = sight.asked
    if asked and sight.may("answer"):
        return _answer(sight, asked[0])
    if own.sheet is not None:
        return None
    if not sight.pacts and _may_ally(sight):
        return Move(Offer(_allies(sight), "open"), TOGETHER)
    choice = _choice(sight)
    brings = min(choice.brings, PLEDGE_MAX)
    if may_pledge(sight, brings):
        return _pledge(sight, brings)
    return _commit(sight, choice) if may_lay(sight) else None


def _choice(sight: Sight) -> Choice:
    """What it promised to carry, else a gift while it has the goodwill, else what costs the least of it."""
    carries = promised(sight) if sight.bargains else 0
    found = contribution(sight, carries) if carries else None
    if found is not None:
        return found
    if sight.own.goodwill >= GIVES_FROM:
        return gift(sight)
    return contribution(sight) or default_choice(sight)


def _answer(sight: Sight, offer: OpenOffer) -> Move:
    """Everything but what cannot be: it promises no carry that it could not bring."""
    if not sight.acceptable(offer):
        return Move(Answer(offer.id, accept=False), IMPOSSIBLE)
    if offer.carrier == sight.role and not _can_bring(sight, offer.brings):
        return Move(Answer(offer.id, accept=False), Line("bot-cannot-bring", {"n": offer.brings}))
    return Move(Answer(offer.id, accept=True), ACCEPTS)


def _can_bring(sight: Sight, least: int) -> bool:
    laid = sight.own.sheet
    if laid is None:
        return contribution(sight, least) is not None
    return any(each.id == laid.option and each.brings >= least for each in sight.choices)


def _may_ally(sight: Sight) -> bool:
    """Once a round, while nobody at all is in a pact or an alliance and none is offered."""
    if sight.round >= sight.rounds or not sight.traits.seated or sight.own.retreated or len(sight.sitting) < 2:
        return False
    if sight.offered or any(c.offer.kind == "open" and c.offer.role == sight.role for c in sight.closed):
        return False
    return sight.may("offer")


def _allies(sight: Sight) -> tuple[str, ...]:
    return tuple([role for role in sight.sitting if role != sight.role])[:ALLIES_MAX]


def _pledge(sight: Sight, brings: int) -> Move:
    if sight.traits.seated:
        return Move(Pledge(brings))
    if sight.instruments:
        return Move(Announce(brings, "back"), Line("bot-brings-and-stands-back", {"n": brings}))
    return Move(Announce(brings), Line("bot-brings", {"n": brings}))


def _commit(sight: Sight, choice: Choice) -> Move:
    left = sight.budget - choice.capacity
    invitable = sight.invitable if len(sight.sitting) < len(sight.cast.seated) else ()
    return Move(Commit(lay(
        sight, choice, table=2 if left >= MEETS_FROM else 1,
        focus="cases" if sight.traits.speaks_for_users else "balanced",
        align=True, invite=invitable[0] if invitable else None, instrument="back",
    )))
