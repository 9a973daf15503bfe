"""What becomes of promises: handed over, kept, broken, lapsed or void, by whom and with which words (5.1, 5.2)."""

from collections.abc import Collection
from itertools import combinations

from game_rules.cards import contributes
from game_rules.effects import move_bond, move_number, move_track
from game_rules.events import DebtOwed, HandedOver, PactCarried, PactHelped, PromiseEnded, PromiseKind, WordMoved
from game_rules.seats import pair_name
from game_rules.sheets import DIAL_PRICE, option_of
from game_rules.state import Debt, Pact
from game_rules.turn import Turn

KEPT_GOODWILL = 1
COMPLETED_GOODWILL, COMPLETED_STANDING, COMPLETED_COMMON = 2, 1, 1
TRUST_TO_GAIN_BELOW = 6
BREACH_BOND = -2
SPARED = ("target", "inspect")


def hand_over(turn: Turn) -> None:
    """Reveal step 1: capacity promised in a struck bargain moves to the carrier; then transfers inside pacts."""
    for bargain in turn.state.bargains:
        if bargain.gives == "hand_over":
            turn.emit(HandedOver(bargain.asker, bargain.carrier, bargain.capacity, "bargain"))
            move_number(turn, bargain.asker, "capacity", -bargain.capacity, "hand_over")
            move_number(turn, bargain.carrier, "capacity", bargain.capacity, "hand_over")
    for role, own in turn.state.roles.items():
        if own.sheet and own.sheet.transfer:
            turn.emit(HandedOver(role, own.sheet.transfer, DIAL_PRICE, "pact"))
            move_number(turn, role, "capacity", -DIAL_PRICE, "transfer")
            move_number(turn, own.sheet.transfer, "capacity", DIAL_PRICE, "transfer")


def help_of_pacts(turn: Turn, contributors: Collection[str], brought: dict[str, int]) -> int:
    """Effort that pacts add: +2 when all contributed and one brought 4 or more; an alliance in its first round."""
    total, rules = 0, turn.rules
    for pact in turn.state.pacts:
        if not set(contributors).issuperset(pact.members):
            continue
        carried = max([brought[role] for role in pact.members]) >= rules.pact_from
        if carried if pact.kind == "pact" else pact.began == turn.state.round:
            turn.emit(PactHelped(pact.id, pact.members, rules.pact_effort))
            total += rules.pact_effort
    return total


def settle_promises(turn: Turn, brought: dict[str, int]) -> None:
    """Reveal step 7: debts, bargains, pledges, pacts. `brought`: the effort of each role."""
    carriers = {bargain.carrier for bargain in turn.state.bargains}
    keepers: set[str] = set()
    for debt in turn.state.debts:
        _settle_debt(turn, debt, brought, keepers)
    for bargain in turn.state.bargains:
        if brought[bargain.carrier] >= bargain.brings:
            _keep(turn, "bargain", bargain.id, bargain.carrier, bargain.asker, bargain.words, keepers)
            if bargain.gives == "my_turn_next":
                due = min(turn.state.round + turn.rules.debt_rounds, turn.state.rounds)
                turn.emit(DebtOwed(bargain.id, bargain.asker, bargain.carrier, due, bargain.words))
        else:
            _break(turn, "bargain", bargain.id, bargain.carrier, bargain.asker, bargain.words)
            _owe_nothing(turn, bargain.id)
    _settle_pledges(turn, brought, carriers)
    for pact in turn.state.pacts:
        _settle_pact(turn, pact, brought)


def _settle_debt(turn: Turn, debt: Debt, brought: dict[str, int], keepers: set[str]) -> None:
    """Paid by the first round in which the debtor brings 3 or more; broken when it falls due unpaid."""
    if brought[debt.role] >= turn.rules.debt_effort:
        _keep(turn, "debt", debt.id, debt.role, debt.to, debt.words, keepers)
    elif turn.state.round >= debt.due:
        _break(turn, "debt", debt.id, debt.role, debt.to, debt.words)


def _keep(turn: Turn, kind: PromiseKind, id: int, role: str, to: str, words: int, keepers: set[str]) -> None:
    """The keeper: bond +1 with the other, goodwill +1 at most once a round (5.1)."""
    turn.emit(PromiseEnded(id, kind, "kept", role, (to,), words))
    move_bond(turn, pair_name(turn.state.deck, role, to), 1, f"kept.{kind}")
    if role not in keepers:
        keepers.add(role)
        move_number(turn, role, "goodwill", KEPT_GOODWILL, f"kept.{kind}")


def _break(turn: Turn, kind: PromiseKind, id: int, role: str, to: str, words: int) -> None:
    """Word -1, bond -1, the other's goodwill -1, trust -1; may be called out (5.1)."""
    turn.emit(PromiseEnded(id, kind, "broken", role, (to,), words))
    cause = f"broken.{kind}"
    turn.emit(WordMoved(role, -1, cause))
    move_bond(turn, pair_name(turn.state.deck, role, to), -1, cause)
    move_number(turn, to, "goodwill", -1, cause)
    move_track(turn, "trust", -1, cause, role)


