"""What docs/sdk.md promises of rounds, rewind and fork, over a real server."""

import asyncio
import json
from itertools import pairwise

import pytest

from client.sdk import Player, Rejected, Table, connect, fork, join, journal, make_table, play, rewind, rounds
from game_rules import Resume, View
from tests.sdk.test_sdk import WITH_BOTS, cheapest


async def beginning(url: str, table: Table, round: int) -> dict[str, int | str]:
    """Where this round of the running game began."""
    known = await rounds(url, table.table, table.host_token)
    return {"game": known["game"], "seq": known["rounds"][round - 1]["seq"]}


async def go_back(url: str, table: Table, host: Player, round: int, from_round: int) -> None:
    """Take the table back to `round` as soon as `from_round` has begun."""
    await host.until(lambda view: view.round >= from_round)
    where = await beginning(url, table, round)
    game = await rewind(url, table.table, table.host_token, game=str(where["game"]), seq=int(where["seq"]))
    await host.until(lambda view: host.game == game)


async def test_a_policy_plays_to_the_end_of_a_game_that_is_taken_back_three_times(url: str) -> None:
    table = await make_table(url, seats=WITH_BOTS, rounds=6, seed="b2")
    seat = await join(url, table.code, "Ana", "pct")
    async with connect(url, seat.token) as player, connect(url, table.host_token) as host:
        playing = asyncio.create_task(play(player, cheapest))
        games = {player.game}
        for round, from_round in ((1, 2), (2, 4), (3, 3)):
            await go_back(url, table, host, round, from_round)
            games.add(host.game)
        view: View = await playing
        await host.until(lambda shown: shown.end is not None)
        assert len(games) == 4 and player.game == host.game == (await rounds(url, table.table, seat.token))["game"]
        assert view.end is not None and (player.faults, host.faults) == ([], [])
        seqs = [entry.seq for entry in player.log]
        assert all(earlier < later for earlier, later in pairwise(seqs)) and seqs[0] == 2
        header = json.loads((await journal(url, table.table, seat.token)).splitlines()[0])
        assert header["command"]["forked_from"]["game"] in games - {player.game}


async def test_a_fork_is_a_table_to_join_and_its_parent_is_left_alone(url: str) -> None:
    table = await make_table(url, seats=WITH_BOTS, rounds=6, seed="fork")
    seat = await join(url, table.code, "Ana", "pct")
    async with connect(url, seat.token) as player:
        where = await beginning(url, table, 1)
        other = await fork(url, table.table, table.host_token, game=str(where["game"]), seq=int(where["seq"]))
        ben = await join(url, other.code, "Ben", "pct")
        async with connect(url, ben.token) as second, connect(url, other.host_token) as host:
            assert second.view.paused and second.view.card == player.view.card
            await host.send(Resume())
            assert (await play(second, cheapest)).end is not None
        assert player.view.end is None and player.view.round == 1 and player.game == table.game


async def test_what_is_no_moment_is_rejected_by_its_code(url: str) -> None:
    table = await make_table(url, seats=WITH_BOTS)
    with pytest.raises(Rejected) as unknown:
        await rewind(url, table.table, table.host_token, game=table.game, seq=99)
    assert (unknown.value.status, unknown.value.code) == (422, "no_such_moment")
    with pytest.raises(Rejected) as moved:
        await fork(url, table.table, table.host_token, game="another", seq=1)
    assert (moved.value.status, moved.value.code) == (409, "game_moved")
