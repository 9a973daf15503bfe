"""axe-core finds nothing that shuts anybody out: every screen, in every theme, on every kind of device."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

import build_web
from tests.e2e.pages import COMMIT, LAPTOP, PHONE, PROJECTOR, Devices, Server, options_of, put_cards_away

AXE = Path(build_web.MODULES / "axe-core" / "axe.min.js")
THEMES = ("light", "dark", "contrast")
SIZES = (PHONE, LAPTOP)
ROOM: tuple[ViewportSize, ...] = (PROJECTOR, {"width": 1920, "height": 1080})
OTHERS = ("Primary Care Trust", "Community charity", "Central government")
LOOK = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary.slice(0, 200)}`));
}"""


class Examiner:
    """Turns a page through every size and theme, and notes all that axe finds on it."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.seen: list[str] = []
        self._source = AXE.read_text()

    def look(self, page: Page, screen: str, sizes: tuple[ViewportSize, ...] = SIZES) -> None:
        before = page.viewport_size
        if not page.evaluate("'axe' in window"):
            page.evaluate(self._source)
        for size in sizes:
            page.set_viewport_size(size)
            for theme in THEMES:
                page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
                self.found += [f"{screen} {size['width']} {theme}: {each}" for each in page.evaluate(LOOK)]
        self.seen.append(screen)
        if before:
            page.set_viewport_size(before)


def button(page: Page, name: str) -> Callable[[], None]:
    return page.get_by_role("button", name=name).first.click


def test_axe_finds_nothing_on_any_screen_in_any_theme_on_any_device(server: Server, devices: Devices) -> None:
    axe = Examiner()
    page = devices.open(server.url, LAPTOP, newcomer=True, reduced_motion="reduce")
    page.get_by_role("button", name="Start a game").wait_for()
    axe.look(page, "front")
    page.goto(f"{server.url}/join")
    page.get_by_label("Table code").wait_for()
    axe.look(page, "join")
    page.goto(f"{server.url}/host")
    for role in OTHERS:
        page.get_by_role("radiogroup", name=role).get_by_role("radio", name="bot").first.click()
    axe.look(page, "host")
    button(page, "Set the table")()
    seat = page.get_by_role("link", name="Take a seat yourself")
    seat.wait_for()
    axe.look(page, "invite")
    link = page.get_by_role("textbox", name="Link for the projector").input_value()
    screen = devices.open(link, ROOM[0], reduced_motion="reduce")
    screen.get_by_role("heading", level=1).wait_for()
    axe.look(screen, "projector, gathering", ROOM)
    seat.click()
    page.get_by_role("radio", name="Council").click()
    axe.look(page, "seat")
    page.get_by_label("Your name").fill("Bea")
    button(page, "Take the seat")()
    page.get_by_role("button", name="To the table").wait_for()
    axe.look(page, "briefing")
    put_cards_away(page)
    options_of(page).first.wait_for()
    axe.look(page, "card")
    axe.look(screen, "projector, card", ROOM)
    for opener in ("Table menu", "What can I do now?", "Secret aim", "Promises"):
        button(page, opener)()
        page.get_by_role("dialog").get_by_role("heading").first.wait_for()
        axe.look(page, opener)
        page.keyboard.press("Escape")
    button(page, "Show me everything")()
    options_of(page).first.click()
    axe.look(page, "sheet")
    button(page, "Offer a deal")()
    page.get_by_role("dialog").get_by_role("radio").first.click()
    axe.look(page, "offer")
    page.keyboard.press("Escape")
    button(page, "Host")()
    page.get_by_role("button", name="Pause").wait_for()
    axe.look(page, "host's keys")
    page.get_by_role("button", name=COMMIT).click()
    page.get_by_role("button", name=re.compile("^Next: ")).click()
    axe.look(page, "reveal")
    axe.look(screen, "projector, reveal", ROOM)
    button(page, "Skip to the end")()
    button(page, "Why")()
    axe.look(page, "why")
    button(page, "On to the stock-take")()
    page.get_by_role("button", name="On to round 2").wait_for()
    axe.look(page, "stock-take")
    button(page, "End the game")()
    button(page, "End it for everybody")()
    page.get_by_role("button", name="Play again").wait_for()
    axe.look(page, "end")
    axe.look(screen, "projector, end", ROOM)
    page.goto(f"{server.url}/t/nowhere")
    page.get_by_role("heading", level=1).wait_for()
    axe.look(page, "no seat")
    assert len(axe.seen) == len(set(axe.seen)) == 23
    assert not axe.found, "\n".join(axe.found)


def test_axe_sees_what_is_wrong(server: Server, devices: Devices) -> None:
    axe = Examiner()
    page = devices.open(server.url, LAPTOP)
    page.get_by_role("button", name="Start a game").wait_for()
    page.evaluate("document.body.append(document.createElement('button'))")
    axe.look(page, "front", (LAPTOP,))
    assert len(axe.found) == len(THEMES)
    assert all("button-name" in each for each in axe.found)
