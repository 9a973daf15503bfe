"""The bot that takes what it can: it decides alone or pushes, promises without meaning it, and scolds."""

from game_rules.bots.choosing import imposing
from game_rules.bots.laying import HOLD, default_choice, lay
from game_rules.bots.moves import Line, Move
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.turns import may_lay, may_pledge
from game_rules.commands import Announce, Answer, Commit, Focus, Instrument, Pledge, Voice
from game_rules.legal import DEALING
from game_rules.state import OpenOffer

PLEDGES = 2
"""So much it says every round that it will bring; a push brings 1, deciding alone nothing."""
SCOLDS_OF_TEN = 3
INSTRUMENTS: tuple[Instrument, ...] = ("target", "inspect", "fund")
SUITS = Line("bot-suits-us")
DOES_NOT_SUIT = Line("bot-gains-us-nothing")
PLEDGED = Line("bot-brings", {"n": PLEDGES})


def hardliner_move(sight: Sight) -> Move | None:
    """An answer first, then its pledge, then its sheet."""
    own = sight.own
    if sight.phase not in DEALING:
        return None
    asked = sight.asked
    if asked and sight.may("answer"):
        return _answer(sight, asked[0])
    if own.sheet is not None:
        return None
    if may_pledge(sight, PLEDGES):
        return Move(Pledge(PLEDGES)) if sight.traits.seated else Move(Announce(PLEDGES), PLEDGED)
    if not may_lay(sight):
        return None
    return Move(Commit(lay(
        sight, imposing(sight) or _push(sight), focus=_focus(sight), voice=_scolding(sight),
        instrument=INSTRUMENTS[sight.chance(3, "instrument")] if sight.traits.has_instruments else None,
    )))


def _push(sight: Sight) -> Choice:
    """The push that does most for its own standing and purpose; without one it brings nothing."""
    pushes = [each for each in sight.payable if each.posture == "push" and not each.imposes]
    return max(pushes, key=_own_gain, default=None) or default_choice(sight)


def _own_gain(choice: Choice) -> int:
    return sum(effect.n for effect in choice.effects if effect.key in ("self.standing", "self.purpose"))


def _answer(sight: Sight, offer: OpenOffer) -> Move:
    accept = sight.acceptable(offer) and _suits(sight, offer)
    return Move(Answer(offer.id, accept), SUITS if accept else DOES_NOT_SUIT)


def _suits(sight: Sight, offer: OpenOffer) -> bool:
    """A promise costs it nothing, since it keeps none; what it hands over is gone, and a turn later never comes."""
    if offer.kind != "bargain":
        return True
    if offer.carrier == sight.role:
        return offer.gives != "my_turn_next"
    return offer.gives != "hand_over"


def _focus(sight: Sight) -> Focus:
    if sight.traits.statutory:
        return "corporate"
    return "cases" if sight.traits.speaks_for_users else "balanced"


def _scolding(sight: Sight) -> Voice:
    """Three times in ten it calls somebody out: whoever has deserved it, else whoever comes to hand."""
    if sight.chance(10, "scolds") >= SCOLDS_OF_TEN:
        return HOLD
    others = [role for role in sight.cast.in_play if role != sight.role]
    fair = [role for role in others if _deserves(sight, role)] or others
    return Voice("call_out", role=fair[sight.chance(len(fair), "whom")])


def _deserves(sight: Sight, role: str) -> bool:
    """Pushed or broke a promise last round, or ducked the last two (3.2 step 2)."""
    postures = sight.postures(role)
    return postures[-1:] == ("push",) or postures[-2:] == ("duck", "duck") or sight.broke_last_round(role)
