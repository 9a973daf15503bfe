"""What a viewer is shown: the wire's words for a table as one seat (or the room) may see it.

`game_rules.view` fills these; a viewer is a role id, `table` (projector) or `host`. Every field is one unit of change
on the wire: an update carries whole top-level fields of `View`.
"""

from typing import Literal

from msgspec import Struct

from game_rules.cards import Effect, Key, Stake
from game_rules.coalitions import Band, Kind
from game_rules.commands import Sheet, Tells
from game_rules.events import HowAnswered, PactOutcome, PhaseName
from game_rules.headlines import Headline

HeldBy = Literal["open", "person", "bot", "automaton"]
StandingBand = Literal["low", "mid", "high"]


class TrackView(Struct, frozen=True):
    id: str
    value: int
    top: int


class RoleView(Struct, frozen=True, kw_only=True):
    """What everybody may know of a role. `hue` is its place (0-7) in the set of eight (hue, shape) pairs.

    `standing` is only low (0-3), mid (4-6) or high (7-10); `pledge` is 0 when none; `believed` is false when its
    word is -2 or worse (the pledge is shown struck through). `held_by` is open, person, bot or automaton.
    """

    id: str
    label: str
    name: str
    letter: str
    hue: int
    seated: bool
    statutory: bool
    speaks_for_users: bool
    centre: bool
    held_by: HeldBy
    in_play: bool
    at_table: bool
    standing: StandingBand
    word: int
    pledge: int
    believed: bool
    ready: bool
    committed: bool
    announced: bool
    brought: tuple[int, ...]
    pledged: tuple[int, ...]


class PairView(Struct, frozen=True):
    """`strain` (0-10) is true for the pair's two members (`known`), the public estimate for everybody else (14).

    At the end of the game it is true for everybody. `seam`: rounds of gold left in the crack (0-2); `splinters`:
    promises broken between the two, to the end of the game.
    """

    pair: str
    a: str
    b: str
    bond: int
    strain: int
    known: bool
    seam: int
    splinters: int


