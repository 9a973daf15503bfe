"""What one seat sees of its table, asked for piece by piece: the bots' only source.

Everything here stands in `view(state, role)` too (a property test compares them); a bot that needs one number does not
have the whole view made for it. `_state` is nobody's business but this file's.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from game_rules.cards import Card, Effect, Printed
from game_rules.casts import Cast
from game_rules.chance import draw
from game_rules.commands import Focus, Sheet
from game_rules.deals import budget, check_acceptance, givable, hand_most, may_ask, may_carry, pact_of
from game_rules.deck import Deck
from game_rules.legal import may_send
from game_rules.roles import Role
from game_rules.ruleset import Ruleset
from game_rules.seats import at_table, pair_name, strain
from game_rules.sheets import (
    asked,
    backed,
    dealt,
    default_sheet,
    may_align,
    may_instrument,
    may_invite,
    may_transfer,
)
from game_rules.state import ClosedOffer, OpenOffer, Pact, RoleState, State, Told
from game_rules.view import view
from game_rules.view_types import View


class Habits(Struct, frozen=True):
    """How a simulated table is made to play, for comparison: what it may use, and dials that are not its own to set.

    `returns`: asked (who carries asks for something back), none (nothing can be given back, so who would pay much does
    not carry) or unasked (nobody asks). `pacts`: whether tacticals sign them.
    `naming`: measured (as the bots see fit), never, always (everybody) or one (one role every round). `attendance`:
    the users' roles' capacity at the meeting, None as they see fit.
    """

    offers: bool = True
    returns: str = "asked"
    pacts: bool = True
    naming: str = "measured"
    focus: Focus | None = None
    attendance: int | None = None


FREE = Habits()
Seen = TypeVar("Seen", bound="Sight")
Made = TypeVar("Made")
BELIEF = {0: 1.0, -1: 0.6}
DISBELIEF = 0.2
_NONE_CLOSED: tuple[object, tuple[ClosedOffer, ...]] = (None, ())
_NOTHING_TOLD: tuple[tuple[Told, ...], tuple[Told, ...]] = ((), ())


class Choice(Struct, frozen=True):
    """An option as this seat meets it today: its price here and now, and what it would bring with today's backing."""

    id: str
    posture: str
    contributes: bool
    imposes: bool
    goodwill: int
    capacity: int
    brings: int
    printed: Printed

    @property
    def effects(self) -> tuple[Effect, ...]:
        return self.printed.effects


def noted(sight: Seen, name: str, basis: object, make: Callable[[Seen], Made]) -> Made:
    """What `make` makes of a sight, kept under `name` in its notes as long as `basis` stays the same."""
    known: tuple[object, Made] | None = sight.notes.get(name)
    if known is None or known[0] != basis:
        known = sight.notes[name] = basis, make(sight)
    return known[1]


