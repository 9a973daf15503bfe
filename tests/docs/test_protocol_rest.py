"""The REST part of docs/protocol.md and the code say the same, both ways."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import BaseModel

from server.api.branches import Moment
from server.api.joining import JoinWish
from server.api.tables import PAGE, TableWish
from server.app import create_app
from server.settings import Settings
from tests.docs.protocol_page import parts, section, table
from tests.proving.serving import ROOT, Serving


def test_every_route_is_there_and_no_other(tmp_path: Path) -> None:
    app = create_app(Settings(data=tmp_path))
    routes = {
        f"{method} {route.path}"
        for route in walk(app.routes)
        for method in getattr(route, "methods", None) or ()
        if route.path.startswith(("/api/", "/healthz")) and method != "HEAD"
    }
    assert set(parts("REST")) == routes
    assert [route.path for route in walk(app.routes) if type(route).__name__ == "APIWebSocketRoute"] == ["/ws"]


def walk(routes: Any) -> Iterator[Any]:
    for route in routes:
        inner = getattr(route, "original_router", None)
        yield from walk(inner.routes) if inner is not None else [route]


@pytest.mark.parametrize(
    ("route", "body"),
    [
        ("POST /api/tables", TableWish),
        ("POST /api/join", JoinWish),
        ("POST /api/tables/{table}/rewind", Moment),
        ("POST /api/tables/{table}/fork", Moment),
    ],
)
def test_every_field_of_a_body_is_there_and_no_other(route: str, body: type[BaseModel]) -> None:
    asked = parts("REST")[route].partition("\n201")[0].partition("\n200")[0]
    assert list(table(asked)) == list(body.model_fields)


async def test_every_answer_has_the_fields_of_the_page_and_no_other(tmp_path: Path) -> None:
    async with Serving(tmp_path) as server, httpx.AsyncClient(base_url=server.url) as http:
        for route, answer in await answers(http):
            documented = parts("REST")[route].rpartition("\n200")[2].rpartition("\n201")[2]
            assert set(table(documented)) == set(answer), route


async def answers(http: httpx.AsyncClient) -> list[tuple[str, Any]]:
    """One answer of every route that answers with an object."""
    made = (await http.post("/api/tables", json={})).json()
    place, host = f"/api/tables/{made['table']}", {"Authorization": f"Bearer {made['host_token']}"}
    wish = {"code": made["code"], "name": "Ana", "seat": "pct"}
    (deck,) = (await http.get("/api/decks")).json()["decks"]
    one = (await http.get(f"/api/decks/{deck['id']}")).json()
    moment = {"game": made["game"], "seq": 1}
    rows = await http.get(f"{place}/journal", headers=host)
    return [
        ("GET /api/decks", deck),
        ("GET /api/decks/{deck}", set(one) - set(deck)),
        ("POST /api/tables", made),
        ("GET /api/join/{code}", (await http.get(f"/api/join/{made['code']}")).json()),
        ("POST /api/join", (await http.post("/api/join", json=wish)).json()),
        (
            "POST /api/tables/{table}/seats/{role}/move",
            (await http.post(f"{place}/seats/pct/move", headers=host)).json(),
        ),
        ("GET /api/tables/{table}/entries", (await http.get(f"{place}/entries", headers=host)).json()),
        ("GET /api/tables/{table}/updates", (await http.get(f"{place}/updates", headers=host)).json()),
        ("GET /api/tables/{table}/journal", json.loads(rows.text.splitlines()[0])),
        ("GET /api/tables/{table}/rounds", (await http.get(f"{place}/rounds", headers=host)).json()),
        ("GET /api/tables/{table}/branches", (await http.get(f"{place}/branches", headers=host)).json()),
        ("POST /api/tables/{table}/fork", (await http.post(f"{place}/fork", json=moment, headers=host)).json()),
        ("POST /api/tables/{table}/rewind", (await http.post(f"{place}/rewind", json=moment, headers=host)).json()),
    ]


def test_a_page_holds_as_many_entries_as_the_page_says() -> None:
    for route in ("entries", "updates"):
        assert f"1 to {PAGE};" in parts("REST")[f"GET /api/tables/{{table}}/{route}"]


def test_every_error_that_rest_can_answer_is_there_and_no_other() -> None:
    text = section("REST")
    shown = set(re.findall(r"^\| \d{3} \| `(\w+)` \|", text, re.MULTILINE))
    for paragraph in re.findall(r"^(?:4\d\d|503) `[^|{]+?(?:\n\n|\Z)", text, re.MULTILINE):
        shown |= set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", paragraph))
    assert shown == set(raised()) | {"bad_request", "not_found", "method_not_allowed", "fault", "bad_setup"}


def raised() -> Iterator[str]:
    """The codes in the sources of REST: second argument of ApiError, fifth of the guard's _reject, refused names."""
    for path in [*(ROOT / "server" / "api").glob("*.py"), ROOT / "server" / "guard.py"]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("ApiError", "_reject"):
                code = node.args[1 if getattr(node.func, "id", "") == "ApiError" else 4]
                yield from strings(code)
    yield from ("name_empty", "name_reserved", "table_full", "seat_taken", "unknown_seat")


def strings(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
