"""The bot that takes its cheapest share: pledges it, keeps it, holds its tongue, stands back when it is the centre."""

from game_rules.bots.moves import Line, Move
from game_rules.bots.sight import Sight
from game_rules.commands import Announce, Answer, Commit, Pledge, Sheet
from game_rules.view_types import OptionView, View

HARMS = {"tension": 1, "trust": -1, "cred": -1, "bite": -1, "common": -1, "outcomes": -1}


def share_move(sight: Sight) -> Move | None:
    """The same from a sight."""
    return share(sight.view, sight.habits.offers)


def share(view: View, offers: bool = True) -> Move | None:
    """Pledge first (with `offers`), then commit; nothing more to do in the other phases."""
    if view.legal.answer:
        return Move(Answer(view.legal.answer[0], accept=False), Line("bot-refuses-always"))
    choices = view.legal.sheet
    if choices is None or "commit" not in view.legal.commands or view.me is None or view.me.sheet is not None:
        return None
    option = cheapest_share(view)
    own = next(role for role in view.roles if role.id == view.viewer)
    if offers and option and own.pledge != option.brings:
        if "pledge" in view.legal.commands:
            return Move(Pledge(option.brings))
        if "announce" in view.legal.commands:
            return Move(Announce(option.brings), Line("bot-brings", {"n": option.brings}))
    return Move(Commit(_sheet(view, option)))


def cheapest_share(view: View) -> OptionView | None:
    """The affordable option that brings something at the least goodwill, then capacity, and hurts nobody."""
    affordable = view.legal.sheet.options if view.legal.sheet else ()
    useful = [o for o in view.options if o.id in affordable and o.brings > 0 and not o.imposes]
    kind = [o for o in useful if not _harms(o)] or useful
    return min(kind, key=lambda o: (o.goodwill, o.capacity, -o.brings, o.text), default=None)


def _harms(option: OptionView) -> bool:
    return any(e.key in HARMS and e.n * HARMS[e.key] > 0 or ".goodwill" in e.key and e.n < 0 for e in option.effects)


def _sheet(view: View, option: OptionView | None) -> Sheet:
    assert view.legal.sheet is not None
    choices = view.legal.sheet
    if option is None:
        return choices.default
    meeting = 1 if 1 in choices.table and view.legal.capacity > option.capacity else 0
    return Sheet(option=option.id, table=meeting, instrument="back" if choices.instrument else None)
