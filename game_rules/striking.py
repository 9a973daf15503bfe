"""What happens when an offer is answered: bargains struck, pacts signed, sheets handed back (5.1, 5.2)."""

from game_rules import commands as c
from game_rules import events as e
from game_rules.deals import answerable, budget, check_acceptance, check_means, check_offer, withdrawable
from game_rules.effects import move_track
from game_rules.refusals import Refusal
from game_rules.seats import at_table
from game_rules.sheets import capacity_cost
from game_rules.state import OpenOffer
from game_rules.turn import Turn

SIGNING_COMMON = 1


def make_offer(turn: Turn, role: str, command: c.Offer) -> Refusal | None:
    """Put an offer before its parties; one that counters another closes that one."""
    problem = check_offer(turn.state, role, command) or check_means(turn.state, role, command)
    if problem:
        return problem
    if command.counters is not None:
        close(turn, _offer(turn, command.counters), role, "countered")
    turn.emit(e.OfferMade(
        offer=turn.row, role=role, to=command.to, kind=command.kind, carrier=command.carrier, brings=command.brings,
        gives=command.gives, capacity=command.capacity, counters=command.counters, words=turn.row,
    ))
    return None


def answer(turn: Turn, role: str, command: c.Answer) -> Refusal | None:
    """Accept or refuse. An accepted offer is checked anew: much may have been struck since it was made."""
    waiting = answerable(turn.state, role)
    if command.offer not in waiting:
        return Refusal("unknown_offer", {"offer": command.offer}, list(waiting))
    offer = _offer(turn, command.offer)
    if not command.accept:
        close(turn, offer, role, "refused", turn.row)
        return None
    problem = check_acceptance(turn.state, role, offer)
    if problem:
        return problem
    close(turn, offer, role, "accepted", turn.row)
    if set(offer.to) == {*offer.accepted, role}:
        _strike(turn, offer)
    return None


def withdraw(turn: Turn, role: str, command: c.Withdraw) -> Refusal | None:
    """Take back one's own open offer."""
    own = withdrawable(turn.state, role)
    if command.offer not in own:
        return Refusal("unknown_offer", {"offer": command.offer}, list(own))
    close(turn, _offer(turn, command.offer), role, "withdrawn")
    return None


def expire_offers(turn: Turn) -> None:
    """Offers end with their round's talk."""
    for offer in turn.state.offers:
        close(turn, offer, offer.role, "expired")


def close(turn: Turn, offer: OpenOffer, role: str, how: e.HowAnswered, words: int = 0) -> None:
    """Say to its parties what became of an offer."""
    turn.emit(e.OfferAnswered(offer.id, role, (offer.role, *offer.to), how, words))


def _offer(turn: Turn, id: int) -> OpenOffer:
    return next(each for each in turn.state.offers if each.id == id)


def _strike(turn: Turn, offer: OpenOffer) -> None:
    if offer.kind == "bargain":
        _strike_bargain(turn, offer)
        return
    members = tuple(r for r in at_table(turn.state) if r in (offer.role, *offer.to))
    last = turn.state.round + turn.rules.pact_rounds - 1 if offer.kind == "pact" else None
    turn.emit(e.PactSigned(offer.id, offer.kind, members, last, offer.words))
    if offer.kind == "open":
        move_track(turn, "common", SIGNING_COMMON, "alliance.signed")


def _strike_bargain(turn: Turn, offer: OpenOffer) -> None:
    assert offer.carrier is not None and offer.gives is not None, "check_terms asked for both"
    asker = next(r for r in (offer.role, *offer.to) if r != offer.carrier)
    turn.emit(e.BargainStruck(
        offer.id, offer.carrier, asker, offer.brings, offer.gives, offer.capacity, offer.words
    ))
    sheet = turn.own(asker).sheet
    if sheet and capacity_cost(turn.state, asker, sheet) > budget(turn.state, asker):
        turn.emit(e.SheetReturned(asker))
