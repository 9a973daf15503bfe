"""`/ws`: one socket from hello to good-bye. Reading only reads, decodes and enqueues; writing is `Connection`'s."""

import asyncio
from typing import Final

import structlog
from starlette.websockets import WebSocket, WebSocketDisconnect

from game_rules import HOST_COMMANDS, SEAT_COMMANDS, Join, view
from server.hub import sight
from server.hub.connections import ABUSE, BROKEN, MOVED, RESTARTING, UNKNOWN_TOKEN, Connection
from server.hub.frames import read_frame
from server.hub.hub import Hub, TableUnavailable
from server.hub.limits import Bucket
from server.hub.protocol import Error, Hello, Ping, Pong, Send, Show
from server.hub.sight import HOST, SCREEN
from server.hub.table import Answer, Ask, Table, refused
from server.hub.words import WordsRefused, tag, words_for
from server.lobby import Holder, LobbyFailed

PATIENCE_PER_SECOND: Final = 0.01
STEPS_MAX: Final = 20
COMMANDS: Final = {"seat": SEAT_COMMANDS, "host": HOST_COMMANDS}
log = structlog.get_logger()


async def serve_socket(websocket: WebSocket, hub: Hub) -> None:
    """Serve one socket until either side ends it. Raises nothing but cancellation."""
    await websocket.accept()
    connection = Connection(websocket, hub.limits.outgoing, hub.limits.stall_seconds)
    visit = _Visit(websocket, connection, hub)
    reading = asyncio.create_task(visit.read())
    writing = asyncio.create_task(connection.write())
    try:
        await asyncio.wait((reading, writing), return_when=asyncio.FIRST_COMPLETED)
    finally:
        visit.leave()
        reading.cancel()
        writing.cancel()
        await asyncio.gather(reading, writing, return_exceptions=True)
    await connection.hang_up()


