"""The bot that does anything legal; proofs use it to reach every corner of the rules."""

from collections.abc import Sequence
from typing import Any, TypeVar

from game_rules.bots.moves import Line, Move
from game_rules.bots.sight import Sight
from game_rules.chance import draw
from game_rules.commands import Announce, Answer, Commit, Offer, Pledge, Sheet, Voice
from game_rules.view_types import DealChoices, OptionView, SheetChoices, View

T = TypeVar("T")


class _Dice:
    def __init__(self, seed: str) -> None:
        self.seed, self.taken = seed, 0

    def of(self, items: Sequence[T]) -> T:
        self.taken += 1
        return items[draw(self.seed, self.taken, len(items))]


def random_move(sight: Sight) -> Move | None:
    """The same from a sight."""
    return at_random(sight.view, f"{sight.seed}:{sight.traits.tie_order}:{sight.seq}", sight.habits.offers)


def at_random(view: View, seed: str, offers: bool = True) -> Move | None:
    """Now and then a deal or a pledge (with `offers`), then a sheet drawn dial by dial from what the budget leaves."""
    choices, dice = view.legal.sheet, _Dice(seed)
    if choices is None or "commit" not in view.legal.commands or view.me is None or view.me.sheet is not None:
        return None
    said = _said(view, dice) if offers else None
    return said or Move(Commit(_sheet(view, choices, dice)))


def _said(view: View, dice: _Dice) -> Move | None:
    dealt = _deal(view, dice)
    if dealt:
        return dealt
    own = next(role for role in view.roles if role.id == view.viewer)
    if "pledge" in view.legal.commands and own.pledge == 0 and dice.of((True, False)):
        return Move(Pledge(dice.of(range(1, 7))))
    if "announce" in view.legal.commands and dice.of((True, False)):
        instrument: Any = dice.of((None, *view.legal.instruments))
        return Move(Announce(dice.of((None, 1, 2, 3)), instrument), Line("bot-speaks"))
    return None


def _deal(view: View, dice: _Dice) -> Move | None:
    """One time in three an answer to what lies before it, one time in four an offer of its own."""
    legal = view.legal
    if legal.answer and dice.of(range(3)) == 0:
        offer = dice.of(legal.answer)
        return Move(Answer(offer, accept=offer in legal.accept and dice.of((True, False))))
    if legal.deals is None or dice.of(range(4)):
        return None
    wants_ally: bool = dice.of((True, False))
    if legal.deals.pacts and wants_ally:
        kind: Any = dice.of(("pact", "open"))
        return Move(Offer((dice.of(legal.deals.pacts),), kind), Line("bot-both-gain"))
    return _bargain(legal.deals, dice) if legal.deals.bargains else None


def _bargain(deals: DealChoices, dice: _Dice) -> Move:
    choice = dice.of(deals.bargains)
    gives: Any = dice.of(choice.gives)
    capacity = int(gives == "hand_over")
    return Move(Offer((choice.other,), "bargain", choice.carrier, deals.brings[0], gives, capacity))


def _sheet(view: View, choices: SheetChoices, dice: _Dice) -> Sheet:
    options: dict[str, OptionView] = {o.id: o for o in view.options}
    option = options[dice.of(choices.options)]
    goodwill, capacity = view.legal.goodwill - option.goodwill, view.legal.capacity - option.capacity
    table = dice.of([n for n in choices.table if n <= capacity])
    align = choices.align and capacity - table >= choices.prices["align"] and dice.of((True, False))
    voice = _voice(choices, dice) if goodwill >= choices.prices["voice"] else Voice()
    left = goodwill - (choices.prices["voice"] if voice.kind != "hold" else 0)
    invite = dice.of((None, *choices.invite)) if left >= choices.prices["invite"] else None
    instrument: Any = dice.of((None, *choices.instrument))
    focus: Any = dice.of(choices.focus)
    return Sheet(option.id, table, focus, voice, align, None, invite, instrument)


def _voice(choices: SheetChoices, dice: _Dice) -> Voice:
    kind = dice.of(choices.voice.kinds)
    if kind == "name" and choices.voice.pairs:
        return Voice("name", pair=dice.of(choices.voice.pairs))
    if kind == "call_out" and choices.voice.roles:
        return Voice("call_out", role=dice.of(choices.voice.roles))
    return Voice()
