"""No byte leaves the server that its receiver may not see; each check is seen to fail on a server that leaks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from game_rules import Event, State, View, see, view
from server.hub import sight
from tests.server.live import HandClock, Live, bearer, serving
from tests.server.screen import Room, Screen, play_on, seated

PEOPLE = ("pct", "council", "charity")
SEED = "canary-seed-5d1f"
PRIVATE = {
    "canary-whisper-77": {"pct", "council"},
    "canary-to-the-centre-78": {"charity", "government"},
    "canary-note-79": {"charity"},
    "canary-sentence-80": {"pct"},
    "canary-table-talk-81": {"pct", "council", "charity"},
    "canary-offer-82": {"pct", "charity"},
    "canary-refusal-83": {"pct", "charity"},
    "canary-counter-84": {"pct", "charity"},
}
"""Words, and who may be told them in the first round before the reveal."""
OWN = {"number_moved", "backing_drawn", "instrument_chosen", "sheet_laid", "noted", "scored"}
PAIR = {"sore_moved"}
PARTIES = {"offer_made", "offer_answered"}
TOLD = 77
"""A price that only the PCT and the council speak of."""
NOBODY = {"game_opened", "drawn"}


async def test_what_leaves_the_server_is_for_its_receivers_eyes(tmp_path: Path) -> None:
    assert await _leaks(tmp_path) == []


def _leaky(kind: str) -> Any:
    def leaking(state: State, viewer: str, event: Event) -> Event | None:
        return event if event.__struct_config__.tag == kind else see(state, viewer, event)

    return leaking


@pytest.mark.parametrize("kind", sorted({*OWN, *PAIR, *PARTIES, *NOBODY, "said"} - {"scored", "instrument_chosen"}))
async def test_a_server_that_leaks_one_kind_of_event_is_caught(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sight, "see", _leaky(kind))
    assert await _leaks(tmp_path) != []


def _other_eyes(state: State, viewer: str) -> View:
    shown = view(state, viewer)
    return msgspec.structs.replace(shown, me=shown.me or view(state, "pct").me)


def _strain(state: State, viewer: str) -> View:
    return msgspec.structs.replace(view(state, viewer), pairs=view(state, "council").pairs)


def _temperaments(state: State, viewer: str) -> View:
    shown = view(state, viewer)
    return msgspec.structs.replace(shown, weather=state.roles["government"].seat)


def _seed(state: State, viewer: str) -> View:
    return msgspec.structs.replace(view(state, viewer), title=state.seed)


def _offers(state: State, viewer: str) -> View:
    return msgspec.structs.replace(view(state, viewer), offers=view(state, "pct").offers)


def _answered(state: State, viewer: str) -> View:
    return msgspec.structs.replace(view(state, viewer), closed=view(state, "charity").closed)


def _told(state: State, viewer: str) -> View:
    return msgspec.structs.replace(view(state, viewer), told=view(state, "council").told)


@pytest.mark.parametrize("saboteur", [_other_eyes, _strain, _temperaments, _seed, _offers, _answered, _told])
async def test_a_server_that_leaks_by_the_view_is_caught(
    saboteur: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sight, "view", saboteur)
    assert await _leaks(tmp_path) != []


async def test_neither_words_nor_tokens_nor_the_seed_reach_the_log(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path, log_level="debug") as live:
        async with seated(live, PEOPLE, seats={"government": "random"}, seed=SEED) as room:
            await _first_round(room)
            await room.seats["pct"].put_raw('{"type":"hello","token":"canary-bad"')
            tokens = [*room.tokens.values(), room.table["host_token"], room.table["projector_token"]]
    logged = "".join(capfd.readouterr())
    assert not [secret for secret in (*tokens, *PRIVATE, SEED, "Ana pct", "canary") if secret in logged]


async def test_another_secret_of_one_seat_changes_no_byte_of_the_others(tmp_path: Path) -> None:
    """The same play twice, but for what the PCT whispers, offers, writes on its sheet, and lays."""
    one = await _others_bytes(tmp_path / "one", "I am worn out", brings=4, last_option=False)
    two = await _others_bytes(tmp_path / "two", "I could carry it alone", brings=9, last_option=True)
    assert one == two and all(len(frames) >= 4 for frames in one.values())


async def _others_bytes(data: Path, whisper: str, brings: int, last_option: bool) -> dict[str, list[str]]:
    with serving(data, now=HandClock()) as live:
        async with seated(live, PEOPLE, seats={"government": "none"}, seed=SEED) as room:
            pct = room.seats["pct"]
            tells = {"can": [{"brings": brings}], "asks": {"council": brings}}
            await pct.ok({"type": "say", "to": ["charity"], "tells": tells}, whisper)
            offer = {"type": "offer", "to": ["charity"], "kind": "bargain", "carrier": "pct", "gives": "my_turn_next"}
            for _ in range(2):
                made = await pct.ok({**offer, "brings": brings}, whisper)
                await room.seats["charity"].reach(made)
                await room.seats["charity"].ok({"type": "answer", "offer": made, "accept": False}, whisper)
            assert pct.view.legal.sheet is not None
            sheet = msgspec.to_builtins(pct.view.legal.sheet.default)
            options = [option for option in pct.view.legal.sheet.options if option != sheet["option"]]
            if last_option:
                sheet |= {"option": options[-1], "table": 0}
            await pct.ok({"type": "commit", "sheet": sheet}, whisper)
            await room.seats["council"].ok({"type": "pledge", "brings": 2})
            await room.settle()
            pact = await pct.ok({"type": "offer", "to": ["charity"], "kind": "pact"}, whisper)
            await pct.ok({"type": "withdraw", "offer": pact})
            await room.settle()
            screens = {"council": room.seats["council"], "host": room.host, "table": room.projector}
            own = (room.table["table"], room.table["game"])
            return {viewer: [_masked(frame, own) for frame in _numbered(screen)] for viewer, screen in screens.items()}


def _numbered(screen: Screen) -> list[str]:
    return [frame for frame in screen.frames if msgspec.json.decode(frame)["type"] in ("welcome", "update", "skip")]


def _masked(frame: str, own: tuple[str, ...]) -> str:
    for each in own:
        frame = frame.replace(each, "_")
    return frame


async def _leaks(data: Path) -> list[str]:
    with serving(data) as live:
        async with seated(live, PEOPLE, seats={"government": "random"}, seed=SEED) as room:
            await _first_round(room)
            await room.settle()
            return [leak for viewer, screen in room.screens.items() for leak in _found(live, room, viewer, screen)]


async def _first_round(room: Room) -> None:
    pct, council, charity = (room.seats[role] for role in PEOPLE)
    tells = {"can": [{"brings": 3, "price": TOLD}]}
    await pct.ok({"type": "say", "to": ["council"], "tells": tells}, "canary-whisper-77")
    await _bargain(pct, charity)
    await charity.ok({"type": "say", "to": ["government"]}, "canary-to-the-centre-78")
    await council.ok({"type": "say"}, "canary-table-talk-81")
    assert pct.view.legal.sheet is not None
    sheet = msgspec.to_builtins(pct.view.legal.sheet.default)
    await pct.ok({"type": "commit", "sheet": sheet}, "canary-sentence-80")
    await play_on(room, lambda shown: shown.phase == "stocktake")
    await charity.reach(room.projector.seq)
    await charity.ok({"type": "note"}, "canary-note-79")
    await play_on(room, lambda shown: shown.round == 2)


async def _bargain(pct: Screen, charity: Screen) -> None:
    """An offer countered, the counter-offer refused, another one withdrawn, one left open."""
    offer = {"type": "offer", "kind": "bargain", "carrier": "charity", "brings": 4, "gives": "my_turn_next"}
    made = await pct.ok({**offer, "to": ["charity"]}, "canary-offer-82")
    await charity.reach(made)
    countered = await charity.ok({**offer, "to": ["pct"], "brings": 5, "counters": made}, "canary-counter-84")
    await pct.reach(countered)
    await pct.ok({"type": "answer", "offer": countered, "accept": False}, "canary-refusal-83")
    again = await pct.ok({**offer, "to": ["charity"], "brings": 6}, "canary-offer-82")
    await pct.ok({"type": "withdraw", "offer": again})
    await pct.ok({**offer, "to": ["charity"], "brings": 7}, "canary-offer-82")


def _found(live: Live, room: Room, viewer: str, screen: Screen) -> Iterator[str]:
    texts = [*screen.frames, *_by_http(live, room, viewer)]
    for number, text in enumerate(texts):
        yield from (f"{viewer} {number}: {canary}" for canary in _canaries(room, viewer) if canary in text)
        if viewer != "host":  # the host is offered temperaments by name
            yield from (f"{viewer} {number}: temperament" for _ in re.findall(r'"random"', text))
        yield from (f"{viewer} {number}: {leak}" for leak in _wrong_parts(msgspec.json.decode(text), viewer))


def _canaries(room: Room, viewer: str) -> Iterator[str]:
    yield SEED
    yield from (words for words, knowing in PRIVATE.items() if viewer not in knowing)
    yield from room.tokens.values()
    yield from (room.table["host_token"], room.table["projector_token"])


def _by_http(live: Live, room: Room, viewer: str) -> Iterator[str]:
    tokens = {**room.tokens, "host": room.table["host_token"], "table": room.table["projector_token"]}
    table = room.table["table"]
    yield live.http.get(f"/api/tables/{table}/entries?limit=200", headers=bearer(tokens[viewer])).text
    yield live.http.get(f"/api/tables/{table}/updates?limit=200", headers=bearer(tokens[viewer])).text
    yield live.http.get(f"/api/join/{room.table['code']}").text
    if viewer != "host":  # who holds no seat may export
        yield live.http.get(f"/api/tables/{table}/journal", headers=bearer(tokens[viewer])).text


def _wrong_parts(value: Any, viewer: str) -> Iterator[str]:
    """Private events of others, another's own numbers, offers and words of others, strain that is not to be known."""
    if isinstance(value, list):
        for each in value:
            yield from _wrong_parts(each, viewer)
    if not isinstance(value, dict):
        return
    kind = value.get("type")
    if kind in NOBODY or kind in OWN and value["role"] != viewer:
        yield f"event {kind}"
    if (kind in PAIR or value.get("known") is True) and viewer not in value["pair"].split("+"):
        yield f"strain of {value['pair']}"
    parties = {value.get("role"), *(value.get("to") or ()), *(value.get("parties") or ())}
    if (kind in PARTIES or {"accepted", "brings"} <= set(value)) and viewer not in parties:
        yield "an offer of others"
    if value.get("price") == TOLD and viewer not in ("pct", "council"):
        yield "what the PCT told the council"
    if "backing" in value and value.get("role") != viewer:
        yield "another's numbers"
    for each in value.values():
        yield from _wrong_parts(each, viewer)
