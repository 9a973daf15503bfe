"""The lobby over a real file: one seat has one holder, and its secrets are not in the file."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import QueuePool

from server.auth import CODE_ALPHABET, hash_token, new_token
from server.lobby import Claim, Holder, Lobby, LobbyUnusable, Seat, Table, open_lobby

ROLES = ("pct", "council", "charity")
NOW = 1_700_000_000_000


@pytest.fixture
async def lobby(tmp_path: Path) -> AsyncIterator[Lobby]:
    async with await open_lobby(tmp_path / "lobby.db") as lobby:
        yield lobby


async def make_table(lobby: Lobby, host: str = "", projector: str = "", title: str = "Riverside") -> Table:
    return await lobby.make_table(
        game=new_token(),
        title=title,
        deck="local-strategic-partnership",
        roles=ROLES,
        host_hash=hash_token(host or new_token()),
        projector_hash=hash_token(projector or new_token()),
        at=NOW,
    )


def code_of(table: Table | None) -> str:
    assert table
    assert table.code
    return table.code


async def test_a_new_table_is_open_with_free_seats_and_a_readable_code(lobby: Lobby) -> None:
    table = await make_table(lobby)
    assert await lobby.table(table.id) == table
    assert (len(table.id), table.title, table.locked, table.ended_at) == (22, "Riverside", False, None)
    assert len(code_of(table)) == 6
    assert set(code_of(table)) <= set(CODE_ALPHABET)
    assert await lobby.seats(table.id) == [Seat(role, None, None, 0) for role in sorted(ROLES)]


async def test_a_table_is_found_by_its_code_however_that_is_typed(lobby: Lobby) -> None:
    table = await make_table(lobby)
    code = code_of(table)
    for typed in (code, code.lower(), f" {code[:3]}-{code[3:]} "):
        assert await lobby.by_code(typed) == table


@pytest.mark.parametrize("typed", ["", "AAAAAA", "' OR 1=1 --", "\ud800", "0O1IL!", "A" * 10_000])
async def test_an_unknown_code_finds_nothing(lobby: Lobby, typed: str) -> None:
    await make_table(lobby)
    assert await lobby.by_code(typed) is None


async def test_each_token_speaks_for_its_own_seat_host_or_projector(lobby: Lobby) -> None:
    await make_table(lobby)
    host, projector, seat = new_token(), new_token(), new_token()
    table = await make_table(lobby, host, projector)
    assert await lobby.claim_seat(table.id, "council", "Ana", hash_token(seat), at=NOW) is Claim.CLAIMED
    assert await lobby.by_token(host) == Holder(table, "host")
    assert await lobby.by_token(projector) == Holder(table, "projector")
    assert await lobby.by_token(seat) == Holder(table, "seat", "council")
    for stranger in (new_token(), "", "\ud800", hash_token(seat)):
        assert await lobby.by_token(stranger) is None


async def test_of_two_clients_who_race_for_a_seat_exactly_one_gets_it(lobby: Lobby, tmp_path: Path) -> None:
    async with await open_lobby(tmp_path / "lobby.db") as other:
        tables = [await make_table(lobby) for _ in range(200)]

        async def race(table: Table) -> None:
            ana, bo = new_token(), new_token()
            claims = await asyncio.gather(
                lobby.claim_seat(table.id, "pct", "Ana", hash_token(ana), at=NOW),
                other.claim_seat(table.id, "pct", "Bo", hash_token(bo), at=NOW),
            )
            assert sorted(claim.value for claim in claims) == ["claimed", "taken"]
            winner, loser = (ana, bo) if claims[0] is Claim.CLAIMED else (bo, ana)
            assert await lobby.by_token(winner) == Holder(table, "seat", "pct")
            assert await other.by_token(loser) is None
            assert await lobby.names(table.id) == {"pct": "Ana" if winner == ana else "Bo"}

        for start in range(0, 200, 20):
            await asyncio.gather(*(race(table) for table in tables[start : start + 20]))


async def test_of_sixty_who_want_one_seat_at_once_one_gets_it(lobby: Lobby) -> None:
    table = await make_table(lobby)
    claims = await asyncio.gather(
        *(lobby.claim_seat(table.id, "pct", f"n{n}", hash_token(new_token()), at=NOW) for n in range(60))
    )
    assert (claims.count(Claim.CLAIMED), claims.count(Claim.TAKEN)) == (1, 59)


async def test_a_claim_that_cannot_be_met_says_why_and_changes_nothing(lobby: Lobby) -> None:
    table = await make_table(lobby)

    async def claim(role: str = "pct", at_table: str = table.id) -> Claim:
        return await lobby.claim_seat(at_table, role, "Ana", hash_token(new_token()), at=NOW)

    assert await claim("government") is Claim.UNKNOWN
    assert await claim(at_table="nowhere") is Claim.UNKNOWN
    assert await lobby.lock(table.id, True)
    assert await claim() is Claim.LOCKED
    assert await lobby.lock(table.id, False)
    assert await claim("council") is Claim.CLAIMED
    assert await lobby.end_table(table.id, table.game, at=NOW)
    assert await claim() is Claim.ENDED
    assert await lobby.names(table.id) == {"council": "Ana"}


async def test_a_moved_seat_opens_to_the_new_device_only(lobby: Lobby) -> None:
    table = await make_table(lobby)
    old, new = new_token(), new_token()
    assert not await lobby.move_seat(table.id, "council", hash_token(new))
    await lobby.claim_seat(table.id, "council", "Ana", hash_token(old), at=NOW)
    assert await lobby.move_seat(table.id, "council", hash_token(new))
    assert await lobby.by_token(old) is None
    assert await lobby.by_token(new) == Holder(table, "seat", "council")
    assert (await lobby.seats(table.id))[1] == Seat("council", "Ana", NOW, 1)


async def test_two_moves_at_once_leave_one_working_token(lobby: Lobby) -> None:
    table = await make_table(lobby)
    await lobby.claim_seat(table.id, "pct", "Ana", hash_token(new_token()), at=NOW)
    tokens = [new_token() for _ in range(20)]
    await asyncio.gather(*(lobby.move_seat(table.id, "pct", hash_token(token)) for token in tokens))
    assert [await lobby.by_token(token) is not None for token in tokens].count(True) == 1
    assert {seat.role: seat.moved for seat in await lobby.seats(table.id)}["pct"] == 20


async def test_a_rotated_code_shuts_the_old_one_and_unseats_nobody(lobby: Lobby) -> None:
    table = await make_table(lobby)
    seat = new_token()
    await lobby.claim_seat(table.id, "pct", "Ana", hash_token(seat), at=NOW)
    code = await lobby.rotate_code(table.id)
    assert code
    assert code != table.code
    assert await lobby.by_code(code_of(table)) is None
    assert code_of(await lobby.by_code(code)) == code
    assert await lobby.by_token(seat)
    assert await lobby.rotate_code("nowhere") is None


async def test_an_ended_table_frees_its_code_and_keeps_its_tokens(lobby: Lobby) -> None:
    host = new_token()
    table = await make_table(lobby, host)
    other = await make_table(lobby)
    assert await lobby.end_table(table.id, table.game, at=NOW + 5)
    assert await lobby.by_code(code_of(table)) is None
    holder = await lobby.by_token(host)
    assert holder
    assert (holder.table.ended_at, holder.table.code) == (NOW + 5, None)
    assert await lobby.open_tables() == [other]
    assert not await lobby.end_table(table.id, table.game, at=NOW + 9)
    assert await lobby.rotate_code(table.id) is None


async def test_an_ended_table_opens_again_under_a_fresh_code(lobby: Lobby) -> None:
    table = await make_table(lobby)
    assert not await lobby.reopen_table(table.id, table.game, at=NOW + 1), "it has not ended"
    await lobby.end_table(table.id, table.game, at=NOW + 5)
    assert not await lobby.reopen_table(table.id, "another game", at=NOW + 9)
    assert await lobby.reopen_table(table.id, table.game, at=NOW + 9)
    again = await lobby.table(table.id)
    assert again and again.code and again.ended_at is None and again.alive_at == NOW + 9
    assert again.code != table.code and await lobby.by_code(again.code) == again


async def test_the_end_of_a_game_that_the_table_left_does_not_end_the_table(lobby: Lobby) -> None:
    table = await make_table(lobby)
    await lobby.set_game(table.id, "the next game", instead_of=table.game, at=NOW + 1)
    assert not await lobby.end_table(table.id, table.game, at=NOW + 5)
    assert await lobby.end_table(table.id, "the next game", at=NOW + 5)


async def test_many_tables_can_end(lobby: Lobby) -> None:
    for _ in range(3):
        table = await make_table(lobby)
        await lobby.end_table(table.id, table.game, at=NOW)
    assert await lobby.open_tables() == []


async def test_only_open_tables_are_noted_as_alive(lobby: Lobby) -> None:
    one, two, ended = [await make_table(lobby) for _ in range(3)]
    await lobby.end_table(ended.id, ended.game, at=NOW)
    await lobby.touch_alive([one.id, ended.id, "nowhere"], at=NOW + 5000)
    await lobby.touch_alive([], at=NOW + 9000)
    assert [
        table and table.alive_at for table in [await lobby.table(each.id) for each in (one, two, ended)]
    ] == [
        NOW + 5000,
        NOW,
        NOW,
    ]


async def test_a_name_can_be_changed_and_forgotten_by_a_taken_seat_only(lobby: Lobby) -> None:
    table = await make_table(lobby)
    assert not await lobby.rename(table.id, "pct", "Ana")
    await lobby.claim_seat(table.id, "pct", "Ana", hash_token(new_token()), at=NOW)
    assert await lobby.rename(table.id, "pct", "Анна 🦊")
    assert await lobby.names(table.id) == {"pct": "Анна 🦊"}
    assert await lobby.rename(table.id, "pct", None)
    assert await lobby.names(table.id) == {}


async def test_the_next_game_and_a_seated_host_are_kept(lobby: Lobby) -> None:
    table = await make_table(lobby)
    game = new_token()
    assert await lobby.set_game(table.id, game, instead_of=table.game, at=NOW + 7)
    assert await lobby.seat_host(table.id, True)
    kept = await lobby.table(table.id)
    assert kept
    assert (kept.game, kept.host_seated, kept.alive_at) == (game, True, NOW + 7)


async def test_of_two_who_turn_a_table_to_another_game_one_does(lobby: Lobby) -> None:
    table = await make_table(lobby)
    games = [new_token() for _ in range(5)]
    turns = (lobby.set_game(table.id, game, instead_of=table.game, at=NOW) for game in games)
    turned = await asyncio.gather(*turns)
    kept = await lobby.table(table.id)
    assert kept and turned.count(True) == 1 and kept.game == games[turned.index(True)]


async def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    seat = new_token()
    async with await open_lobby(tmp_path / "lobby.db") as first:
        table = await make_table(first)
        await first.claim_seat(table.id, "pct", "Ana", hash_token(seat), at=NOW)
    async with await open_lobby(tmp_path / "lobby.db") as second:
        assert await second.by_token(seat) == Holder(table, "seat", "pct")
        assert await second.names(table.id) == {"pct": "Ana"}


async def test_no_token_is_ever_in_the_files(lobby: Lobby, tmp_path: Path) -> None:
    tokens = [new_token() for _ in range(4)]
    table = await make_table(lobby, tokens[0], tokens[1], title="canary-title")
    await lobby.claim_seat(table.id, "pct", "Ana", hash_token(tokens[2]), at=NOW)
    await lobby.move_seat(table.id, "pct", hash_token(tokens[3]))
    assert all([await lobby.by_token(token) for token in (tokens[0], tokens[1], tokens[3])])
    stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"canary-title" in stored
    assert all(token.encode() not in stored for token in tokens)


async def test_a_forgotten_name_leaves_the_files(tmp_path: Path) -> None:
    async with await open_lobby(tmp_path / "lobby.db") as lobby:
        table = await make_table(lobby)
        await lobby.claim_seat(table.id, "pct", "canary-name" * 1000, hash_token(new_token()), at=NOW)
        await lobby.rename(table.id, "pct", None)
    assert all(b"canary-name" not in file.read_bytes() for file in tmp_path.iterdir())


async def test_reading_does_not_wait_for_another_programs_write(lobby: Lobby, tmp_path: Path) -> None:
    table = await make_table(lobby)
    other = sqlite3.connect(tmp_path / "lobby.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    change = asyncio.create_task(lobby.lock(table.id, True))
    assert await lobby.table(table.id) == table
    assert not change.done()
    other.execute("COMMIT")
    assert await change
    other.close()


async def test_a_caller_who_gives_up_leaves_the_change_whole_and_no_connection_behind(lobby: Lobby) -> None:
    tables = [await make_table(lobby) for _ in range(30)]
    token = new_token()
    callers: list[asyncio.Task[object]] = []
    for number, table in enumerate(tables):
        claim = lobby.claim_seat(table.id, "pct", "Ana", hash_token(f"{number}"), at=NOW)
        callers += [asyncio.create_task(claim), asyncio.create_task(lobby.by_token(token))]
    for turns, caller in enumerate(callers):
        await asyncio.sleep(0)
        if turns % 3:
            caller.cancel()
    await asyncio.gather(*callers, return_exceptions=True)
    await lobby.lock(tables[0].id, True)  # waits its turn, so it comes after all that were given up
    for number, table in enumerate(tables):
        holder = await lobby.by_token(f"{number}")
        assert (await lobby.names(table.id) == {"pct": "Ana"}) == (holder is not None)
    pool = lobby.engine.sync_engine.pool
    assert isinstance(pool, QueuePool)
    assert pool.checkedout() == 0


async def test_every_connection_is_durable_and_guards_its_references(lobby: Lobby) -> None:
    async with lobby.engine.connect() as connection:
        found = [
            (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar()
            for pragma in ("synchronous", "journal_mode", "foreign_keys", "busy_timeout")
        ]
    assert found == [2, "wal", 1, 5000]


async def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "lobby.db").write_bytes(b"not a database" * 100)
    with pytest.raises(LobbyUnusable, match=r"lobby\.db: file is not a database"):
        await open_lobby(tmp_path / "lobby.db")
    assert (tmp_path / "lobby.db").read_bytes().startswith(b"not a database")
