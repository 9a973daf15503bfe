"""Going back: a table that plays on from an earlier moment, or another table that does."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from server.api.asking import Parts, TheBase, TheHolder, TheParts, at_table, opened, sees_all
from server.api.tables import enter
from server.errors import ApiError
from server.hub.branching import NoSuchMoment, lineage, rounds
from server.hub.hub import GameMoved, TableUnavailable
from server.hub.table import Table
from server.journal import NotSaved
from server.lobby import Holder

router = APIRouter()


class Moment(BaseModel):
    """A moment: after row `seq` of `game`, which the table must be playing now."""

    model_config = ConfigDict(extra="forbid", strict=True)

    game: Annotated[str, Field(max_length=100)]
    seq: Annotated[int, Field(ge=1, le=2**53 - 1)]


@router.get("/api/tables/{table}/rounds")
async def rounds_begun(table: str, parts: TheParts, holder: TheHolder) -> dict[str, Any]:
    """Where each round of the running game began: the moments from which it can be played again."""
    live = await opened(parts.hub, at_table(holder, table).table)
    begun = [{"round": each.round, "seq": each.seq, "title": each.title} for each in rounds(live.history)]
    code = None if holder.kind == "seat" else await parts.hub.code_of(table)
    return {"game": live.game, "code": code, "rounds": begun}


@router.get("/api/tables/{table}/branches")
async def branches(table: str, parts: TheParts, holder: TheHolder) -> dict[str, Any]:
    """The games that this table has played, for its host: where each branched off, and which one is played now."""
    if at_table(holder, table).kind != "host":
        raise ApiError(403, "not_yours", "Only the host lists a table's games.")
    playing = holder.table.game
    games = await lineage(parts.hub.journal, playing)
    return {"branches": [msgspec.to_builtins(each) | {"playing": each.game == playing} for each in games]}


@router.post("/api/tables/{table}/rewind")
async def rewind(table: str, moment: Moment, parts: TheParts, holder: TheHolder) -> dict[str, Any]:
    """Let the table play on from an earlier moment: a new game, with a welcome to it for everybody who is on."""
    await _check(table, moment, parts, holder)
    with _told():
        live = await parts.hub.rewind(holder.table, moment.seq)
    return {"table": table, "game": live.game, "code": await parts.hub.code_of(table)}


@router.post("/api/tables/{table}/fork", status_code=201)
async def fork(table: str, moment: Moment, parts: TheParts, holder: TheHolder, base: TheBase) -> dict[str, Any]:
    """Make another table that plays on from this moment; it stands still until its host lets it go on."""
    live = await _check(table, moment, parts, holder)
    with _told():
        begun, free = await parts.hub.fork(holder.table, moment.seq)
    record, timers = holder.table, live.history.state.timers
    return await enter(parts, base, begun.game, title=record.title, deck=record.deck, roles=free, timers=timers)


async def _check(table: str, moment: Moment, parts: Parts, holder: Holder) -> Table:
    """Who may go back, and from where: the same host to whom the journal is open."""
    live = await opened(parts.hub, at_table(holder, table).table)
    if holder.kind != "host":
        raise ApiError(403, "not_yours", "Only the host takes a table back.")
    if not sees_all(holder) and live.history.state.end is None:
        raise ApiError(403, "not_ended", "A host who holds a seat can go back only after the end.")
    if moment.game != live.game:
        raise _moved()
    return live


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except NoSuchMoment as problem:
        raise ApiError(422, "no_such_moment", str(problem)) from problem
    except GameMoved as problem:
        raise _moved() from problem
    except NotSaved as problem:
        raise ApiError(503, "not_saved", "The new game could not be written down. Try again.") from problem
    except TableUnavailable as problem:
        raise ApiError(503, "table_frozen", str(problem)) from problem


def _moved() -> ApiError:
    return ApiError(409, "game_moved", "This table plays another game by now. Look again.")