class _Visit:
    """What one socket may do, and how it behaved so far."""

    def __init__(self, websocket: WebSocket, connection: Connection, hub: Hub) -> None:
        self._websocket, self._connection, self._hub = websocket, connection, hub
        self._table: Table | None = None
        self._kind = self._viewer = ""
        limits, at = hub.limits, _clock()
        self._frames = Bucket(limits.frames_burst, limits.frames_per_second, at)
        self._says = Bucket(limits.says_burst, limits.says_per_second, at)
        self._patience = Bucket(limits.bad_frames, PATIENCE_PER_SECOND, at)

    async def read(self) -> None:
        try:
            if await self._greet():
                while True:
                    self._take(await self._next_frame())
        except WebSocketDisconnect:
            return
        except LobbyFailed as problem:
            log.error("lobby failed", problem=str(problem))
            self._connection.close(BROKEN, "the server's disk does not answer now; come back")
        except Exception:
            log.exception("socket failed", viewer=self._viewer)
            self._connection.close(BROKEN, "the server made a mistake; come back")
        await asyncio.Event().wait()  # the writer sends what waits, closes, and so ends this socket

    def leave(self) -> None:
        if self._table is not None:
            self._table.detach(self._viewer, self._connection)

    async def _next_frame(self) -> str | bytes | None:
        message = await self._websocket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1005))
        text: str | None = message.get("text")
        return text

    async def _greet(self) -> bool:
        """Whether a hello came in time, with a token that is known."""
        try:
            async with asyncio.timeout(self._hub.limits.hello_seconds):
                hello = read_frame(await self._next_frame())
        except TimeoutError:
            self._refuse("hello_first", "No hello came in time.", ABUSE)
            return False
        if not isinstance(hello, Hello):
            what = hello.message if isinstance(hello, Error) else "The first frame must be hello."
            self._refuse("hello_first", what, ABUSE)
            return False
        return await self._sit_down(hello)

    async def _sit_down(self, hello: Hello) -> bool:
        holder = await self._hub.lobby.by_token(hello.token)
        if holder is None:
            self._refuse("unknown_token", "This link is not valid any more.", UNKNOWN_TOKEN)
            return False
        if self._hub.draining:
            self._connection.close(RESTARTING, "restarting")
            return False
        try:
            table = await self._hub.open(holder.table)
        except TableUnavailable as problem:
            self._refuse("table_frozen", str(problem), BROKEN)
            return False
        self._kind, self._viewer = holder.kind, viewer_of(holder)
        after = hello.after if hello.game in ("", table.game) else 0
        table.attach(self._viewer, self._connection, after, is_seat=holder.kind == "seat")
        self._table = table
        if await self._hub.lobby.by_token(hello.token) is None:  # it moved while the table was read
            self._connection.close(MOVED, "this seat moved to another device")
            return False
        if holder.kind == "seat":
            self._sit_if_open(table)
        return True

    def _sit_if_open(self, table: Table) -> None:
        """A crash between the lobby's claim and the game's Join must not leave a seat without its person."""
        state = table.history.state
        if self._viewer in state.roles and "join" in view(state, self._viewer).legal.commands:
            table.post(self._viewer, f"join:{table.history.seq}", Join())

    def _take(self, frame: str | bytes | None) -> None:
        at = _clock()
        message = read_frame(frame)
        if isinstance(message, Error):
            self._complain(message, at)
        elif not self._frames.take(at):
            self._slow_down(message, at)
        elif isinstance(message, Ping):
            self._connection.send(sight.encode(Pong(message.n, self._hub.now())))
        elif isinstance(message, Show):
            self._show(message, at)
        elif isinstance(message, Hello):
            self._complain(Error("hello_first", "This socket has said hello already."), at)
        else:
            self._command(message, at)

    def _command(self, message: Send, at: float) -> None:
        if not isinstance(message.command, COMMANDS.get(self._kind, ())):
            self._answer(refused(message.id, "wrong_actor", {"command": tag(message.command), "viewer": self._viewer}))
            return
        words = words_for(message.command, message.words)
        if isinstance(words, WordsRefused):
            data: dict[str, object] = {"length": words.length, "longest": words.longest}
            self._answer(refused(message.id, words.code, data))
        elif words is not None and not self._says.take(at):
            self._slow_down(message, at)
        elif self._table is not None:
            self._table.submit(Ask(self._viewer, message.id, message.command, words, self._answer))

    def _show(self, message: Show, at: float) -> None:
        if self._kind != "host":
            self._complain(Error("bad_message", "Only the host turns the projector."), at)
        elif not 0 <= message.step <= STEPS_MAX:
            self._complain(Error("bad_message", f"There is no step {message.step}; give 0 to {STEPS_MAX}."), at)
        elif self._table is not None:
            self._table.show(message.step)

    def _answer(self, answer: Answer) -> None:
        self._connection.send(sight.encode(answer))

    def _slow_down(self, message: Send | Ping | Hello | Show, at: float) -> None:
        if isinstance(message, Send):
            self._answer(refused(message.id, "rate_limited"))
            self._lose_patience(at)
        else:
            self._complain(Error("rate_limited", "Too many messages; wait a moment."), at)

    def _complain(self, error: Error, at: float) -> None:
        self._connection.send(sight.encode(error))
        self._lose_patience(at)

    def _lose_patience(self, at: float) -> None:
        if not self._patience.take(at):
            self._connection.close(ABUSE, "too many frames that could not be taken")

    def _refuse(self, code: str, message: str, close_code: int) -> None:
        self._connection.send(sight.encode(Error(code, message)))
        self._connection.close(close_code, code)


def viewer_of(holder: Holder) -> str:
    """Whose eyes a token gives: a role's, the host's, or the projector's (`table`)."""
    return holder.role or (HOST if holder.kind == "host" else SCREEN)


def _clock() -> float:
    return asyncio.get_running_loop().time()
