"""What a participant, the host or the clock may ask for: one tagged struct a command.

Free text never stands in a command: it travels beside it as `words` and is stored apart (architecture, "Words").
Who asks is the actor: a role id, `host` or `clock`.
"""

from typing import Literal

from msgspec import Struct

Focus = Literal["cases", "balanced", "corporate"]
Instrument = Literal["back", "fund", "target", "inspect"]
VoiceKind = Literal["hold", "name", "call_out"]
OfferKind = Literal["bargain", "pact", "open"]
Given = Literal["hand_over", "my_turn_next", "spare"]


class Voice(Struct, frozen=True, forbid_unknown_fields=True):
    """What a seat does aloud at the reveal: hold, name a `pair` ("pct+council"), or call out a `role`."""

    kind: VoiceKind = "hold"
    pair: str | None = None
    role: str | None = None


class Sheet(Struct, frozen=True, forbid_unknown_fields=True):
    """The secret commitment of one role for one round (3.2, Commit): every dial of the rulebook.

    `table` is capacity at the meeting (0-2); `align` pays 1 capacity on a split card; `transfer` names the users'
    role that gets 1 capacity inside a pact; `invite` names the retreated role to bring back; `instrument` is the
    centre's, for the next round.
    """

    option: str
    table: int = 0
    focus: Focus = "balanced"
    voice: Voice = Voice()
    align: bool = False
    transfer: str | None = None
    invite: str | None = None
    instrument: Instrument | None = None


class Can(Struct, frozen=True, forbid_unknown_fields=True):
    """ "I could bring this much today", and its price to me: 0 (gladly) to 99, in points of the speaker's own score."""

    brings: int
    price: int = 0


class Tells(Struct, frozen=True, forbid_unknown_fields=True):
    """What a word says in numbers beside its text, for the board and for bots. Nothing checks that it is true.

    `can`: what the speaker could bring today, one choice an entry. `strain`: how much it rankles in which pair.
    `asks`: what it would have each role bring (0: save your strength). `names`: who should name which pair.
    """

    can: tuple[Can, ...] = ()
    strain: dict[str, int] = {}
    asks: dict[str, int] = {}
    names: dict[str, str] = {}


