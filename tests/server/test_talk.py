"""Who hears whom, and what words may be."""

from pathlib import Path

import pytest

from server.hub.limits import Limits
from server.hub.words import clean
from tests.server.live import serving
from tests.server.screen import Room, seated

FOUR = ("pct", "council", "charity", "government")


def _heard(room: Room, text: str) -> set[str]:
    return {
        viewer
        for viewer, screen in room.screens.items()
        if any(text in entry["words"].values() for entry in screen.entries)
    }


async def test_table_talk_reaches_the_table_but_not_the_centre_nor_the_projector(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await room.seats["council"].ok({"type": "say"}, "To all of us here")
            await room.settle()
            assert _heard(room, "To all of us here") == {"pct", "council", "charity"}


async def test_private_talk_reaches_its_parties_alone_and_everybody_else_a_skip(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            seq = await room.seats["pct"].ok({"type": "say", "to": ["charity"]}, "Between us")
            await room.settle()
            assert _heard(room, "Between us") == {"pct", "charity"}
            skipped = {viewer for viewer, screen in room.screens.items() if seq in screen.skipped}
            assert skipped == {"council", "government", "host", "table"}


async def test_a_chosen_group_hears_and_the_centre_speaks_with_one_at_a_time(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await room.seats["pct"].ok({"type": "say", "to": ["charity", "council"]}, "We three")
            await room.seats["government"].ok({"type": "say", "to": ["pct"]}, "Minister speaking")
            assert await room.seats["government"].refusal({"type": "say"}, "All hear me") == "not_reachable"
            await room.settle()
            assert _heard(room, "We three") == {"pct", "charity", "council"}
            assert _heard(room, "Minister speaking") == {"pct", "government"}


async def test_words_are_cleaned_measured_and_asked_for(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            pct, centre = room.seats["pct"], room.seats["government"]
            await pct.ok({"type": "say"}, "a\u202egnp.exe\u200b  line\nbreak e\u0301\x07")
            await room.settle()
            assert _heard(room, "agnp.exe line break \u00e9") == {"pct", "council", "charity"}
            await pct.ok({"type": "say"}, "x" * 500)
            assert await pct.refusal({"type": "say"}, "x" * 501) == "words_too_long"
            assert await pct.refusal({"type": "say"}, "\u200b \u202e") == "words_missing"
            assert await pct.refusal({"type": "say"}) == "words_missing"
            assert await pct.refusal({"type": "ready"}, "words") == "words_not_taken"
            assert await centre.refusal({"type": "announce"}, "x" * 141) == "words_too_long"
            await centre.ok({"type": "announce"}, "x" * 140)


@pytest.mark.parametrize("typed", ["", "\u200b", "\u2066\u2069", "\ufeff", "\x00\x1b"])
def test_text_that_shows_nothing_is_no_text(typed: str) -> None:
    assert clean(typed) == ""


def test_heaps_of_marks_are_cut_and_letters_of_any_script_stay() -> None:
    assert clean("o" + "\u0336" * 500) == "o" + "\u0336" * 4
    greeting = "\u05e9\u05dc\u05d5\u05dd, \u4f60\u597d, \U0001f64b"
    assert clean(greeting) == greeting


async def test_a_chatterbox_is_slowed_down_and_then_shown_out_while_others_play_on(tmp_path: Path) -> None:
    with serving(tmp_path, limits=Limits()) as live:
        async with seated(live, FOUR) as room:
            loud = room.seats["pct"]
            answers = [await loud.send({"type": "say"}, f"word {n}") for n in range(8)]
            assert [answer["type"] for answer in answers[:5]] == ["ack"] * 5
            assert answers[-1]["code"] == "rate_limited"
            for n in range(60):
                await loud.put({"type": "ping", "n": n})
            assert await loud.closed() == 1008
            await room.seats["council"].ok({"type": "pledge", "brings": 2})
