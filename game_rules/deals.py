"""Offers: who may promise what to whom, and what a promise given now means for the sheets of this round (5.1, 5.2)."""

from collections.abc import Iterator
from itertools import combinations

from game_rules.commands import Offer
from game_rules.refusals import Refusal
from game_rules.seats import at_table, traits
from game_rules.state import OpenOffer, Pact, State
from game_rules.view_types import BargainChoice, DealChoices

OFFERS_MAX = 8
"""Open offers of one role at a time."""
BRINGS_MAX = 12
ALLIES_MAX = 2


def needs_wording(offer: Offer) -> bool:
    """A pact states its advantage for each in words (5.2); elsewhere words are welcome and not asked for."""
    return offer.kind == "pact"


def budget(state: State, role: str) -> int:
    """This round's capacity for the sheet, hand-overs of struck bargains already moved (13.5)."""
    capacity = state.roles[role].capacity
    if not state.bargains:
        return capacity
    for bargain in state.bargains:
        if bargain.gives == "hand_over":
            if bargain.asker == role:
                capacity -= bargain.capacity
            elif bargain.carrier == role:
                capacity += bargain.capacity
    return max(0, capacity)


def pact_of(state: State, role: str) -> Pact | None:
    """The pact or alliance that this role is in; it is in one at most."""
    for pact in state.pacts:
        if role in pact.members:
            return pact
    return None


def partners(state: State, role: str) -> tuple[str, ...]:
    """Whom this role can strike a bargain with: everybody in play who has not retreated."""
    if state.roles[role].retreated:
        return ()
    return tuple([r for r, own in state.roles.items() if r != role and not own.retreated])


def allies(state: State, role: str) -> tuple[str, ...]:
    """With whom this role can sign a pact or an alliance: locals at the table that are in none."""
    sitting = at_table(state)
    if role not in sitting or pact_of(state, role):
        return ()
    return tuple([r for r in sitting if r != role and not pact_of(state, r)])


def may_carry(state: State, role: str) -> bool:
    """Each role carries in at most one bargain a round."""
    return role not in [bargain.carrier for bargain in state.bargains]


def may_ask(state: State, role: str) -> bool:
    """Each role asks in at most one bargain a round."""
    return role not in [bargain.asker for bargain in state.bargains]


def givable(state: State, role: str) -> tuple[str, ...]:
    """What this role can give back: no turn next in the last round, a spare by the centre alone (and not then)."""
    found = ["hand_over"] if traits(state, role).hand_max else []
    if state.round < state.rounds:
        found.append("my_turn_next")
        if traits(state, role).has_instruments:
            found.append("spare")
    return tuple(found)


def hand_most(state: State, role: str) -> int:
    """The most capacity that this role can hand over now."""
    return min(traits(state, role).hand_max, state.roles[role].capacity)


def check_offer(state: State, role: str, offer: Offer) -> Refusal | None:
    """Why this offer cannot be made, or None."""
    mine = [each for each in state.offers if each.role == role]
    if len(mine) >= OFFERS_MAX:
        return Refusal("too_many_offers", {"open": len(mine)}, [OFFERS_MAX])
    if problem := _check_counter(state, role, offer):
        return problem
    if len(set(offer.to)) != len(offer.to) or role in offer.to:
        return Refusal("not_reachable", {"to": list(offer.to)}, list(partners(state, role)))
    return check_terms(state, role, offer)


def _check_counter(state: State, role: str, offer: Offer) -> Refusal | None:
    """A counter-offer goes to whoever made the offer, and to nobody who has not seen that one: it names it."""
    if offer.counters is None:
        return None
    if offer.counters not in answerable(state, role):
        return Refusal("unknown_offer", {"offer": offer.counters}, list(answerable(state, role)))
    countered = next(each for each in state.offers if each.id == offer.counters)
    parties = [each for each in (countered.role, *countered.to) if each != role]
    if countered.role in offer.to and set(offer.to) <= set(parties):
        return None
    return Refusal("not_reachable", {"to": list(offer.to)}, list(parties))


def check_terms(state: State, role: str, offer: Offer | OpenOffer) -> Refusal | None:
    """Whether these terms can be struck as things stand; asked when the offer is made and when it is accepted."""
    return _check_bargain(state, role, offer) if offer.kind == "bargain" else _check_pact(state, role, offer)


