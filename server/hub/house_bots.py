"""Bots in seats: each sees its seat's view, thinks for a while, and sends a command as a person would."""

import asyncio
import random
from collections import Counter

import structlog

from game_rules import Command, Commit, Ready, Refusal, State, View, decide, view
from game_rules.bots import TEMPERAMENTS, Sight, choose
from server.hub.protocol import Refused
from server.hub.table import Table
from server.hub.words import WordsRefused, words_for
from server.sentences import words_of

THINK_SECONDS = 5.0
"""So long may one choice take; then the default is played."""
MOVES_A_PHASE = 12
"""A bot that would go on after so many moves is made to finish the phase."""
NOT_NOW = ("not_saved", "busy", "table_frozen")
"""Refusals that say nothing of the move itself: it is made again after `PAUSE_SECONDS`."""
PAUSE_SECONDS = 1.0
OPEN_SHEETS = ("reveal", "stocktake", "end")
"""Phases in which a round's sheets are no secret any more."""
Spoken = tuple[Command, str | None]
"""A command and the words beside it."""
Delay = tuple[float, float]
"""Shortest and longest time that a bot takes for a move, in seconds."""
log = structlog.get_logger()


class Unfit(Exception):
    """What a bot asked for cannot be done; the message says why."""


class HouseBots:
    """The bots of one table. `look` is called after every change; a seat has at most one move under way."""

    def __init__(self, table: Table, delay: Delay) -> None:
        self._table, self._delay = table, delay
        self._playing: dict[str, asyncio.Task[None]] = {}
        self._moves: Counter[tuple[object, ...]] = Counter()
        self._gave_way: set[tuple[str, int]] = set()
        """Seats whose bots failed, with the rounds in which the default was played for them."""
        self._changed = asyncio.Event()

    def look(self) -> None:
        """Set every bot to work that has something new to look at."""
        self._report()
        self._changed.set()
        self._changed = asyncio.Event()
        for seat in bot_seats(self._table.history.state):
            if seat not in self._playing:
                name = f"bot {seat} of {self._table.id}"
                self._playing[seat] = asyncio.create_task(self._play(seat), name=name)

    async def stop(self) -> None:
        playing = list(self._playing.values())
        for task in playing:
            task.cancel()
        await asyncio.gather(*playing, return_exceptions=True)

    async def _play(self, seat: str) -> None:
        """Move until there is nothing to do; whatever changes later calls `look` again."""
        quiet = False
        try:
            while True:
                await asyncio.sleep(random.uniform(*self._delay))
                seq, changed = self._table.history.seq, self._changed
                if await self._move(seat, quiet) or self._table.history.seq != seq:
                    quiet = False
                elif quiet:
                    return
                else:
                    quiet = await self._nothing_happens(changed)
        except Exception:
            log.exception("bot failed", table=self._table.id, seat=seat)
        finally:
            del self._playing[seat]

    async def _nothing_happens(self, changed: asyncio.Event) -> bool:
        """Whether the table stays as it is for twice the longest time that a bot takes: nobody else means to speak."""
        try:
            async with asyncio.timeout(2 * self._delay[1]):
                await changed.wait()
        except TimeoutError:
            return True
        return False

    async def _move(self, seat: str, quiet: bool) -> bool:
        """Whether the seat did something."""
        state, seq = self._table.history.state, self._table.history.seq
        if seat not in bot_seats(state):
            return False
        failed = False
        try:
            move = await self._choice(state, seat, quiet)
        except Exception as problem:
            log.warning("bot failed", table=self._table.id, seat=seat, round=state.round, problem=repr(problem))
            failed, move = True, default(view(state, seat))
        if move is None:
            return False
        answer = await self._table.ask(seat, f"bot:{seat}:{seq}", *move)
        if isinstance(answer, Refused) and answer.code not in NOT_NOW:
            return False  # the table has changed in the meantime: it looks again
        self._moves[seat, state.round, state.phase] += 1
        if isinstance(answer, Refused):  # nothing may change at the table to wake this bot: it must come back itself
            await asyncio.sleep(PAUSE_SECONDS)
        elif failed:
            self._gave_way.add((seat, state.round))
            self._report()
        return True

    async def _choice(self, state: State, seat: str, quiet: bool) -> Spoken | None:
        """What the bot wants. Raises when it raises, takes too long, answers what nobody may do or finds no end."""
        if self._moves[seat, state.round, state.phase] >= MOVES_A_PHASE:
            raise Unfit("finds no end")
        # The seed of its chance is a stream of its own: nothing of the table's chance shows in what a bot does.
        sight = Sight(state, seat, f"bots:{state.seed}", quiet=quiet)
        async with asyncio.timeout(THINK_SECONDS):
            return await asyncio.to_thread(_wish, state, seat, sight, self._table.history.last.at)

    def _report(self) -> None:
        """Let the host see who gave way, round by round as the sheets are opened: a sealed one is a secret."""
        state = self._table.history.state
        opened = state.round if state.phase in OPEN_SHEETS else state.round - 1
        told: dict[str, list[int]] = {}
        for seat, round in sorted(self._gave_way):
            if round <= opened:
                told.setdefault(seat, []).append(round)
        if told != self._table.gave_way:
            self._table.gave_way = told
            self._table.tell_now()


def bot_seats(state: State) -> list[str]:
    return [id for id, role in state.roles.items() if role.seat in TEMPERAMENTS]


def _wish(state: State, seat: str, sight: Sight, at: int) -> Spoken | None:
    """The move of a seat's bot as the table would take it. Raises `Unfit` for one that the table would refuse."""
    move = choose(state.roles[seat].seat, sight)
    if move is None:
        return None
    words = words_for(move.command, words_of(state.deck, move.line) if move.line else None)
    if isinstance(words, WordsRefused):
        raise Unfit(words.code)
    decided = decide(state, seat, move.command, at)
    if isinstance(decided, Refusal):
        raise Unfit(decided.code)
    return move.command, words


def default(shown: View) -> Spoken | None:
    """What a seat does that does nothing: the default sheet, else ready."""
    legal, me = shown.legal, shown.me
    if me is None:
        return None
    if "commit" in legal.commands and legal.sheet is not None and me.sheet is None:
        return Commit(legal.sheet.default), None
    if "ready" in legal.commands and not me.ready:
        return Ready(), None
    return None
