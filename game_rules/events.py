"""What happened: one tagged struct an event. Events carry cause and data, never sentences (section 13.2).

Numbers move only through `TrackMoved`, `NumberMoved`, `BondMoved`, `SoreMoved` and `WordMoved`, so that the deltas
of every number on the screen sum to new minus old and each names its cause (a rule id of the catalogue).
A pair is written "a+b", the lower `tie_order` first. `words` is the seq of the row that holds the text, 0 for none.
"""

from typing import Literal

from msgspec import Struct

from game_rules.commands import Focus, Given, Instrument, OfferKind, Sheet, Tells, Voice
from game_rules.deck import Deck
from game_rules.ruleset import Ruleset

Backing = Literal["thin", "usual", "strong"]
PhaseName = Literal["gathering", "brief", "talk", "commit", "reveal", "stocktake", "end"]
OwnNumber = Literal["goodwill", "capacity", "standing", "purpose", "capnext"]
PactOutcome = Literal["running", "completed", "lapsed", "broken", "void"]
HowAnswered = Literal["accepted", "refused", "countered", "withdrawn", "expired"]
PromiseKind = Literal["pledge", "bargain", "debt", "spare", "pact", "open"]
Harm = Literal["calm", "crowded", "again", "wrong_pair"]
Ending = Literal["played_out", "eruptions", "bite", "cred", "retreat", "stopped"]


class OpenSheet(Struct, frozen=True):
    """The public part of a sheet, after the reveal (13.6): whether a house aligned stays its own affair."""

    option: str
    table: int
    focus: Focus
    voice: Voice


# Nothing in an event can ever point back at it: the garbage collector need not look.
class _Event(Struct, frozen=True, tag_field="type", gc=False):
    pass


class GameOpened(_Event, frozen=True, tag="game_opened"):
    """The header in full: replay needs nothing else. `order` is the deal of the cards; `ruleset` with overrides."""

    engine: str
    deck: Deck
    deck_hash: str
    ruleset: Ruleset
    ruleset_hash: str
    seats: dict[str, str]
    preset: str
    rounds: int
    timers: bool
    seed: str
    order: tuple[str, ...]
    agendas: dict[str, str]


class Drawn(_Event, frozen=True, tag="drawn"):
    """`count` draws were taken from the table's chance; what they gave stands in the events beside."""

    count: int


class SeatTaken(_Event, frozen=True, tag="seat_taken"):
    role: str


class SeatHanded(_Event, frozen=True, tag="seat_handed"):
    """`to` is `person` or a temperament; seats see only `bot` (section 7: hidden until the end)."""

    role: str
    to: str


class PhaseBegan(_Event, frozen=True, tag="phase_began"):
    """`deadline` in ms since the epoch, None on a table without timers."""

    phase: PhaseName
    round: int
    deadline: int | None = None


class Paused(_Event, frozen=True, tag="paused"):
    """`left` is what the clock had left, in ms."""

    left: int | None = None


class Resumed(_Event, frozen=True, tag="resumed"):
    deadline: int | None = None


class TimeAdded(_Event, frozen=True, tag="time_added"):
    deadline: int
    cause: str


class RoundBegan(_Event, frozen=True, tag="round_began"):
    """`shuffle` is the order in which this card's options are shown at this table (13.7)."""

    round: int
    card: str
    shuffle: tuple[str, ...]


class WeatherDrawn(_Event, frozen=True, tag="weather_drawn"):
    chip: str


class InstrumentApplied(_Event, frozen=True, tag="instrument_applied"):
    instrument: Instrument


class InstrumentChosen(_Event, frozen=True, tag="instrument_chosen"):
    """Secret until it is applied next round."""

    role: str
    instrument: Instrument


class NeedSet(_Event, frozen=True, tag="need_set"):
    """The effort this card needs; `parts` by cause (`card`, `target`, `deadline`, `bite`) sum to it."""

    need: int
    parts: dict[str, int]


class BackingDrawn(_Event, frozen=True, tag="backing_drawn"):
    role: str
    backing: Backing


