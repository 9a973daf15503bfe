"""What docs/sdk.md promises, over a real server."""

import asyncio
import json
from pathlib import Path

import pytest

from client.sdk import (
    Closed,
    Player,
    Refused,
    Rejected,
    Seat,
    Table,
    connect,
    decks,
    entries,
    join,
    journal,
    look_up,
    make_table,
    move_seat,
    play,
)
from game_rules import (
    Begin,
    Command,
    Commit,
    EndGame,
    HandSeat,
    Pause,
    Pledge,
    Ready,
    Resume,
    Say,
    Sheet,
    SkipTalk,
    View,
)
from tests.proving.serving import Serving

WITH_BOTS = {"council": "share", "charity": "share", "government": "share"}


async def seated(url: str, **wanted: str) -> tuple[Table, Seat]:
    """A table where the PCT is a person and the others are bots."""
    table = await make_table(url, seats=WITH_BOTS | wanted, rounds=6, seed="sdk")
    return table, await join(url, table.code, "Ana", "pct")


def cheapest(view: View) -> tuple[Command, str | None] | None:
    if view.legal.sheet and view.me and view.me.sheet is None:
        return Commit(Sheet(view.legal.sheet.options[0])), None
    return (Ready(), None) if "ready" in view.legal.commands else None


def paused(view: View) -> bool:
    return view.paused


def said_by(actor: str, player: Player) -> list[int]:
    return [entry.seq for entry in player.log if entry.words and entry.actor == actor]


def in_talk(view: View) -> bool:
    return "say" in view.legal.commands and view.legal.sheet is not None


async def test_decks_say_who_can_play_what(url: str) -> None:
    (deck,) = await decks(url)
    assert [role["id"] for role in deck["roles"]] == ["pct", "council", "charity", "government"]


async def test_a_made_table_can_be_looked_up_and_joined_by_its_code(url: str) -> None:
    table = await make_table(url, seats={"government": "none"}, title="Room 3")
    seat = await join(url, table.code.lower(), "Ana", "council")
    found = await look_up(url, table.code)
    assert (found["title"], found["state"]) == ("Room 3", "gathering")
    assert {each["role"]: each["name"] for each in found["seats"]} == {"pct": None, "council": "Ana", "charity": None}
    assert seat.table == table.table and len(seat.token) == 22


async def test_a_seat_is_taken_once(url: str) -> None:
    table, _ = await seated(url)
    with pytest.raises(Rejected) as rejected:
        await join(url, table.code, "Ben", "pct")
    assert (rejected.value.status, rejected.value.code) == (409, "table_full")


async def test_a_code_of_no_table_is_rejected_with_a_reason(url: str) -> None:
    with pytest.raises(Rejected, match="unknown_code"):
        await join(url, "ZZZZZZ", "Ben", "pct")


async def test_a_table_of_which_no_game_can_be_made_is_rejected(url: str) -> None:
    with pytest.raises(Rejected, match="bad_setup"):
        await make_table(url, seats={"pct": "no-such-bot"})


async def test_a_policy_plays_a_whole_game_against_bots(url: str) -> None:
    table, seat = await seated(url)
    async with connect(url, seat.token) as player:
        view = await play(player, cheapest)
        assert view.end and view.end.score and view.end.temperaments == WITH_BOTS
        assert player.faults == []


async def test_an_acknowledged_command_is_seen_at_the_seq_of_its_ack(url: str) -> None:
    _, seat = await seated(url)
    async with connect(url, seat.token) as player:
        await player.until(in_talk)
        seq = await player.send(Say(), "Who can carry this?")
        await player.reach(seq)
        entry = next(entry for entry in player.log if entry.seq == seq)
        assert entry.actor == "pct" and entry.words == {str(seq): "Who can carry this?"}


async def test_the_same_id_gets_the_same_ack_and_counts_once(url: str) -> None:
    _, seat = await seated(url)
    async with connect(url, seat.token) as player:
        await player.until(in_talk)
        first = await player.send(Say(), "Once.", id="mine")
        again = await player.send(Say(), "Once.", id="mine")
        assert first == again
        await player.reach(await player.send(Pledge(1)))
        assert said_by("pct", player) == [first]


async def test_a_refusal_says_why_quotes_the_value_and_lists_what_would_do(url: str) -> None:
    _, seat = await seated(url)
    async with connect(url, seat.token) as player:
        view = await player.until(in_talk)
        with pytest.raises(Refused) as refused:
            await player.send(Commit(Sheet("no-such-option")))
        assert view.legal.sheet
        assert refused.value.code == "unknown_option"
        assert refused.value.data["option"] == "no-such-option"
        assert set(refused.value.allowed) >= set(view.legal.sheet.options)


async def test_a_command_that_cannot_be_read_is_refused_and_does_not_hang(url: str) -> None:
    _, seat = await seated(url)
    async with connect(url, seat.token) as player:
        with pytest.raises(Refused, match="bad_message"):
            await player.send(Ready(), id="no:colon")


