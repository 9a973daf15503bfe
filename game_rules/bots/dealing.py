"""A tactical bot's deals: what it asks for a carry, what it answers, and with whom it signs a pact (section 10)."""

from math import inf

from game_rules.bots.moves import Line, Move
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.worth import CARRY_FROM, Price, prices, worth_to
from game_rules.commands import Answer, Offer
from game_rules.state import OpenOffer

HALF = 0.5
"""Who would pay more than this share of what the card is worth to it asks for something back."""
ASKED_AT_MOST, PACTS_AT_MOST = 3, 2
DEBT_COST = 2.0
"""What owing a carry costs: most are paid in passing, and paying returns a point of goodwill."""
HAND_COST = 2.5
SPARE_COST = 3.0
KEPT_WORTH, TURN_WORTH = 3.0, 6.0
"""What a bargain gives its carrier: a point of goodwill for keeping it; somebody else's carry next time, or a spare."""
DISTRUSTED = -2


def answered(sight: Sight) -> Move:
    """Accept or refuse the first offer that waits, with the reason."""
    offer = sight.asked[0]
    reason = _against(sight, offer)
    if reason is None:
        return Move(Answer(offer.id, accept=True), _yes(sight, offer))
    return _countered(sight, offer) or Move(Answer(offer.id, accept=False), reason)


def _countered(sight: Sight, offer: OpenOffer) -> Move | None:
    """What it would agree to instead: to bring what it can, or its turn next for a hand-over; None for neither."""
    if offer.kind != "bargain" or offer.carrier is None or sight.word(offer.role) <= DISTRUSTED:
        return None
    asker = offer.role if offer.carrier == sight.role else sight.role
    if not (sight.may_carry(offer.carrier) and sight.may_ask(asker) and sight.may("offer")):
        return None
    if offer.carrier == sight.role:
        most = _most(sight)
        if not CARRY_FROM <= most < offer.brings:
            return None
        terms = Offer((offer.role,), "bargain", sight.role, most, offer.gives, offer.capacity, offer.id)
        return Move(terms, Line("bot-would-bring", {"n": most}))
    turn_next = "my_turn_next" in sight.givable(sight.role) and not _in_debt(sight)
    if offer.gives != "hand_over" or not turn_next or worth_to(sight, sight.role) < DEBT_COST:
        return None
    terms = Offer((offer.role,), "bargain", offer.role, offer.brings, "my_turn_next", 0, offer.id)
    return Move(terms, Line("bot-turn-instead"))


def _against(sight: Sight, offer: OpenOffer) -> Line | None:
    """Why not, or None."""
    if not sight.acceptable(offer):
        return Line("bot-cannot-now")
    if sight.word(offer.role) <= DISTRUSTED:
        return Line("bot-broke-too-often", {"role": offer.role, "n": -sight.word(offer.role)})
    if offer.kind == "open":
        return Line("bot-no-open-ended")
    if offer.kind == "pact":
        return None if _can_honour(sight) else Line("bot-cannot-carry")
    if offer.carrier == sight.role:
        return _against_carrying(sight, offer)
    if _in_debt(sight) and offer.gives == "my_turn_next":
        return Line("bot-owes-already")
    return None if worth_to(sight, sight.role) >= _cost_of(sight, offer) else Line("bot-not-worth-it")


def _against_carrying(sight: Sight, offer: OpenOffer) -> Line | None:
    """It carries for whatever the card is worth to it, and what it gets back; never what it has not got."""
    carries = [price.own for choice, price in prices(sight) if choice.contributes and choice.brings >= offer.brings]
    if not carries:
        return Line("bot-cannot-bring", {"n": offer.brings})
    back = KEPT_WORTH + (HAND_COST * offer.capacity if offer.gives == "hand_over" else TURN_WORTH)
    return None if min(carries) <= worth_to(sight, sight.role) + back else Line("bot-too-dear", {"n": offer.brings})


def _in_debt(sight: Sight) -> bool:
    return any(debt.role == sight.role for debt in sight.debts)


