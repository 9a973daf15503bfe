"""A real server for tests: uvicorn with the real databases on a free port, in a thread of this process."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import SO_SNDBUF, SOL_SOCKET
from typing import Any

import httpx
from fastapi import FastAPI

from server.app import create_app, system_clock
from server.hub.hub import Hub
from server.hub.limits import Limits
from server.listening import listening_socket, make_server
from server.settings import Settings

PATIENT = Limits(frames_burst=10_000, frames_per_second=10_000, says_burst=10_000, says_per_second=10_000)
"""Tests play faster than people."""


class HandClock:
    """A clock that a test moves by hand, ms since 1970."""

    def __init__(self, at: int = 1_700_000_000_000) -> None:
        self.at = at

    def __call__(self) -> int:
        return self.at

    def pass_ms(self, ms: int) -> None:
        self.at += ms


class Live:
    """A running server, and the few requests that most tests begin with."""

    def __init__(self, url: str, app: FastAPI) -> None:
        self.url, self.app = url, app
        self.http = httpx.Client(base_url=url, timeout=10)

    @property
    def hub(self) -> Hub:
        hub: Hub = self.app.state.parts.hub
        return hub

    def make_table(self, **wish: Any) -> dict[str, Any]:
        return self.ok("POST", "/api/tables", json={"seed": "seed", "rounds": 6, **wish})

    def join(self, code: str, seat: str, name: str = "", **more: Any) -> dict[str, Any]:
        body = {"code": code, "seat": seat, "name": name or f"Ana {seat}", **more}
        return self.ok("POST", "/api/join", json=body)

    def ok(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        answer = self.http.request(method, path, **more)
        assert answer.is_success, answer.text
        body: dict[str, Any] = answer.json()
        return body

    def refused(self, method: str, path: str, **more: Any) -> tuple[int, str]:
        answer = self.http.request(method, path, **more)
        assert not answer.is_success, answer.text
        error = answer.json()["error"]
        assert set(error) == {"code", "message", "data"} and error["message"]
        return answer.status_code, error["code"]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@contextmanager
def serving(
    data: Path, *, now: Any = system_clock, limits: Limits = PATIENT, buffer: int = 0, **settings: Any
) -> Iterator[Live]:
    """A server on the folder `data`, until the block ends; then it is stopped in order.

    `buffer`: so few bytes does the system keep for a client that does not read (0: as it likes).
    """
    chosen = Settings(**{"data": data, "bot_delay": "0-0", "log_level": "error", **settings})
    app = create_app(chosen, now=now, limits=limits)
    socket = listening_socket("127.0.0.1", 0)
    if buffer:
        socket.setsockopt(SOL_SOCKET, SO_SNDBUF, buffer)
    server = make_server(app, chosen)
    thread = threading.Thread(target=lambda: server.run(sockets=[socket]))
    thread.start()
    try:
        _wait_until_up(server, thread)
        live = Live(f"http://127.0.0.1:{socket.getsockname()[1]}", app)
        yield live
        live.http.close()
    finally:
        server.should_exit = True
        thread.join()


def _wait_until_up(server: Any, thread: threading.Thread) -> None:
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.005)
