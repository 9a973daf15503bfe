"""The policy whose genes the search breeds: it sees public numbers and its own, and lays only legal sheets.

Each gene has a few levels; together they hold what a player might try who means to last without bargaining, or to do
well at the others' cost: carry or spare itself, push early or late, impose, pledge more or less than it brings, sign
and break, ask for something back and not deliver, say that it has nothing to bring.
"""

from typing import Final

from benchmarks.search_genes import AS_NEEDED, AS_TACTICAL, NEVER, Genome
from benchmarks.search_talk import Move, talked
from game_rules.bots.choosing import contribution, imposing, most_effort, promised, rest, share
from game_rules.bots.dealing import answered
from game_rules.bots.dials import instrument, sheet_of
from game_rules.bots.laying import HOLD, default_choice, lay, turn_of
from game_rules.bots.parts import part_for
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.talk import talk_of
from game_rules.bots.turns import may_lay
from game_rules.commands import Announce, Answer, Commit, Focus, Instrument, Offer, Pledge, Voice
from game_rules.legal import DEALING
from game_rules.state import OpenOffer

OTHERWISE: Final = 2
"""How much more, or less, than it will bring it pledges."""
INVITE_GOODWILL: Final = 4
WEAK: Final = 3


def searched(genes: Genome, sight: Sight) -> Move | None:
    """One move at a time, as every bot makes it."""
    if sight.phase not in DEALING:
        return None
    if sight.asked and sight.may("answer"):
        return _answer(genes, sight, sight.asked[0])
    if sight.own.sheet is not None:
        return None
    if genes.talk != "silent":
        move = talked(sight, genes.talk, genes.pacts != "none", genes.bargain != "none")
        if move is None or not isinstance(move.command, Commit | Pledge | Announce):
            return move
        if genes.fill == "tactical":
            return _astray(genes, sight, move)
    choice = chosen(genes, sight)
    move = _pact(genes, sight) or _bargain(genes, sight, choice) or _pledge(genes, sight, choice)
    if move or not may_lay(sight) or genes.fill == "board" and not sight.quiet and sight.phase == "talk":
        return move
    return _commit(genes, sight, choice)


def _astray(genes: Genome, sight: Sight, move: Move) -> Move | None:
    """A tactical's pledge and sheet, but for what the genes have otherwise."""
    sheet, pledge = move.command, 0
    if isinstance(sheet, Pledge):
        pledge = _told(genes, sheet.brings)
    elif isinstance(sheet, Announce):
        pledge = _told(genes, sheet.pledge or 0)
    if pledge and pledge != sight.own.pledge:
        return Move(Pledge(pledge) if sight.traits.seated else Announce(pledge))
    if not isinstance(sheet, Commit):
        if not sight.quiet:
            return None
        sheet = Commit(sheet_of(sight, part_for(sight, talk_of(sight).wanted or 0)[0], talk_of(sight).pair))
    base = sheet.sheet
    choice = _apart(genes, sight) or next(each for each in sight.choices if each.id == base.option)
    return Move(Commit(lay(
        sight, choice, table=base.table if genes.table == AS_TACTICAL else _table(genes, sight),
        focus=base.focus if genes.focus == "tactical" else _focus(genes, sight),
        voice=base.voice if genes.name_turn == "asked" else _voice(genes, sight),
        align=base.align and genes.align, invite=base.invite, instrument=_instrument(genes, sight),
    )))


def _apart(genes: Genome, sight: Sight) -> Choice | None:
    """Deciding alone, a push or a rest, when the genes have it so and no promise stands against it."""
    if genes.keeps and (_owed(sight) or sight.pact_of(sight.role)):
        return None
    rested = sight.own.goodwill > genes.rest_below or sight.postures(sight.role)[-1:] == ("duck",)
    return _imposed(genes, sight) or _pushed(genes, sight) or (None if rested else rest(sight))


def chosen(genes: Genome, sight: Sight) -> Choice:
    """The option that the genes ask for, as far as it can be paid."""
    alone = _apart(genes, sight)
    if alone:
        return alone
    least = _owed(sight) if genes.keeps else 0
    if least:
        return contribution(sight, least) or most_effort(sight) or share(sight)
    if sight.own.goodwill >= genes.carry_goodwill and genes.carry_from != NEVER:
        carried = contribution(sight, genes.carry_from)
        if carried:
            return carried
    return _filled(genes, sight)