def _owe_nothing(turn: Turn, id: int) -> None:
    """A carrier that breaks its side is owed nothing: a spare promised for it is void."""
    for spare in turn.state.spares:
        if spare.id == id:
            turn.emit(PromiseEnded(id, "spare", "void", spare.role, (spare.to,), spare.words))


def _settle_pledges(turn: Turn, brought: dict[str, int], carriers: set[str]) -> None:
    """A pledge that was not brought costs the word; who carries in a bargain is not judged twice (5.1)."""
    for role, own in turn.state.roles.items():
        if own.pledge == 0 or role in carriers:
            continue
        if brought[role] >= own.pledge:
            turn.emit(PromiseEnded(0, "pledge", "kept", role, ()))
        else:
            turn.emit(PromiseEnded(0, "pledge", "broken", role, ()))
            turn.emit(WordMoved(role, -1, "pledge.broken"))


def _settle_pact(turn: Turn, pact: Pact, brought: dict[str, int]) -> None:
    breachers = [role for role in pact.members if not _honours(turn, role)]
    if breachers:
        breach(turn, pact, breachers)
        return
    for pair in _pairs(turn, pact):
        move_bond(turn, pair, 1, "pact.kept")
    if pact.kind == "open":
        for role in pact.members:
            move_number(turn, role, "capnext", -1, "alliance.liaison")
        return
    for role in pact.members:
        if role not in pact.carried and brought[role] >= turn.rules.pact_from:
            turn.emit(PactCarried(pact.id, role))
    now = next(each for each in turn.state.pacts if each.id == pact.id)
    if set(now.carried) == set(now.members):
        _complete(turn, now)
    elif now.last is not None and turn.state.round >= now.last:
        turn.emit(PromiseEnded(now.id, "pact", "lapsed", None, now.members, now.words))


def _honours(turn: Turn, role: str) -> bool:
    """Each round the members must choose deal or give and stay at the table (5.2)."""
    own = turn.state.roles[role]
    sheet = own.sheet
    return not own.retreated and sheet is not None and contributes(option_of(turn.state, sheet.option))


def _pairs(turn: Turn, pact: Pact) -> list[str]:
    return [pair_name(turn.state.deck, a, b) for a, b in combinations(pact.members, 2)]


def _complete(turn: Turn, pact: Pact) -> None:
    """Each member goodwill +2, standing +1; common +1; trust +1 if below 6 (5.2)."""
    turn.emit(PromiseEnded(pact.id, "pact", "completed", None, pact.members, pact.words))
    for role in pact.members:
        move_number(turn, role, "goodwill", COMPLETED_GOODWILL, "pact.completed")
        move_number(turn, role, "standing", COMPLETED_STANDING, "pact.completed")
    move_track(turn, "common", COMPLETED_COMMON, "pact.completed")
    if turn.state.tracks["trust"] < TRUST_TO_GAIN_BELOW:
        move_track(turn, "trust", 1, "pact.completed")


def breach(turn: Turn, pact: Pact, breachers: list[str]) -> None:
    """The pact ends: tension +1, trust -1; breacher word -1; each loyal member bond -2 with it, goodwill -1 (5.2)."""
    loyal = [role for role in pact.members if role not in breachers]
    for role in breachers:
        others = tuple(each for each in pact.members if each != role)
        turn.emit(PromiseEnded(pact.id, pact.kind, "broken", role, others, pact.words))
        turn.emit(WordMoved(role, -1, "pact.broken"))
        for each in loyal:
            move_bond(turn, pair_name(turn.state.deck, role, each), BREACH_BOND, "pact.broken")
    for each in loyal:
        move_number(turn, each, "goodwill", -1, "pact.broken")
    move_track(turn, "tension", 1, "pact.broken", breachers[0])
    move_track(turn, "trust", -1, "pact.broken", breachers[0])


def breach_by_retreat(turn: Turn, role: str) -> None:
    """Who retreats has left its pact (5.2)."""
    for pact in turn.state.pacts:
        if role in pact.members:
            breach(turn, pact, [role])


def settle_spares(turn: Turn, instrument: str | None) -> None:
    """A centre that promised to spare has kept its word if neither target nor inspection comes this round (5.1)."""
    keepers: set[str] = set()
    for spare in turn.state.spares:
        if instrument in SPARED:
            _break(turn, "spare", spare.id, spare.role, spare.to, spare.words)
        else:
            _keep(turn, "spare", spare.id, spare.role, spare.to, spare.words, keepers)


def void_promises(turn: Turn) -> None:
    """What still runs when the game ends binds nobody any more."""
    state = turn.state
    for bargain in state.bargains:
        turn.emit(PromiseEnded(bargain.id, "bargain", "void", bargain.carrier, (bargain.asker,), bargain.words))
    for debt in state.debts:
        turn.emit(PromiseEnded(debt.id, "debt", "void", debt.role, (debt.to,), debt.words))
    for spare in state.spares:
        turn.emit(PromiseEnded(spare.id, "spare", "void", spare.role, (spare.to,), spare.words))
    for pact in state.pacts:
        turn.emit(PromiseEnded(pact.id, pact.kind, "void", None, pact.members, pact.words))