class _Command(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    pass


class Origin(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a game branched off: it shares the rows 1 to `seq` of `game`, and their chance."""

    game: str
    seq: int


class NewGame(_Command, frozen=True, forbid_unknown_fields=True, tag="new_game"):
    """The header: `seats` maps every role of the deck to `open`, a bot's temperament, or `none` (not in play).

    The deck itself stands once, in the event `game_opened`; here it is named by id and content hash.
    `forked_from` is None for a game that began afresh; no rule reads it.
    """

    deck: str
    deck_hash: str
    engine: str
    seats: dict[str, str]
    preset: Literal["gentle", "standard", "hard"]
    rounds: int
    timers: bool
    seed: str
    agendas: dict[str, str] = {}
    forked_from: Origin | None = None


class Join(_Command, frozen=True, forbid_unknown_fields=True, tag="join"):
    """A person sits down in the actor's open seat."""


class Ready(_Command, frozen=True, forbid_unknown_fields=True, tag="ready"):
    """The actor has nothing more to do in this phase; when all are ready the table moves on.

    `phase`, when given, is the phase that is meant: a double press must not end two.
    """

    phase: str | None = None


class Say(_Command, frozen=True, forbid_unknown_fields=True, tag="say"):
    """Talk (in `words`) to the table (`to` empty), to one role or to a chosen group; `tells` says it in numbers."""

    to: tuple[str, ...] = ()
    tells: Tells | None = None


class Announce(_Command, frozen=True, forbid_unknown_fields=True, tag="announce"):
    """The centre's one public announcement a round (3.5), at most 140 characters in `words`; may carry a pledge."""

    pledge: int | None = None
    instrument: Instrument | None = None


class Pledge(_Command, frozen=True, forbid_unknown_fields=True, tag="pledge"):
    """ "I bring n" to everybody, this round (5.1); 0 takes it back."""

    brings: int


class Offer(_Command, frozen=True, forbid_unknown_fields=True, tag="offer"):
    """A structured offer (5.1) to the roles in `to`; `words` is its wording, quoted when it is broken.

    A `bargain` is with one role: `carrier` (either of the two) brings at least `brings` (from 4), the other gives back:
    `hand_over` of `capacity` now, `my_turn_next`, or `spare` (a centre: neither target nor inspection next round).
    A `pact` is with one other local, an `open` alliance with one or two. `counters` names the offer that it answers.
    """

    to: tuple[str, ...]
    kind: OfferKind
    carrier: str | None = None
    brings: int = 4
    gives: Given | None = None
    capacity: int = 0
    counters: int | None = None


class Answer(_Command, frozen=True, forbid_unknown_fields=True, tag="answer"):
    """Accept or refuse the open offer with this id; `words` may say why."""

    offer: int
    accept: bool


class Withdraw(_Command, frozen=True, forbid_unknown_fields=True, tag="withdraw"):
    """Take back the actor's own open offer."""

    offer: int


class Commit(_Command, frozen=True, forbid_unknown_fields=True, tag="commit"):
    """Lay the sheet, sealed until the reveal; may be laid again until then. `words` is the sentence of a naming."""

    sheet: Sheet


class Note(_Command, frozen=True, forbid_unknown_fields=True, tag="note"):
    """One private line at stock-take, in `words`."""


class Begin(_Command, frozen=True, forbid_unknown_fields=True, tag="begin"):
    """The host starts although seats are open: a bot of `temperament` takes each."""

    temperament: str = "tactical"


class Pause(_Command, frozen=True, forbid_unknown_fields=True, tag="pause"):
    """The host stops the clock and the table."""


class Resume(_Command, frozen=True, forbid_unknown_fields=True, tag="resume"):
    """The host lets play go on; the clock has what it had left."""


class Extend(_Command, frozen=True, forbid_unknown_fields=True, tag="extend"):
    """The host adds `seconds` (1-600) to the running phase."""

    seconds: int


class SkipTalk(_Command, frozen=True, forbid_unknown_fields=True, tag="skip_talk"):
    """The host ends Talk; Commit begins."""


class ForceCommit(_Command, frozen=True, forbid_unknown_fields=True, tag="force_commit"):
    """The host ends Commit; who has laid no sheet plays the default."""


class MoveOn(_Command, frozen=True, forbid_unknown_fields=True, tag="move_on"):
    """The host ends Brief, Reveal or Stock-take; `phase` as in `Ready`."""

    phase: str | None = None


class HandSeat(_Command, frozen=True, forbid_unknown_fields=True, tag="hand_seat"):
    """The host hands a seat to a bot (a temperament), back to its person (`person`) or to whoever joins (`open`)."""

    role: str
    to: str


class EndGame(_Command, frozen=True, forbid_unknown_fields=True, tag="end_game"):
    """The host ends the game before its last round, without collapse and without survival."""


class Restart(_Command, frozen=True, forbid_unknown_fields=True, tag="restart"):
    """The host deals the restart card after a collapse (3.4): once a game, and only if a round is left to play."""


class TimeExpired(_Command, frozen=True, forbid_unknown_fields=True, tag="time_expired"):
    """The clock: the running deadline has passed. Sent with id `clock:<seq that set it>`."""


class Interrupted(_Command, frozen=True, forbid_unknown_fields=True, tag="interrupted"):
    """The clock: the server was away for `ms`; the running deadline moves by as much."""

    ms: int


Command = (
    NewGame | Join | Ready | Say | Announce | Pledge | Offer | Answer | Withdraw | Commit | Note
    | Begin | Pause | Resume | Extend | SkipTalk | ForceCommit | MoveOn | HandSeat | EndGame | Restart
    | TimeExpired | Interrupted
)
SEAT_COMMANDS = Join | Ready | Say | Announce | Pledge | Offer | Answer | Withdraw | Commit | Note
HOST_COMMANDS = Begin | Pause | Resume | Extend | SkipTalk | ForceCommit | MoveOn | HandSeat | EndGame | Restart