def _owed(sight: Sight) -> int:
    """What it has promised to bring today: as carrier, by a debt that falls due, or by its pledge."""
    debt = any(each.role == sight.role and each.due <= sight.round for each in sight.debts)
    return max(promised(sight), sight.ruleset.debt_effort if debt else 0)


def _imposed(genes: Genome, sight: Sight) -> Choice | None:
    cheap = sight.brief_trust < sight.ruleset.impose_dear_trust
    return imposing(sight) if genes.impose == "always" or genes.impose == "cheap" and cheap else None


def _pushed(genes: Genome, sight: Sight) -> Choice | None:
    late = sight.rounds - sight.round < genes.push_last
    calm = sight.tracks["common"] - sight.tracks["tension"] >= genes.push_margin
    if not late and not calm:
        return None
    pushes = [each for each in sight.payable if each.posture == "push" and not each.imposes]
    return max(pushes, key=_own_gain, default=None)


def _own_gain(choice: Choice) -> int:
    worth = {"self.standing": 3, "self.purpose": 2}
    return sum(worth.get(effect.key, 0) * effect.n for effect in choice.effects)


def _filled(genes: Genome, sight: Sight) -> Choice:
    """What it brings when it does not carry."""
    if genes.fill == "rest":
        return rest(sight)
    if genes.fill == "cheapest":
        return contribution(sight) or share(sight)
    if genes.fill == "most":
        return most_effort(sight) or share(sight)
    if genes.fill == "asked":
        return part_for(sight, talk_of(sight).wanted or 0)[0] or default_choice(sight)
    if genes.fill == "share":
        return share(sight)
    others = (r for r in sight.cast.in_play if r != sight.role and not sight.away(r))
    gap = max(1, sight.need - sum(_expected(genes, sight, role) for role in others))
    return contribution(sight, max(gap, sight.own.pledge)) or most_effort(sight) or share(sight)


def _expected(genes: Genome, sight: Sight, role: str) -> int:
    if genes.fill == "board":
        return round(sight.pledge(role) * sight.belief(role)) or genes.expect
    if genes.fill == "last" and sight.brought(role):
        return sight.brought(role)[-1]
    return genes.expect


def _answer(genes: Genome, sight: Sight, offer: OpenOffer) -> Move:
    if genes.fill == "tactical" and (genes.accepts if offer.kind == "bargain" else genes.pacts == "any"):
        return answered(sight)
    if offer.kind == "bargain":
        able = not genes.keeps or offer.carrier != sight.role or contribution(sight, offer.brings) is not None
        agreed = genes.accepts and able
    else:
        agreed = offer.kind == "pact" and (
            genes.pacts == "any" or genes.pacts == "rota" and offer.role == _partner(sight)
        )
    return Move(Answer(offer.id, accept=agreed and sight.acceptable(offer)))


def _partner(sight: Sight) -> str | None:
    """The other of the pair whose turn it is; None for whoever sits out."""
    sitting = sight.sitting
    pairs = [(a, b) for n, a in enumerate(sitting) for b in sitting[n + 1:]]
    if not pairs:
        return None
    a, b = pairs[(sight.round - 1) % len(pairs)]
    return {a: b, b: a}.get(sight.role)


def _pact(genes: Genome, sight: Sight) -> Move | None:
    if genes.pacts == "none" or sight.round >= sight.rounds or sight.pact_of(sight.role) or not _fresh(sight, "pact"):
        return None
    free = [r for r in sight.sitting if r != sight.role and not sight.pact_of(r)]
    if genes.pacts == "rota":
        partner = _partner(sight)
        free = [r for r in free if r == partner]
    return Move(Offer((free[0],), "pact")) if free and sight.role in sight.sitting else None


def _bargain(genes: Genome, sight: Sight, choice: Choice) -> Move | None:
    """It carries, or says so, for something back; or it asks another to carry and owes a turn."""
    least = sight.ruleset.bargain_from
    if genes.bargain == "none" or not _fresh(sight, "bargain"):
        return None
    others = _others(sight)
    if genes.bargain == "ask":
        other = next((r for r in others if sight.may_carry(r)), None)
        if other is None or not sight.may_ask(sight.role) or "my_turn_next" not in sight.givable(sight.role):
            return None
        return Move(Offer((other,), "bargain", other, least, "my_turn_next"))
    if genes.keeps and (not choice.contributes or choice.brings < least) or not sight.may_carry(sight.role):
        return None
    other = next((r for r in others if sight.may_ask(r) and genes.bargain in sight.givable(r)), None)
    if other is None:
        return None
    if genes.bargain == "hand_over":
        return Move(Offer((other,), "bargain", sight.role, least, "hand_over", 1))
    return Move(Offer((other,), "bargain", sight.role, least, "my_turn_next"))


