"""The projector: the room follows the reveal at the host's pace."""

import re

from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e.pages import PHONE, PROJECTOR, Devices, Server, commit, options_of
from tests.e2e.test_people import code_of, hosted, join


def watched(server: Server, devices: Devices) -> tuple[Page, Page, Page]:
    """A host, the room's screen, and Ana on a phone before the first card."""
    host = hosted(devices, server, bots=("Council", "Community charity", "Central government"))
    screen = devices.open(host.get_by_role("textbox", name="Link for the projector").input_value(), PROJECTOR)
    ana = devices.open(f"{server.url}/join/{code_of(host)}", PHONE)
    join(ana, "Primary Care Trust", "Ana")
    options_of(ana).first.wait_for()
    return host, screen, ana


def test_the_host_turns_the_reveal_on_the_projector_page_by_page(server: Server, devices: Devices) -> None:
    host, screen, ana = watched(server, devices)
    commit(ana)
    told = screen.get_by_role("main").get_by_role("listitem")
    expect(told).to_have_count(1)
    host.get_by_role("button", name="On the screen next: what broke or was mended").click()
    expect(told).to_have_count(2)
    host.get_by_role("button", name="On the screen next: the question to talk about").click()
    expect(host.get_by_role("button", name="The screen shows everything")).to_be_disabled()
    question = screen.get_by_role("main").locator("p").last
    expect(question).to_contain_text("?")
    screen.reload()
    expect(told).to_have_count(2)
    expect(question).to_contain_text("?")


SMALLEST = """() => [...document.querySelectorAll('body :not(noscript, title, [aria-live] *)')]
  .filter((each) => each.checkVisibility())
  .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((each) => parseFloat(getComputedStyle(each).fontSize) * (each.getScreenCTM?.().a ?? 1))
  .reduce((a, b) => Math.min(a, b))"""
"""The size in pixels of the smallest letters that are seen, on the ground too."""
COVERED = """() => {
  const card = document.querySelector('main article').getBoundingClientRect()
  return [...document.querySelectorAll('main svg[role=img] svg :is(circle, path)')]
    .map((each) => each.getBoundingClientRect())
    .filter((sign) => sign.left < card.right && sign.right > card.left)
    .filter((sign) => sign.top < card.bottom && sign.bottom > card.top)
    .length
}"""
"""How much of the signs lies under the card."""
LONGEST = "What are we allowed to decide?"
ROOMS: list[ViewportSize] = [PROJECTOR, {"width": 1024, "height": 768}, {"width": 1920, "height": 1080}]


def test_the_last_row_reads_every_letter_and_no_card_covers_a_sign(server: Server, devices: Devices) -> None:
    host = hosted(devices, server, bots=("Council", "Community charity", "Central government"))
    screen = devices.open(host.get_by_role("textbox", name="Link for the projector").input_value(), PROJECTOR)

    def is_legible() -> None:
        expect(screen.get_by_role("main").get_by_role("img")).to_be_visible()
        for room in ROOMS:
            screen.set_viewport_size(room)
            assert screen.evaluate(SMALLEST) >= room["height"] / 30, room

    is_legible()
    ana = devices.open(f"{server.url}/join/{code_of(host)}", PHONE)
    join(ana, "Primary Care Trust", "Ana")
    expect(screen.get_by_text(re.compile(r"^Needs \d"))).to_be_visible()
    is_legible()
    screen.get_by_role("heading", level=1).evaluate("(title, words) => { title.textContent = words }", LONGEST)
    for room in ROOMS:
        screen.set_viewport_size(room)
        assert screen.evaluate(COVERED) == 0, room
    options_of(ana).first.wait_for()
    commit(ana)
    expect(screen.get_by_role("main").get_by_role("listitem").first).to_be_visible()
    is_legible()


def test_a_game_that_its_host_ended_has_not_fallen_apart(server: Server, devices: Devices) -> None:
    host, screen, ana = watched(server, devices)
    host.get_by_role("button", name="End the game").click()
    host.get_by_role("button", name="End it for everybody").click()
    for page in (screen, ana):
        expect(page.get_by_role("heading", name="The game was ended early")).to_be_visible()
        expect(page.get_by_text("The host ended the game.")).to_be_visible()
        expect(page.get_by_text("fell apart")).to_have_count(0)
