"""What a deck says to whoever runs the session: cues and the debrief (rulebook, section 9). No rule reads it."""

from typing import Literal

from msgspec import Struct

Material = Literal[
    "headlines", "tracks", "bookmarks", "agendas", "notes", "private_facts", "ledger", "carries", "coalitions",
    "card_questions", "what_if",
]
"""What can be shown beside a question: see docs/deck-format.md for each."""


class Timing(Struct, frozen=True, forbid_unknown_fields=True):
    """Minutes of a session of `rounds` rounds; `other_rounds` is all of them after the first, together."""

    rounds: int
    briefing: int
    first_round: int
    other_rounds: int
    scores: int
    debrief: int


class CueSheet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The facilitator's lines, in order; `ground_rules` are read aloud, `observers` are what observers count."""

    before: tuple[str, ...] = ()
    ground_rules: tuple[str, ...] = ()
    between_rounds: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    timings: tuple[Timing, ...] = ()


class DebriefQuestion(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One question of the debrief: `ask` it, give it `minutes`, `lead` it so, `show` this beside it."""

    ask: str
    minutes: int
    lead: str = ""
    show: tuple[Material, ...] = ()
