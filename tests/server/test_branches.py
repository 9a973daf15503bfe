"""Rewind and fork: another game from a moment of one, for the same table or for another."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import pytest

from game_rules import Command, Event, Refusal, decide, fold
from server.hub.branching import branch
from server.journal import MemoryJournal, Row, SqliteJournal
from server.journal.replay import compare
from server.lobby import open_lobby
from tests.server.live import HandClock, Live, bearer, serving
from tests.server.screen import Room, Screen, opened, play_on, seated, sitting

FOUR = ("pct", "council", "charity", "government")
TWO_AND_BOTS = {"charity": "share", "government": "share"}
_command: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Command)
_events: msgspec.json.Decoder[Any] = msgspec.json.Decoder(tuple[Event, ...])


def where(room: Room, what: str) -> str:
    return f"/api/tables/{room.table['table']}/{what}"


def rounds(live: Live, room: Room) -> dict[str, Any]:
    return live.ok("GET", where(room, "rounds"), headers=bearer(room.table["host_token"]))


def moment(live: Live, room: Room, round: int) -> dict[str, Any]:
    """The body that asks for the beginning of a round."""
    known = rounds(live, room)
    return {"game": known["game"], "seq": known["rounds"][round - 1]["seq"]}


async def go_back(live: Live, room: Room, back: dict[str, Any]) -> dict[str, Any]:
    """Rewind by the host's token; when this returns every screen shows the new game."""
    ask = {"json": back, "headers": bearer(room.table["host_token"])}
    answer = await asyncio.to_thread(live.ok, "POST", where(room, "rewind"), **ask)
    for screen in room.screens.values():
        await screen.until(lambda each: each.welcomes[-1]["game"] == answer["game"])
    return answer


async def journal(live: Live, game: str) -> list[Row]:
    return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(live.hub.journal.read(game), _loop(live)))


def _loop(live: Live) -> asyncio.AbstractEventLoop:
    return live.hub._running.get_loop()


def same_but_header(rows: list[Row], parent: list[Row]) -> bool:
    """Whether the rows are the parent's, but for the game's id and the header's command."""
    plain = [msgspec.structs.replace(row, game="", command=b"" if row.seq == 1 else row.command) for row in rows]
    theirs = [msgspec.structs.replace(row, game="", command=b"" if row.seq == 1 else row.command) for row in parent]
    return plain == theirs


