"""The web application: its parts put together, started and stopped in order."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI, WebSocket
from fastapi.responses import JSONResponse

from server import errors
from server.api import branches, decks, joining, pages, tables
from server.api.asking import Parts
from server.api.throttle import Failures
from server.guard import Guard
from server.hub.hub import Hub
from server.hub.limits import Limits
from server.hub.socket import serve_socket
from server.journal import DataFolder, SqliteJournal
from server.lobby import open_lobby
from server.logs import configure_logs
from server.settings import Settings


def system_clock() -> int:
    """Ms since 1970."""
    return time.time_ns() // 1_000_000


def create_app(settings: Settings, *, now: Callable[[], int] = system_clock, limits: Limits | None = None) -> FastAPI:
    """The web application for these settings. Takes hold of the data folder at once, until it has been served.

    Raises `FolderUnusable` (another server may be using it) and `JournalUnusable`.
    """
    configure_logs(settings.log_level)
    folder = DataFolder(settings.data)
    try:
        journal = SqliteJournal(folder.journal)
    except BaseException:
        folder.release()
        raise

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        try:
            async with await open_lobby(folder.lobby) as lobby:
                hub = Hub(
                    journal,
                    lobby,
                    now=now,
                    bot_delay=bot_delay(settings),
                    alive_every=settings.alive_every,
                    limits=limits,
                )
                app.state.parts = Parts(settings, hub, Failures(time.monotonic))
                hub.start()
                yield
                await hub.stop()
        finally:
            await journal.close()
            folder.release()

    app = FastAPI(lifespan=lifespan, openapi_url=None, redirect_slashes=False)
    app.add_middleware(Guard, allowed_hosts=settings.allowed_hosts)
    errors.install(app)
    _add_live_routes(app)
    for part in (decks, tables, branches, joining):
        app.include_router(part.router)
    pages.install(app, settings.web)
    return app


def bot_delay(settings: Settings) -> tuple[float, float]:
    least, most = (float(part) for part in settings.bot_delay.split("-"))
    return least, max(least, most)


def _add_live_routes(app: FastAPI) -> None:
    @app.get("/healthz")
    async def healthz() -> JSONResponse:
        draining = app.state.parts.hub.draining
        status = "draining" if draining else "ok"
        return JSONResponse({"status": status}, 503 if draining else 200, {"Cache-Control": "no-store"})

    @app.websocket("/ws")
    async def live(websocket: WebSocket) -> None:
        await serve_socket(websocket, app.state.parts.hub)