class CardView(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    fault_line: str
    text: str
    kind: str
    heat: int
    deadline: bool
    split: bool
    lead: str | None
    key: Key | None
    rankles: str | None
    gains: tuple[Stake, ...]
    loses: tuple[Stake, ...]
    best: tuple[str, ...]
    worst: tuple[str, ...]
    met: tuple[Effect, ...]
    missed: tuple[Effect, ...]
    learning: str
    debrief: str


class NeedView(Struct, frozen=True):
    """`total` effort needed, its `parts` by cause, and what is `pledged` by roles whose word is believed."""

    total: int
    parts: dict[str, int]
    pledged: int
    gap: int


class OptionView(Struct, frozen=True, kw_only=True):
    """One option in the shuffled order of this table, with this seat's own numbers.

    `printed` is what others see; `brings` is with today's backing (equal for options that are no contribution);
    `goodwill` and `capacity` are the price for this seat today. `short` names what the seat cannot pay.
    """

    id: str
    text: str
    goodwill: int
    capacity: int
    printed: int
    brings: int
    effects: tuple[Effect, ...]
    imposes: bool
    short: tuple[Literal["goodwill", "capacity"], ...]


class PrintedOption(Struct, frozen=True):
    """An option as the room sees it: printed effort by role, no backing."""

    id: str
    text: str
    goodwill: int
    capacity: int
    effort: dict[str, int]
    lead_only: bool


class ClauseView(Struct, frozen=True):
    key: str
    at_least: int | None
    at_most: int | None
    value: int
    holds: bool


class Me(Struct, frozen=True, kw_only=True):
    """What only this seat sees. `instrument` is what its sheet set for the next round (a centre only)."""

    role: str
    brief: str
    instruction: str
    standing_label: str
    purpose_label: str
    goodwill: int
    capacity: int
    standing: int
    purpose: int
    capnext: int
    income: int
    backing: Literal["thin", "usual", "strong"]
    agenda: tuple[ClauseView, ...]
    instrument: str | None
    sheet: Sheet | None
    ready: bool


class ResultView(Struct, frozen=True, kw_only=True):
    met: bool
    brought: int
    need: int
    credited: str | None
    imposed_by: str | None
    key_missing: str | None


class ScoreView(Struct, frozen=True):
    """`parts` (standing, purpose, agenda, outcomes, seat) sum to `score` (0-100)."""

    score: int
    parts: dict[str, int]
    clauses: tuple[bool, ...]
    par: int | None
    band: str | None


class CoalitionView(Struct, frozen=True, kw_only=True):
    """A subset of the locals or a declared pact (5.3). `reserve`, `index` and `band` are None until the end.

    They are made of goodwill. `lived` of `scheduled` rounds were lived through; the parts `life` (0-50), `cohesion`
    (0-20), `headroom` (0-15) and `reserve` (0-15) sum to `index`. `pact` is 0 where nothing was signed; `outcome` says
    what became of a pact, `by` who broke it.
    """

    key: str
    members: tuple[str, ...]
    kind: Kind
    alive: bool
    lived: int
    scheduled: int
    life: int
    cohesion: int
    headroom: int
    reserve: int | None
    index: int | None
    band: Band | None
    pact: int
    outcome: PactOutcome | None
    by: tuple[str, ...]


class EndView(Struct, frozen=True):
    """`score` only for a seat, its own; `temperaments` tells at last who the bots were.

    `carried` is the ledger's square: how often who (first) carried for whom (second).
    """

    survived: bool
    cause: str
    score: ScoreView | None
    temperaments: dict[str, str]
    carried: dict[str, dict[str, int]]


class VoiceChoices(Struct, frozen=True):
    kinds: tuple[str, ...]
    pairs: tuple[str, ...]
    roles: tuple[str, ...]


class SheetChoices(Struct, frozen=True, kw_only=True):
    """Every dial with what may be chosen now; an empty tuple or False: the dial does not apply.

    `prices` names what the dials cost: goodwill for voice and invite, capacity for align and transfer (1 each).
    `services`: with less capacity left than the first number standing falls by 1, from the second on it rises by 1;
    empty for a role without services of its own here.
    `default` is what the server plays if nothing is sent.
    """

    options: tuple[str, ...]
    table: tuple[int, ...]
    focus: tuple[str, ...]
    voice: VoiceChoices
    align: bool
    transfer: tuple[str, ...]
    invite: tuple[str, ...]
    instrument: tuple[str, ...]
    prices: dict[str, int]
    services: tuple[int, ...]
    default: Sheet


class ToldView(Struct, frozen=True):
    """The last numbers that `role` told those who hear it this round; they need not be true."""

    role: str
    to: tuple[str, ...]
    tells: Tells


class OfferView(Struct, frozen=True, kw_only=True):
    """An offer that waits for an answer, as its parties see it. `words` is the seq of the row with its wording."""

    id: int
    role: str
    to: tuple[str, ...]
    kind: str
    carrier: str | None
    brings: int
    gives: str | None
    capacity: int
    accepted: tuple[str, ...]
    words: int


class ClosedView(Struct, frozen=True):
    """An offer of this round that has been answered, for its parties: `how`, and `by` whom."""

    offer: OfferView
    how: HowAnswered
    by: str


class BargainView(Struct, frozen=True):
    """A bargain of this round: `carrier` brings at least `brings`, `asker` gives back."""

    id: int
    carrier: str
    asker: str
    brings: int
    gives: str
    capacity: int


class DebtView(Struct, frozen=True):
    """`role` owes `to` a round in which it brings 3 or more, by round `due`."""

    id: int
    role: str
    to: str
    due: int


class PactView(Struct, frozen=True):
    """A pact in force to round `last`, or an open alliance (`last` None); `carried`: who has carried once.

    `rounds` of its term, of which `left` are to run: this one counts until its reveal. None: an open alliance.
    """

    id: int
    kind: str
    members: tuple[str, ...]
    last: int | None
    rounds: int | None
    left: int | None
    carried: tuple[str, ...]
    words: int


class BargainChoice(Struct, frozen=True):
    """A bargain that could be offered to `other`: `carrier` is one of the two, the other of them gives back.

    `gives` lists what that one can give; `hand_max` is the most capacity it can hand over.
    """

    other: str
    carrier: str
    gives: tuple[str, ...]
    hand_max: int


class DealChoices(Struct, frozen=True):
    """What this seat may offer now: bargains, pacts (with one role each), open alliances (with these roles each).

    `brings` is the least and the most effort of a carry.
    """

    bargains: tuple[BargainChoice, ...]
    pacts: tuple[str, ...]
    alliances: tuple[tuple[str, ...], ...]
    brings: tuple[int, int]


class Legal(Struct, frozen=True, kw_only=True):
    """What this viewer may do now. `commands` are the types that would not be refused outright.

    `goodwill` and `capacity` are the budget of the sheet; `talk` lists whom the seat can reach (`table` for all at
    the table); `pledge_max` bounds `pledge`; `answer` and `withdraw` list open offers, `accept` those whose terms
    this seat can agree to as things stand; `temperaments` are those that the host may hand a seat to.
    """

    commands: tuple[str, ...]
    goodwill: int = 0
    capacity: int = 0
    sheet: SheetChoices | None = None
    talk: tuple[str, ...] = ()
    pledge_max: int = 0
    instruments: tuple[str, ...] = ()
    deals: DealChoices | None = None
    answer: tuple[int, ...] = ()
    accept: tuple[int, ...] = ()
    withdraw: tuple[int, ...] = ()
    hand: tuple[str, ...] = ()
    temperaments: tuple[str, ...] = ()


class View(Struct, frozen=True, kw_only=True):
    """The whole table as one viewer may see it. `deadline` is ms since the epoch by the server's clock.

    `headlines` are those of the round whose sheets are open; `coalitions` stand from the first stock-take on.
    `introduces`: the round from which a newcomer is shown a dial; one that is not named is there from the first.
    """

    viewer: str
    deck: str
    title: str
    preset: str
    timers: bool
    introduces: dict[str, int]
    round: int
    rounds: int
    phase: PhaseName
    paused: bool
    deadline: int | None
    paused_left: int | None
    tracks: tuple[TrackView, ...]
    eruptions: int
    brink: tuple[str, ...]
    roles: tuple[RoleView, ...]
    pairs: tuple[PairView, ...]
    card: CardView | None
    need: NeedView | None
    weather: str | None
    instrument: str | None
    options: tuple[OptionView, ...]
    printed: tuple[PrintedOption, ...]
    told: tuple[ToldView, ...]
    offers: tuple[OfferView, ...]
    closed: tuple[ClosedView, ...]
    bargains: tuple[BargainView, ...]
    debts: tuple[DebtView, ...]
    pacts: tuple[PactView, ...]
    waiting_for: tuple[str, ...]
    result: ResultView | None
    headlines: tuple[Headline, ...]
    coalitions: tuple[CoalitionView, ...]
    me: Me | None
    legal: Legal
    end: EndView | None
