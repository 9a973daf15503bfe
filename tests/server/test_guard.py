"""Foreign pages, foreign hosts and large bodies stop at the door; every answer carries its headers."""

import gzip
from pathlib import Path

import pytest
import websockets

from tests.server.live import Live, serving
from tests.server.screen import watching

POLICY = ("default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "object-src 'none'")


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:{port}.evil.example", "file://", "",
     "http://evil.example:{port}", "http://localhost:{port}"],
)  # fmt: skip
async def test_a_foreign_origin_is_answered_403_before_the_upgrade(origin: str, shared: Live) -> None:
    port = shared.url.rpartition(":")[2]
    with pytest.raises(websockets.InvalidStatus) as refused:
        await websockets.connect(
            shared.url.replace("http", "ws") + "/ws", additional_headers={"Origin": origin.format(port=port)}
        )
    assert refused.value.response.status_code == 403
    status, code = shared.refused("POST", "/api/tables", json={}, headers={"Origin": origin.format(port=port)})
    assert (status, code) == (403, "foreign_origin")


async def test_the_servers_own_pages_and_scripts_come_in(tmp_path: Path) -> None:
    with serving(tmp_path) as live:
        table = live.make_table()
        for origin in (live.url, live.url.replace("http", "https")):
            async with watching(live, table["host_token"], additional_headers={"Origin": origin}) as screen:
                assert screen.view.viewer == "host"
            assert live.http.post("/api/tables", json={}, headers={"Origin": origin}).status_code == 201


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:80:80", "a b", "127.0.0.1@evil", ""]
)
async def test_another_host_is_refused_for_pages_and_sockets(host: str, shared: Live) -> None:
    assert shared.refused("GET", "/healthz", headers={"Host": host}) == (400, "unknown_host")
    with pytest.raises(websockets.InvalidStatus) as refused:
        await websockets.connect(shared.url.replace("http", "ws") + "/ws", additional_headers={"Host": host})
    assert refused.value.response.status_code == 400


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1:80", "[::1]:8000", "play.example.org"])
def test_allowed_hosts_come_in_with_and_without_port(host: str, tmp_path: Path) -> None:
    with serving(tmp_path, allowed_hosts=("localhost", "127.0.0.1", "[::1]", "play.example.org")) as live:
        answer = live.http.get("/healthz", headers={"Host": host})
        assert answer.json() == {"status": "ok"}
        assert f"connect-src 'self' ws://{host} wss://{host}" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/other", "/healthz", "/api/decks"])
async def test_there_is_no_socket_but_ws(path: str, shared: Live) -> None:
    with pytest.raises(websockets.InvalidStatus) as refused:
        await websockets.connect(shared.url.replace("http", "ws") + path)
    assert refused.value.response.status_code == 403
    assert shared.refused("GET", "/ws") == (404, "not_found")


def test_a_body_beyond_64_kilobytes_is_refused_declared_or_not(shared: Live) -> None:
    assert shared.refused("POST", "/api/tables", content=b"x" * 65_537) == (413, "too_large")
    assert shared.refused("POST", "/api/tables", content=(b"x" * 1000 for _ in range(70))) == (413, "too_large")


def test_every_answer_carries_the_security_headers(shared: Live) -> None:
    for path in ("/", "/healthz", "/api/decks", "/api/nowhere", "/api/tables/x/entries"):
        headers = shared.http.get(path).headers
        assert all(part in headers["content-security-policy"] for part in POLICY), path
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_screens_get_the_page_assets_are_kept_for_ever_and_the_rest_is_not_found(tmp_path: Path) -> None:
    web = tmp_path / "web"
    (web / "assets").mkdir(parents=True)
    (web / "index.html").write_text("<p>the page</p>")
    (web / "assets" / "main-1a2b.js").write_text("1")
    (tmp_path / "secret.txt").write_text("secret")
    with serving(tmp_path / "data", web=web) as live:
        for path in ("/", "/join", "/join/ABC234", "/host", "/t/some-table", "/screen/some-table"):
            answer = live.http.get(path)
            assert answer.text == "<p>the page</p>" and answer.headers["cache-control"] == "no-store", path
        assert "immutable" in live.http.get("/assets/main-1a2b.js").headers["cache-control"]
        assert live.http.get("/api/decks").headers["cache-control"] == "no-store"
        for path in ("/api/x", "/nowhere", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/assets/%00", "/docs",
                     "/openapi.json", "/admin", "/metrics"):  # fmt: skip
            assert live.refused("GET", path) == (404, "not_found"), path


def test_who_can_unpack_a_file_gets_the_packed_copy_and_everybody_else_the_file(tmp_path: Path) -> None:
    web = tmp_path / "web"
    web.mkdir()
    (web / "main.js").write_text("the script")
    (web / "main.js.gz").write_bytes(gzip.compress(b"the script"))
    with serving(tmp_path / "data", web=web) as live:
        packed = live.http.get("/main.js", headers={"Accept-Encoding": "br;q=1, gzip"})
        assert packed.headers["content-encoding"] == "gzip" and packed.text == "the script"
        plain = live.http.get("/main.js", headers={"Accept-Encoding": "identity"})
        assert "content-encoding" not in plain.headers and plain.text == "the script"
        for answer in (packed, plain):
            assert answer.headers["content-type"].startswith("text/javascript")
            assert answer.headers["vary"] == "Accept-Encoding"


def test_without_built_pages_the_server_says_what_to_do(tmp_path: Path) -> None:
    with serving(tmp_path, web=tmp_path / "nowhere") as live:
        answer = live.http.get("/")
        assert answer.status_code == 503 and "build_web.py" in answer.text


def test_a_fault_is_answered_without_its_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(deck: str) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr("server.api.decks.load_deck", broken)
    with serving(tmp_path) as live:
        answer = live.http.get("/api/decks")
        assert answer.status_code == 500 and "inside" not in answer.text and "Traceback" not in answer.text
        assert answer.json()["error"]["code"] == "fault"
