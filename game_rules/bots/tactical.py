"""The tactical bot: tells what it can bring, agrees who carries and what comes back, pledges, and keeps it.

At the table the first bot that told its numbers takes the chair: it asks the centre in private, finds the cheapest way
to meet the card (`plan`), and asks each for its part. Whoever would pay much for its part asks for something back.
Everything goes through the messages, pledges and offers that people use; nothing is known that was not told.
"""

from game_rules.bots import dealing, plan
from game_rules.bots.alone import belief, chosen_alone, guessed
from game_rules.bots.dials import sheet_of
from game_rules.bots.moves import Line, Move
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.worth import Price, card_worth, price
from game_rules.commands import Announce, Can, Commit, Pledge, Say, Tells
from game_rules.state import Told

NAME_FROM, NAME_MORE_FROM, NAME_LEAST_STRAIN = 4, 6, 2
NAMING_GOODWILL = 2
POINTS_MAX = 99


def tactical(sight: Sight) -> Move | None:
    """One move at a time; None while it waits for somebody."""
    if sight.asked and sight.may("answer"):
        return dealing.answered(sight)
    if sight.own.sheet is not None or not sight.may("commit"):
        return None
    if sight.habits.offers and sight.phase == "talk" and not sight.own.retreated:
        move, waits = _talk(sight)
        if move or waits:
            return move
    if sight.phase == "talk" and _people_are_talking(sight):
        return None
    return Move(Commit(sheet_of(sight, chosen(sight), naming(sight))))


def _people_are_talking(sight: Sight) -> bool:
    return any(sight.person(r) and not sight.done(r) for r in sight.cast.in_play)


def _talk(sight: Sight) -> tuple[Move | None, bool]:
    """The next thing to say, and whether to wait for others when there is nothing."""
    if sight.traits.seated:
        mine = last_told(sight, sight.role, ())
        if mine is None:
            return dealing.pact_offer(sight) or _tells(sight), True
        if chair(sight) == sight.role:
            move = _chaired(sight, mine)
            if move:
                return move, True
    elif not sight.own.announced:
        move = _answers_the_chair(sight)
        if move:
            return move, True
    wanted = asked_to_bring(sight)
    if wanted is None and not sight.quiet:
        return None, True
    move = _pledges(sight, wanted)
    if move:
        return move, True
    return None, bool(sight.offered) and not sight.quiet or not _all_have_pledged(sight) and not sight.quiet


def last_told(sight: Sight, role: str, to: tuple[str, ...]) -> Told | None:
    """The last numbers that this role told exactly these."""
    for each in sight.told:
        if each.role == role and each.to == to:
            return each
    return None


def chair(sight: Sight) -> str | None:
    """The first bot at the table, by tie order, that told the table its numbers."""
    spoke = {each.role for each in sight.told if not each.to}
    return next((r for r in sight.sitting if r in spoke and not sight.person(r)), None)


def asked_to_bring(sight: Sight) -> int | None:
    """What the chair asks of this seat; None while it has asked nobody."""
    for each in reversed(sight.told):
        if each.role != sight.role and each.to == (sight.role,) and sight.role in each.tells.asks:
            return each.tells.asks[sight.role]
    leader = chair(sight)
    table = last_told(sight, leader, ()) if leader else None
    if table is None or not table.tells.asks:
        return None
    return table.tells.asks.get(sight.role, 0)


def _priced(sight: Sight) -> list[tuple[Choice, Price]]:
    """The choices worth speaking of: contributions that can be paid, and the best way of bringing nothing."""
    found = _payable(sight)
    useful = [each for each in found if each[0].contributes and each[0].brings]
    idle = [each for each in found if not (each[0].contributes and each[0].brings)]
    best_idle = min(idle, key=lambda each: each[1].total, default=None)
    return ([best_idle] if best_idle else []) + [each for each in useful if not dealing.nobody_pays(sight, *each)]


def _payable(sight: Sight) -> list[tuple[Choice, Price]]:
    """What it could lay, with its price; worked out once as long as nothing moves."""
    basis = sight.basis
    if sight.notes.get("basis") != basis:
        sight.notes["basis"] = basis
        sight.notes["payable"] = [(c, price(sight, c)) for c in sight.choices if c.payable and not c.imposes]
    found: list[tuple[Choice, Price]] = sight.notes["payable"]
    return found


