"""One shape for every error that goes over HTTP: `{"error": {"code", "message", "data"}}`."""

from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from server.lobby import LobbyFailed

log = structlog.get_logger()
_CODES = {404: "not_found", 405: "method_not_allowed"}


class ApiError(Exception):
    """What was wrong with a request: an HTTP status, a stable code, a sentence, and data to the point."""

    def __init__(
        self, status: int, code: str, message: str, data: dict[str, Any] | None = None, retry_after: int | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.data = status, code, message, data or {}
        self.headers = {} if retry_after is None else {"Retry-After": str(retry_after)}


def install(app: FastAPI) -> None:
    """Let every error of the application leave in the one shape."""
    app.add_exception_handler(ApiError, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(LobbyFailed, _not_saved)


def _answer(
    status: int, code: str, message: str, data: dict[str, Any], headers: dict[str, str] | None = None
) -> JSONResponse:
    body = {"error": {"code": code, "message": message, "data": data}}
    return JSONResponse(body, status, {"Cache-Control": "no-store", **(headers or {})})


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ApiError)
    return _answer(error.status, error.code, error.message, error.data, error.headers)


async def _unreadable(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    # The input itself stays out: it may hold a token, or what no JSON can carry back.
    problems = [{"where": _path(each["loc"]), "what": each["msg"]} for each in error.errors()]
    first = problems[0] if problems else {"where": "", "what": "unreadable"}
    return _answer(422, "bad_request", f"{first['where']}: {first['what']}.", {"problems": problems})


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = _CODES.get(error.status_code, "refused")
    return _answer(error.status_code, code, f"{error.detail}.", {}, dict(error.headers or {}))


async def _not_saved(request: Request, error: Exception) -> JSONResponse:
    log.error("lobby failed", method=request.method, problem=str(error))
    return _answer(503, "not_saved", "The server's disk does not take this now. Try again in a moment.", {})


def _path(location: tuple[Any, ...]) -> str:
    """Where in the request: `seats.pct`. A key may be anything that somebody sent, so only its clean start is kept."""
    parts = (str(part).encode("ascii", "replace").decode()[:40] for part in location)
    return ".".join(parts)
