"""What every request and socket must pass first. Pure ASGI, for other middleware passes sockets by."""

import asyncio
import re
from collections.abc import Collection
from typing import Final

import msgspec
import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_AT_MOST: Final = 64 * 1024
BODY_SECONDS = 15.0
HOST: Final = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?", re.IGNORECASE)
READING: Final = ("GET", "HEAD", "OPTIONS")


log = structlog.get_logger()


class Guard:
    """Lets in what addresses this server by an allowed Host, from its own pages or from a script."""

    def __init__(self, app: ASGIApp, allowed_hosts: Collection[str]) -> None:
        self._app, self._allowed = app, frozenset(name.lower() for name in allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        host = self._host(scope)
        if host is None:
            await _reject(scope, receive, send, 400, "unknown_host", f"This server goes by {self._names()}.")
        elif not _is_own(scope, host):
            await _reject(scope, receive, send, 403, "foreign_origin", "Pages of another site may not do this.")
        elif scope["type"] == "websocket":
            await self._app(scope, receive, send)
        else:
            await self._serve(scope, receive, send, host)

    async def _serve(self, scope: Scope, receive: Receive, send: Send, host: str) -> None:
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message = {**message, "headers": [*message["headers"], *_missing_headers(message, host)]}
            await send(message)

        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await _whole_body(scope, receive)
        except TimeoutError:
            text = f"The request's body did not come within {BODY_SECONDS:g} s. Send it again."
            await _reject(scope, receive, send_with_headers, 408, "too_slow", text)
            return
        except _TooLarge:
            text = f"A request's body holds at most {BODY_AT_MOST} bytes."
            await _reject(scope, receive, send_with_headers, 413, "too_large", text)
            return
        try:
            await self._app(scope, _replay(body, receive), send_with_headers)
        except Exception:
            log.exception("request failed", method=scope["method"], path=scope["path"])
            if not started:
                text = "The server made a mistake. Try again; nothing that was saved is lost."
                await _reject(scope, receive, send_with_headers, 500, "fault", text)

    def _host(self, scope: Scope) -> str | None:
        given = _header(scope, b"host")
        matched = HOST.fullmatch(given) if given else None
        return given if given and matched and matched["name"].lower() in self._allowed else None

    def _names(self) -> str:
        return ", ".join(sorted(self._allowed))


class _TooLarge(Exception):
    pass


async def _whole_body(scope: Scope, receive: Receive) -> bytes:
    """Requests are small, so they are read in full before anything works on them. Raises `_TooLarge`."""
    declared = _header(scope, b"content-length") or "0"
    if not declared.isdigit() or int(declared[:9]) > BODY_AT_MOST:
        raise _TooLarge
    if scope["method"] in READING and declared == "0" and _header(scope, b"transfer-encoding") is None:
        return b""
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return body
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > BODY_AT_MOST:
            raise _TooLarge
    return body


def _replay(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> Message:
        return waiting.pop() if waiting else await receive()

    return replayed


def _is_own(scope: Scope, host: str) -> bool:
    """Scripts send no Origin; browsers do, on every socket and on every request that may change something."""
    origin = _header(scope, b"origin")
    if origin is None or (scope["type"] == "http" and scope["method"] in READING):
        return True
    return origin.lower() in (f"http://{host}".lower(), f"https://{host}".lower())


def _header(scope: Scope, name: bytes) -> str | None:
    """The header's one value; two of them count as one that fits nothing."""
    values = [value for key, value in scope["headers"] if key == name]
    return b",".join(values).decode("latin-1") if values else None


def _missing_headers(message: Message, host: str) -> list[tuple[bytes, bytes]]:
    """Security for all; and what does not say otherwise is not kept by any cache."""
    named = {name.lower() for name, _ in message["headers"]}
    kept = [] if b"cache-control" in named else [(b"cache-control", b"no-store")]
    return kept + _security_headers(host)


def _security_headers(host: str) -> list[tuple[bytes, bytes]]:
    policy = (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"connect-src 'self' ws://{host} wss://{host}; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )
    return [
        (b"content-security-policy", policy.encode("latin-1")),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"x-frame-options", b"DENY"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    ]


async def _reject(scope: Scope, receive: Receive, send: Send, status: int, code: str, message: str) -> None:
    """One answer of the one error shape; for a socket before its upgrade."""
    body = msgspec.json.encode({"error": {"code": code, "message": message, "data": {}}})
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    kind = "http.response" if scope["type"] == "http" else "websocket.http.response"
    if scope["type"] == "websocket":
        await receive()
    await send({"type": f"{kind}.start", "status": status, "headers": headers})
    await send({"type": f"{kind}.body", "body": body})