async def test_a_seat_may_not_give_the_hosts_commands(url: str) -> None:
    _, seat = await seated(url)
    async with connect(url, seat.token) as player:
        with pytest.raises(Refused, match="wrong_actor"):
            await player.send(Pause())


async def test_a_host_pauses_moves_on_hands_over_and_ends_the_game(url: str) -> None:
    table = await make_table(url)
    async with connect(url, table.host_token) as host:
        await host.reach(await host.send(Begin("share")))
        await host.until(lambda view: "pause" in view.legal.commands)
        await host.reach(await host.send(Pause()))
        assert paused(host.view)
        await host.reach(await host.send(HandSeat("council", "random")))
        await host.reach(await host.send(Resume()))
        assert not paused(host.view)
        await host.reach(await host.send(EndGame()))
        assert host.view.end and host.view.end.cause == "stopped"


async def test_the_host_may_skip_talk(url: str) -> None:
    table, seat = await seated(url)
    async with connect(url, table.host_token) as host, connect(url, seat.token) as player:
        await player.until(in_talk)
        await host.until(lambda view: "skip_talk" in view.legal.commands)
        await player.reach(await host.send(SkipTalk()))
        assert "skip_talk" not in host.view.legal.commands and "commit" in player.view.legal.commands


async def test_a_projector_watches_every_entry_and_no_secret(url: str) -> None:
    table, seat = await seated(url)
    async with connect(url, table.projector_token) as screen, connect(url, seat.token) as player:
        view = await play(player, cheapest)
        await screen.reach(player.seq)
        assert screen.view.me is None and screen.view.end and screen.view.end.score is None
        assert screen.view.tracks == view.tracks
        assert screen.faults == []


async def test_entries_come_as_a_stream_and_as_pages(url: str) -> None:
    table, seat = await seated(url)
    async with connect(url, seat.token) as player:
        await play(player, cheapest)
        streamed = []
        async for entry in player.entries():
            streamed.append(entry)
            if entry.seq == player.log[-1].seq:
                break
        page = await entries(url, table.table, seat.token, limit=5)
        earlier = await entries(url, table.table, seat.token, before=page.first, limit=200)
        shown = [entry for entry in streamed if entry.events]
        assert [*earlier.entries, *page.entries][-len(shown) :] == shown


async def test_the_journal_opens_after_the_end_and_not_before(url: str) -> None:
    table, seat = await seated(url)
    with pytest.raises(Rejected, match="not_ended"):
        await journal(url, table.table, seat.token)
    async with connect(url, seat.token) as player:
        await play(player, cheapest)
        lines = (await journal(url, table.table, seat.token)).splitlines()
        assert [json.loads(line)["seq"] for line in lines] == list(range(1, player.seq + 1))


async def test_a_moved_seat_closes_the_old_line_for_good_and_the_new_token_plays_on(url: str) -> None:
    table, seat = await seated(url)
    async with connect(url, seat.token) as old:
        moved = await move_seat(url, table.table, "pct", table.host_token)
        with pytest.raises(Closed) as closed:
            await old.until(lambda view: False)
        assert closed.value.code == 4001
    with pytest.raises(Closed) as closed:
        async with connect(url, seat.token):
            pass
    assert closed.value.code == 4004
    async with connect(url, moved.token) as player:
        assert player.seat == "pct"


async def test_nobody_answers_is_an_error_after_patience_and_not_for_ever(tmp_path: Path) -> None:
    with pytest.raises(Closed) as closed:
        async with connect(Serving(tmp_path).url, "x" * 22, patience=0.2):
            pass
    assert closed.value.code == 0


async def test_the_players_speed_is_held_below_the_servers_rate(url: str) -> None:
    _, seat = await seated(url)
    async with connect(url, seat.token) as player:
        await player.until(in_talk)
        await asyncio.gather(*(player.send(Pledge(number % 5)) for number in range(24)))
        assert player.faults == []


async def test_a_command_sent_while_the_server_is_down_counts_once_when_it_is_back(tmp_path: Path) -> None:
    async with Serving(tmp_path) as server:
        _, seat = await seated(server.url)
        async with connect(server.url, seat.token) as player:
            await player.until(in_talk)
            server.kill()
            sending = asyncio.create_task(player.send(Say(), "Are you there?"))
            await server.again()
            seq = await sending
            await player.reach(seq)
            assert said_by("pct", player) == [seq]
            assert player.faults == []
            await _same_as_fresh(server, seat, player)


async def _same_as_fresh(server: Serving, seat: Seat, player: Player) -> None:
    async with connect(server.url, seat.token) as fresh:
        await player.reach(fresh.seq)
        await fresh.reach(player.seq)
        assert fresh.raw == player.raw