def _yes(sight: Sight, offer: OpenOffer) -> Line:
    if offer.kind != "bargain":
        return Line("bot-pact-yes")
    return Line("bot-carries" if offer.carrier == sight.role else "bot-gives-back", {"n": offer.brings})


def _cost_of(sight: Sight, offer: OpenOffer) -> float:
    return {"my_turn_next": DEBT_COST, "spare": SPARE_COST}.get(offer.gives or "", HAND_COST * offer.capacity)


def _could_bring(sight: Sight, n: int) -> bool:
    return _most(sight) >= n


def _most(sight: Sight) -> int:
    return max([each.brings for each in sight.payable if each.contributes], default=0)


def _can_honour(sight: Sight) -> bool:
    """Enough goodwill to contribute twice and carry once."""
    return sight.own.goodwill >= 4


def pact_offer(sight: Sight) -> Move | None:
    """A pact with the local with whom the bond is best, if one of the two can carry now; then with another."""
    role = sight.role
    if sight.round >= sight.rounds or not sight.habits.pacts:
        return None
    if sight.pact or sight.offered or not _can_honour(sight):
        return None
    asked = [closed.offer.to[0] for closed in sight.closed if closed.offer.kind == "pact" and closed.offer.role == role]
    if len(asked) >= PACTS_AT_MOST or not _could_bring(sight, CARRY_FROM):
        return None
    free = [
        r for r in sight.sitting
        if r != role and r not in asked and not sight.pact_of(r) and sight.word(r) > DISTRUSTED
    ]
    if not free:
        return None
    partner = max(free, key=lambda r: (not _stays_out(sight, r), sight.bond(sight.pair(role, r)), sight.word(r)))
    return Move(Offer((partner,), "pact"), Line("bot-pact", {"to": partner}))


def asked_back(sight: Sight, choice: Choice, price: Price) -> Move | None:
    """An offer to carry for something back, to whoever gains most and has not refused; None when nothing is asked."""
    role = sight.role
    if choice.brings < CARRY_FROM or sight.offered or sight.habits.returns != "asked" or not sight.may_carry(role):
        return None
    if price.own <= HALF * worth_to(sight, role):
        return None
    refused = {(c.offer.to[0], c.offer.gives) for c in sight.closed if c.offer.role == role and c.how == "refused"}
    if len(refused) >= ASKED_AT_MOST:
        return None
    gainers = _gainers(sight)
    for gives, capacity in (("my_turn_next", 0), ("hand_over", 1)):
        for other in gainers:
            if (other, gives) not in refused and gives in sight.givable(other):
                offer = Offer((other,), "bargain", role, choice.brings, gives, capacity)  # type: ignore[arg-type]
                return Move(offer, Line("bot-asks-back", {"n": choice.brings, "to": other}))
    return None


def _gainers(sight: Sight) -> list[str]:
    """Whom the card is worth something to, the most first; nobody bound, in debt or twice a breaker of its word."""
    debtors = {debt.role for debt in sight.debts}
    free = [
        r for r in sight.cast.in_play
        if r != sight.role and not sight.away(r) and sight.may_ask(r) and sight.word(r) > DISTRUSTED
        and r not in debtors
    ]
    return sorted(free, key=lambda r: (_stays_out(sight, r), -worth_to(sight, r), sight.trait(r).tie_order))


def _stays_out(sight: Sight, role: str) -> bool:
    """Whether the role ducked last round: it will hardly sign anything now."""
    return sight.postures(role)[-1:] == ("duck",)


def paid_at_most(sight: Sight) -> float:
    """The most that a carry may cost this seat: once one was offered and refused, what the card is worth to it."""
    role = sight.role
    if sight.habits.returns == "none":
        return HALF * worth_to(sight, role)
    for closed in sight.closed:
        if closed.offer.role == role and closed.how == "refused":
            return worth_to(sight, role) if sight.may_carry(role) else inf
    return inf

