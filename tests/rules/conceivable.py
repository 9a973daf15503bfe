"""A small language of commands: all that can be said in it, and that part which a view says is legal now."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from game_rules import Command, Sheet, State, View, Voice, view
from game_rules import commands as c
from game_rules.view_types import BargainChoice

Looking = Callable[[State, str], View]
NOBODY = "nobody"
TOLD, LIE = c.Tells(can=(c.Can(2),), asks={"folk": 3}), c.Tells(strain={"north+nobody": 1})
PHASES = ("talk", "stocktake")
TERMS: tuple[tuple[Any, int], ...] = (
    ("hand_over", 1), ("hand_over", 3), ("my_turn_next", 0), ("my_turn_next", 1), ("spare", 0), (None, 0),
)
NO_OFFER = 99
TABLES = (0, 1, 3)


def others(state: State, me: str) -> list[str]:
    return [role.id for role in state.deck.roles if role.id != me]


def conceivable(state: State, me: str) -> Iterator[Command]:
    """Every command of the small language of this page, whether this seat may send it or not."""
    yield from (c.Join(), c.Note())
    yield from (c.Ready(phase) for phase in (None, *PHASES))
    to: list[tuple[str, ...]] = [(), *((each,) for each in (*others(state, me), me, NOBODY)), (*others(state, me), me)]
    yield from (c.Say(each, tells) for each in to for tells in (None, TOLD, LIE))
    yield from (c.Pledge(n) for n in (-1, 0, 12, 13))
    yield from (c.Announce(n) for n in (None, 12, 13))
    yield c.Announce(None, "back")
    yield from conceivable_deals(state, me)
    yield from (c.Commit(sheet) for sheet in conceivable_sheets(state, me))


def conceivable_deals(state: State, me: str) -> Iterator[Command]:
    ids = [*(offer.id for offer in state.offers), NO_OFFER]
    for other in (*others(state, me), me):
        for carrier, brings, (gives, capacity) in product((me, other), (3, 4), TERMS):
            yield c.Offer((other,), "bargain", carrier, brings, gives, capacity)
        yield from (c.Offer((other,), "bargain", me, 4, "my_turn_next", 0, id) for id in ids)
        yield from (c.Offer((other,), "pact"), c.Offer((other,), "open"))
    yield from (c.Offer((), "pact"), c.Offer((NOBODY,), "open"))
    yield from (c.Answer(id, accept) for id in ids for accept in (True, False))
    yield from (c.Withdraw(id) for id in ids)


def conceivable_sheets(state: State, me: str) -> Iterator[Sheet]:
    """Every option at every place of the meeting; each other dial by itself."""
    yield from (Sheet(option, n) for option in ("share", "rest", NOBODY) for n in TABLES)
    pairs, roles = (*state.cast.pairs, f"{me}+{NOBODY}"), (*others(state, me), me)
    yield from (Sheet("rest", voice=Voice("name", pair=pair)) for pair in pairs)
    yield from (Sheet("rest", voice=Voice("call_out", role=role)) for role in roles)
    yield from (Sheet("rest", invite=role) for role in roles)
    yield from (Sheet("rest", transfer=role) for role in roles)
    yield from (Sheet("rest", focus="cases"), Sheet("rest", align=True), Sheet("rest", instrument="back"))


def conceivable_of_host(state: State) -> Iterator[Command]:
    plain: list[Command] = [c.Pause(), c.Resume(), c.SkipTalk(), c.ForceCommit(), c.EndGame(), c.Restart()]
    yield from plain
    yield from (c.Begin(to) for to in ("tactical", NOBODY))
    yield from (c.Extend(seconds) for seconds in (0, 60))
    yield from (c.MoveOn(phase) for phase in (None, *PHASES))
    yield from (c.HandSeat(role, to) for role in (*others(state, NOBODY), NOBODY) for to in ("share", "open", NOBODY))


PLAIN: dict[str, Command] = {
    "join": c.Join(), "note": c.Note(), "pause": c.Pause(), "resume": c.Resume(), "skip_talk": c.SkipTalk(),
    "force_commit": c.ForceCommit(), "end_game": c.EndGame(), "begin": c.Begin(), "restart": c.Restart(),
    "extend": c.Extend(60),
}
PHASED: dict[str, Callable[[str | None], Command]] = {"ready": c.Ready, "move_on": c.MoveOn}


def listed(state: State, actor: str, looking: Looking = view) -> Iterator[Command]:
    """The same commands as far as this actor's view says that it may send them now."""
    shown = looking(state, actor)
    legal = shown.legal
    yield from (command for word, command in PLAIN.items() if word in legal.commands)
    for word, kind in PHASED.items():
        if word in legal.commands:
            yield from (kind(phase) for phase in (None, *PHASES) if phase in (None, shown.phase))
    if "hand_seat" in legal.commands:
        yield from (c.HandSeat(role, to) for role in legal.hand for to in ("share", "open"))
    if actor in state.roles:
        yield from _listed_talk(shown)
        yield from _listed_deals(shown)
        yield from (c.Commit(sheet) for sheet in _listed_sheets(shown))


