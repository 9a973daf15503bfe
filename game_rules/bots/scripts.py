"""Fixed scripts (11.5), for simulation: an option by rule; pacts, bargains and naming by rota or none; nobody is read.

"By rota" goes by the round's number and the roles' tie order, so that all seats agree without a word. Pacts and
bargains are still offered and answered like anybody's.
"""

from collections.abc import Callable
from functools import partial
from itertools import combinations
from typing import Literal, NamedTuple

from game_rules.bots.laying import HOLD, lay, turn_of
from game_rules.bots.moves import Line, Move
from game_rules.bots.rules_of_thumb import RULES
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.turns import may_lay
from game_rules.commands import Answer, Commit, Focus, Given, Instrument, Offer, Voice
from game_rules.legal import DEALING
from game_rules.state import OpenOffer

Policy = Callable[[Sight], Move | None]
Pacts = Literal["none", "rota"]
Bargains = Literal["none", "rota", "hand_over"]
Naming = Literal["none", "rota", "sure", "printed", "strained"]
STRAINED = 3
"""Strain from which a role names on its own account."""
BOTH_GAIN = Line("bot-both-gain")
TAKING_TURNS = Line("bot-taking-turns")
NOT_BY_ROTA = Line("bot-keeps-to-its-rota")


class Script(NamedTuple):
    """Everything that a script fixes. `bargains`: whoever carries gets a turn back, or 1 capacity (`hand_over`).

    `naming`, when tension allows and nobody named last round: `rota` (one role in turn, its own most strained pair),
    `sure` (the same, if it is strained at all), `printed` (the card's pair), `strained` (whoever sees 3 or more).
    """

    rule: str = "share"
    pacts: Pacts = "none"
    bargains: Bargains = "none"
    naming: Naming = "none"
    table: int = 1
    focus: Focus = "balanced"
    align: bool = True
    instrument: Instrument | None = "back"
    invite: bool = False


def script(
    *, rule: str = "share", pacts: Pacts = "none", bargains: Bargains = "none", naming: Naming = "none",
    table: int = 1, focus: Focus = "balanced", align: bool = True, instrument: Instrument | None = "back",
    invite: bool = False,
) -> Policy:
    """The policy that plays by these settings. Raises KeyError for a rule that `RULES` does not have."""
    RULES[rule]
    return partial(_move, Script(rule, pacts, bargains, naming, table, focus, align, instrument, invite))


def _move(plan: Script, sight: Sight) -> Move | None:
    if sight.phase not in DEALING:
        return None
    asked = sight.asked
    if asked and sight.may("answer"):
        return _answer(plan, sight, asked[0])
    if sight.own.sheet is not None:
        return None
    choice = RULES[plan.rule](sight)
    offer = _pact(plan, sight) or _bargain(plan, sight, choice)
    if offer:
        return offer
    return _commit(plan, sight, choice) if may_lay(sight) else None


def _commit(plan: Script, sight: Sight, choice: Choice) -> Move:
    invitable = sight.invitable if plan.invite else ()
    return Move(Commit(lay(
        sight, choice, table=plan.table, focus=plan.focus, voice=_voice(plan, sight), align=plan.align,
        invite=invitable[0] if invitable else None, instrument=plan.instrument,
    )))


def _answer(plan: Script, sight: Sight, offer: OpenOffer) -> Move:
    """Yes to what its own rota says, no to all else."""
    if offer.kind == "pact":
        agreed = plan.pacts != "none" and offer.role == _paired_with(sight)
    else:
        agreed = plan.bargains != "none" and offer.carrier == offer.role and sight.role == _asker(sight, offer.role)
    agreed = agreed and sight.acceptable(offer)
    return Move(Answer(offer.id, accept=agreed), BOTH_GAIN if agreed else NOT_BY_ROTA)


def _pact(plan: Script, sight: Sight) -> Move | None:
    """The first of the pair whose turn it is offers."""
    if plan.pacts == "none" or sight.round >= sight.rounds or sight.pact:
        return None
    other = _paired_with(sight)
    if other is None or sight.sitting.index(other) < sight.sitting.index(sight.role) or sight.pact_of(other):
        return None
    return Move(Offer((other,), "pact"), BOTH_GAIN) if _fresh(sight, "pact") else None


