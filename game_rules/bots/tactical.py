"""The tactical bot: tells what it can bring, agrees who carries and what comes back, pledges, and keeps it.

At the table one bot takes the chair (`chairing`, `Talk.leader`): it hears the others first. Whoever would pay much for
its part asks for something back (`dealing`). Everything goes through the messages, pledges and offers that people use;
nothing is known that was not told.
"""

from game_rules.bots import dealing
from game_rules.bots.alone import chosen_alone, named_alone
from game_rules.bots.chairing import chaired, strained, would_name
from game_rules.bots.dials import sheet_of
from game_rules.bots.moves import Line, Move
from game_rules.bots.parts import can, effort, part_for
from game_rules.bots.sight import Choice, Sight
from game_rules.bots.talk import Talk, pledges_missing, talk_of
from game_rules.bots.turns import people_talk
from game_rules.commands import Announce, Can, Commit, Pledge, Say, Tells


def tactical(sight: Sight) -> Move | None:
    """One move at a time; None while it waits for somebody."""
    if sight.asked and sight.may("answer"):
        return dealing.answered(sight)
    if sight.own.sheet is not None or not sight.may("commit"):
        return None
    if not sight.habits.offers or sight.own.retreated:
        return _without_words(sight)
    talk = talk_of(sight)
    if sight.phase == "talk":
        move = _said(sight, talk)
        if move or _waits(sight, talk):
            return move
    return Move(Commit(sheet_of(sight, _chosen(sight, talk), talk.pair)))


def _without_words(sight: Sight) -> Move | None:
    """Away from the table, or where nothing is told: a pact may be signed, the rest is guessed."""
    if sight.phase == "talk" and not sight.own.retreated and sight.traits.seated:
        move = dealing.pact_offer(sight)
        if move or sight.offered and not sight.quiet:
            return move
    return None if people_talk(sight) else Move(Commit(sheet_of(sight, chosen_alone(sight), named_alone(sight))))


def _said(sight: Sight, talk: Talk) -> Move | None:
    """The next thing to say, offer or pledge; None when there is nothing now."""
    chairs = talk.leader == sight.role
    if not sight.traits.seated:
        if not sight.own.announced:
            return _tells_the_chair(sight, talk) or _pledges(sight, talk)
        return None
    if talk.mine is None:
        move = dealing.pact_offer(sight)
        if move or not chairs:
            return move or tells(sight)
    if chairs:
        move = chaired(sight, talk)
        if move:
            return move
    return _pledges(sight, talk)


def _waits(sight: Sight, talk: Talk) -> bool:
    if not sight.quiet and (talk.wanted is None or sight.offered or pledges_missing(sight, talk)):
        return True
    return bool(talk.people) and people_talk(sight)


def tells(sight: Sight) -> Move:
    """What it can bring, where it rankles, and whether it would name."""
    strain = strained(sight)
    names = {sight.role: max(strain, key=strain.__getitem__)} if would_name(sight, strain) else {}
    found = can(sight)
    return Move(Say((), Tells(found, strain, {}, names)), Line("bot-can", {"n": _most(found)}))


def _most(found: tuple[Can, ...]) -> int:
    return found[-1].brings if found else 0


def _tells_the_chair(sight: Sight, talk: Talk) -> Move | None:
    """The centre tells its numbers to whoever will hardly miss the chair, unasked, and to whoever asked for them."""
    asked = [each.role for each in talk.told if each.to == (sight.role,) and not each.tells.asks]
    for role in asked if talk.first is None else (talk.first, *asked):
        if talk.last(sight.role, role) is None:
            found = can(sight)
            return Move(Say((role,), Tells(found)), Line("bot-can", {"n": _most(found)}))
    return None


def _pledges(sight: Sight, talk: Talk) -> Move | None:
    """Ask for something back if the part is dear, then pledge it; None when that is done."""
    wanted = talk.wanted
    if wanted is None:
        if not sight.quiet:
            return None
        choice: Choice | None = chosen_alone(sight)
    else:
        choice, price = part_for(sight, wanted)
        if choice and price:
            move = dealing.asked_back(sight, choice, price)
            if move or sight.offered and not sight.quiet:
                return move
    brings = effort(choice)
    if wanted is not None and brings < wanted and _told_more(talk, wanted):
        return tells(sight)
    return _pledged(sight, brings)


def _pledged(sight: Sight, n: int) -> Move | None:
    if sight.own.pledge == n:
        return None
    if sight.traits.seated:
        return Move(Pledge(n))
    return Move(Announce(n), Line("bot-brings", {"n": n})) if sight.may("announce") else None


def _told_more(talk: Talk, n: int) -> bool:
    """Whether it told the table that it could bring as much: nobody pays for that, so it has to be taken back."""
    return talk.mine is not None and any(each.brings >= n for each in talk.mine.tells.can)


def _chosen(sight: Sight, talk: Talk) -> Choice | None:
    """What it lays: its part, or alone what seems best; as lead it imposes when the pledges fall short (section 10)."""
    wanted = talk.wanted
    if wanted is None:
        return chosen_alone(sight)
    return _imposes(sight) or part_for(sight, max(wanted, sight.own.pledge))[0]


def _imposes(sight: Sight) -> Choice | None:
    """As lead at trust 5 or less, bound by nothing, if the pledges fall short and one more tension is borne."""
    if not sight.traits.may_impose or sight.brief_trust >= sight.ruleset.impose_dear_trust:
        return None
    choice = next((each for each in sight.payable if each.imposes), None)
    bound = sight.pact or any(sight.role in (b.carrier, b.asker) for b in sight.bargains)
    if choice is None or bound:
        return None
    pledged = sum(sight.pledge(r) * sight.belief(r) for r in sight.cast.in_play)
    short = pledged < sight.need and sight.tracks["tension"] + 1 <= sight.tracks["common"]
    return choice if short else None
