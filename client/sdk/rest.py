"""What goes over plain HTTP: tables, seats, pages of entries, the journal (docs/protocol.md, "REST")."""

import asyncio
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

import msgspec
from msgspec import Struct

from client.sdk.line import delays
from client.sdk.wire import Entry


class Rejected(Exception):
    """The server answered with an error: HTTP `status`, its `code`, a sentence, and `data` to the point."""

    def __init__(self, status: int, code: str, message: str, data: dict[str, Any]) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status, self.code, self.data = status, code, data


class Table(Struct, frozen=True, kw_only=True):
    """A table that was made: `code` is for those who join, the tokens are for its host and its projector."""

    url: str
    table: str
    game: str
    code: str
    host_token: str
    projector_token: str
    links: dict[str, str]


class Seat(Struct, frozen=True, kw_only=True):
    """A seat that was taken: whoever holds `token` sits in it."""

    url: str
    table: str
    seat: str
    token: str
    link: str


class Page(Struct, frozen=True):
    """Entries in order; `first` is the lowest seq looked at, to be the next `before`."""

    entries: tuple[Entry, ...]
    first: int


async def decks(url: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await _ask(url, "GET", "/api/decks"))["decks"]
    return found


async def make_table(
    url: str,
    *,
    deck: str | None = None,
    preset: str | None = None,
    rounds: int | None = None,
    seats: dict[str, str] | None = None,
    timers: bool = False,
    seed: str | None = None,
    title: str | None = None,
) -> Table:
    """Make a table; what is not given is the server's default. `seats`: role to open, none or a temperament.

    Raises `Rejected` for settings of which no game can be made.
    """
    wanted = {"deck": deck, "preset": preset, "rounds": rounds, "seats": seats, "seed": seed, "title": title}
    body = {name: value for name, value in wanted.items() if value is not None} | {"timers": timers}
    return msgspec.convert(await _ask(url, "POST", "/api/tables", body=body) | {"url": url}, Table)


async def look_up(url: str, code: str) -> dict[str, Any]:
    """The table with this join code: its seats, who holds them, and whether it plays."""
    return await _ask(url, "GET", f"/api/join/{urllib.parse.quote(code, safe='')}")


async def join(url: str, code: str, name: str, seat: str, host_token: str | None = None) -> Seat:
    """Take an open seat. With `host_token` the table knows that its host now sees one seat's secrets.

    Raises `Rejected` with 404 for an unknown code, 409 for a seat that is not free.
    """
    body = {"code": code, "name": name, "seat": seat} | ({"host_token": host_token} if host_token else {})
    return msgspec.convert(await _ask(url, "POST", "/api/join", body=body) | {"url": url}, Seat)


async def move_seat(url: str, table: str, seat: str, token: str) -> Seat:
    """A fresh token for the seat, by its own token or the host's; the old one stops to work at once."""
    answer = await _ask(url, "POST", f"/api/tables/{table}/seats/{seat}/move", token=token)
    return msgspec.convert({"url": url, "table": table} | answer, Seat)


async def entries(
    url: str, table: str, token: str, *, before: int | None = None, limit: int | None = None
) -> Page:
    """A page of what happened at seqs below `before` (default: the newest), as the token may see it."""
    wanted = {"before": before, "limit": limit}
    query = urllib.parse.urlencode({name: value for name, value in wanted.items() if value is not None})
    return msgspec.convert(await _ask(url, "GET", f"/api/tables/{table}/entries?{query}", token=token), Page)


async def journal(url: str, table: str, token: str) -> str:
    """The whole journal as JSON lines, chained by hashes. Open after the end, or to a host without a seat."""
    return (await _fetch(url, "GET", f"/api/tables/{table}/journal", token=token)).decode()


async def rounds(url: str, table: str, token: str) -> dict[str, Any]:
    """The running `game` and its `rounds`: each with the `seq` from which it can be played again."""
    return await _ask(url, "GET", f"/api/tables/{table}/rounds", token=token)


async def rewind(url: str, table: str, token: str, *, game: str, seq: int) -> str:
    """Let the table play on from after row `seq` of its `game`; the id of the new game. By the host's token.

    Raises `Rejected`: 403 when it may not, 409 when the table plays another game by now, 422 for no such moment.
    """
    body = {"game": game, "seq": seq}
    return str((await _ask(url, "POST", f"/api/tables/{table}/rewind", body=body, token=token))["game"])


async def fork(url: str, table: str, token: str, *, game: str, seq: int) -> Table:
    """Another table that plays on from there, paused and with free seats for people. Raises as `rewind` does."""
    body = {"game": game, "seq": seq}
    answer = await _ask(url, "POST", f"/api/tables/{table}/fork", body=body, token=token)
    return msgspec.convert(answer | {"url": url}, Table)


async def _ask(
    url: str, method: str, path: str, *, body: dict[str, Any] | None = None, token: str | None = None
) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(await _fetch(url, method, path, body=body, token=token))
    return answer


async def _fetch(
    url: str, method: str, path: str, *, body: dict[str, Any] | None = None, token: str | None = None
) -> bytes:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    data = None
    if body is not None:
        data, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
    request = urllib.request.Request(url.rstrip("/") + path, data=data, headers=headers, method=method)
    return await _patiently(request)


async def _patiently(request: urllib.request.Request, patience: float = 20.0) -> bytes:
    """Ask again while nobody listens, and, where asking twice does no harm, when the answer was cut off."""
    given_up, pauses = time.monotonic() + patience, delays()
    while True:
        try:
            return await asyncio.to_thread(_exchange, request)
        except OSError as failed:
            harmless = request.method == "GET" or isinstance(_reason(failed), ConnectionRefusedError)
            if not harmless or time.monotonic() > given_up:
                raise
        await asyncio.sleep(next(pauses))


def _exchange(request: urllib.request.Request) -> bytes:
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            content: bytes = answer.read()
            return content
    except urllib.error.HTTPError as answer:
        with answer:
            raise _rejection(answer.code, answer.read()) from None


def _rejection(status: int, content: bytes) -> Rejected:
    try:
        error = json.loads(content)["error"]
        return Rejected(status, error["code"], error["message"], error.get("data") or {})
    except (ValueError, KeyError, TypeError):
        return Rejected(status, "unreadable", content[:200].decode(errors="replace"), {})


def _reason(failed: OSError) -> object:
    return failed.reason if isinstance(failed, urllib.error.URLError) else failed