def _paired_with(sight: Sight) -> str | None:
    """The other of the pair whose turn it is, if this role is one of the two."""
    pairs = list(combinations(sight.sitting, 2))
    if not pairs:
        return None
    a, b = pairs[(sight.round - 1) % len(pairs)]
    return {a: b, b: a}.get(sight.role)


def _bargain(plan: Script, sight: Sight, choice: Choice) -> Move | None:
    """Who carries today asks for something back from the role whose turn it is to ask it."""
    least = sight.ruleset.bargain_from
    if plan.bargains == "none" or not sight.habits.offers or choice.brings < least or not choice.contributes:
        return None
    gives: Given = "hand_over" if plan.bargains == "hand_over" else "my_turn_next"
    asker = _asker(sight, sight.role)
    if asker is None or gives not in sight.givable(asker) or not _fresh(sight, "bargain"):
        return None
    if not sight.may_carry(sight.role) or not sight.may_ask(asker):
        return None
    capacity = 1 if gives == "hand_over" else 0
    return Move(Offer((asker,), "bargain", sight.role, least, gives, capacity), TAKING_TURNS)


def _asker(sight: Sight, carrier: str) -> str | None:
    """For whom a role carries this round: another one each round."""
    roles = [role for role in sight.cast.in_play if not sight.away(role)]
    if len(roles) < 2 or carrier not in roles:
        return None
    step = 1 + (sight.round - 1) % (len(roles) - 1)
    return roles[(roles.index(carrier) + step) % len(roles)]


def _fresh(sight: Sight, kind: str) -> bool:
    """Whether it may offer, and has not offered the like this round."""
    mine = [*sight.offered, *(each.offer for each in sight.closed if each.offer.role == sight.role)]
    return all(offer.kind != kind for offer in mine) and sight.may("offer")


def _voice(plan: Script, sight: Sight) -> Voice:
    if plan.naming == "none" or sight.named_last or sight.tracks["tension"] < sight.ruleset.naming_tension:
        return HOLD
    strains = sight.strains
    pair = max(strains, key=strains.__getitem__)
    if plan.naming == "strained":
        return Voice("name", pair=pair) if strains[pair] >= STRAINED else HOLD
    if sight.role not in sight.sitting or not turn_of(sight.round, sight.sitting, sight.role):
        return HOLD
    if plan.naming == "rota" or plan.naming == "sure" and strains[pair]:
        return Voice("name", pair=pair)
    if plan.naming == "sure":
        return HOLD
    sore = sight.card.sore
    known = sore is not None and all(role in sight.cast.in_play for role in sore)
    return Voice("name", pair=sight.pair(*sore)) if sore is not None and known else HOLD


SCRIPTS: dict[str, Policy] = {
    "mechanical": script(rule="share", naming="rota"),
    "mechanical_pacts": script(rule="share", pacts="rota", naming="rota"),
    "carry_strong": script(rule="strong_4_rested_4", pacts="rota", bargains="rota", naming="rota"),
    "carry_strong_no_bargains": script(rule="strong_4_rested_4", pacts="rota", naming="rota"),
    "cheapest_to_gap": script(rule="gap", pacts="rota", naming="rota"),
    "cheapest_to_gap_no_pacts": script(rule="gap", naming="rota"),
    "cheapest_to_guessed_gap": script(rule="guessed_gap", pacts="rota", naming="rota"),
    "best_placed_carries": script(rule="best_placed", pacts="rota", naming="rota"),
    "best_placed_carries_no_pacts": script(rule="best_placed", naming="rota"),
    "most_effort": script(rule="most_effort", pacts="rota", naming="rota"),
    "alternate_carry_share": script(rule="alternate_share", pacts="rota", naming="rota"),
    "alternate_carry_rest_no_pacts": script(rule="alternate_rest", naming="rota"),
    "two_carry_rota": script(rule="two_by_rota", pacts="rota", naming="rota"),
    "one_carries_rota": script(rule="one_by_rota", pacts="rota", naming="rota"),
    "carry_after_miss": script(rule="after_shortfall", pacts="rota", naming="rota"),
    "cheapest_share": script(rule="cheapest", pacts="rota", naming="rota"),
    "cheapest_share_no_pacts": script(rule="cheapest", naming="rota"),
}
"""The scripts that section 11.5 measured, by name; `benchmarks.search` makes all others of the same settings."""
