"""What the routes share: who asks, at which hub, and how this server is addressed from outside."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from server.api.throttle import Failures
from server.errors import ApiError
from server.hub.hub import Hub, TableUnavailable
from server.hub.table import Table
from server.lobby import Holder
from server.lobby import Table as Record
from server.settings import Settings


@dataclass
class Parts:
    """What the running application is made of."""

    settings: Settings
    hub: Hub
    wrong_codes: Failures


def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


async def _holder(request: Request, parts: Annotated[Parts, Depends(_parts)]) -> Holder:
    """Whom the request's token speaks for. Raises 401."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    holder = await parts.hub.lobby.by_token(token.strip()) if scheme.lower() == "bearer" and token else None
    if holder is None:
        raise ApiError(401, "unknown_token", "Send a valid token: `Authorization: Bearer <token>`.")
    return holder


def _base(request: Request, parts: Annotated[Parts, Depends(_parts)]) -> str:
    """The address to write into links, without a slash at its end."""
    return parts.settings.address.rstrip("/") or f"{request.url.scheme}://{request.headers['host']}"


TheParts = Annotated[Parts, Depends(_parts)]
TheHolder = Annotated[Holder, Depends(_holder)]
TheBase = Annotated[str, Depends(_base)]


def at_table(holder: Holder, table: str) -> Holder:
    """The holder, if the token is one of this table's; a stranger's table does not exist for it."""
    if holder.table.id != table:
        raise ApiError(404, "unknown_table", "There is no such table for this token.")
    return holder


def sees_all(holder: Holder) -> bool:
    """Whether no secret has to be kept from it before the end: a host who holds no seat."""
    return holder.kind == "host" and not holder.table.host_seated


async def opened(hub: Hub, record: Record) -> Table:
    try:
        return await hub.open(record)
    except TableUnavailable as problem:
        raise ApiError(503, "table_frozen", str(problem)) from problem


def seat_link(base: str, table: str, token: str) -> str:
    return f"{base}/t/{table}#{token}"
