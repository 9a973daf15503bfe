"""The state of one game: a fold over its events and nothing else. Frozen; every change makes a new one."""

from typing import Literal

from msgspec import Struct

from game_rules.casts import Cast
from game_rules.commands import Given, Instrument, OfferKind, Sheet, Tells
from game_rules.deck import Deck
from game_rules.events import Backing, Event, HowAnswered, PactOutcome, PhaseName
from game_rules.ruleset import Ruleset


class RoleState(Struct, frozen=True, kw_only=True):
    """One role in play. Goodwill, standing and purpose are 0-10; capacity is this round's; `capnext` carries over.

    `seat` is `open`, `person` or a bot's temperament; `away` counts stock-takes since it retreated (0 = at the
    table); `postures`, `brought` and `pledged` hold one value a finished round; `broke` the rounds in which it broke a
    promise.
    """

    seat: str
    agenda: str
    goodwill: int
    standing: int
    purpose: int
    capacity: int = 0
    capnext: int = 0
    backing: Backing = "usual"
    retreated: bool = False
    word: int = 0
    ready: bool = False
    sheet: Sheet | None = None
    sheet_words: int = 0
    pledge: int = 0
    announced: bool = False
    postures: tuple[str, ...] = ()
    brought: tuple[int, ...] = ()
    pledged: tuple[int, ...] = ()
    broke: tuple[int, ...] = ()
    facts: dict[str, int] = {}


class Told(Struct, frozen=True, kw_only=True):
    """The last numbers that `role` told the roles in `to` (empty: the table) this round. They need not be true."""

    role: str
    to: tuple[str, ...]
    tells: Tells


class OpenOffer(Struct, frozen=True, kw_only=True):
    """An offer of this round that waits for its answer. `accepted` lists who has agreed so far (open alliances)."""

    id: int
    role: str
    to: tuple[str, ...]
    kind: OfferKind
    carrier: str | None
    brings: int
    gives: Given | None
    capacity: int
    words: int
    accepted: tuple[str, ...] = ()


class ClosedOffer(Struct, frozen=True, kw_only=True):
    """An offer of this round that has been answered: how, and by whom."""

    offer: OpenOffer
    how: HowAnswered
    by: str


class Bargain(Struct, frozen=True, kw_only=True):
    """A struck bargain of this round: `carrier` brings at least `brings`, `asker` gives something back."""

    id: int
    carrier: str
    asker: str
    brings: int
    gives: Given
    capacity: int
    words: int


class Debt(Struct, frozen=True, kw_only=True):
    """`role` owes `to` a round in which it brings 3 or more: the next one, `due` at the latest."""

    id: int
    role: str
    to: str
    made: int
    due: int
    words: int


class Spare(Struct, frozen=True, kw_only=True):
    """A centre promised `to`, in round `made`, neither target nor inspection in the next."""

    id: int
    role: str
    to: str
    made: int
    words: int


class Pact(Struct, frozen=True, kw_only=True):
    """A pact in force from round `began` to `last`, or an open alliance (`last` None). `carried`: who has carried."""

    id: int
    kind: Literal["pact", "open"]
    members: tuple[str, ...]
    began: int
    last: int | None
    words: int
    carried: tuple[str, ...] = ()


class EndedPact(Struct, frozen=True, kw_only=True):
    """How a pact or alliance ended, in which `round`, `by` whom if it was broken; `running` with 0 while it runs."""

    pact: Pact
    outcome: PactOutcome = "running"
    by: tuple[str, ...] = ()
    round: int = 0


class Result(Struct, frozen=True, kw_only=True):
    """How the round's card came out, for the view and for the next round's instrument."""

    met: bool
    brought: int
    need: int
    credited: str | None = None
    imposed_by: str | None = None
    key_missing: str | None = None


class End(Struct, frozen=True, kw_only=True):
    """`outcomes` and `standing` (by role) are as they stood before a collapse took its part."""

    survived: bool
    cause: str
    outcomes: int
    standing: dict[str, int]

    @property
    def collapsed(self) -> bool:
        """Whether the partnership broke; a game that its host stopped did neither survive nor collapse."""
        return not self.survived and self.cause != "stopped"


class Score(Struct, frozen=True, kw_only=True):
    score: int
    parts: dict[str, int]
    clauses: tuple[bool, ...]
    par: int | None
    band: str | None


class State(Struct, frozen=True, kw_only=True):
    """Everything that the rules know of a game. `seq` counts the rows folded; `drawn` the draws of chance so far.

    `deadline` is ms since the epoch or None; while paused, `paused_left` holds what the clock had left.
    `sitting` are the seated roles that have not retreated, by `tie_order`.
    `alive` has one entry a stock-take: the keys of the subsets counted alive at it (5.3).
    `record` keeps the rows of this round of whose events its headlines are made (`game_rules.headlines`).
    `carried`: how often who carried for whom (`game_rules.ledger`).
    `mended`: the round in which a pair was last mended; `splinters`: the promises broken within it (14); by pair.
    `roles`, `bonds` and `sore` hold only what is in play, by `tie_order`: the order in which a deck lists its roles
    changes nothing.
    """

    deck: Deck
    ruleset: Ruleset
    preset: str
    rounds: int
    timers: bool
    seed: str
    order: tuple[str, ...]
    cast: Cast
    roles: dict[str, RoleState]
    sitting: tuple[str, ...]
    tracks: dict[str, int]
    bonds: dict[str, int]
    sore: dict[str, int]
    seq: int = 0
    drawn: int = 0
    round: int = 0
    phase: PhaseName = "gathering"
    deadline: int | None = None
    deadline_seq: int = 0
    paused: bool = False
    paused_left: int | None = None
    card: str | None = None
    shuffle: tuple[str, ...] = ()
    need: int = 0
    need_parts: dict[str, int] = {}
    weather: str | None = None
    instrument: str | None = None
    next_instrument: Instrument | None = None
    brief_trust: int = 0
    trust_risen: int = 0
    papered: bool = False
    named: bool = False
    named_last: bool = False
    eruptions: int = 0
    eruption_rounds: tuple[int, ...] = ()
    brink: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    offers: tuple[OpenOffer, ...] = ()
    closed: tuple[ClosedOffer, ...] = ()
    bargains: tuple[Bargain, ...] = ()
    debts: tuple[Debt, ...] = ()
    spares: tuple[Spare, ...] = ()
    pacts: tuple[Pact, ...] = ()
    ended_pacts: tuple[EndedPact, ...] = ()
    alive: tuple[tuple[str, ...], ...] = ()
    carried: dict[str, dict[str, int]] = {}
    mended: dict[str, int] = {}
    splinters: dict[str, int] = {}
    record: tuple[tuple[Event, ...], ...] = ()
    result: Result | None = None
    end: End | None = None
    restarted: bool = False
    scores: dict[str, Score] = {}
