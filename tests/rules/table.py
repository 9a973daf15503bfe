"""A small made-up table for the rules' tests: states built directly, rows decided and folded, deltas summed.

The roles have other names than the shipped deck's, since no rule may know a name: `north` and `south` are statutory,
`folk` speaks for users, `crown` is the centre. The one card is plain; a test gives it what it is about.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from msgspec.structs import replace

from game_rules import (
    Card,
    Clause,
    Command,
    Deck,
    Effect,
    Event,
    NewGame,
    Option,
    Refusal,
    Role,
    Sheet,
    State,
    Voice,
    Weather,
    content_hash,
    decide,
    fold,
    new_game,
)
from game_rules import commands as c
from game_rules import events as e
from game_rules.engine import ENGINE

E = TypeVar("E")

SHARE = Option(id="share", text="A share", posture="deal", goodwill=1, capacity=2, effort=2)
CARRY = Option(id="carry", text="Carry it", posture="give", goodwill=2, capacity=3, effort=5)
SHOVE = Option(
    id="shove", text="Shove", posture="push", capacity=1, effort=1,
    effects=(Effect("self.standing", 1), Effect("tension", 1)),
)
REST = Option(id="rest", text="Rest", posture="duck")
ALONE = Option(
    id="alone", text="Decide alone", posture="push", capacity=2, lead_only=True, impose=True,
    effects=(Effect("self.standing", 1), Effect("tension", 1)),
)
CARD = Card(
    id="K", title="A card", fault_line="A fault line", text="Something is asked.", kind="decision",
    heat=0, need=8, options=(SHARE, CARRY, SHOVE, REST, ALONE), lead="north",
)
CALM = (Weather("calm", "Calm", 10),)
EASY = {"A": (Clause("outcomes", at_least=5), Clause("self.standing", at_least=5), Clause("margin", at_least=1))}


def role(id: str, tie_order: int, **traits: Any) -> Role:
    """A role by its traits; its words are of no account."""
    words: dict[str, Any] = {
        "label": id.title(), "name": f"the {id}", "letter": id[0].upper(), "brief": "", "instruction": "",
        "standing_label": "", "purpose_label": "", "agendas": EASY,
    }
    return Role(id=id, tie_order=tie_order, **{**words, **traits})


NORTH = role("north", 1, seated=True, statutory=True, may_impose=True, hand_max=2)
SOUTH = role("south", 2, seated=True, statutory=True, may_impose=True, hand_max=2)
FOLK = role("folk", 3, seated=True, speaks_for_users=True, service_weight=2, income=5)
CROWN = role("crown", 4, seated=False, has_instruments=True, service_weight=0, income=4)
ROLES = (NORTH, SOUTH, FOLK, CROWN)
LOCALS = ("north", "south", "folk")


def card(**changes: Any) -> Card:
    """The plain card with changes."""
    return replace(CARD, **changes)


def deck(*cards: Card, roles: tuple[Role, ...] = ROLES, **changes: Any) -> Deck:
    """A deck of these cards in this order, with calm weather."""
    plain: dict[str, Any] = {"weather": CALM, "order": "fixed"}
    return Deck(
        id="made-up", title="Made up", blurb="", roles=roles, cards=cards or (CARD,), **{**plain, **changes}
    )


def setup(of: Deck, seats: Mapping[str, str] | None = None, **changes: Any) -> NewGame:
    """The command that opens a game of this deck; every seat open unless said otherwise."""
    plain: dict[str, Any] = {"preset": "standard", "rounds": 7, "timers": False, "seed": "a seed"}
    return NewGame(
        deck=of.id, deck_hash=content_hash(of), engine=ENGINE, seats=dict(seats or {}), **{**plain, **changes}
    )


def gathering(of: Deck | None = None, seats: Mapping[str, str] | None = None, **changes: Any) -> State:
    """A table whose seats are open."""
    of = of or deck()
    opened = new_game(of, setup(of, seats, **changes), 0)
    assert not isinstance(opened, Refusal), opened
    return fold(None, opened)


def talking(of: Deck | None = None, seats: Mapping[str, str] | None = None, **changes: Any) -> State:
    """Round 1, Talk, a person in every seat, every backing usual and nothing sore."""
    state = gathering(of, seats, **changes)
    for each, own in state.roles.items():
        if own.seat == "open":
            state = do(state, each, c.Join()).state
    usual = {each: replace(own, backing="usual") for each, own in state.roles.items()}
    return replace(state, roles=usual, sore=dict.fromkeys(state.sore, 0))


def committing(of: Deck | None = None, seats: Mapping[str, str] | None = None, **changes: Any) -> State:
    """As `talking`, in Commit."""
    return do(talking(of, seats, **changes), "host", c.SkipTalk()).state


def with_tracks(state: State, **tracks: int) -> State:
    """The state with these tracks; the trust that prices the round goes with `trust`."""
    priced = {"brief_trust": tracks["trust"]} if "trust" in tracks else {}
    return replace(state, tracks={**state.tracks, **tracks}, **priced)


def with_role(state: State, who: str, **changes: Any) -> State:
    """The state with changes to one role."""
    roles = {**state.roles, who: replace(state.roles[who], **changes)}
    sitting = tuple(role for role in state.cast.seated if not roles[role].retreated)
    return replace(state, roles=roles, sitting=sitting)


def with_bond(state: State, pair: str, n: int) -> State:
    return replace(state, bonds={**state.bonds, pair: n})



def with_sores(state: State, sores: Mapping[str, int]) -> State:
    return replace(state, sore={**state.sore, **sores})


@dataclass(frozen=True)
class Row:
    """What one or several commands made happen, and the sums of it."""

    before: State
    events: tuple[Event, ...]
    state: State

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def track(self, name: str, cause: str | None = None) -> int:
        return sum(m.delta for m in self.of(e.TrackMoved) if m.track == name and cause in (None, m.cause))

    def number(self, who: str, what: str, cause: str | None = None) -> int:
        moves = self.of(e.NumberMoved)
        return sum(m.delta for m in moves if (m.role, m.what) == (who, what) and cause in (None, m.cause))

    def bond(self, pair: str, cause: str | None = None) -> int:
        return sum(m.delta for m in self.of(e.BondMoved) if m.pair == pair and cause in (None, m.cause))

    def sore(self, pair: str, cause: str | None = None) -> int:
        return sum(m.delta for m in self.of(e.SoreMoved) if m.pair == pair and cause in (None, m.cause))


def do(state: State, actor: str, command: Command, at: int = 0) -> Row:
    """The command taken and folded. Fails if it is refused."""
    events = decide(state, actor, command, at)
    assert not isinstance(events, Refusal), events
    return Row(state, events, fold(state, events))


def refused(state: State, actor: str, command: Command, at: int = 0) -> Refusal:
    """The refusal of this command. Fails if it is taken."""
    answer = decide(state, actor, command, at)
    assert isinstance(answer, Refusal), answer
    return answer


def reveal(state: State, sheets: Mapping[str, Sheet] | None = None) -> Row:
    """These sheets laid, the default for the others, and the reveal worked out."""
    before, events = state, list[Event]()
    for who, sheet in (sheets or {}).items():
        row = do(state, who, c.Commit(sheet))
        state, events = row.state, [*events, *row.events]
    if state.phase != "reveal":
        row = do(state, "host", c.ForceCommit())
        state, events = row.state, [*events, *row.events]
    return Row(before, tuple(events), state)


def resting(**dials: Any) -> Sheet:
    """A sheet that ducks: option `rest`, at the meeting with 1 unless said otherwise."""
    return Sheet(**{"option": "rest", "table": 1, **dials})


def everybody(option: str = "rest", **dials: Any) -> dict[str, Sheet]:
    """The same option for all four, the locals at the meeting with 1."""
    at = {"table": 1, **dials}
    return {**{who: Sheet(option=option, **at) for who in LOCALS}, "crown": Sheet(option=option)}


def naming(pair: str) -> Voice:
    return Voice("name", pair=pair)


def calling_out(who: str) -> Voice:
    return Voice("call_out", role=who)


def stocktake(state: State, invites: Mapping[str, str] | None = None) -> Row:
    """Stock-take of a round in which everybody rested; `invites` says who asks whom back."""
    laid = {
        who: replace(own, sheet=Sheet(option="rest", invite=(invites or {}).get(who)))
        for who, own in state.roles.items()
    }
    return do(replace(state, phase="reveal", roles=laid), "host", c.MoveOn())


def next_brief(state: State) -> Row:
    """Brief of the next round, from a finished stock-take."""
    return do(replace(state, phase="stocktake"), "host", c.MoveOn())