class Sight:
    """The table as `role` sees it. `quiet`: nothing has happened for a while. `seed` feeds the bot's own chance.

    `notes` may be kept by whoever asks the bot, from one sight of a seat to the next, as long as no seat of the table
    changes hands: what it has worked out already.
    """

    __slots__ = (
        "_state", "asked", "bargains", "basis", "budget", "cast", "closed", "debts", "habits", "notes", "offered",
        "own", "pact", "pacts", "phase", "quiet", "role", "round", "rounds", "ruleset", "seed", "tracks", "traits",
    )

    def __init__(
        self, state: State, role: str, seed: str, habits: Habits = FREE, quiet: bool = False,
        notes: dict[str, Any] | None = None,
    ) -> None:
        self.role, self.seed, self.habits = role, seed, habits
        self.notes = {} if notes is None else notes
        self.traits: Role = state.deck.role_by_id[role]
        self.rounds = state.rounds
        self.ruleset: Ruleset = state.ruleset
        self.cast: Cast = state.cast
        self.look(state, quiet)

    def look(self, state: State, quiet: bool = False) -> None:
        """Look up at a later moment of the same game. What every bot asks for at every move lies ready from then on."""
        role = self.role
        self._state, self.quiet = state, quiet
        self.own: RoleState = state.roles[role]
        self.phase, self.round = state.phase, state.round
        self.tracks: Mapping[str, int] = state.tracks
        self.bargains, self.debts, self.pacts = state.bargains, state.debts, state.pacts
        self.budget = budget(state, role) if state.bargains else self.own.capacity
        self.asked: tuple[OpenOffer, ...] = ()
        """Open offers that wait for this seat."""
        self.offered: tuple[OpenOffer, ...] = ()
        """This seat's own open offers."""
        if state.offers:
            self._sort(state.offers)
        self.closed: tuple[ClosedOffer, ...] = ()
        """This round's answered offers to which this seat was a party."""
        if state.closed:
            self.closed = self._answered(state.closed)
        self.pact: Pact | None = pact_of(state, role) if state.pacts else None
        """The pact or alliance that this seat is in."""
        self.basis = (
            state.round, self.own.goodwill, self.budget, self.own.retreated, state.tracks, self.pact, state.debts,
        )
        """What this seat's prices follow from: as long as it is the same, what was noted of them still holds."""

    def _answered(self, closed: tuple[ClosedOffer, ...]) -> tuple[ClosedOffer, ...]:
        """Those to which this seat was a party; noted, for they hardly change from one sight to the next."""
        known: tuple[object, tuple[ClosedOffer, ...]] = self.notes.get("closed", _NONE_CLOSED)
        if known[0] is not closed:
            role = self.role
            own = tuple([each for each in closed if role == each.offer.role or role in each.offer.to])
            known = self.notes["closed"] = closed, own
        return known[1]

    def _sort(self, offers: tuple[OpenOffer, ...]) -> None:
        """Its own, and those that wait for it; all others it does not see."""
        role = self.role
        for each in offers:
            if each.role == role:
                self.offered = (*self.offered, each)
            elif role in each.to and role not in each.accepted:
                self.asked = (*self.asked, each)

    def chance(self, sides: int, salt: str) -> int:
        """A number in 0..sides-1: the same all round for the same salt. By the seat's rank, whatever its name is."""
        return draw(f"{self.seed}:{self.round}:{salt}", self.traits.tie_order, sides)

    @property
    def view(self) -> View:
        """Everything at once, as the seat's screen gets it."""
        return view(self._state, self.role)

    @property
    def seq(self) -> int:
        return self._state.seq

    @property
    def deck(self) -> Deck:
        return self._state.deck

    @property
    def card(self) -> Card:
        return dealt(self._state)

    @property
    def need(self) -> int:
        return self._state.need

    @property
    def brief_trust(self) -> int:
        """Trust as it stood when the need was set: it prices contributions and imposing."""
        return self._state.brief_trust

    @property
    def named_last(self) -> bool:
        return self._state.named_last

    @property
    def sitting(self) -> tuple[str, ...]:
        return at_table(self._state)

    @property
    def told(self) -> tuple[Told, ...]:
        """What this seat told or was told this round, the latest last."""
        told = self._state.told
        known: tuple[tuple[Told, ...], tuple[Told, ...]] = self.notes.get("told", _NOTHING_TOLD)
        before, heard = known
        if before is not told:
            if told[:len(before)] != before:  # something was taken back
                before, heard = _NOTHING_TOLD
            role, seated = self.role, self.traits.seated
            for each in told[len(before):]:
                to = each.to
                if (role in to if to else seated) or each.role == role:
                    heard = (*heard, each)
            self.notes["told"] = told, heard
        return heard

    @property
    def spared(self) -> bool:
        """Whether this seat has promised somebody neither target nor inspection."""
        return any(s.role == self.role and s.made == self._state.round for s in self._state.spares)

    def pact_of(self, role: str) -> Pact | None:
        return pact_of(self._state, role)

    def may_carry(self, role: str) -> bool:
        return may_carry(self._state, role)

    def may_ask(self, role: str) -> bool:
        return may_ask(self._state, role)

    def givable(self, role: str) -> tuple[str, ...]:
        return givable(self._state, role)

    def acceptable(self, offer: OpenOffer) -> bool:
        return check_acceptance(self._state, self.role, offer) is None

    @property
    def hand_most(self) -> int:
        return hand_most(self._state, self.role)

    def trait(self, role: str) -> Role:
        return self._state.deck.role_by_id[role]

    def word(self, role: str) -> int:
        return self._state.roles[role].word

    def pledge(self, role: str) -> int:
        return self._state.roles[role].pledge

    def brought(self, role: str) -> tuple[int, ...]:
        return self._state.roles[role].brought

    def pledged(self, role: str) -> tuple[int, ...]:
        return self._state.roles[role].pledged

    def away(self, role: str) -> bool:
        return self._state.roles[role].retreated

    def postures(self, role: str) -> tuple[str, ...]:
        """What kind of option the role took, a finished round each: the reveal shows the options themselves."""
        return self._state.roles[role].postures

    def broke_last_round(self, role: str) -> bool:
        return self._state.round - 1 in self._state.roles[role].broke

    @property
    def people(self) -> tuple[str, ...]:
        """Roles held by people."""
        return tuple([r for r, own in self._state.roles.items() if own.seat in ("person", "open")])

    def belief(self, role: str) -> float:
        """How much of what this role says counts: all at word 0, .6 at -1, .2 below (section 10)."""
        return BELIEF.get(self._state.roles[role].word, DISBELIEF)

    def through(self, kind: type[Seen]) -> Seen:
        """The same seat, seen otherwise."""
        return kind(self._state, self.role, self.seed, self.habits, self.quiet, self.notes)

    def person(self, role: str) -> bool:
        return self._state.roles[role].seat in ("person", "open")

    def done(self, role: str) -> bool:
        """Whether the role has laid its sheet, or has said that it is ready."""
        own = self._state.roles[role]
        return own.ready or own.sheet is not None

    def undecided(self, role: str) -> bool:
        """Whether the role is still there and has neither pledged nor laid its sheet nor said that it is ready."""
        own = self._state.roles[role]
        return not (own.pledge or own.ready or own.sheet is not None or own.retreated)

    def announced(self, role: str) -> bool:
        return self._state.roles[role].announced

    def bond(self, pair: str) -> int:
        return self._state.bonds[pair]

    def pair(self, a: str, b: str) -> str:
        return pair_name(self._state.deck, a, b)

    @property
    def strains(self) -> dict[str, int]:
        """The strain of each pair of which this seat is a member."""
        state, found = self._state, {}
        for pair in state.cast.pairs_of[self.role]:
            found[pair] = strain(state, pair)
        return found

    def may(self, kind: str) -> bool:
        return may_send(self._state, self.role, kind)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every option that is this seat's to take today, also those that it cannot pay."""
        state, own, rules = self._state, self.own, self.ruleset
        basis = (
            state.card, self.role, own.retreated, own.backing, rules.heavy_from, rules.backing_effort,
            rules.backing_heavy, state.brief_trust >= rules.discount_trust,
        )
        known: tuple[Choice, ...] | None = state.deck.choices.get(basis)
        if known is None:
            known = state.deck.choices[basis] = self._made_out()
        return known

    def _made_out(self) -> tuple[Choice, ...]:
        state, role = self._state, self.role
        return tuple([
            Choice(
                each.id, each.posture, each.contributes, each.option.impose, each.goodwill, asked(state, each),
                backed(state, role, each.effort, each.contributes), each,
            )
            for each in state.deck.printed[state.card or "", role]
            if each.posture == "duck" or not self.own.retreated
        ])

    @property
    def payable(self) -> tuple[Choice, ...]:
        """Those of them that it can pay."""
        return noted(self, "payable", self.basis, Sight._paid)

    def _paid(self) -> tuple[Choice, ...]:
        return tuple([each for each in self.choices if self.pays(each)])

    def pays(self, choice: Choice) -> bool:
        """Whether this seat can pay this choice, every other dial at rest."""
        return choice.goodwill <= self.own.goodwill and choice.capacity <= self.budget

    @property
    def may_align(self) -> bool:
        return may_align(self._state, self.role)

    @property
    def invitable(self) -> tuple[str, ...]:
        return may_invite(self._state, self.role)

    @property
    def transferable(self) -> tuple[str, ...]:
        return may_transfer(self._state, self.role)

    @property
    def instruments(self) -> tuple[str, ...]:
        return may_instrument(self._state, self.role)

    @property
    def default(self) -> Sheet:
        """What is played for who sends nothing."""
        return default_sheet(self._state, self.role)

