"""The front door of the rules: all that the other rooms may import."""

from game_rules.agendas import FACTS
from game_rules.cards import Card, Effect, Key, Option, Stake, Terms, may_take, terms
from game_rules.coalitions import Coalition, coalitions
from game_rules.commands import (
    HOST_COMMANDS,
    SEAT_COMMANDS,
    Announce,
    Answer,
    Begin,
    Can,
    Command,
    Commit,
    EndGame,
    Extend,
    ForceCommit,
    HandSeat,
    Interrupted,
    Join,
    MoveOn,
    NewGame,
    Note,
    Offer,
    Origin,
    Pause,
    Pledge,
    Ready,
    Restart,
    Resume,
    Say,
    Sheet,
    SkipTalk,
    Tells,
    TimeExpired,
    Voice,
    Withdraw,
)
from game_rules.deals import needs_wording
from game_rules.deck import Act, Deck, Par, Weather
from game_rules.engine import ENGINE, Running, decide, new_game, open_game, step
from game_rules.events import Event
from game_rules.evolve import fold
from game_rules.facilitation import CueSheet, DebriefQuestion, Material, Timing
from game_rules.hashing import content_hash
from game_rules.headlines import Headline, headlines
from game_rules.ledger import Ledger, Promise, ledger
from game_rules.legal import legal
from game_rules.refusals import CODES, Refusal
from game_rules.roles import Clause, Role
from game_rules.ruleset import STANDARD, Ruleset
from game_rules.state import State
from game_rules.temperaments import TEMPERAMENTS
from game_rules.tracks import TRACKS
from game_rules.view import see, view
from game_rules.view_types import View

__all__ = [
    "CODES", "ENGINE", "FACTS", "HOST_COMMANDS", "SEAT_COMMANDS", "STANDARD", "TEMPERAMENTS", "TRACKS",
    "Act", "Card", "Clause", "Coalition", "CueSheet", "DebriefQuestion", "Deck", "Effect", "Event", "Headline", "Key",
    "Ledger", "Material", "Option", "Par", "Promise", "Refusal", "Role", "Ruleset", "Running", "Stake", "State",
    "Terms", "Timing", "View", "Weather",
    "Announce", "Answer", "Begin", "Can", "Command", "Commit", "EndGame", "Extend", "ForceCommit", "HandSeat",
    "Interrupted", "Join", "MoveOn", "NewGame", "Note", "Offer", "Origin", "Pause", "Pledge", "Ready", "Restart",
    "Resume", "Say", "Sheet", "SkipTalk", "Tells", "TimeExpired", "Voice", "Withdraw",
    "coalitions", "content_hash", "decide", "fold", "headlines", "ledger", "legal", "may_take", "needs_wording",
    "new_game", "open_game", "see", "step", "terms", "view",
]
