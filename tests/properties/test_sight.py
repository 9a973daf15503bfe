"""What a sight tells a bot stands in the view of its seat, or in what that seat was shown before: nothing else."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import asdict

from game_rules import Event, State, View, see, view
from game_rules import events as e
from game_rules.bots import Sight
from game_rules.deck import card_of
from game_rules.state import OpenOffer
from game_rules.view_types import BargainChoice, OfferView, PairView, RoleView
from tests.properties import games
from tests.properties.games import Row, Setup, setups
from tests.properties.playing import Asked, Table, play, tables

OPEN_BOOK = {"deck", "ruleset", "trait", "traits", "cast", "pair"}
"""Printed in the deck and the rulebook, which lie open before everybody."""
OF_THE_BOT = {"role", "seed", "habits", "quiet", "notes", "look", "chance", "basis", "seq", "view", "through"}
"""What the house gives its bot beside the sight, the number of the row that any update carries, and the view itself."""
COMMANDS = ("join", "say", "ready", "pledge", "announce", "offer", "answer", "withdraw", "commit", "note")


def track(shown: View, name: str) -> int:
    return next(each.value for each in shown.tracks if each.id == name)


class Witness:
    """What somebody in a seat can know from what it was shown: by round, as the events went by."""

    def __init__(self, role: str, state: State) -> None:
        self.role, self.round, self.deck = role, state.round, state.deck
        self.card: str | None = state.card
        self.brief_trust = track(view(state, role), "trust")
        self.postures: dict[str, tuple[str, ...]] = dict.fromkeys(state.roles, ())
        self.broke: set[tuple[str, int]] = set()
        self.named: set[int] = set()

    def watch(self, events: tuple[Event, ...], after: State) -> None:
        for event in events:
            seen = see(after, self.role, event)
            if isinstance(seen, e.RoundBegan):
                self.round, self.card = seen.round, seen.card
            elif isinstance(seen, e.NeedSet):
                self.brief_trust = track(view(after, self.role), "trust")
            elif isinstance(seen, e.Named):
                self.named.add(self.round)
            elif isinstance(seen, e.WordMoved):
                self.broke.add((seen.role, self.round))
            elif isinstance(seen, e.SheetsOpened):
                self._opened(seen)

    def _opened(self, event: e.SheetsOpened) -> None:
        options = card_of(self.deck, self.card or "").option_by_id
        for role, sheet in event.sheets.items():
            self.postures[role] = (*self.postures[role], options[sheet.option].posture)


Pair = tuple[object, object]
"""What the sight says and what the seat was shown."""


def role_of(shown: View, role: str) -> RoleView:
    return next(each for each in shown.roles if each.id == role)


def pair_of(shown: View, pair: str) -> PairView:
    return next(each for each in shown.pairs if each.pair == pair)


def of_roles(asked: str, shown: Callable[[RoleView], object]) -> Callable[..., Pair]:
    """The same question about every role in play."""
    def both(sight: Sight, view: View, witness: Witness) -> Pair:
        roles = sight.cast.in_play
        return [getattr(sight, asked)(r) for r in roles], [shown(role_of(view, r)) for r in roles]
    return both


def offers(found: tuple[OpenOffer, ...]) -> list[dict[str, object]]:
    return [asdict(each) for each in found]


def shown_offers(found: tuple[OfferView, ...], wanted: Callable[[OfferView], bool]) -> list[dict[str, object]]:
    return [asdict(each) for each in found if wanted(each)]


def fields(found: tuple[Any, ...], like: tuple[Any, ...]) -> list[dict[str, object]]:
    """The fields that the view has of these, in the order of the state."""
    names = [set(asdict(each)) for each in like] or [set()]
    return [{name: value for name, value in asdict(each).items() if name in names[0]} for each in found]


def own(sight: Sight, view: View, witness: Witness) -> Pair:
    me = view.me
    assert me is not None
    names = ("goodwill", "capacity", "standing", "purpose", "capnext", "backing", "sheet", "ready")
    return [getattr(sight.own, n) for n in names], [getattr(me, n) for n in names]


def choices(sight: Sight, view: View, witness: Witness) -> Pair:
    payable = view.legal.sheet.options if view.legal.sheet else None
    said = {
        c.id: (c.goodwill, c.capacity, c.brings, c.printed.effort, c.effects, c.imposes,
               payable is not None and c in sight.payable)
        for c in sight.choices
    }
    return said, {
        o.id: (o.goodwill, o.capacity, o.brings, o.printed, o.effects, o.imposes,
               payable is not None and o.id in payable)
        for o in view.options
    }


def payable(sight: Sight, view: View, witness: Witness) -> Pair:
    sheet = view.legal.sheet
    return sheet and {choice.id for choice in sight.payable}, sheet and set(sheet.options)


def pays(sight: Sight, view: View, witness: Witness) -> Pair:
    sheet = view.legal.sheet
    return sheet and {choice.id for choice in sight.choices if sight.pays(choice)}, sheet and set(sheet.options)


def acceptable(sight: Sight, view: View, witness: Witness) -> Pair:
    if "answer" not in view.legal.commands:
        return None, None
    return [o.id for o in sight.asked if sight.acceptable(o)], list(view.legal.accept)


def givable(sight: Sight, view: View, witness: Witness) -> Pair:
    """Of whomever it could ask for something or be asked; beside capacity that nobody has left."""
    found: tuple[BargainChoice, ...] = view.legal.deals.bargains if view.legal.deals else ()
    askers = [(c.other if c.carrier == sight.role else sight.role, c) for c in found]
    said = [tuple(g for g in sight.givable(a) if g != "hand_over" or c.hand_max) for a, c in askers]
    return said, [c.gives for _, c in askers]


def pacts(sight: Sight, view: View, witness: Witness) -> Pair:
    """Beside the rounds of the term and those left, which the view reckons."""
    said = fields(sight.pacts, view.pacts)
    return said, [{name: n for name, n in asdict(p).items() if name not in ("rounds", "left")} for p in view.pacts]


def strains(sight: Sight, view: View, witness: Witness) -> Pair:
    """Its own: those of others are shown at the end, when a bot has nothing more to decide."""
    said = {pair: min(10, n) for pair, n in sight.strains.items()}
    return said, {each.pair: each.strain for each in view.pairs if sight.role in (each.a, each.b)}


def dial(name: str, needs: Callable[[View], int] = lambda view: 1) -> Callable[..., Pair]:
    """A dial of the sheet, as long as it is there to be turned and can be paid."""
    def both(sight: Sight, view: View, witness: Witness) -> Pair:
        sheet = view.legal.sheet
        if sheet is None or not needs(view):
            return None, None
        said = {"align": "may_align", "invite": "invitable", "transfer": "transferable", "instrument": "instruments"}
        return getattr(sight, said.get(name, name)), getattr(sheet, name)
    return both


def goodwill(view: View) -> int:
    return view.legal.goodwill


def capacity(view: View) -> int:
    return view.legal.capacity


def hand_most(sight: Sight, view: View, witness: Witness) -> Pair:
    assert view.me is not None
    return sight.hand_most, min(sight.traits.hand_max, view.me.capacity)


def spared(sight: Sight, view: View, witness: Witness) -> Pair:
    """As long as the bargain of this round still stands there."""
    if not view.legal.sheet:
        return None, None
    return sight.spared, any(b.gives == "spare" and b.asker == sight.role for b in view.bargains)


def pact(sight: Sight, view: View, witness: Witness) -> Pair:
    return getattr(sight.pact, "id", None), next((p.id for p in view.pacts if sight.role in p.members), None)


def pact_of(sight: Sight, view: View, witness: Witness) -> Pair:
    said = [getattr(sight.pact_of(role), "id", None) for role in sight.cast.in_play]
    return said, [
        next((p.id for p in view.pacts if role in p.members), None) for role in sight.cast.in_play
    ]


SHOWN: dict[str, Callable[[Sight, View, Witness], Pair]] = {
    "phase": lambda s, v, w: (s.phase, v.phase),
    "round": lambda s, v, w: (s.round, v.round),
    "rounds": lambda s, v, w: (s.rounds, v.rounds),
    "card": lambda s, v, w: (s.card.id, v.card and v.card.id),
    "tracks": lambda s, v, w: (dict(s.tracks), {t.id: t.value for t in v.tracks}),
    "need": lambda s, v, w: (s.need, v.need and v.need.total),
    "brief_trust": lambda s, v, w: (s.brief_trust, w.brief_trust),
    "named_last": lambda s, v, w: (s.named_last, s.round - 1 in w.named),
    "sitting": lambda s, v, w: (
        set(s.sitting), {r.id for r in v.roles if r.at_table},
    ),
    "told": lambda s, v, w: ([asdict(t) for t in s.told], [asdict(t) for t in v.told]),
    "asked": lambda s, v, w: (
        offers(s.asked), shown_offers(v.offers, lambda o: s.role in o.to and s.role not in o.accepted),
    ),
    "offered": lambda s, v, w: (offers(s.offered), shown_offers(v.offers, lambda o: o.role == s.role)),
    "closed": lambda s, v, w: (
        [(asdict(c.offer), c.how, c.by) for c in s.closed], [(asdict(c.offer), c.how, c.by) for c in v.closed],
    ),
    "bargains": lambda s, v, w: (fields(s.bargains, v.bargains), [asdict(b) for b in v.bargains]),
    "debts": lambda s, v, w: (fields(s.debts, v.debts), [asdict(d) for d in v.debts]),
    "pacts": pacts,
    "spared": spared,
    "pact": pact,
    "pact_of": pact_of,
    "may_carry": lambda s, v, w: (
        [s.may_carry(r) for r in s.cast.in_play],
        [all(b.carrier != r for b in v.bargains) for r in s.cast.in_play],
    ),
    "may_ask": lambda s, v, w: (
        [s.may_ask(r) for r in s.cast.in_play], [all(b.asker != r for b in v.bargains) for r in s.cast.in_play],
    ),
    "givable": givable,
    "acceptable": acceptable,
    "hand_most": hand_most,
    "own": own,
    "word": of_roles("word", lambda r: r.word),
    "pledge": of_roles("pledge", lambda r: r.pledge),
    "pledged": of_roles("pledged", lambda r: r.pledged),
    "brought": of_roles("brought", lambda r: r.brought),
    "announced": of_roles("announced", lambda r: r.announced),
    "away": of_roles("away", lambda r: r.seated and not r.at_table),
    "person": of_roles("person", lambda r: r.held_by in ("person", "open")),
    "people": lambda s, v, w: (
        set(s.people), {r.id for r in v.roles if r.in_play and r.held_by in ("person", "open")},
    ),
    "belief": of_roles("belief", lambda r: {0: 1.0, -1: 0.6}.get(r.word, 0.2)),
    "done": of_roles("done", lambda r: r.ready or r.committed),
    "undecided": of_roles(
        "undecided", lambda r: not (r.pledge or r.ready or r.committed or r.seated and not r.at_table)
    ),
    "postures": lambda s, v, w: ({r: s.postures(r) for r in s.cast.in_play}, w.postures),
    "broke_last_round": lambda s, v, w: (
        [s.broke_last_round(r) for r in s.cast.in_play],
        [(r, s.round - 1) in w.broke for r in s.cast.in_play],
    ),
    "bond": lambda s, v, w: ([s.bond(p) for p in s.cast.pairs], [pair_of(v, p).bond for p in s.cast.pairs]),
    "strains": strains,
    "may": lambda s, v, w: ({kind for kind in COMMANDS if s.may(kind)}, set(v.legal.commands)),
    "budget": lambda s, v, w: (s.budget, v.legal.capacity),
    "choices": choices,
    "payable": payable,
    "pays": pays,
    "may_align": dial("align", capacity),
    "invitable": dial("invite", goodwill),
    "transferable": dial("transfer", capacity),
    "instruments": dial("instrument"),
    "default": dial("default"),
}


def told_more(sight: Sight, seen: View, witness: Witness) -> dict[str, Pair]:
    """Where the sight says something else than the seat was shown."""
    both = {name: of(sight, seen, witness) for name, of in SHOWN.items()}
    return {name: pair for name, pair in both.items() if pair[0] != pair[1]}


def test_whatever_a_sight_can_be_asked_is_looked_at_here() -> None:
    asked = {name for name in dir(Sight) if not name.startswith("_")}
    assert asked == set(SHOWN) | OPEN_BOOK | OF_THE_BOT


def check(rows: Iterable[Asked | Row], opened: State) -> None:
    """Every seat's sight after every row."""
    witnesses = {role: Witness(role, opened) for role in opened.roles}
    for row in rows:
        for role, witness in witnesses.items():
            witness.watch(row.events, row.after)
            if row.after.card:
                assert told_more(Sight(row.after, role, ""), view(row.after, role), witness) == {}


