"""Whatever a socket sends, it gets a clear error; its connection stays, others notice nothing."""

import json
from pathlib import Path

import pytest

from server.hub.frames import read_frame
from server.hub.protocol import Error, Hello, Ping, Send
from tests.server.live import serving
from tests.server.screen import opened, seated, watching

DEEP = "[" * 100_000
POISON = {
    "nothing": "",
    "no json": "{",
    "an array": "[]",
    "a number": "1",
    "null": "null",
    "nan": '{"type":"ping","n":NaN}',
    "infinity": '{"type":"ping","n":1e400}',
    "a huge integer": '{"type":"ping","n":' + "9" * 5_000 + "}",
    "an integer beyond every browser": '{"type":"ping","n":9007199254740992}',
    "a lone surrogate": '{"type":"command","id":"a","command":{"type":"say"},"words":"\\ud800"}',
    "half a pair": '{"type":"command","id":"a\\udc00","command":{"type":"ready"}}',
    "deep arrays": DEEP[:60_000],
    "deep objects": '{"a":' * 10_000,
    "deep but whole": "[" * 40 + "]" * 40,
    "no type": "{}",
    "an unknown type": '{"type":"fly"}',
    "a message of the server": '{"type":"ack","id":"a","seq":1}',
    "an unknown field": '{"type":"ping","n":1,"m":2}',
    "an unknown command": '{"type":"command","id":"a","command":{"type":"win"}}',
    "no id": '{"type":"command","command":{"type":"ready"}}',
    "an empty id": '{"type":"command","id":"","command":{"type":"ready"}}',
    "an id of the server's": '{"type":"command","id":"clock:3","command":{"type":"ready"}}',
    "a long id": json.dumps({"type": "command", "id": "a" * 65, "command": {"type": "ready"}}),
    "a field of another type": '{"type":"command","id":"a","command":{"type":"pledge","brings":"4"}}',
    "a fraction": '{"type":"command","id":"a","command":{"type":"pledge","brings":1.5}}',
    "a long name": json.dumps({"type": "command", "id": "a", "command": {"type": "say", "to": ["x" * 300]}}),
    "endless words": json.dumps({"type": "command", "id": "a", "command": {"type": "say"}, "words": "x" * 60_000}),
    "nul": '{"type":"ping",\u0000"n":1}',
}


@pytest.mark.parametrize("name", POISON)
def test_a_bad_frame_becomes_an_error_with_a_reason(name: str) -> None:
    read = read_frame(POISON[name])
    assert isinstance(read, Error) and read.code in ("bad_json", "bad_message", "too_deep") and read.message


def test_a_binary_frame_is_no_message() -> None:
    assert read_frame(b"{}") == read_frame(None)
    assert isinstance(read_frame(None), Error)


def test_good_frames_are_read() -> None:
    assert read_frame('{"type":"hello","token":"t"}') == Hello("t")
    assert read_frame('{"type":"ping"}') == Ping()
    assert isinstance(read_frame('{"type":"command","id":"a","command":{"type":"ready"}}'), Send)


async def test_poison_is_answered_the_socket_stays_and_the_others_play_on(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path) as live:
        async with seated(live, ("pct", "council", "charity", "government")) as room:
            for name, frame in POISON.items():
                async with watching(live, room.tokens["pct"]) as bad:
                    await bad.put_raw(frame)
                    await bad.until(lambda screen: bool(screen.errors))
                    await bad.put({"type": "ping", "n": 1})
                    await bad.until(lambda screen: bool(screen.pongs))
                    assert bad.close_code is None, name
            async with watching(live, room.tokens["pct"]) as bad:
                await bad.put_raw(b"\x00\xff")
                await bad.until(lambda screen: bool(screen.errors))
                assert bad.errors[0]["code"] == "binary_frame"
            await room.seats["pct"].ok({"type": "pledge", "brings": 3})
            await room.settle()
    assert "Traceback" not in "".join(capfd.readouterr())


async def test_ten_bad_frames_are_answered_and_the_next_ends_the_connection(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, ("pct",)) as room:
            for _ in range(11):
                await room.seats["pct"].put_raw("{")
            assert await room.seats["pct"].closed() == 1008
            assert len(room.seats["pct"].errors) == 11


async def test_a_frame_beyond_64_kilobytes_ends_only_its_own_connection(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, ("pct", "council")) as room:
            await room.seats["pct"].put_raw("x" * 70_000)
            assert await room.seats["pct"].closed() == 1009
            await room.host.ok({"type": "begin"})
            await room.seats["council"].reach(room.host.seq)


async def test_the_first_frame_must_be_a_hello_with_a_known_token(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        for frame, code, error in (
            ('{"type":"ping"}', 1008, "hello_first"),
            ("{", 1008, "hello_first"),
            ('{"type":"hello","token":"' + "A" * 22 + '"}', 4004, "unknown_token"),
            ('{"type":"hello","token":""}', 4004, "unknown_token"),
        ):
            async with opened(live) as screen:
                await screen.put_raw(frame)
                assert await screen.closed() == code
                assert [each["code"] for each in screen.errors] == [error]
        async with seated(live, ("pct",)) as room:
            await room.seats["pct"].put({"type": "hello", "token": room.tokens["pct"]})
            await room.seats["pct"].until(lambda screen: bool(screen.errors))
            assert room.seats["pct"].errors[0]["code"] == "hello_first"


async def test_a_socket_that_says_nothing_is_closed(tmp_path: Path) -> None:
    from msgspec.structs import replace

    from tests.server.live import PATIENT

    with serving(tmp_path, limits=replace(PATIENT, hello_seconds=0.05)) as live:
        async with opened(live) as screen:
            assert await screen.closed() == 1008
