"""A table or a bot that fails: it is told, mended from the journal, and nobody else notices."""

import asyncio
import threading
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from game_rules import Answer, Command, Commit, Ready, Sheet, State, View
from game_rules import decide as real_decide
from game_rules import view as real_view
from game_rules.bots import Line, Move, Sight, choose
from server.hub import house_bots, sight
from server.hub import table as table_module
from server.journal import NotSaved, Row, SqliteJournal
from tests.server.live import serving
from tests.server.screen import Screen, play_on, seated, watching
from tests.server.test_branches import go_back, moment

FOUR = ("pct", "council", "charity", "government")
POISON = 7


def _decide(state: State, actor: str, command: Command, at: int) -> Any:
    if getattr(command, "brings", None) == POISON:
        raise RuntimeError("a fault in the rules")
    return real_decide(state, actor, command, at)


async def test_a_table_that_raises_is_told_so_read_back_and_played_on_while_others_notice_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_module, "decide", _decide)
    with serving(tmp_path, log_level="error") as live:
        async with seated(live, FOUR) as bad, seated(live, FOUR) as good:
            assert await bad.seats["pct"].refusal({"type": "pledge", "brings": POISON}) == "table_frozen"
            for screen in bad.screens.values():
                await screen.until(lambda each: len(each.welcomes) == 2)
                assert [error["code"] for error in screen.errors] == ["table_frozen"]
                assert screen.welcomes[0]["view"] == screen.welcomes[1]["view"]
            await bad.seats["pct"].ok({"type": "pledge", "brings": 2})
            await play_on(good, lambda shown: shown.round == 2)
            assert all(len(each.welcomes) == 1 and not each.errors for each in good.screens.values())


async def test_a_table_whose_journal_cannot_be_shown_closes_and_comes_back_when_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [False]

    def view(state: State, viewer: str) -> View:
        if broken[0]:
            raise RuntimeError("a fault in the view")
        return real_view(state, viewer)

    monkeypatch.setattr(sight, "view", view)
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            broken[0] = True
            await room.seats["pct"].put({"type": "command", "id": "a", "command": {"type": "pledge", "brings": 1}})
            assert await room.host.closed() == 1011
            broken[0] = False
            async with watching(live, room.tokens["pct"]) as back:
                again = await back.send({"type": "pledge", "brings": 1}, id="a")
                assert again["type"] == "ack" and again["seq"] == back.welcomes[0]["seq"]


async def test_a_journal_that_cannot_write_refuses_and_nothing_is_shown_that_was_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = [True]
    real_append = SqliteJournal.append

    async def append(journal: SqliteJournal, row: Row) -> Any:
        if full[0] and row.actor == "pct":
            raise NotSaved("disk full")
        return await real_append(journal, row)

    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            monkeypatch.setattr(SqliteJournal, "append", append)
            before = room.host.seq
            first = await room.seats["pct"].send({"type": "pledge", "brings": 1}, id="mine")
            assert first["code"] == "not_saved" and room.host.seq == before
            full[0] = False
            assert (await room.seats["pct"].send({"type": "pledge", "brings": 1}, id="mine"))["seq"] == before + 1


