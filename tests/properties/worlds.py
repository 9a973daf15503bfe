"""The same table as it might be for all that one viewer knows: every secret that is not its own drawn anew."""

from random import Random
from typing import Any

from msgspec.structs import replace

from game_rules import Event, Sheet, State, Tells, Voice
from game_rules import events as e
from game_rules.seats import is_bot, members, traits
from game_rules.state import ClosedOffer, OpenOffer, RoleState, Score, Told
from game_rules.temperaments import TEMPERAMENTS

BUCKETS = (range(0, 4), range(4, 7), range(7, 11))
SEALED = ("talk", "commit")
TEN = range(11)


def other_world(chance: Random, state: State, viewer: str) -> State:
    """The table with every secret changed that is not this viewer's own. At the end the true cracks are shown (14)."""
    roles = {role: own if role == viewer else _other_role(chance, state, own) for role, own in state.roles.items()}
    sore = {
        pair: n if state.end or viewer in members(pair) else chance.randint(0, 9) for pair, n in state.sore.items()
    }
    holds_instrument = viewer in state.roles and traits(state, viewer).has_instruments
    return replace(
        state, roles=roles, sore=sore, record=_other_record(chance, state, viewer),
        seed="another seed", drawn=state.drawn + 7,
        order=(*state.order[: state.round], *reversed(state.order[state.round :])),
        next_instrument=state.next_instrument if holds_instrument else "inspect",
        **_other_talk(chance, state, viewer), **_other_end(chance, state, viewer),
    )


def _other_role(chance: Random, state: State, own: RoleState) -> RoleState:
    """Every private fact of a role. At the end the coalitions tell who had the least goodwill (5.3), and who was a bot.

    How a role stood and what it did is public in words, bands and rounds; the rest is not.
    """
    over = state.end is not None
    bucket = next(each for each in BUCKETS if own.standing in each)
    seat = own.seat if over or not is_bot(own.seat) else chance.choice(TEMPERAMENTS)
    return replace(
        own, goodwill=own.goodwill if over else chance.choice(TEN), purpose=chance.choice(TEN), seat=seat,
        capacity=chance.choice(TEN), capnext=chance.choice(TEN), sheet=_other_sheet(state, own),
        standing=chance.choice(bucket), backing=chance.choice(("thin", "usual", "strong")),
        agenda="another", facts={"imposed": chance.choice(TEN)}, sheet_words=chance.choice(TEN),
    )


def _other_sheet(state: State, own: RoleState) -> Sheet | None:
    """Sealed, a sheet may be any; open, it still hides who aligned, asked somebody back or chose an instrument."""
    if own.sheet is None:
        return None
    if state.phase in SEALED:
        return Sheet("b", 2, "cases", Voice("name", pair=state.cast.pairs[-1]), instrument="fund")
    return replace(own.sheet, align=not own.sheet.align, invite="nobody", transfer="nobody", instrument="target")


def _other_record(chance: Random, state: State, viewer: str) -> tuple[tuple[Event, ...], ...]:
    return tuple(_other_row(chance, row, viewer) for row in state.record)


def _other_row(chance: Random, row: tuple[Event, ...], viewer: str) -> tuple[Event, ...]:
    """What the headlines are made of, with every move of another's number drawn anew; some were not there at all."""
    others = [
        replace(event, delta=chance.choice((-9, 9)), cause="another")
        if isinstance(event, e.NumberMoved) and event.role != viewer else event for event in row
    ]
    return tuple(event for event in others if not isinstance(event, e.NumberMoved) or event.delta != 9)


def _other_talk(chance: Random, state: State, viewer: str) -> dict[str, Any]:
    """Offers, answers and words among others: none of those there were, and some that were not there."""
    others = [role for role in state.roles if role != viewer]
    offers = [each for each in state.offers if viewer in _parties(each)]
    closed = [each for each in state.closed if viewer in _parties(each.offer)]
    told = [each for each in state.told if viewer in _heard(state, each)]
    if len(others) > 1:
        a, b = chance.sample(others, 2)
        offer = OpenOffer(
            id=9_999, role=a, to=(b,), kind="bargain", carrier=b, brings=chance.randint(4, 12),
            gives="my_turn_next", capacity=0, words=9_999,
        )
        how: Any = chance.choice(("refused", "countered", "withdrawn", "accepted"))
        offers.insert(chance.randint(0, len(offers)), offer)
        closed.insert(0, ClosedOffer(offer=replace(offer, id=9_998), how=how, by=b))
        tells = Tells(strain={state.cast.pairs[0]: chance.choice(TEN)}, asks={viewer: chance.choice(TEN)})
        told.insert(chance.randint(0, len(told)), Told(role=a, to=(b,), tells=tells))
    return {"offers": tuple(offers), "closed": tuple(closed), "told": tuple(told)}


def _parties(offer: OpenOffer) -> tuple[str, ...]:
    return (offer.role, *offer.to)


def _heard(state: State, told: Told) -> tuple[str, ...]:
    return (told.role, *told.to) if told.to else state.cast.seated


def _other_end(chance: Random, state: State, viewer: str) -> dict[str, Any]:
    """Scores are each role's own, and so is how exactly it stood before a collapse."""
    if state.end is None:
        return {}
    scores = {role: own if role == viewer else _other_score(chance, own) for role, own in state.scores.items()}
    return {"scores": scores, "end": replace(state.end, standing=dict.fromkeys(state.end.standing, 99))}


def _other_score(chance: Random, own: Score) -> Score:
    return replace(own, score=own.score + 1 + chance.choice(TEN), parts={}, clauses=(), band=None)
