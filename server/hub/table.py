"""A table: one actor with one inbox. Decide, write down, fold, tell everybody; in this order, one at a time."""

import asyncio
from collections.abc import Callable

import msgspec
import structlog
from msgspec import Struct

from game_rules import Command, Refusal, decide
from server.hub import sight
from server.hub.connections import BROKEN, Connection, Connections
from server.hub.history import History, Moment
from server.hub.limits import Limits
from server.hub.protocol import Ack, Error, Now, Refused, Shown
from server.journal import Appended, Conflict, Duplicate, Journal, NotSaved, Row

WAITING_AT_MOST = 256
Answer = Ack | Refused
log = structlog.get_logger()


class Ask(Struct, frozen=True):
    """A command on its way: `actor` sends it, `answer` hears once what became of it."""

    actor: str
    id: str
    command: Command
    words: str | None
    answer: Callable[[Answer], None]


class _Turn(Struct, frozen=True):
    """A wish to play another game from here on; `done` hears when everybody has been welcomed to it."""

    game: str
    done: asyncio.Future[None]


class Table:
    """One game being served. Only its own task changes it; what it shows has been written down."""

    def __init__(
        self,
        id: str,
        game: str,
        history: History,
        names: dict[str, str],
        *,
        journal: Journal,
        now: Callable[[], int],
        limits: Limits,
    ) -> None:
        self.id, self.game, self.history, self.names = id, game, history, names
        self.connections = Connections()
        self.changed: list[Callable[[], None]] = []
        """Called after every moment that was told."""
        self.gave_way: dict[str, list[int]] = {}
        """Rounds in which a seat's bot failed and the default was played, by role id: for the host's eyes."""
        self.shown = Shown()
        """How far the host has turned the projector."""
        self.failed = False
        """The journal itself cannot be folded: this table is lost until its journal or the rules are mended."""
        self._journal, self._now, self._limits = journal, now, limits
        self._inbox: asyncio.Queue[Ask | _Turn] = asyncio.Queue(WAITING_AT_MOST)
        self._shown: dict[str, sight.Fields] = {}
        self._task = asyncio.create_task(self._run(), name=f"table {id}")

    def submit(self, ask: Ask) -> None:
        """Put a command into the inbox; never waits."""
        try:
            self._inbox.put_nowait(ask)
        except asyncio.QueueFull:
            ask.answer(refused(ask.id, "busy"))

    def post(self, actor: str, id: str, command: Command) -> None:
        """Submit a command whose answer nobody waits for."""
        self.submit(Ask(actor, id, command, None, lambda answer: None))

    async def ask(self, actor: str, id: str, command: Command, words: str | None = None) -> Answer:
        """Submit a command and wait for its answer."""
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()

        def settle(answer: Answer) -> None:
            if not answered.done():
                answered.set_result(answer)

        self.submit(Ask(actor, id, command, words, settle))
        return await answered

    async def turn_to(self, game: str) -> None:
        """Play another game of the journal from here on; every socket gets a fresh `welcome`.

        What waits in the inbox is decided in the old game first. A game that cannot be read makes `failed` true.
        """
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        await self._inbox.put(_Turn(game, done))
        await done

    def attach(self, viewer: str, connection: Connection, after: int, is_seat: bool) -> None:
        """Welcome a socket; from here on it hears every moment. Nothing can come in between: no await."""
        connection.send(self._welcome(viewer, after))
        if viewer not in self._shown:
            self._shown[viewer] = sight.fields(self.history.last, viewer)
        limits = self._limits
        self.connections.add(viewer, connection, limits.sockets_per_seat if is_seat else limits.sockets_per_screen)
        self.tell_now()

    def detach(self, viewer: str, connection: Connection) -> None:
        self.connections.remove(viewer, connection)
        if not self.connections.of(viewer):
            self._shown.pop(viewer, None)
        self.tell_now()

    def show(self, step: int) -> None:
        """Turn the projector to this step of the running round's reveal."""
        self.shown = Shown(self.history.state.round, step)
        self.tell_now()

    def tell_now(self) -> None:
        """Who is on, by which name, the time and the projector's step; to the host also whose bots gave way."""
        now = Now(self.connections.presence, self.names, self._now(), shown=self.shown)
        plain, whole = sight.encode(now), sight.encode(msgspec.structs.replace(now, gave_way=self.gave_way))
        for viewer in self.connections.viewers:
            self.connections.send(viewer, whole if viewer == sight.HOST else plain)

    async def stop(self) -> None:
        """Stop; whoever still waits is told to send again, which counts once."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        while not self._inbox.empty():
            waiting = self._inbox.get_nowait()
            if isinstance(waiting, _Turn):
                waiting.done.set_result(None)
            else:
                waiting.answer(refused(waiting.id, "busy"))

    async def _run(self) -> None:
        while True:
            waiting = await self._inbox.get()
            if isinstance(waiting, _Turn):
                await self._turn(waiting)
            else:
                await self._settle(waiting)

    async def _settle(self, ask: Ask) -> None:
        try:
            answer = await self._handle(ask)
        except NotSaved as problem:
            log.error("not saved", table=self.id, problem=str(problem))
            answer = refused(ask.id, "not_saved")
        except asyncio.CancelledError:
            ask.answer(refused(ask.id, "busy"))
            raise
        except Exception:
            log.exception("table failed", table=self.id, command=type(ask.command).__name__)
            answer = refused(ask.id, "table_frozen")
            await self._thaw()
        ask.answer(answer)

    async def _turn(self, turn: _Turn) -> None:
        try:
            await self._read_back(turn.game, after=0)
            for listener in self.changed:
                listener()
        finally:
            if not turn.done.done():
                turn.done.set_result(None)

    async def _handle(self, ask: Ask) -> Answer:
        while True:
            if seq := self.history.seq_of(ask.actor, ask.id):
                return Ack(ask.id, seq)
            last = self.history.last
            at = max(self._now(), last.at)
            events = decide(last.state, ask.actor, ask.command, at)
            if isinstance(events, Refusal):
                return Refused(ask.id, events.code, events.data, events.allowed)
            row = _row(self.game, last.seq + 1, at, ask, msgspec.json.encode(events))
            match await self._journal.append(row):
                case Appended(seq):
                    self._tell(self.history.add(row, events))
                    return Ack(ask.id, seq)
                case Duplicate() | Conflict():
                    await self._catch_up()

    async def _catch_up(self) -> None:
        for row in await self._journal.read(self.game, after=self.history.seq):
            self._tell(self.history.add(row))

    def _tell(self, moment: Moment) -> None:
        for viewer in self.connections.viewers:
            before, after = self._shown[viewer], sight.fields(moment, viewer)
            self._shown[viewer] = after
            update = sight.update(self.history, moment, viewer, before, after)
            self.connections.send(viewer, sight.encode(update))
        for listener in self.changed:
            listener()

    async def _thaw(self) -> None:
        """Something raised: tell the table, and begin again from what was written down."""
        self._tell_error("table_frozen", "The table stopped on a fault; it is read back from what was saved.")
        await self._read_back(self.game, after=self.history.seq)

    async def _read_back(self, game: str, after: int) -> None:
        """Begin from what is written down, and welcome everybody to it; whoever is on has seen the rows to `after`."""
        try:
            history = History(await self._journal.read(game))
            self.game, self.history = game, history
            self._shown = {viewer: sight.fields(self.history.last, viewer) for viewer in self.connections.viewers}
            for viewer in self.connections.viewers:
                self.connections.send(viewer, self._welcome(viewer, after))
        except Exception:
            log.exception("table lost", table=self.id)
            self.failed = True
            for connection in self.connections:
                connection.close(BROKEN, "this table cannot be read back; its host may ask for help")

    def _tell_error(self, code: str, message: str) -> None:
        frame = sight.encode(Error(code, message))
        for connection in self.connections:
            connection.send(frame)

    def _welcome(self, viewer: str, after: int) -> str:
        return sight.encode(sight.welcome(self.id, self.game, self.history, viewer, after))


def refused(id: str, code: str, data: dict[str, object] | None = None, allowed: list[object] | None = None) -> Refused:
    """The server's own refusal; the codes are `protocol.SERVER_REFUSALS`."""
    return Refused(id, code, data or {}, allowed or [])


def _row(game: str, seq: int, at: int, ask: Ask, events: bytes) -> Row:
    command = msgspec.json.encode(ask.command)
    return Row(game, seq, at, ask.actor, ask.id, command, events, ask.words)