def parts_of(sight: Sight) -> list[plan.Part]:
    """This seat's own parts for a plan."""
    return plan.thinned([plan.Part(_effort(c), p.total) for c, p in _priced(sight)])


def _effort(choice: Choice) -> int:
    return choice.brings if choice.contributes else 0


def _can(sight: Sight) -> tuple[Can, ...]:
    """The same in whole numbers, above the cheapest: what is told to others."""
    parts = parts_of(sight)
    least = min((part.price for part in parts), default=0.0)
    return tuple([Can(part.brings, min(POINTS_MAX, round(part.price - least))) for part in parts[:8]])


def _tells(sight: Sight) -> Move:
    """What it can bring, where it rankles, and whether it would name."""
    strain = {pair: n for pair, n in sight.strains.items() if n}
    names = {}
    if strain and sight.own.goodwill >= NAMING_GOODWILL + 1:
        names = {sight.role: max(strain, key=strain.__getitem__)}
    can = _can(sight)
    most = max((each.brings for each in can), default=0)
    return Move(Say((), Tells(can, strain, {}, names)), Line("bot-can", {"n": most}))


def _answers_the_chair(sight: Sight) -> Move | None:
    """The centre tells its numbers to whoever asked it for them."""
    for each in sight.told:
        if each.to == (sight.role,) and not each.tells.asks and last_told(sight, sight.role, (each.role,)) is None:
            can = _can(sight)
            most = max((one.brings for one in can), default=0)
            return Move(Say((each.role,), Tells(can)), Line("bot-can", {"n": most}))
    return None


def _chaired(sight: Sight, mine: Told) -> Move | None:
    """Ask the centre, wait for the others, ask everybody for a part; again when somebody's numbers have changed."""
    if not sight.quiet and any(_silent(sight, r) for r in sight.sitting):
        return None
    centre = next(iter(sight.cast.has_instruments), None)
    if centre and not sight.announced(centre) and last_told(sight, sight.role, (centre,)) is None:
        return Move(Say((centre,), Tells()), Line("bot-asks-centre"))
    told = sight.told
    fresh = not mine.tells.asks or any(each.role != sight.role for each in told[told.index(mine) + 1:])
    if not fresh or not sight.quiet and any(_silent(sight, r) for r in sight.cast.in_play):
        return None
    found = _planned(sight)
    asks = found or dict.fromkeys(sight.cast.in_play, 0)
    if centre and not sight.announced(centre) and _asked_of(sight, centre) != asks.get(centre, 0):
        part = {centre: asks.get(centre, 0)}
        return Move(Say((centre,), Tells(asks=part)), Line("bot-asks-part", {"to": centre, "n": part[centre]}))
    if mine.tells.asks == asks:
        return None
    tells = Tells(_can(sight), mine.tells.strain, asks, _namers(sight))
    return Move(Say((), tells), Line("bot-plan" if found else "bot-saves-strength"))


def _asked_of(sight: Sight, role: str) -> int | None:
    told = last_told(sight, sight.role, (role,))
    return told.tells.asks.get(role) if told else None


def _silent(sight: Sight, role: str) -> bool:
    """Whether nothing has been heard of what this role could bring."""
    if any(each.role == role for each in sight.told):
        return False
    return not (sight.pledge(role) or sight.done(role) or sight.announced(role) or sight.away(role))


def _planned(sight: Sight) -> dict[str, int] | None:
    """The cheapest set of parts that meets need and key, if it is worth its cost."""
    parts = {r: _parts_of(sight, r) for r in sight.cast.in_play if not sight.away(r)}
    key = sight.card.key
    holders = frozenset(r for r in parts if key and getattr(sight.trait(r), key.trait))
    pacts = tuple(p.members for p in sight.pacts if p.kind == "pact" and all(m in parts for m in p.members))
    worth = card_worth(sight)
    return plan.best(plan.Card(sight.need, holders, key.n if key else 0, pacts, sight.ruleset.pact_effort, worth), parts)


def _parts_of(sight: Sight, role: str) -> list[plan.Part]:
    """From its own numbers, from what it told, from its pledge as far as its word is good, or from its record."""
    if role == sight.role:
        return parts_of(sight)
    told = next((each for each in reversed(sight.told) if each.role == role and each.tells.can), None)
    trust = belief(sight, role)
    pledged = sight.pledge(role)
    if pledged and (told is None or sight.person(role)):
        return [plan.Part(round(pledged * trust), 0.0)]
    if told is None or trust < 1:
        return [plan.Part(guessed(sight, role), 0.0)]
    return plan.thinned([plan.Part(each.brings, float(each.price)) for each in told.tells.can])