def _others(sight: Sight) -> list[str]:
    """Whom to ask, those first that gain by the card, then by rota."""
    roles = sight.cast.in_play
    start = roles.index(sight.role) + 1 + (sight.round - 1) % max(1, len(roles) - 1)
    turn = [roles[(start + n) % len(roles)] for n in range(len(roles))]
    gains = {stake.role for stake in sight.card.gains if stake.n > 0}
    return sorted((r for r in turn if r != sight.role and not sight.away(r)), key=lambda r: r not in gains)


def _fresh(sight: Sight, kind: str) -> bool:
    mine = [*sight.offered, *(each.offer for each in sight.closed if each.offer.role == sight.role)]
    return all(offer.kind != kind for offer in mine) and sight.may("offer")


def _pledge(genes: Genome, sight: Sight, choice: Choice) -> Move | None:
    """Once a round; others see it and fill what is missing."""
    n = _told(genes, choice.brings if choice.contributes else 0)
    if n == 0 or sight.own.pledge:
        return None
    if sight.may("pledge"):
        return Move(Pledge(n))
    return Move(Announce(n)) if sight.may("announce") else None


def _told(genes: Genome, brings: int) -> int:
    """What it pledges when it will bring so much; 0 for nothing."""
    more = {"none": -brings, "true": 0, "over": OTHERWISE, "under": -OTHERWISE}[genes.pledge]
    return max(0, brings + more) if brings else 0


def _table(genes: Genome, sight: Sight) -> int:
    if genes.table < AS_NEEDED:
        return genes.table
    return 2 if min(sight.tracks["bite"], sight.tracks["cred"]) <= WEAK else 1


def _commit(genes: Genome, sight: Sight, choice: Choice) -> Move:
    invite = next(iter(sight.invitable), None) if sight.own.goodwill >= INVITE_GOODWILL else None
    return Move(Commit(lay(
        sight, choice, table=_table(genes, sight), focus=_focus(genes, sight), voice=_voice(genes, sight),
        align=genes.align, invite=invite, instrument=_instrument(genes, sight),
    )))


def _focus(genes: Genome, sight: Sight) -> Focus:
    bite, cred = sight.tracks["bite"], sight.tracks["cred"]
    if genes.focus == "weaker":
        return "balanced" if abs(bite - cred) < WEAK else "cases" if cred < bite else "corporate"
    named: dict[str, Focus] = {"cases": "cases", "corporate": "corporate"}
    return named.get(genes.focus, "balanced")


def _instrument(genes: Genome, sight: Sight) -> Instrument | None:
    if genes.instrument == "tactical":
        return instrument(sight)
    named: dict[str, Instrument] = {"back": "back", "fund": "fund", "target": "target", "inspect": "inspect"}
    return named.get(genes.instrument)


def _voice(genes: Genome, sight: Sight) -> Voice:
    if genes.name_turn == "asked":
        pair = talk_of(sight).pair
        return Voice("name", pair=pair) if pair else _scolded(genes, sight)
    strains = sight.strains
    pair = max(strains, key=strains.__getitem__)
    due = sight.tracks["tension"] >= genes.name_from and not sight.named_last and strains[pair] >= genes.name_strain
    mine = genes.name_turn == "any" or sight.role in sight.sitting and turn_of(sight.round, sight.sitting, sight.role)
    return Voice("name", pair=pair) if due and mine else _scolded(genes, sight)


def _scolded(genes: Genome, sight: Sight) -> Voice:
    """Whoever may be called out with right (3.2 step 2)."""
    for role in sight.cast.in_play if genes.calls_out else ():
        if role != sight.role and _deserves(sight, role):
            return Voice("call_out", role=role)
    return HOLD


def _deserves(sight: Sight, role: str) -> bool:
    done = sight.postures(role)
    return done[-1:] == ("push",) or done[-2:] == ("duck", "duck") or sight.broke_last_round(role)
