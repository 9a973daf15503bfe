"""Joining: from a code to a seat. Wrong and closed codes get the same answer."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from game_rules import Join, State, view
from server.api.asking import Parts, TheBase, TheParts, opened, seat_link
from server.auth import hash_token, new_token, normalise_code
from server.errors import ApiError
from server.hub.table import Table
from server.lobby import Claim, NameRefused, clean_name
from server.lobby import Table as Record

NAME_PROBLEMS = {
    "name_empty": "A name needs at least one letter or number.",
    "name_reserved": "That name would pass for somebody else; choose another.",
}
router = APIRouter()


class JoinWish(BaseModel):
    """Who wants to sit where. `host_token` says that the host takes a seat too."""

    model_config = ConfigDict(extra="forbid", strict=True)

    code: Annotated[str, Field(max_length=64)]
    name: Annotated[str, Field(max_length=2000)]
    seat: Annotated[str, Field(max_length=40)]
    host_token: Annotated[str, Field(max_length=100)] | None = None


@router.get("/api/join/{code}")
async def look(code: str, request: Request, parts: TheParts) -> dict[str, Any]:
    """The table behind a code: its seats, who holds them, how far it is."""
    record = await _by_code(parts, code[:64], request)
    table = await opened(parts.hub, record)
    state = table.history.state
    return {
        "table": record.id,
        "title": record.title,
        "deck": record.deck,
        "seats": _seats(table),
        "state": _stage(state),
    }


@router.post("/api/join", status_code=201)
async def join(wish: JoinWish, request: Request, parts: TheParts, base: TheBase) -> dict[str, Any]:
    """Take a free seat; of any number who want it, one gets it."""
    record = await _by_code(parts, wish.code, request)
    name = clean_name(wish.name)
    if isinstance(name, NameRefused):
        raise ApiError(422, name.code, NAME_PROBLEMS[name.code], {"name": name.name})
    await _check_host(parts, wish, record)
    table = await opened(parts.hub, record)
    if wish.seat not in _free(table):
        raise _taken(wish.seat, table)
    token = new_token()
    claim = await parts.hub.lobby.claim_seat(record.id, wish.seat, name, hash_token(token), at=parts.hub.now())
    if claim is not Claim.CLAIMED:
        raise _taken(wish.seat, table) if claim in (Claim.TAKEN, Claim.UNKNOWN) else _closed()
    if wish.host_token is not None:
        await parts.hub.lobby.seat_host(record.id, True)
    table.names[wish.seat] = name
    # Should the host have begun in this very moment, a bot plays the seat until it is handed over.
    await table.ask(wish.seat, f"join:{hash_token(token)[:16]}", Join())
    table.tell_now()
    return {"table": record.id, "seat": wish.seat, "token": token, "link": seat_link(base, record.id, token)}


async def _by_code(parts: Parts, typed: str, request: Request) -> Record:
    address, code = request.client.host if request.client else "", normalise_code(typed)
    parts.wrong_codes.admit(address, code)
    record = await parts.hub.lobby.by_code(code)
    if record is None:
        parts.wrong_codes.wrong(address)
        raise _closed()
    parts.wrong_codes.right(address, code)
    return record


async def _check_host(parts: Parts, wish: JoinWish, record: Record) -> None:
    if wish.host_token is None:
        return
    holder = await parts.hub.lobby.by_token(wish.host_token)
    if holder is None or holder.kind != "host" or holder.table.id != record.id:
        raise ApiError(403, "not_the_host", "This host token is not this table's.")


def _closed() -> ApiError:
    return ApiError(404, "unknown_code", "No open table has this code. Look at the screen again.")


def _taken(seat: str, table: Table) -> ApiError:
    free = _free(table)
    known = seat in table.history.state.roles
    code = "table_full" if not free else "seat_taken" if known else "unknown_seat"
    message = "Every seat is taken." if not free else "This seat is not free; choose another."
    return ApiError(409 if known or not free else 404, code, message, {"seat": seat, "free": free})


def _free(table: Table) -> list[str]:
    """Seats that a person may still take, by the rules and by who has claimed one already."""
    state = table.history.state
    return [role for role in state.roles if role not in table.names and "join" in view(state, role).legal.commands]


def _seats(table: Table) -> list[dict[str, Any]]:
    roles = view(table.history.state, "table").roles
    return [
        {
            "role": role.id,
            "label": role.label,
            "letter": role.letter,
            "hue": role.hue,
            "held_by": role.held_by,
            "name": table.names.get(role.id),
        }
        for role in roles
        if role.id in table.history.state.roles
    ]


def _stage(state: State) -> str:
    if state.end is not None:
        return "ended"
    return "playing" if state.round else "gathering"
