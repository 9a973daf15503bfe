"""From a moment of a game, another game: the same rows up to there, in a journal of its own, and the same chance."""

import msgspec
from msgspec import Struct

from game_rules import (
    TEMPERAMENTS,
    Command,
    HandSeat,
    Interrupted,
    NewGame,
    Origin,
    Pause,
    Refusal,
    State,
    decide,
    legal,
    view,
)
from server.auth import new_token
from server.hub.history import History
from server.hub.sight import HOST, SCREEN
from server.journal import Appended, Journal, Row

CLOCK = "clock"
OPEN = "open"


class NoSuchMoment(Exception):
    """Nothing can be played from there; the message says why."""


class Round(Struct, frozen=True):
    """A round that was begun, and the seq of the row that began it: from there it can be played again."""

    round: int
    seq: int
    title: str
    """Of its card."""


def rounds(history: History) -> list[Round]:
    """The rounds that this game has begun, in order."""
    found: list[Round] = []
    for moment in history.moments:
        number = moment.state.round
        if number > len(found):
            shown = view(moment.state, SCREEN).card
            found.append(Round(number, moment.seq, shown.title if shown else ""))
    return found


def check_moment(history: History, seq: int) -> None:
    """Raises `NoSuchMoment` for a row that there is not, or after which nobody can do anything."""
    if not 1 <= seq <= history.seq:
        raise NoSuchMoment(f"This game has no row {seq}; its rows go from 1 to {history.seq}.")
    if history.moments[seq - 1].state.end is not None:
        raise NoSuchMoment(f"At row {seq} the game is over. Choose an earlier one.")


class Played(Struct, frozen=True):
    """A game that a table's history goes back to. What it shares with its parent are the parent's rows 1 to `seq`."""

    game: str
    parent: str | None
    """None, and `seq` 0, for a game that began afresh."""
    seq: int
    at: int | None
    """When its first row of its own was written, in ms since 1970; None while it has none."""


async def lineage(journal: Journal, game: str) -> list[Played]:
    """The games that this one goes back to, the first one first and this one last."""
    found: list[Played] = []
    while game and (rows := await journal.read(game)):
        origin = _header(rows).forked_from
        seq = origin.seq if origin else 0
        at = rows[seq].at if len(rows) > seq else None
        found.append(Played(game, origin.game if origin else None, seq, at))
        game = origin.game if origin else ""
    return found[::-1]


class Branch:
    """A game in the making; nothing points to it until it is complete."""

    def __init__(self, journal: Journal, game: str, history: History) -> None:
        self.game, self.history = game, history
        self._journal = journal

    async def write(self, actor: str, command: Command, at: int) -> None:
        """Add a row of the server's own; what the rules refuse here was not needed."""
        history = self.history
        at = max(at, history.last.at)
        events = decide(history.state, actor, command, at)
        if isinstance(events, Refusal):
            return
        told, asked = msgspec.json.encode(events), msgspec.json.encode(command)
        row = Row(self.game, history.seq + 1, at, actor, f"branch:{history.seq}", asked, told)
        written = await self._journal.append(row)
        assert isinstance(written, Appended), "somebody else wrote into a game that nobody knows of"
        history.add(row, events)


async def branch(journal: Journal, game: str, seq: int, at: int) -> Branch:
    """Begin a game with the rows 1 to `seq` of `game`; its clock has what it had left then.

    Raises `NoSuchMoment` and `NotSaved`.
    """
    rows = await journal.read(game)
    onto, header = new_token(), msgspec.structs.replace(_header(rows), forked_from=Origin(game, seq))
    if not await journal.branch(game, seq, onto, msgspec.json.encode(header)):
        raise NoSuchMoment(f"This game has no row {seq}.")
    begun = Branch(journal, onto, History(await journal.read(onto)))
    await begun.write(CLOCK, Interrupted(at - begun.history.last.at), at)
    return begun


def _header(rows: list[Row]) -> NewGame:
    return msgspec.json.decode(rows[0].command, type=NewGame)


async def keep_holders(begun: Branch, now: State, at: int) -> None:
    """Hand every seat to whom it belongs at the table that goes back."""
    for role, own in begun.history.state.roles.items():
        holder = now.roles[role].seat
        if holder != own.seat:
            await begun.write(HOST, HandSeat(role, holder), at)


async def open_seats(begun: Branch, at: int) -> tuple[str, ...]:
    """Stop the game and free the seats of people, so that others can take them; the roles that are free."""
    if "pause" in legal(begun.history.state, HOST).commands:
        await begun.write(HOST, Pause(), at)
    free = tuple(role for role, own in begun.history.state.roles.items() if own.seat not in TEMPERAMENTS)
    for role in free:
        if begun.history.state.roles[role].seat != OPEN:
            await begun.write(HOST, HandSeat(role, OPEN), at)
    return free
