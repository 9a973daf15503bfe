"""Tables: made, paged, exported; a seat moved to another device."""

import io
import secrets
from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal

import msgspec
import segno
from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from game_rules import ENGINE, Deck, NewGame, Refusal, content_hash, new_game
from scenarios import shipped_decks
from server.api.asking import Parts, TheBase, TheHolder, TheParts, at_table, opened, seat_link, sees_all
from server.api.decks import deck_called
from server.auth import hash_token, new_token
from server.errors import ApiError
from server.hub import sight
from server.hub.connections import MOVED
from server.hub.history import History
from server.hub.socket import viewer_of
from server.hub.words import clean
from server.journal import Appended, NotSaved, Row
from server.journal.export import export
from server.lobby import Holder

LONGEST_TITLE: Final = 80
OPEN: Final = "open"
PAGE: Final = 200
router = APIRouter()
ShortName = Annotated[str, Field(max_length=40)]


class TableWish(BaseModel):
    """What somebody wants to play; what is left out is the deck's own."""

    model_config = ConfigDict(extra="forbid", strict=True)

    deck: Annotated[str, Field(max_length=80)] | None = None
    preset: Literal["gentle", "standard", "hard"] | None = None
    rounds: Annotated[int, Field(ge=1, le=12)] | None = None
    seats: Annotated[dict[ShortName, ShortName], Field(max_length=8)] = {}
    timers: bool = False
    seed: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    title: Annotated[str, Field(max_length=400)] | None = None


@router.post("/api/tables", status_code=201)
async def make_table(wish: TableWish, parts: TheParts, base: TheBase) -> dict[str, Any]:
    """Make a table: its code to join, and the tokens of its host and its projector."""
    deck = deck_called(wish.deck or shipped_decks()[0])
    header = _header(wish, deck)
    game = new_token()
    await _begin(parts, game, deck, header)
    free = [role.id for role in deck.roles if header.seats[role.id] == OPEN]
    title = clean(wish.title or "")[:LONGEST_TITLE] or deck.title
    return await enter(parts, base, game, title=title, deck=deck.id, roles=free, timers=wish.timers)


async def enter(
    parts: Parts, base: str, game: str, *, title: str, deck: str, roles: Sequence[str], timers: bool
) -> dict[str, Any]:
    """Make a table that plays a game which is written down: its code, tokens and links. `roles`: people's seats."""
    host, projector = new_token(), new_token()
    table = await parts.hub.lobby.make_table(
        game=game,
        title=title,
        deck=deck,
        roles=roles,
        host_hash=hash_token(host),
        projector_hash=hash_token(projector),
        at=parts.hub.now(),
        timers=timers,
    )
    links = {
        "join": f"{base}/join/{table.code}",
        "host": f"{base}/t/{table.id}#{host}",
        "projector": f"{base}/screen/{table.id}#{projector}",
    }
    return {
        "table": table.id,
        "game": game,
        "code": table.code,
        "host_token": host,
        "projector_token": projector,
        "links": links,
    }


def _header(wish: TableWish, deck: Deck) -> NewGame:
    return NewGame(
        deck=deck.id,
        deck_hash=content_hash(deck),
        engine=ENGINE,
        seats={role.id: OPEN for role in deck.roles} | wish.seats,
        preset=wish.preset or deck.preset,
        rounds=wish.rounds or deck.rounds,
        timers=wish.timers,
        seed=wish.seed or secrets.token_urlsafe(16),
    )


async def _begin(parts: Parts, game: str, deck: Deck, header: NewGame) -> None:
    """Write the first row. Raises 422 when no game can be made of these settings."""
    at = parts.hub.now()
    events = new_game(deck, header, at)
    if isinstance(events, Refusal):
        data = {**events.data, "allowed": events.allowed}
        raise ApiError(422, events.code, "A game cannot be made of these settings.", data)
    row = Row(game, 1, at, "host", "open", msgspec.json.encode(header), msgspec.json.encode(events))
    try:
        written = await parts.hub.journal.append(row)
    except NotSaved as problem:
        raise ApiError(503, "not_saved", "The table could not be written down. Try again.") from problem
    assert isinstance(written, Appended), "a fresh game id was taken"