def _check_bargain(state: State, role: str, offer: Offer | OpenOffer) -> Refusal | None:
    with_whom = partners(state, role)
    if len(offer.to) != 1 or offer.to[0] not in with_whom:
        return Refusal("not_reachable", {"to": list(offer.to)}, list(with_whom))
    both = (role, offer.to[0])
    if offer.carrier not in both:
        return Refusal("out_of_range", {"carrier": offer.carrier}, list(both))
    asker = both[1] if offer.carrier == role else role
    low = state.ruleset.bargain_from
    if not low <= offer.brings <= BRINGS_MAX:
        return Refusal("out_of_range", {"brings": offer.brings}, [low, BRINGS_MAX])
    if offer.gives not in givable(state, asker):
        return Refusal("not_applicable", {"gives": offer.gives}, list(givable(state, asker)))
    if not _capacity_fits(state, asker, offer):
        return Refusal("out_of_range", {"capacity": offer.capacity}, [1, traits(state, asker).hand_max])
    if not may_carry(state, offer.carrier or "") or not may_ask(state, asker):
        return Refusal("already_bound", {"carrier": offer.carrier, "asker": asker})
    return None


def _capacity_fits(state: State, asker: str, offer: Offer | OpenOffer) -> bool:
    """1 to `hand_max` for a hand-over, nothing otherwise. What the asker has left is its own secret until it agrees."""
    if offer.gives != "hand_over":
        return offer.capacity == 0
    return 1 <= offer.capacity <= traits(state, asker).hand_max


def _check_pact(state: State, role: str, offer: Offer | OpenOffer) -> Refusal | None:
    if offer.carrier is not None or offer.gives is not None or offer.capacity:
        return Refusal("not_applicable", {"carrier": offer.carrier, "gives": offer.gives}, [None])
    with_whom = allies(state, role)
    most = 1 if offer.kind == "pact" else ALLIES_MAX
    if not 1 <= len(offer.to) <= most or any(each not in with_whom for each in offer.to):
        return Refusal("not_reachable", {"to": list(offer.to)}, list(with_whom))
    if state.round >= state.rounds:
        return Refusal("not_applicable", {"kind": offer.kind, "round": state.round}, [])
    return None


def deal_choices(state: State, role: str) -> DealChoices | None:
    """Everything that this role may offer now; None when that is nothing."""
    if len(withdrawable(state, role)) >= OFFERS_MAX:
        return None
    with_whom = allies(state, role) if state.round < state.rounds else ()
    found = DealChoices(
        bargains=tuple(_bargains(state, role)),
        pacts=with_whom,
        alliances=tuple(group for n in range(1, ALLIES_MAX + 1) for group in combinations(with_whom, n)),
        brings=(state.ruleset.bargain_from, BRINGS_MAX),
    )
    return found if found.bargains or found.pacts else None


def may_offer(state: State, role: str) -> bool:
    """Whether `deal_choices` has anything for this role."""
    if state.roles[role].retreated or len(withdrawable(state, role)) >= OFFERS_MAX:
        return False
    return bool(state.round < state.rounds and allies(state, role)) or next(_bargains(state, role), None) is not None


def _bargains(state: State, role: str) -> Iterator[BargainChoice]:
    """Each way round with each partner; what the other has left to hand over is its own secret."""
    for other in partners(state, role):
        for carrier, asker in ((other, role), (role, other)):
            most = hand_most(state, role) if asker == role else traits(state, other).hand_max
            gives = tuple(each for each in givable(state, asker) if each != "hand_over" or most)
            if gives and may_carry(state, carrier) and may_ask(state, asker):
                yield BargainChoice(other, carrier, gives, most)


def check_acceptance(state: State, role: str, offer: OpenOffer) -> Refusal | None:
    """Why this role cannot accept the offer as things stand, or None."""
    return check_terms(state, offer.role, offer) or check_means(state, role, offer)


def check_means(state: State, role: str, offer: Offer | OpenOffer) -> Refusal | None:
    """Whoever would hand capacity over must have it when it makes the offer, or accepts."""
    if offer.kind != "bargain" or offer.gives != "hand_over" or offer.carrier == role:
        return None
    most = hand_most(state, role)
    if offer.capacity <= most:
        return None
    return Refusal("unaffordable", {"what": "capacity", "costs": offer.capacity, "has": most}, [most])


def answerable(state: State, role: str) -> tuple[int, ...]:
    """Ids of the open offers that wait for this role."""
    return tuple([o.id for o in state.offers if role in o.to and role not in o.accepted])


def withdrawable(state: State, role: str) -> tuple[int, ...]:
    """Ids of this role's own open offers."""
    return tuple([o.id for o in state.offers if o.role == role])