@settings(max_examples=25)
@given(tables())
def test_a_sight_says_what_the_view_shows(table: Table) -> None:
    check(play(table), table.opened())


@settings(max_examples=25)
@given(setups(people=True))
def test_a_sight_says_what_the_view_shows_where_people_play(setup: Setup) -> None:
    first, *rows = games.play(setup)
    check(rows, first.after)


class _SeesGoodwill(Sight):
    """A sight that would tell a bot how tired the others are, as a pledge of theirs."""

    def pledge(self, role: str) -> int:
        return self._state.roles[role].goodwill


class _SeesStrain(Sight):
    @property
    def strains(self) -> dict[str, int]:
        return dict(self._state.sore)


class _HearsEverything(Sight):
    def __init__(self, *seat: Any) -> None:
        super().__init__(*seat)
        self.asked = self._state.offers


@pytest.mark.parametrize(("saboteur", "said"), [
    (_SeesGoodwill, "pledge"), (_SeesStrain, "strains"), (_HearsEverything, "asked"),
])
def test_a_sight_that_says_more_is_found(saboteur: type[Sight], said: str) -> None:
    table = Table(dict.fromkeys(("pct", "council", "charity", "government"), "carry_strong"), "a sight too far")
    opened = table.opened()
    witness = Witness("charity", opened)
    found = set()
    for asked in play(table):
        sight = saboteur(asked.before, "charity", "a seed")
        found |= set(told_more(sight, view(asked.before, "charity"), witness))
        witness.watch(asked.events, asked.after)
    assert found