@router.post("/api/tables/{table}/seats/{role}/move")
async def move_seat(table: str, role: str, parts: TheParts, holder: TheHolder, base: TheBase) -> dict[str, Any]:
    """A fresh token for a seat; the old one is refused from now on and its sockets are closed."""
    at_table(holder, table)
    if holder.kind != "host" and holder.role != role:
        raise ApiError(403, "not_yours", "Only the host, or whoever sits there, can move this seat.")
    token = new_token()
    if not await parts.hub.lobby.move_seat(table, role, hash_token(token)):
        raise ApiError(409, "nobody_there", "Nobody has taken this seat; join it with the table's code.")
    live = await opened(parts.hub, holder.table)
    for connection in live.connections.of(role):
        connection.close(MOVED, "this seat moved to another device")
    return {"seat": role, "token": token, "link": seat_link(base, table, token)}


@router.get("/api/tables/{table}/entries")
async def entries(
    table: str,
    parts: TheParts,
    holder: TheHolder,
    before: Annotated[int, Query(ge=1, le=2**53 - 1)] = 2**53 - 1,
    limit: Annotated[int, Query(ge=1, le=PAGE)] = 50,
) -> Response:
    """A page of what happened before the seq `before`, as this token's viewer may see it."""
    live = await opened(parts.hub, at_table(holder, table).table)
    found, first = sight.page(live.history, viewer_of(holder), before, limit)
    return _json(sight.encode({"entries": found, "first": first}))


@router.get("/api/tables/{table}/updates")
async def updates(
    table: str,
    parts: TheParts,
    holder: TheHolder,
    after: Annotated[int, Query(ge=1, le=2**53 - 1)] = 1,
    limit: Annotated[int, Query(ge=1, le=PAGE)] = 50,
) -> Response:
    """What this token's viewer was shown before, once more: the view after entry `after`, and how it changed."""
    live = await opened(parts.hub, at_table(holder, table).table)
    shown, told = sight.again(live.history, viewer_of(holder), after, limit)
    return _json(sight.encode({"game": live.game, "view": shown, "updates": told}))


@router.get("/api/tables/{table}/journal")
async def journal(table: str, parts: TheParts, holder: TheHolder) -> Response:
    """The whole journal, a row a line, after the end; before it only for a host who holds no seat."""
    live = await opened(parts.hub, at_table(holder, table).table)
    if not sees_all(holder) and live.history.state.end is None:
        raise ApiError(403, "not_ended", "The journal opens after the end, or to a host who holds no seat.")
    rows = await parts.hub.journal.read(live.game)
    readable = None if sees_all(holder) else _readable(holder, live.history)
    name = f'attachment; filename="faultlines-{table}.jsonl"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return Response(export(rows, readable), media_type="application/x-ndjson", headers=headers)


def _readable(holder: Holder, history: History) -> set[int]:
    """Rows whose words this viewer was told: private talk stays private after the end too."""
    shown = (sight.entry(history, moment, viewer_of(holder)) for moment in history.moments)
    return {int(seq) for entry in shown if entry is not None for seq in entry.words}


@router.get("/api/tables/{table}/qr.svg")
async def qr(table: str, holder: TheHolder, base: TheBase, kind: Literal["join"] = "join") -> Response:
    """The join link as a QR code, for the host's page and the projector."""
    record = at_table(holder, table).table
    if holder.kind == "seat":
        raise ApiError(403, "not_yours", "Only the host and the projector show the code.")
    if record.code is None:
        raise ApiError(409, "table_ended", "This table has ended; nobody can join it any more.")
    drawn = io.BytesIO()
    segno.make(f"{base}/join/{record.code}", micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})


def _json(text: str) -> Response:
    return Response(text, media_type="application/json", headers={"Cache-Control": "no-store"})