async def test_a_row_that_another_server_wrote_first_is_caught_up_with(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            other = SqliteJournal(tmp_path / "journal.db")
            rows = await other.read(room.table["game"])
            at, seq = rows[-1].at, rows[-1].seq + 1
            said = b'[{"type":"pledged","role":"charity","brings":3}]'
            await other.append(Row(room.table["game"], seq, at, "charity", "x", b'{"type":"pledge","brings":3}', said))
            await other.close()
            assert await room.seats["pct"].ok({"type": "pledge", "brings": 1}) == seq + 1
            again = await room.seats["charity"].send({"type": "pledge", "brings": 3}, id="x")
            assert again["seq"] == seq
            pledges = {role.id: role.pledge for role in room.seats["pct"].view.roles}
            assert pledges["charity"] == 3 and pledges["pct"] == 1


def _raising(temperament: str, sight: Sight) -> Any:
    raise RuntimeError("a bot's fault")


def _refused(temperament: str, sight: Sight) -> Any:
    return Move(Commit(Sheet("no-such-option")), Line("bot-speaks"))


def _nonsense(temperament: str, sight: Sight) -> Any:
    return "hello"


def _speechless(temperament: str, sight: Sight) -> Any:
    return Move(Ready(), Line("no-such-line"))


def _sleeping(temperament: str, sight: Sight) -> Any:
    time.sleep(0.2)


@pytest.mark.parametrize("bot", [_raising, _refused, _nonsense, _speechless, _sleeping])
async def test_a_bot_that_fails_gives_way_to_the_default_and_is_reported_to_the_host_when_the_sheets_are_open(
    bot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house_bots, "choose", bot)
    monkeypatch.setattr(house_bots, "THINK_SECONDS", 0.02)
    seats = {"pct": "share", "council": "random", "government": "share"}
    with serving(tmp_path) as live:
        async with seated(live, ("charity",), seats=seats) as room:
            await play_on(room, lambda shown: shown.round == 3)
            every = {role: [1, 2] for role in sorted(seats)}
            await room.host.until(lambda screen: screen.now["gave_way"] == every)
            async with watching(live, room.table["host_token"]) as late:
                await late.until(lambda screen: screen.now.get("gave_way") == every)
            await room.settle()
            assert early(room.host) == []
            for screen in (room.seats["charity"], room.projector):
                assert [each["gave_way"] for each in nows(screen) if each["gave_way"]] == []


def nows(screen: Screen) -> list[dict[str, Any]]:
    return [message for frame in screen.frames if (message := msgspec.json.decode(frame))["type"] == "now"]


def early(host: Screen) -> list[tuple[int, str, dict[str, Any]]]:
    """Where a round was named while its sheets were sealed."""
    found: list[tuple[int, str, dict[str, Any]]] = []
    shown: dict[str, Any] = {}
    for message in map(msgspec.json.decode, host.frames):
        shown |= message.get("view") or message.get("changes") or {}
        named = [round for rounds in message.get("gave_way", {}).values() for round in rounds]
        open_now = shown["phase"] in ("reveal", "stocktake", "end")
        if any(round > shown["round"] - (not open_now) for round in named):
            found.append((shown["round"], shown["phase"], message))
    return found


async def test_a_bot_whose_answer_comes_too_late_looks_again_and_is_not_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, may_answer = threading.Event(), threading.Event()

    def slow(temperament: str, sight: Sight) -> Any:
        shown = sight.view
        if shown.legal.answer:
            looked.set()
            may_answer.wait(4)
            return Move(Answer(shown.legal.answer[0], False))
        sheet, me = shown.legal.sheet, shown.me
        if sheet is None or me is None or me.sheet is not None or not may_answer.is_set():
            return None
        return Move(Commit(Sheet(sheet.options[-1])))

    monkeypatch.setattr(house_bots, "choose", slow)
    with serving(tmp_path) as live:
        async with seated(live, FOUR[:3], seats={"government": "share"}) as room:
            pct = room.seats["pct"]
            terms = {"type": "offer", "kind": "bargain", "carrier": "government", "gives": "my_turn_next"}
            offer = await pct.ok({**terms, "to": ["government"]})
            assert await asyncio.to_thread(looked.wait, 10)
            await pct.ok({"type": "withdraw", "offer": offer})
            may_answer.set()
            await play_on(room, lambda shown: shown.phase == "reveal")
            await room.settle()
            async with watching(live, room.table["host_token"]) as host:
                await host.until(lambda screen: bool(screen.now))
                assert host.now["gave_way"] == {}


async def test_a_table_that_goes_back_forgets_whose_bots_gave_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR[:3], seats={"government": "share"}) as room:
            monkeypatch.setattr(house_bots, "choose", _raising)
            await play_on(room, lambda shown: shown.round == 2)
            await room.host.until(lambda screen: screen.now["gave_way"] == {"government": [1]})
            monkeypatch.setattr(house_bots, "choose", choose)
            await go_back(live, room, moment(live, room, 1))
            await room.host.until(lambda screen: screen.now["gave_way"] == {})


async def test_bots_alone_play_a_whole_game_and_none_gives_way(tmp_path: Path) -> None:
    seats = {"pct": "share", "council": "random", "charity": "share", "government": "random"}
    with serving(tmp_path) as live:
        async with seated(live, (), seats=seats) as room:
            await room.projector.until(lambda screen: screen.view.phase == "end")
            assert not [entry for entry in room.projector.entries if entry["actor"] in ("host", "clock")]
            async with watching(live, room.table["host_token"]) as host:
                await host.until(lambda screen: bool(screen.now))
                assert host.now["gave_way"] == {}