def _listed_talk(shown: View) -> Iterator[Command]:
    legal = shown.legal
    to: list[tuple[str, ...]] = [() if each == "table" else (each,) for each in legal.talk]
    yield from (c.Say(each, tells) for each in to for tells in (None, TOLD))
    if "pledge" in legal.commands:
        yield from (c.Pledge(n) for n in (0, 12, 13) if n <= legal.pledge_max)
    if "announce" in legal.commands:
        yield from (c.Announce(None), c.Announce(12))
        yield from (c.Announce(None, each) for each in legal.instruments if each == "back")  # type: ignore[arg-type]


def _listed_deals(shown: View) -> Iterator[Command]:
    legal = shown.legal
    yield from (c.Answer(id, accept=False) for id in legal.answer)
    yield from (c.Answer(id, accept=True) for id in legal.accept)
    yield from (c.Withdraw(id) for id in legal.withdraw)
    if legal.deals is None:
        return
    for each in legal.deals.bargains:
        for brings, (gives, capacity) in product((3, 4), TERMS):
            if brings >= legal.deals.brings[0] and _givable(each, gives, capacity):
                yield c.Offer((each.other,), "bargain", each.carrier, brings, gives, capacity)
        if each.carrier == shown.viewer and "my_turn_next" in each.gives:
            countered = [o.id for o in shown.offers if o.id in legal.answer and o.role == each.other]
            yield from (c.Offer((each.other,), "bargain", each.carrier, 4, "my_turn_next", 0, id) for id in countered)
    yield from (c.Offer((other,), "pact") for other in legal.deals.pacts)
    yield from (c.Offer(group, "open") for group in legal.deals.alliances if len(group) == 1)


def _givable(choice: BargainChoice, gives: str | None, capacity: int) -> bool:
    return gives in choice.gives and (1 <= capacity <= choice.hand_max if gives == "hand_over" else capacity == 0)


def _listed_sheets(shown: View) -> Iterator[Sheet]:
    choices, legal = shown.legal.sheet, shown.legal
    if choices is None or "commit" not in legal.commands:
        return
    cost = {option.id: option.capacity for option in shown.options}
    fits = [(o, n) for o in choices.options for n in choices.table if n in TABLES and cost[o] + n <= legal.capacity]
    yield from (Sheet(option, n) for option, n in fits)
    yield from (Sheet("rest", voice=Voice("name", pair=pair)) for pair in choices.voice.pairs)
    yield from (Sheet("rest", voice=Voice("call_out", role=role)) for role in choices.voice.roles)
    yield from (Sheet("rest", invite=role) for role in choices.invite)
    yield from (Sheet("rest", transfer=role) for role in choices.transfer)
    yield from (Sheet("rest", focus="cases") for each in choices.focus if each == "cases")
    yield from (Sheet("rest", instrument="back") for each in choices.instrument if each == "back")
    if choices.align:
        yield Sheet("rest", align=True)
