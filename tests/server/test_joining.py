"""From a code to a seat: who gets in, who does not, and what hostile input comes to."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.api.throttle import Failures
from server.errors import ApiError
from tests.server.live import Live, bearer, serving
from tests.server.screen import seated, watching

FOUR = ("pct", "council", "charity", "government")


def test_a_table_is_made_looked_up_and_joined(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        table = live.make_table(seats={"government": "none", "charity": "share"}, title="Monday  group")
        assert table["links"]["join"] == f"{live.url}/join/{table['code']}"
        assert table["links"]["host"].endswith(f"/t/{table['table']}#{table['host_token']}")
        assert live.join(table["code"].lower(), "pct", name="Ana")["link"].startswith(f"{live.url}/t/{table['table']}#")
        shown = live.ok("GET", f"/api/join/{table['code']}")
        assert shown["title"] == "Monday group" and shown["state"] == "gathering"
        held = {seat["role"]: (seat["held_by"], seat["name"]) for seat in shown["seats"]}
        assert held == {"pct": ("person", "Ana"), "council": ("open", None), "charity": ("bot", None)}
        live.join(table["code"], "council")
        assert live.ok("GET", f"/api/join/{table['code']}")["state"] == "playing"


def test_full_unknown_and_closed_are_told_apart_only_where_that_helps_nobody_guess(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        table = live.make_table()
        code = table["code"]
        live.join(code, "pct")
        wish = {"code": code, "name": "Bo", "seat": "pct"}
        assert live.refused("POST", "/api/join", json=wish) == (409, "seat_taken")
        assert live.refused("POST", "/api/join", json={**wish, "seat": "mayor"}) == (404, "unknown_seat")
        for role in FOUR[1:]:
            live.join(code, role)
        assert live.refused("POST", "/api/join", json=wish) == (409, "table_full")
        strange = ("ABC234", "ABC2345", "000000", "%F0%9F%92%A9", "x" * 99)
        wrong = {live.http.get(f"/api/join/{code}").text for code in strange}
        wrong.add(live.http.post("/api/join", json={**wish, "code": "ABC234"}).text)
        assert len(wrong) == 1 and "unknown_code" in wrong.pop()


async def test_a_code_closes_with_its_game_and_answers_like_a_wrong_one(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            await room.host.ok({"type": "end_game"})
        code = room.table["code"]
    with serving(tmp_path) as live:
        closed, wrong = live.http.get(f"/api/join/{code}"), live.http.get("/api/join/ABC234")
        assert closed.status_code == wrong.status_code == 404 and closed.text == wrong.text


def test_of_many_who_race_for_a_seat_one_gets_it(tmp_path: Path) -> None:
    with serving(tmp_path) as live, ThreadPoolExecutor(8) as threads:
        code = live.make_table()["code"]
        wish = {"code": code, "name": "Ana", "seat": "pct"}
        answers = list(threads.map(lambda _: live.http.post("/api/join", json=wish).status_code, range(16)))
        assert sorted(answers) == [201] + [409] * 15


@pytest.mark.parametrize(
    "name, outcome",
    [
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("A\u202egnp.exe\u200b", "Agnp.exe"),
        ("Ana\n\tLee", "Ana Lee"),
        ("", "name_empty"),
        ("\u200b\u2066", "name_empty"),
        ("Facilitator", "name_reserved"),
        ("H\u043est", "name_reserved"),
    ],
)
def test_a_name_is_shown_clean_or_refused(name: str, outcome: str, shared: Live) -> None:
    code = shared.make_table()["code"]
    answer = shared.http.post("/api/join", json={"code": code, "name": name, "seat": "pct"})
    if answer.status_code == 201:
        seats = shared.ok("GET", f"/api/join/{code}")["seats"]
        assert [seat["name"] for seat in seats if seat["role"] == "pct"] == [outcome]
    else:
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, outcome)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"name":"\\ud800","code":"ABC234","seat":"pct"}', b"[" * 60_000,
        b'{"code":"ABC234","name":"A","seat":"pct","more":1}', b'{"code":1,"name":[],"seat":{}}',
        b'{"code":"ABC234","name":NaN,"seat":1e400}', b'{"a\\u0000":' + b"9" * 5000 + b"}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/api/join", "/api/tables"])
def test_a_broken_body_gets_one_clear_answer(path: str, body: bytes, shared: Live) -> None:
    answer = shared.http.post(path, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 404, 422), answer.text
    assert set(answer.json()["error"]) == {"code", "message", "data"}


def test_settings_of_which_no_game_can_be_made_are_refused_with_what_would_do(shared: Live) -> None:
    for wish, code in (
        ({"seats": {"pct": "genius"}}, "bad_setup"),
        ({"seats": {"mayor": "open"}}, "bad_setup"),
        ({"seats": {"pct": "none", "council": "none"}}, "bad_setup"),
        ({"rounds": 99}, "bad_request"),
        ({"preset": "brutal"}, "bad_request"),
        ({"timers": "yes"}, "bad_request"),
    ):
        assert shared.refused("POST", "/api/tables", json=wish) == (422, code)
    assert shared.refused("POST", "/api/tables", json={"deck": "../etc"}) == (404, "unknown_deck")
    assert shared.refused("GET", "/api/decks/nothing") == (404, "unknown_deck")


async def test_a_moved_seat_leaves_its_old_device_and_lives_on_the_new_one(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        async with seated(live, FOUR) as room:
            path = f"/api/tables/{room.table['table']}/seats/pct/move"
            fresh = live.ok("POST", path, headers=bearer(room.table["host_token"]))["token"]
            assert await room.seats["pct"].closed() == 4001
            assert live.refused("POST", path, headers=bearer(room.tokens["pct"])) == (401, "unknown_token")
            async with watching(live, fresh) as device:
                assert device.view.viewer == "pct"
                again = live.ok("POST", path, headers=bearer(fresh))["token"]
                assert again != fresh and await device.closed() == 4001
            assert live.refused("POST", path, headers=bearer(room.tokens["council"])) == (403, "not_yours")
            assert live.refused("POST", path, headers=bearer(room.table["projector_token"])) == (403, "not_yours")


def test_a_token_opens_its_own_table_and_no_other(shared: Live) -> None:
    mine, theirs = shared.make_table(), shared.make_table()
    for path in ("entries", "journal", "qr.svg"):
        where = f"/api/tables/{theirs['table']}/{path}"
        assert shared.refused("GET", where, headers=bearer(mine["host_token"])) == (404, "unknown_table")
        assert shared.refused("GET", where) == (401, "unknown_token")
        assert shared.refused("GET", where, headers=bearer("A" * 22)) == (401, "unknown_token")
    where = f"/api/tables/{theirs['table']}/seats/pct/move"
    assert shared.refused("POST", where, headers=bearer(mine["host_token"])) == (404, "unknown_table")
    wish = {"code": mine["code"], "name": "Host Lee", "seat": "pct", "host_token": theirs["host_token"]}
    assert shared.refused("POST", "/api/join", json=wish) == (403, "not_the_host")


def test_the_code_is_drawn_for_host_and_projector(shared: Live) -> None:
    table = shared.make_table()
    where = f"/api/tables/{table['table']}/qr.svg?kind=join"
    for token in (table["host_token"], table["projector_token"]):
        answer = shared.http.get(where, headers=bearer(token))
        assert answer.headers["content-type"] == "image/svg+xml" and answer.text.startswith("<svg")
    seat = shared.join(table["code"], "pct")["token"]
    assert shared.refused("GET", where, headers=bearer(seat)) == (403, "not_yours")


def test_guessing_is_slowed_down_but_a_room_that_plays_is_not(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        code = live.make_table()["code"]
        assert _look(live, code) == 200
        guesses = [_look(live, f"{first}{second}2345") for first in "ABCDEFG" for second in "HJKMNPQ"]
        assert guesses[:30] == [404] * 30 and 429 in guesses
        assert live.http.get("/api/join/ZZZZZZ").headers["retry-after"].isdigit()
        for role in FOUR:
            live.join(code, role)


def _look(live: Live, code: str) -> int:
    return live.http.get(f"/api/join/{code}").status_code


class _Clock:
    at = 0.0

    def __call__(self) -> float:
        return self.at


def test_each_wrong_code_beyond_the_free_ones_doubles_the_wait() -> None:
    clock = _Clock()
    failures, waits = Failures(clock), []
    for _ in range(30):
        failures.wrong("a")
    for _ in range(4):
        failures.wrong("a")
        with pytest.raises(ApiError) as refused:
            failures.admit("a", "ABC234")
        waits.append(refused.value.data["wait"])
        failures.admit("b", "ABC234")
    assert waits == [1, 2, 4, 8]
    clock.at += 8
    failures.admit("a", "ABC234")


def test_right_codes_never_count_and_the_memory_is_bounded() -> None:
    failures = Failures(_Clock())
    for number in range(10_000):
        failures.right("a", str(number))
        failures.wrong(f"address {number}")
    failures.admit("a", "ABC234")
    assert len(failures._addresses) <= 4096
