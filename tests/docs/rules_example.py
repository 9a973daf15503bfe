"""The worked round of the rulebook (design 5.4), played by the rules: what the page tells and its pictures show."""

from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from game_rules import Deck, Event, Option, Sheet, State, View, Voice, see, terms, view
from game_rules import commands as c
from game_rules import events as e
from game_rules.deck import card_of
from tests.rules import table as t

CARD: Final = "C02"
READER: Final = "council"
CARRIER: Final = "pct"
ASKER: Final = "charity"
NAMED: Final = "council+charity"
CARRY: Final = 6


@dataclass(frozen=True)
class Example:
    """`laid` is the table with the reader's sheet not yet laid; `told` is what the reader sees of the reveal."""

    deck: Deck
    laid: State
    sheet: Sheet
    after: State
    told: tuple[Event, ...]

    @property
    def seen(self) -> View:
        return view(self.laid, READER)

    @property
    def brought(self) -> dict[str, int]:
        return {each.role: each.effort for each in self.told if isinstance(each, e.Brought)}

    @property
    def printed_shares(self) -> list[int]:
        share = self._option("deal")
        return [terms(share, role.id).effort or 0 for role in self.deck.roles]

    @property
    def met(self) -> e.CardMet:
        return next(each for each in self.told if isinstance(each, e.CardMet))

    def _option(self, posture: str) -> Option:
        return next(o for o in card_of(self.deck, CARD).options if o.posture == posture)


def play(deck: Deck) -> Example:
    """The round on this deck. Fails if its card can no longer be met so."""
    options = {o.posture: o.id for o in card_of(deck, CARD).options}
    state = _talked(deck)
    share = Sheet(options["deal"], table=1)
    sheet = replace(share, align=True, voice=Voice("name", pair=NAMED))
    others = {
        role: replace(share, table=1 if own.seated else 0)
        for role, own in ((r.id, r) for r in deck.roles) if role != READER
    } | {CARRIER: Sheet(options["give"], table=1, align=True)}
    row = t.reveal(state, {**others, READER: sheet})
    told = tuple(shown for each in row.events if (shown := see(row.state, READER, each)))
    return Example(deck, state, sheet, row.state, told)


def _talked(deck: Deck) -> State:
    calm = tuple(each for each in deck.weather if each.track is None)
    first = sorted(deck.cards, key=lambda card: card.id != CARD)
    state = t.talking(replace(deck, cards=tuple(first), order="fixed", weather=calm))
    state = t.with_role(t.with_role(state, READER, backing="thin"), CARRIER, backing="strong")
    state = t.with_sores(state, {NAMED: state.ruleset.sore_a_round})
    bargain = c.Offer(to=(CARRIER,), kind="bargain", carrier=CARRIER, brings=CARRY, gives="my_turn_next")
    state = t.do(state, ASKER, bargain).state
    return t.do(state, CARRIER, c.Answer(offer=state.offers[0].id, accept=True)).state