class TrackMoved(_Event, frozen=True, tag="track_moved"):
    """`delta` as it came out after clamping; `role` when one role's option, absence or voice caused it."""

    track: str
    delta: int
    cause: str
    role: str | None = None


class NumberMoved(_Event, frozen=True, tag="number_moved"):
    role: str
    what: OwnNumber
    delta: int
    cause: str


class BondMoved(_Event, frozen=True, tag="bond_moved"):
    pair: str
    delta: int
    cause: str


class SoreMoved(_Event, frozen=True, tag="sore_moved"):
    pair: str
    delta: int
    cause: str


class WordMoved(_Event, frozen=True, tag="word_moved"):
    role: str
    delta: int
    cause: str


class Said(_Event, frozen=True, tag="said"):
    """`to` empty: to the table. `tells` says it in numbers, for the board."""

    role: str
    to: tuple[str, ...]
    words: int
    tells: Tells | None = None


class Announced(_Event, frozen=True, tag="announced"):
    role: str
    words: int
    pledge: int | None = None
    instrument: Instrument | None = None


class Pledged(_Event, frozen=True, tag="pledged"):
    role: str
    brings: int


class OfferMade(_Event, frozen=True, tag="offer_made"):
    """Seen by its parties alone (5.1). `offer` is its id: the seq of its row."""

    offer: int
    role: str
    to: tuple[str, ...]
    kind: OfferKind
    carrier: str | None
    brings: int
    gives: Given | None
    capacity: int
    counters: int | None
    words: int


class OfferAnswered(_Event, frozen=True, tag="offer_answered"):
    """What became of an offer: accepted or refused by `role`, countered, withdrawn, or expired with its round.

    Seen by its `parties` alone.
    """

    offer: int
    role: str
    parties: tuple[str, ...]
    answer: HowAnswered
    words: int = 0


class BargainStruck(_Event, frozen=True, tag="bargain_struck"):
    """Public from here on, the wording too (5.1)."""

    offer: int
    carrier: str
    asker: str
    brings: int
    gives: Given
    capacity: int
    words: int


class PactSigned(_Event, frozen=True, tag="pact_signed"):
    """`last` is the last round of its term, None for an open alliance (5.2)."""

    offer: int
    kind: Literal["pact", "open"]
    members: tuple[str, ...]
    last: int | None
    words: int


class HandedOver(_Event, frozen=True, tag="handed_over"):
    """Capacity that moved at the reveal: promised in a bargain, or a transfer inside a pact (reveal step 1)."""

    role: str
    to: str
    capacity: int
    cause: Literal["bargain", "pact"]


class PactHelped(_Event, frozen=True, tag="pact_helped"):
    """Effort that a pact added to what its members brought (reveal step 5)."""

    offer: int
    members: tuple[str, ...]
    effort: int


class PactCarried(_Event, frozen=True, tag="pact_carried"):
    """A member has now carried once for its pact (5.2)."""

    offer: int
    role: str


class DebtOwed(_Event, frozen=True, tag="debt_owed"):
    """`role` owes `to` a round in which it brings 3 or more, by round `due` (5.1)."""

    offer: int
    role: str
    to: str
    due: int
    words: int


class PromiseEnded(_Event, frozen=True, tag="promise_ended"):
    """A promise of `role` to `to` (everybody when empty) ended; `offer` is its id, 0 for a pledge.

    `words` is its wording. A pact completed or lapsed names all its members in `to` and nobody in `role`.
    """

    offer: int
    kind: PromiseKind
    outcome: Literal["kept", "broken", "completed", "lapsed", "void"]
    role: str | None
    to: tuple[str, ...]
    words: int = 0


class Readied(_Event, frozen=True, tag="readied"):
    role: str


class SheetLaid(_Event, frozen=True, tag="sheet_laid"):
    """Sealed: only its own seat sees it before the reveal."""

    role: str
    sheet: Sheet
    words: int = 0


class SheetReturned(_Event, frozen=True, tag="sheet_returned"):
    """A hand-over agreed since then has made the laid sheet unaffordable: the seat lays another (13.5)."""

    role: str


