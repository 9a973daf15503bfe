"""Every screen on small phones and in every theme: nothing to scroll sideways, nothing too small to tap."""

import pytest
from playwright.sync_api import Page, Request

from tests.e2e.pages import COMMIT, PHONE, Devices, Server, commit, options_of, overflow, put_cards_away

TARGET = 44
SCRIPT_AT_MOST = 150 * 1024
"""Script that a phone loads to join and to play to its first reveal, gzipped as it comes."""
ALL_AT_MOST = 320 * 1024
"""All of it: page, script, style, typefaces, pictures, answers, and what the socket tells."""

SMALL = """least => [...document.querySelectorAll('button, a[href], input, textarea')]
  .filter(each => each.getClientRects().length && !each.closest('[aria-hidden=true]'))
  .filter(each => each.tabIndex >= 0)
  .map(each => [each.innerText || each.getAttribute('aria-label') || each.labels?.[0]?.innerText || each.tagName,
    each.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.height < least || box.width < least))
  .map(([name, box]) => `${name}: ${Math.round(box.width)}x${Math.round(box.height)}`)"""


def fits(page: Page) -> None:
    assert overflow(page) <= 0, f"{page.url} is {overflow(page)} px too wide"
    assert page.evaluate(SMALL, TARGET) == [], page.url


def aloud(page: Page, what: str) -> None:
    """A card's own option may read alike, so the choice is looked for in its dial."""
    page.get_by_role("radiogroup", name="Out loud").get_by_role("radio", name=what, exact=True).click()


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_screen_scrolls_sideways_and_every_target_can_be_tapped(
    server: Server, devices: Devices, width: int, theme: str
) -> None:
    page = devices.open(f"{server.url}/?theme={theme}", {"width": width, "height": 700})
    page.get_by_role("button", name="Start a game").wait_for()
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    fits(page)
    page.goto(f"{server.url}/join")
    page.get_by_label("Table code").wait_for()
    fits(page)
    page.goto(f"{server.url}/host")
    page.get_by_role("button", name="Set the table").wait_for()
    fits(page)
    page.get_by_role("button", name="Set the table").click()
    page.get_by_role("link", name="Take a seat yourself").wait_for()
    fits(page)
    page.goto(server.url)
    page.get_by_role("button", name="Start a game").click()
    page.get_by_role("button", name="Next: my secret aim").wait_for()
    fits(page)
    put_cards_away(page)
    options_of(page).first.click()
    aloud(page, "name a tension")
    fits(page)
    aloud(page, "say nothing")
    page.get_by_role("button", name=COMMIT).click()
    page.get_by_role("button", name="Why").click()
    fits(page)


def test_what_a_phone_loads_to_join_and_play_stays_small(server: Server, devices: Devices) -> None:
    # An address without a script: what a browser has had it would not fetch again. It asks there for a sign, in vain.
    devices.expect("404 (Not Found)")
    page = devices.open(f"{server.url}/api/decks", PHONE)
    asked: list[Request] = []
    told: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: told.append(str(frame))))
    page.goto(f"{server.url}/join")
    page.get_by_label("Table code").wait_for()
    page.goto(server.url)
    page.get_by_role("button", name="Start a game").click()
    put_cards_away(page)
    commit(page)
    page.get_by_role("button", name="On to the stock-take").wait_for()
    page.wait_for_load_state("networkidle")
    loaded = {request.url: weight(request) for request in asked}
    scripts = {request.url: loaded[request.url] for request in asked if request.resource_type == "script"}
    assert len(scripts) > 2 and min(loaded.values()) > 0
    assert sum(scripts.values()) <= SCRIPT_AT_MOST, scripts
    loaded["the socket"] = sum(len(frame.encode()) for frame in told)
    assert told and sum(loaded.values()) <= ALL_AT_MOST, loaded


def weight(request: Request) -> int:
    """Bytes of the answer as it is sent, packed or not, whether over the wire or from the browser's own store."""
    answer = request.response()
    assert answer is not None
    return int(answer.header_value("content-length") or len(answer.body()))