async def test_a_rewound_table_shows_everybody_what_they_saw_then(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await play_on(room, lambda shown: shown.round == 3)
            await room.settle()
            back = moment(live, room, 2)
            then = {viewer: dict(screen.seen)[back["seq"]] for viewer, screen in room.screens.items()}
            await go_back(live, room, back)
            for viewer, screen in room.screens.items():
                assert (screen.seq, screen.whole) == (back["seq"], then[viewer]), viewer
                entries = [*screen.welcomes[-1]["missed"]]
                told = [entry for welcome in screen.welcomes[:1] for entry in welcome["missed"]] + screen.entries
                shown = [entry for entry in told if entry["seq"] <= back["seq"] and entry["events"]]
                assert entries[-len(shown) :] == shown, viewer


async def test_the_parents_further_commands_give_the_parents_events_byte_for_byte(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as live:
        async with seated(live, FOUR) as room:
            await room.seats["pct"].ok({"type": "say"}, "before the fork")
            await play_on(room)
            back = moment(live, room, 3)
            parent = await journal(live, back["game"])
            answer = await go_back(live, room, back)
            for row in parent[back["seq"] :]:
                screen = room.seats.get(row.actor, room.host)
                sent = await screen.send(msgspec.json.decode(row.command), row.words, id=row.command_id)
                assert (sent["type"], sent["seq"]) == ("ack", row.seq), sent
            again = await journal(live, answer["game"])
            assert len(again) == len(parent)
            for one, other in zip(again, parent, strict=True):
                assert (one.seq, one.events, one.words) == (other.seq, other.events, other.words)
            file = tmp_path / "branch.jsonl"
            file.write_bytes(live.http.get(where(room, "journal"), headers=bearer(room.table["host_token"])).content)
            report = compare(file)
            assert report.equal and report.what == f"equal: {len(parent)} rows"
            assert b'"forked_from":{"game":"' + back["game"].encode() in file.read_bytes().splitlines()[0]


async def test_from_any_row_of_a_game_with_clocks_and_bots_the_same_commands_give_the_same_events(
    tmp_path: Path,
) -> None:
    with serving(tmp_path / "data") as live:
        async with seated(live, ("pct", "council"), timers=True, seats=TWO_AND_BOTS, rounds=2) as room:
            await play_on(room)
            parent = await journal(live, room.table["game"])
    assert await differing(parent) == []
    spoiled = [msgspec.structs.replace(row, events=row.events.replace(b'"delta":-1', b'"delta":-2')) for row in parent]
    assert await differing(spoiled) != [], "a changed number must be noticed"


async def differing(parent: list[Row]) -> list[tuple[int, int]]:
    """Every branch that comes to something else than the parent: where it began, and at which row."""
    memory = MemoryJournal()
    for row in parent:
        await memory.append(row)
    found = []
    for seq in range(1, len(parent)):
        begun = await branch(memory, parent[0].game, seq, parent[seq - 1].at)
        assert begun.history.seq == seq
        state = begun.history.state
        for row in parent[seq : seq + 12]:
            events = decide(state, row.actor, _command.decode(row.command), row.at)
            if isinstance(events, Refusal) or msgspec.json.encode(events) != row.events:
                found.append((seq, row.seq))
                break
            state = fold(state, events)
    return found


async def test_a_branch_holds_the_parents_rows_ids_and_words_and_leaves_the_parent_alone(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await room.seats["pct"].ok({"type": "say", "to": ["council"]}, "only for you")
            await play_on(room, lambda shown: shown.round == 2)
            back = moment(live, room, 2)
            before = await journal(live, back["game"])
            answer = await go_back(live, room, back)
            await play_on(room, lambda shown: shown.round == 3)
            rows = await journal(live, answer["game"])
            assert same_but_header(rows[: back["seq"]], before[: back["seq"]])
            assert any(row.words == "only for you" for row in rows)
            assert await journal(live, back["game"]) == before
            header = msgspec.json.decode(rows[0].command)
            assert header == msgspec.json.decode(before[0].command) | {"forked_from": back}


async def test_a_command_that_counted_before_the_fork_counts_once_when_it_is_sent_again(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            pct = room.seats["pct"]
            said = await pct.send({"type": "say"}, "once", id="mine")
            await play_on(room, lambda shown: shown.round == 2)
            late = await pct.send({"type": "say"}, "after the fork", id="late")
            await go_back(live, room, moment(live, room, 2))
            newest = pct.seq
            assert await pct.send({"type": "say"}, "once", id="mine") == said
            assert pct.seq == newest, "it was written a second time"
            again = await pct.send({"type": "say"}, "after the fork", id="late")
            assert again["type"] == "ack" and again["seq"] == newest + 1 and late["seq"] > newest


async def test_an_ended_game_is_rewound_and_played_to_another_end(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await play_on(room)
            assert live.refused("GET", f"/api/join/{room.table['code']}")[1] == "unknown_code"
            answer = await go_back(live, room, moment(live, room, 6))
            assert answer["code"] and answer["code"] != room.table["code"]
            assert live.ok("GET", f"/api/join/{answer['code']}")["state"] == "playing"
            council = bearer(room.tokens["council"])
            assert live.refused("GET", where(room, "journal"), headers=council) == (403, "not_ended")
            await play_on(room)
            assert live.refused("GET", f"/api/join/{answer['code']}")[1] == "unknown_code"
            assert live.http.get(where(room, "journal"), headers=council).status_code == 200


async def test_the_host_lists_every_game_of_the_table_with_its_parent_moment_and_time(tmp_path: Path) -> None:
    clock = HandClock()
    with serving(tmp_path, now=clock) as live:
        async with seated(live, FOUR) as room:
            host, first, began = bearer(room.table["host_token"]), room.table["game"], clock.at
            whole = [{"game": first, "parent": None, "seq": 0, "at": began, "playing": True}]
            assert live.ok("GET", where(room, "branches"), headers=host)["branches"] == whole
            await play_on(room, lambda shown: shown.round == 3)
            back = moment(live, room, 3)
            second = (await go_back(live, room, back))["game"]
            clock.pass_ms(60_000)
            await room.seats["pct"].ok({"type": "say"}, "here we go again")
            again = moment(live, room, 2)
            third = (await go_back(live, room, again))["game"]
            whole = [
                {"game": first, "parent": None, "seq": 0, "at": began, "playing": False},
                {"game": second, "parent": first, "seq": back["seq"], "at": began + 60_000, "playing": False},
                {"game": third, "parent": second, "seq": again["seq"], "at": None, "playing": True},
            ]
            assert live.ok("GET", where(room, "branches"), headers=host)["branches"] == whole
            clock.pass_ms(60_000)
            at = moment(live, room, 1)
            made = live.ok("POST", where(room, "fork"), json=at, headers=host)
            forked = {"game": made["game"], "parent": third, "seq": at["seq"], "at": clock.at, "playing": True}
            other = f"/api/tables/{made['table']}/branches"
            listed = live.ok("GET", other, headers=bearer(made["host_token"]))["branches"]
            assert listed == [*({**each, "playing": False} for each in whole), forked]
            assert live.ok("GET", where(room, "branches"), headers=host)["branches"] == whole
            for token in (room.tokens["pct"], room.table["projector_token"]):
                assert live.refused("GET", where(room, "branches"), headers=bearer(token)) == (403, "not_yours")
            assert live.refused("GET", other, headers=host) == (404, "unknown_table")
    with serving(tmp_path) as live:
        assert live.ok("GET", where(room, "branches"), headers=host)["branches"] == whole


async def test_bots_play_on_after_a_rewind(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, ("pct",), seats={"council": "share", **TWO_AND_BOTS}) as room:
            await play_on(room, lambda shown: shown.round == 4)
            for round in (2, 1, 1):
                await go_back(live, room, moment(live, room, round))
                await play_on(room, lambda shown: shown.round == 3)
            await play_on(room)
            assert room.host.view.end is not None


async def test_a_clock_has_after_a_rewind_what_it_had_left_then(tmp_path: Path) -> None:
    clock = HandClock()
    with serving(tmp_path, now=clock) as live:
        async with seated(live, FOUR, timers=True) as room:
            clock.pass_ms(10_000)
            seq = await room.seats["pct"].ok({"type": "say"}, "ten seconds later")
            await room.host.reach(seq)
            deadline = room.host.view.deadline
            assert deadline is not None and deadline > clock.at
            left = deadline - clock.at
            clock.pass_ms(3_600_000)
            back = {"game": room.table["game"], "seq": seq}
            await room.host.until(lambda each: each.seq > seq)  # that phase has run out
            await go_back(live, room, back)
            assert room.host.view.deadline == clock.at + left


async def test_seats_stay_with_those_who_hold_them_now(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await play_on(room, lambda shown: shown.round == 2)
            government = room.seats.pop("government")
            await room.host.ok({"type": "hand_seat", "role": "government", "to": "share"})
            await go_back(live, room, moment(live, room, 2))
            held = {role.id: role.held_by for role in room.host.view.roles}
            assert held == {"pct": "person", "council": "person", "charity": "person", "government": "bot"}
            await play_on(room, lambda shown: shown.round == 3)
            await government.close()


async def test_only_the_host_goes_back_and_a_seated_one_only_after_the_end(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR[1:]) as room:
            joined = live.join(room.table["code"], "pct", host_token=room.table["host_token"])
            async with sitting(live, room.table, {**room.tokens, "pct": joined["token"]}) as whole:
                await play_on(whole, lambda shown: shown.round == 2)
                back = moment(live, whole, 2)
                host = room.table["host_token"]
                for what in ("rewind", "fork"):
                    for token in (joined["token"], room.table["projector_token"]):
                        answer = live.refused("POST", where(room, what), json=back, headers=bearer(token))
                        assert answer == (403, "not_yours")
                    answer = live.refused("POST", where(room, what), json=back, headers=bearer(host))
                    assert answer == (403, "not_ended")
                await whole.host.ok({"type": "end_game"})
                live.ok("POST", where(room, "fork"), json=back, headers=bearer(host))
                await go_back(live, whole, back)
                answer = live.refused("POST", where(room, "fork"), json=moment(live, whole, 2), headers=bearer(host))
                assert answer == (403, "not_ended")


async def test_a_moment_that_is_none_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        other = live.make_table()
        async with seated(live, FOUR) as room:
            await play_on(room, lambda shown: shown.round == 2)
            last, host = room.host.seq, bearer(room.table["host_token"])
            await room.host.ok({"type": "end_game"})
            back = {"game": room.table["game"], "seq": last}
            for what in ("rewind", "fork"):
                for seq in (last + 1, last + 2, 2**53 - 1):
                    wrong = live.refused("POST", where(room, what), json=back | {"seq": seq}, headers=host)
                    assert wrong == (422, "no_such_moment")
                for unfit in (0, -1, 2**53, "1", None):
                    wrong = live.refused("POST", where(room, what), json=back | {"seq": unfit}, headers=host)
                    assert wrong == (422, "bad_request")
                moved = live.refused("POST", where(room, what), json=back | {"game": other["game"]}, headers=host)
                assert moved == (409, "game_moved")
                stranger = f"/api/tables/{other['table']}/{what}"
                assert live.refused("POST", stranger, json=back, headers=host) == (404, "unknown_table")
            assert rounds(live, room)["game"] == room.table["game"] and len(room.host.welcomes) == 1


async def test_of_many_presses_at_once_one_takes_the_table_back(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await play_on(room, lambda shown: shown.round == 3)
            back, host = moment(live, room, 2), bearer(room.table["host_token"])

            def press() -> int:
                return live.http.post(where(room, "rewind"), json=back, headers=host).status_code

            codes = await asyncio.gather(*(asyncio.to_thread(press) for _ in range(8)))
            assert sorted(codes) == [200, *[409] * 7]
            await play_on(room, lambda shown: shown.round == 3)


async def test_who_comes_back_after_a_rewind_is_told_the_new_game_from_its_beginning(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await play_on(room, lambda shown: shown.round == 3)
            old, seq = room.table["game"], room.host.seq
            answer = await go_back(live, room, moment(live, room, 2))
            pct = await welcomed(live, room.tokens["pct"], after=seq, game=old)
            assert pct["game"] == answer["game"] and pct["missed"][0]["seq"] == 2, "the header is nobody's to see"
            known = await welcomed(live, room.tokens["pct"], after=pct["seq"], game=answer["game"])
            assert known["missed"] == []


async def welcomed(live: Live, token: str, **more: Any) -> dict[str, Any]:
    async with opened(live) as screen:
        await screen.put({"type": "hello", "token": token, **more})
        await screen.until(lambda each: bool(each.welcomes))
        return screen.welcomes[0]


async def test_a_fork_is_another_table_with_its_own_codes_and_the_first_plays_on(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as live:
        async with seated(live, ("pct", "council"), seats=TWO_AND_BOTS) as room:
            await play_on(room, lambda shown: shown.round == 3)
            back = moment(live, room, 2)
            parent = await journal(live, back["game"])
            made = live.ok("POST", where(room, "fork"), json=back, headers=bearer(room.table["host_token"]))
            assert set(made) == set(room.table)
            assert all(made[what] != room.table[what] for what in made)
            seats = {each["role"]: each["held_by"] for each in live.ok("GET", f"/api/join/{made['code']}")["seats"]}
            assert seats == {"pct": "open", "council": "open", "charity": "bot", "government": "bot"}
            tokens = {role: live.join(made["code"], role)["token"] for role in ("pct", "council")}
            async with sitting(live, made, tokens) as other:
                paused = other.host.view
                assert paused.paused and paused.round == 2
                await other.host.ok({"type": "resume"})
                await play_on(other)
                rows = await journal(live, made["game"])
                assert same_but_header(rows[: back["seq"]], parent[: back["seq"]])
                file = tmp_path / "fork.jsonl"
                path = f"/api/tables/{made['table']}/journal"
                file.write_bytes(live.http.get(path, headers=bearer(tokens["pct"])).content)
                assert compare(file).equal
            assert (await journal(live, back["game"]))[: len(parent)] == parent
            assert room.host.view.round == 3 and len(room.host.welcomes) == 1
            await play_on(room)


@pytest.mark.parametrize("round", [1, 2])
async def test_a_table_is_read_back_with_its_new_game_after_a_restart(tmp_path: Path, round: int) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await play_on(room, lambda shown: shown.round == 3)
            answer = await go_back(live, room, moment(live, room, round))
            whole = {viewer: screen.whole for viewer, screen in room.screens.items()}
            table, tokens = room.table, room.tokens
    with serving(tmp_path) as live:
        async with sitting(live, table, tokens) as room:
            assert {screen.welcomes[0]["game"] for screen in room.screens.values()} == {answer["game"]}
            assert {viewer: screen.whole for viewer, screen in room.screens.items()} == whole


async def test_a_crash_before_the_lobby_heard_that_the_game_goes_on_is_mended_at_the_next_start(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await play_on(room)
            back, table, tokens = moment(live, room, 2), room.table, room.tokens
    left, lobby = SqliteJournal(tmp_path / "journal.db"), await open_lobby(tmp_path / "lobby.db")
    begun = await branch(left, back["game"], back["seq"], 1_700_000_000_000)
    assert await lobby.set_game(table["table"], begun.game, instead_of=back["game"], at=1_700_000_000_000)
    await left.close()
    await lobby.close()
    with serving(tmp_path) as live:
        async with sitting(live, table, tokens) as room:
            assert rounds(live, room)["game"] == begun.game and room.host.view.end is None
            assert live.ok("GET", f"/api/join/{rounds(live, room)['code']}")["state"] == "playing"
            await play_on(room)


async def test_what_is_sent_while_the_table_turns_is_answered_once_by_one_of_the_games(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await play_on(room, lambda shown: shown.round == 3)
            back = moment(live, room, 2)
            talk = [say_often(room.seats[role], 30) for role in FOUR[:3]]
            answer, *_ = await asyncio.gather(go_back(live, room, back), *talk)
            old, new = await journal(live, back["game"]), await journal(live, answer["game"])
            said = [row.words for row in (*old[back["seq"] :], *new[back["seq"] :]) if b'"say"' in row.command]
            assert sorted(filter(None, said)) == sorted(f"{role} {n}" for role in range(3) for n in range(30))


async def say_often(screen: Screen, times: int) -> None:
    number = FOUR.index(screen.view.viewer)
    for n in range(times):
        answer = asyncio.get_running_loop().create_future()
        screen._answers[f"{number}-{n}"] = answer
        command = {"type": "command", "id": f"{number}-{n}", "command": {"type": "say"}, "words": f"{number} {n}"}
        await screen.put(command)
        async with asyncio.timeout(15):
            assert (await answer)["type"] == "ack"
