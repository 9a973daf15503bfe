"""Bots in seats: each sees its seat's view, thinks for a while, and sends a command as a person would."""

import asyncio
import random
from collections import Counter

import structlog

from game_rules import Command, Commit, Ready, State, View, view
from game_rules.bots import TEMPERAMENTS, choose
from server.hub.protocol import Refused
from server.hub.table import Table
from server.hub.words import WordsRefused, words_for

THINK_SECONDS = 5.0
"""So long may one choice take; then the default is laid."""
MOVES_A_PHASE = 12
"""A bot that would go on after so many moves is made to finish the phase."""
NOT_NOW = ("not_saved", "busy", "table_frozen")
"""Refusals that say nothing of the move itself: it is made again after `PAUSE_SECONDS`."""
PAUSE_SECONDS = 1.0
Delay = tuple[float, float]
"""Shortest and longest time that a bot takes for a move, in seconds."""
Move = tuple[Command, str | None]
log = structlog.get_logger()


class HouseBots:
    """The bots of one table. `look` is called after every change; a seat has at most one move under way."""

    def __init__(self, table: Table, delay: Delay) -> None:
        self._table, self._delay = table, delay
        self._playing: dict[str, asyncio.Task[None]] = {}
        self._moves: Counter[tuple[object, ...]] = Counter()

    def look(self) -> None:
        """Set every bot to work that has something new to look at."""
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
        try:
            while True:
                await asyncio.sleep(random.uniform(*self._delay))
                seq = self._table.history.seq
                if not await self._move(seat) and self._table.history.seq == seq:
                    return
        except Exception:
            log.exception("bot failed", table=self._table.id, seat=seat)
        finally:
            del self._playing[seat]

    async def _move(self, seat: str) -> bool:
        """Whether the seat did something."""
        state, seq = self._table.history.state, self._table.history.seq
        if seat not in bot_seats(state):
            return False
        shown = view(state, seat)
        moves = (await self._choice(state, seat, shown), default(shown))
        for move in moves if moves[0] is not None else ():
            if move is not None and await self._send(seat, seq, move):
                self._moves[seat, state.round, state.phase] += 1
                return True
        return False

    async def _choice(self, state: State, seat: str, shown: View) -> Move | None:
        """What the bot wants; the default when it raises, takes too long or finds no end."""
        if self._moves[seat, state.round, state.phase] >= MOVES_A_PHASE:
            return default(shown)
        seed = f"{state.seed}:{seat}:{state.seq}"
        try:
            async with asyncio.timeout(THINK_SECONDS):
                return await asyncio.to_thread(choose, state.roles[seat].seat, shown, seed)
        except Exception as problem:
            log.warning("bot raised", table=self._table.id, seat=seat, problem=repr(problem))
            return default(shown)

    async def _send(self, seat: str, seq: int, move: Move) -> bool:
        command, typed = move
        words = words_for(command, typed)
        if isinstance(words, WordsRefused):
            log.warning("bot's words refused", table=self._table.id, seat=seat, code=words.code)
            return False
        answer = await self._table.ask(seat, f"bot:{seat}:{seq}", command, words)
        if not isinstance(answer, Refused):
            return True
        log.warning("bot refused", table=self._table.id, seat=seat, code=answer.code)
        if answer.code in NOT_NOW:  # nothing may change at the table to wake this bot: it must come back itself
            await asyncio.sleep(PAUSE_SECONDS)
        return answer.code in NOT_NOW


def bot_seats(state: State) -> list[str]:
    return [id for id, role in state.roles.items() if role.seat in TEMPERAMENTS]


def default(shown: View) -> Move | None:
    """What a seat does that does nothing: the default sheet, else ready."""
    legal, me = shown.legal, shown.me
    if me is None:
        return None
    if "commit" in legal.commands and legal.sheet is not None and me.sheet is None:
        return Commit(legal.sheet.default), None
    if "ready" in legal.commands and not me.ready:
        return Ready(), None
    return None