class Committed(_Event, frozen=True, tag="committed"):
    """That a sheet is in, never what is on it; `default` when time or the host laid it."""

    role: str
    default: bool = False


class SheetsOpened(_Event, frozen=True, tag="sheets_opened"):
    sheets: dict[str, OpenSheet]


class Named(_Event, frozen=True, tag="named"):
    role: str
    pair: str
    words: int = 0


class NamingContained(_Event, frozen=True, tag="naming_contained"):
    pairs: tuple[str, ...]


class RakedOver(_Event, frozen=True, tag="raked_over"):
    """A naming that did harm: `reason` is calm, crowded, again or wrong_pair (3.2 step 2)."""

    reason: Harm


class PaperedOver(_Event, frozen=True, tag="papered_over"):
    pass


class CalledOut(_Event, frozen=True, tag="called_out"):
    role: str
    target: str
    upheld: bool


class MixedMessage(_Event, frozen=True, tag="mixed_message"):
    """A statutory house that did not align spoke with two voices: its effort halves (3.2 step 5)."""

    role: str


class Brought(_Event, frozen=True, tag="brought"):
    role: str
    effort: int


class Imposed(_Event, frozen=True, tag="imposed"):
    role: str
    dear: bool


class CardMet(_Event, frozen=True, tag="card_met"):
    brought: int
    need: int
    imposed_by: str | None = None
    credited: str | None = None


class CardMissed(_Event, frozen=True, tag="card_missed"):
    """`key_missing` is the key's label when enough was brought but not by the right role."""

    brought: int
    need: int
    key_missing: str | None = None


class Erupted(_Event, frozen=True, tag="erupted"):
    count: int


class Retreated(_Event, frozen=True, tag="retreated"):
    role: str


class Returned(_Event, frozen=True, tag="returned"):
    role: str
    invited_by: str


class BrinkReached(_Event, frozen=True, tag="brink_reached"):
    """The next round is the rescue round; `reasons` of bite, cred, retreat."""

    reasons: tuple[str, ...]


class BrinkCleared(_Event, frozen=True, tag="brink_cleared"):
    pass


class CoalitionsCounted(_Event, frozen=True, tag="coalitions_counted"):
    """The subsets of two or more locals that are `alive` at this stock-take (5.3); none after a collapse.

    A subset is written as its members' ids joined by "+", in tie order.
    """

    alive: tuple[str, ...]


class Noted(_Event, frozen=True, tag="noted"):
    role: str
    words: int


class GameEnded(_Event, frozen=True, tag="game_ended"):
    survived: bool
    cause: Ending


class Scored(_Event, frozen=True, tag="scored"):
    """One role's score (section 6): `parts` sum to `score`; `clauses` of its agenda in order; `par` if known."""

    role: str
    score: int
    parts: dict[str, int]
    clauses: tuple[bool, ...]
    par: int | None = None
    band: Literal["thrived", "held", "hollowed"] | None = None


class Restarted(_Event, frozen=True, tag="restarted"):
    """The restart card (3.4): the end is taken back. `eruptions` stay on the count; `back` sit down again."""

    eruptions: int
    back: tuple[str, ...]


Event = (
    GameOpened | Drawn | SeatTaken | SeatHanded | PhaseBegan | Paused | Resumed | TimeAdded
    | RoundBegan | WeatherDrawn | InstrumentApplied | InstrumentChosen | NeedSet | BackingDrawn
    | TrackMoved | NumberMoved | BondMoved | SoreMoved | WordMoved
    | Said | Announced | Pledged | OfferMade | OfferAnswered | BargainStruck | PactSigned
    | HandedOver | PactHelped | PactCarried | DebtOwed | PromiseEnded
    | Readied | SheetLaid | SheetReturned | Committed
    | SheetsOpened | Named | NamingContained | RakedOver | PaperedOver | CalledOut | MixedMessage
    | Brought | Imposed | CardMet | CardMissed
    | CoalitionsCounted
    | Erupted | Retreated | Returned | BrinkReached | BrinkCleared | Noted | GameEnded | Scored | Restarted
)