def _namers(sight: Sight) -> dict[str, str]:
    """Who names which pair: the pair with the highest strain that anybody told of, named by who would."""
    tension = sight.tracks["tension"]
    if tension < NAME_FROM or sight.named_last or sight.habits.naming != "measured" or sight.chance(4, "name") == 0:
        return {}
    strain: dict[str, int] = {}
    for each in sight.told:
        if not each.to:
            for pair, n in each.tells.strain.items():
                strain[pair] = max(n, strain.get(pair, 0))
    pair = max(strain, key=strain.__getitem__, default=None)
    if pair is None or strain[pair] < NAME_LEAST_STRAIN:
        return {}
    willing = [each.role for each in sight.told if not each.to and each.tells.names]
    most = -(-len(sight.sitting) // 2) if tension >= NAME_MORE_FROM else 1
    return dict.fromkeys(willing[:most], pair)


def _pledges(sight: Sight, wanted: int | None) -> Move | None:
    """Ask for something back if the part is dear, then pledge it; None when that is done."""
    choice, cost = chosen_for(sight, wanted)
    effort = _effort(choice) if choice else 0
    if choice and cost:
        move = dealing.asked_back(sight, choice, cost)
        if move:
            return move
        if sight.offered and not sight.quiet:
            return None
    if wanted and effort < wanted and _told_more(sight, wanted):
        return _tells(sight)
    if sight.pledge(sight.role) == effort:
        return None
    if sight.may("pledge"):
        return Move(Pledge(effort))
    if sight.may("announce"):
        return Move(Announce(effort), Line("bot-brings", {"n": effort}))
    return None


def _told_more(sight: Sight, n: int) -> bool:
    """Whether it told the table that it could bring as much: nobody pays for that, so it has to be taken back."""
    mine = last_told(sight, sight.role, ())
    return mine is not None and any(each.brings >= n for each in mine.tells.can)


def _all_have_pledged(sight: Sight) -> bool:
    leader = chair(sight)
    table = last_told(sight, leader, ()) if leader else None
    asks = table.tells.asks if table else {}
    return all(sight.pledge(role) or sight.done(role) or sight.away(role) for role, n in asks.items() if n)


def chosen_for(sight: Sight, wanted: int | None) -> tuple[Choice | None, Price | None]:
    """The cheapest choice that brings what is wanted; what brings most when none does."""
    if wanted is None:
        return chosen_alone(sight), None
    bound = max((b.brings for b in sight.bargains if b.carrier == sight.role), default=0)
    least = max(wanted, bound)
    found = _priced(sight)
    enough = [each for each in found if _effort(each[0]) >= least]
    if enough:
        return min(enough, key=lambda each: (each[1].total, each[0].brings))
    return max(found, key=lambda each: _effort(each[0]), default=(None, None))


def chosen(sight: Sight) -> Choice | None:
    """What it lays: its part, or alone what seems best; as lead it imposes when the pledges fall short (section 10)."""
    wanted = asked_to_bring(sight) if sight.habits.offers else None
    if wanted is None:
        return chosen_alone(sight)
    imposed = _imposes(sight)
    return imposed or chosen_for(sight, max(wanted, sight.own.pledge))[0]


def _imposes(sight: Sight) -> Choice | None:
    """As lead at trust 5 or less, bound by nothing, if the pledges fall short and one more tension is borne."""
    choice = next((c for c in sight.choices if c.imposes and c.payable), None)
    bound = sight.pact_of(sight.role) or any(sight.role in (b.carrier, b.asker) for b in sight.bargains)
    if choice is None or bound or sight.brief_trust >= sight.ruleset.impose_dear_trust:
        return None
    pledged = sum(sight.pledge(r) * belief(sight, r) for r in sight.cast.in_play)
    short = pledged < sight.need and sight.tracks["tension"] + 1 <= sight.tracks["common"]
    return choice if short else None


def naming(sight: Sight) -> str | None:
    """The pair that the chair asks this seat to name."""
    leader = chair(sight)
    table = last_told(sight, leader, ()) if leader else None
    return table.tells.names.get(sight.role) if table and table.tells.asks else None
