"""One decision in the making: the state as it stands after the events so far.

A rule's later step depends on its earlier ones, so a decision applies each event at once and collects them all.
Lives only inside `step` and `Running`; nothing outside ever sees it.
"""

from msgspec.structs import force_setattr, replace

from game_rules.cards import Card
from game_rules.chance import draw
from game_rules.events import Drawn, Event
from game_rules.evolve import CHANGES, record, thawed, thawed_for
from game_rules.roles import Role
from game_rules.ruleset import Ruleset
from game_rules.state import RoleState, State


class Turn:
    """`at` is the server's time in ms; `row` is the seq that this decision's row will have."""

    __slots__ = ("_drawn", "at", "happened", "row", "rules", "state", "thawed")

    def __init__(self, state: State, at: int) -> None:
        self.state = state
        self.rules: Ruleset = state.ruleset
        # The copy that any event may change, once there is one; it is then `state`.
        self.thawed: State | None = None
        self.at = at
        self.row = state.seq + 1
        self.happened: list[Event] = []
        self._drawn = 0

    def emit(self, event: Event) -> None:
        """Let it happen. From the first event on `state` is this turn's own copy, and changes with every event."""
        change = CHANGES[type(event)]
        if self.thawed is None and (change or not self.happened):
            self.state, every = thawed_for(self.state, event)
            self.thawed = self.state if every else None
        self.happened.append(event)
        # The same as `apply`, without a call more for each of a reveal's hundred events.
        if change:
            change(self.state, event)

    def again(self, at: int) -> None:
        """Begin the next decision upon this one's outcome; the copy goes on changing."""
        self.at, self.row, self.happened = at, self.state.seq + 1, []

    def thaw(self) -> State:
        """Make `state` a copy that any event may change."""
        self.state = self.thawed = thawed(self.state)
        return self.state

    def draw(self, sides: int) -> int:
        """The next number in 0..sides-1 of the table's chance."""
        state, before = self.state, self._drawn
        self._drawn = before + 1
        return draw(state.seed, state.drawn + before, sides)

    def events(self) -> tuple[Event, ...]:
        """All that happened, closed by the count of the draws it took."""
        if self._drawn:
            self.emit(Drawn(self._drawn))
            self._drawn = 0
        return tuple(self.happened)

    def done(self) -> tuple[tuple[Event, ...], State]:
        """All that happened, and the state after this row."""
        events = self.events() if self._drawn else tuple(self.happened)
        if not events and self.thawed is None:
            return events, replace(self.state, seq=self.row)
        # Nobody has seen this copy yet.
        force_setattr(self.state, "seq", self.row)
        if self.thawed is not None:
            record(self.state, events)
        return events, self.state

    @property
    def card(self) -> Card:
        assert self.state.card is not None, "a card is dealt in every round"
        return self.state.deck.card_by_id[self.state.card]

    def traits(self, role: str) -> Role:
        return self.state.deck.role_by_id[role]

    def own(self, role: str) -> RoleState:
        return self.state.roles[role]
