"""One game by bots alone, through the rules' own front door: every move is a command that could be refused."""

from typing import Final, NamedTuple

from game_rules import Announce, Command, Commit, Event, Offer, Pledge, Refusal, Running, Say, State, open_game
from game_rules.bots import POLICIES, Sight
from scenarios.simulation.plan import EMPTY, Plan
from scenarios.simulation.sheets import sheets_to_try

MOVES_MAX: Final = 40
"""So many moves a seat may make in a round; whoever still talks then plays the default sheet."""


class BadBot(RuntimeError):
    """A policy made a move that it may not make; the message says in which game and which move."""


class Played(NamedTuple):
    """A game from its first event to its last."""

    events: list[Event]
    state: State


def play(plan: Plan, game: int) -> Played:
    """Game number `game` of the plan. Raises BadBot."""
    table = Table(plan, f"{plan.seed}:{game}")
    while table.state.phase != "end":
        table.play_round()
    return Played(table.events, table.state)


def is_deal(command: Command) -> bool:
    """Whether this tells in numbers or bargains. A pact does neither: it is only signed (5.2)."""
    match command:
        case Pledge() | Announce(pledge=int()):
            return True
        case Say(tells=tells):
            return tells is not None
        case Offer(kind=kind):
            return kind == "bargain"
    return False


class Table:
    """A game under way; `events` are all so far. What a round comes to is in `play_round`."""

    def __init__(self, plan: Plan, seed: str) -> None:
        self.plan, self.seed = plan, seed
        opening = open_game(plan.deck, plan.header(seed), 0)
        assert not isinstance(opening, Refusal), "make_plan has asked the rules"
        self.events: list[Event] = list(opening[0])
        self.game = Running(opening[1])
        self.state: State = self.game.state
        self.policies = {role: POLICIES[plan.seats[role]] for role in self.state.roles if plan.seats[role] != EMPTY}
        self.sights = {role: Sight(self.state, role, seed, plan.habits) for role in self.policies}

    def play_round(self) -> None:
        """Ask round the table until the round is over; when nobody has anything to say, once more as the last call."""
        now, quiet, passes = self.state.round, False, 0
        while self._running(now):
            moved = passes < MOVES_MAX and self._ask_all(now, quiet)
            if not moved and (quiet or passes >= MOVES_MAX):
                self._lay_defaults(now)
            quiet = not moved
            passes += 1

    def _running(self, now: int) -> bool:
        return self.state.round == now and self.state.phase != "end"

    def _ask_all(self, now: int, quiet: bool) -> bool:
        moved = False
        for role, policy in self.policies.items():
            state, sight = self.state, self.sights[role]
            if state.roles[role].sheet is not None and not state.offers:
                continue  # it has laid its sheet, and nobody asks it anything
            sight.look(state, quiet)
            move = policy(sight)
            if move is None:
                continue
            moved = True
            self._take(sight, move.command)
            if quiet or self.state.round != now or self.state.phase == "end":
                break  # whoever breaks a silence gives the others something to wait for again
        return moved

    def _take(self, sight: Sight, command: Command) -> None:
        if not self.plan.habits.offers and is_deal(command):
            raise self._bad(sight, command, "nobody offers or tells anything (--no-offers)")
        if type(command) is Commit:
            for sheet in sheets_to_try(sight, command.sheet, self.plan.slips):
                if not isinstance(self.step(sight.role, Commit(sheet)), Refusal):
                    return
        refusal = self.step(sight.role, command)
        if isinstance(refusal, Refusal):
            raise self._bad(sight, command, f"the rules refuse it: {refusal.code} {refusal.data}")

    def _bad(self, sight: Sight, command: Command, why: str) -> BadBot:
        policy = self.plan.seats[sight.role]
        return BadBot(
            f"The policy {policy} as {sight.role} made a move that it may not make: {why}. Game {self.seed},"
            f" round {self.state.round}: {command}"
        )

    def step(self, role: str, command: Command) -> Refusal | None:
        """Hand this command to the rules; a refusal changes nothing."""
        done = self.game.step(role, command, 0)
        if isinstance(done, Refusal):
            return done
        self.events += done
        return None

    def _lay_defaults(self, now: int) -> None:
        """Whoever has laid no sheet plays the default; a table at which all have laid one cannot be stuck."""
        for role in self.policies:
            if self._running(now) and self.state.roles[role].sheet is None:
                self.sights[role].look(self.state)
                self._take(self.sights[role], Commit(self.sights[role].default))
