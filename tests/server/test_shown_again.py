"""What a viewer was shown can be asked for once more, for a replay."""

from pathlib import Path
from typing import Any

import msgspec

from tests.server.live import Live, bearer, serving
from tests.server.screen import Room, play_on, seated

FOUR = ("pct", "council", "charity", "government")


def shown_again(live: Live, room: Room, token: str, limit: int) -> tuple[dict[int, bytes], int]:
    """The view as JSON after every seq from 1 on, fetched page by page; and how many pages it took."""
    table, seen, pages = room.table["table"], dict[int, bytes](), 0
    while True:
        after, pages = max(seen, default=1), pages + 1
        path = f"/api/tables/{table}/updates?after={after}&limit={limit}"
        page: dict[str, Any] = live.ok("GET", path, headers=bearer(token))
        assert page["game"] == room.table["game"]
        seen[after] = msgspec.json.encode(page["view"])
        for told in page["updates"]:
            page["view"] |= told.get("changes", {})
            seen[told["seq"]] = msgspec.json.encode(page["view"])
        if not page["updates"]:
            return seen, pages


async def test_every_viewer_is_shown_once_more_what_it_was_shown_and_nothing_else(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await room.seats["pct"].ok({"type": "say", "to": ["council"]}, "Can you carry this one?")
            await play_on(room)
            await room.settle()
            tokens = {**room.tokens, "host": room.table["host_token"], "table": room.table["projector_token"]}
            for viewer, screen in room.screens.items():
                again, pages = shown_again(live, room, tokens[viewer], limit=40)
                assert pages > 2 and sorted(again) == list(range(1, screen.seq + 1))
                assert [(seq, again[seq]) for seq, _ in screen.seen] == screen.seen, viewer


async def test_beyond_the_newest_entry_there_is_the_newest_view_and_nothing_after_it(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            path = f"/api/tables/{room.table['table']}/updates?after=9999"
            page = live.ok("GET", path, headers=bearer(room.tokens["pct"]))
            assert page["updates"] == [] and msgspec.json.encode(page["view"]) == room.seats["pct"].whole
