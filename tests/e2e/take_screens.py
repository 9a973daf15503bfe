"""Takes a picture of every screen and state: `python -m tests.e2e.take_screens` into docs/screens/, small (WebP), or
`... FOLDER` into a folder, sharp (PNG). The README's pictures are among them.

Each is taken on a phone and on a laptop, light and dark; the projector on a projector; a few also with high contrast
and on a phone held sideways. Look at them afterwards.
"""

import base64
import re
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

import build_web
from tests.e2e.pages import COMMIT, LAPTOP, PHONE, PROJECTOR, ROOT, Devices, Server, options_of, settle
from tests.e2e.test_deals import lay, offer_turns, seated, sheet
from tests.e2e.test_end import post
from tests.e2e.test_people import code_of, hosted, join

SCREENS = ROOT / "docs" / "screens"
SIZES = {"phone": PHONE, "laptop": LAPTOP}
SIDEWAYS: dict[str, ViewportSize] = {"sideways": {"width": 740, "height": 360}}
THEMES = ("light", "dark")
CONTRAST = (*THEMES, "contrast")
QUALITY = 70
SEED = "s178"
"""A deal whose second card is "Notice to quit"."""


def folder() -> Path:
    return Path(sys.argv[1]) if sys.argv[1:] else SCREENS


def into(name: str, page: Page) -> None:
    if sys.argv[1:]:
        page.screenshot(path=folder() / f"{name}.png", animations="disabled")
        return
    page.screenshot(animations="disabled")  # which also lets what moves come to its end
    chromium = page.context.new_cdp_session(page)
    taken = chromium.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    chromium.detach()
    (folder() / f"{name}.webp").write_bytes(base64.b64decode(taken["data"]))


class Camera:
    """Takes one page in every size and theme, and gives it back as it was."""

    def __init__(self, page: Page, sizes: dict[str, ViewportSize] = SIZES) -> None:
        self.page, self.sizes = page, sizes

    def take(
        self, name: str, sizes: dict[str, ViewportSize] | None = None, themes: tuple[str, ...] = THEMES
    ) -> None:
        page, before = self.page, self.page.viewport_size
        page.wait_for_load_state("networkidle")
        settle(page)
        page.evaluate("document.activeElement.blur()")
        for size, viewport in (sizes or self.sizes).items():
            page.set_viewport_size(viewport)
            for theme in themes:
                page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
                into(f"{name}-{size}-{theme}", page)
        page.evaluate("delete document.documentElement.dataset.theme")
        if before:
            page.set_viewport_size(before)


def main() -> None:
    build_web.build()
    shutil.rmtree(folder(), ignore_errors=True)
    folder().mkdir(parents=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = Server(Path(data) / "data")
        server.start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
        devices = Devices(browser)
        try:
            for walk in (in_play, room, deals, doors, practice):
                walk(server, devices)
        finally:
            browser.close()
            server.stop()
    taken = sorted(folder().iterdir())
    print(f"{len(taken)} pictures, {sum(each.stat().st_size for each in taken) / 1e6:.1f} MB, in {folder()}")


def sit_down(server: Server, devices: Devices, wish: dict[str, object], seat: str, newcomer: bool) -> Page:
    """A seat beside three tacticals."""
    others = dict.fromkeys({"pct", "council", "charity", "government"} - {seat}, "tactical")
    table = post(server, "/api/tables", wish | {"seats": others})
    token = post(server, "/api/join", {"code": table["code"], "seat": seat, "name": "Jo"})["token"]
    return devices.open(f"{server.url}/t/{table['table']}#{token}", PHONE, newcomer=newcomer)


def doors(server: Server, devices: Devices) -> None:
    page = devices.open(server.url)
    camera = Camera(page)
    page.get_by_role("button", name="Start a game").wait_for()
    camera.take("01-front")
    page.goto(f"{server.url}/join")
    page.get_by_label("Table code").wait_for()
    camera.take("02-join")
    devices.expect("404")
    page.get_by_label("Table code").fill("ABC234")
    page.keyboard.press("Enter")
    page.get_by_role("alert").first.wait_for()
    camera.take("02-join-refused")
    page.goto(f"{server.url}/host")
    page.get_by_role("button", name="Set the table").wait_for()
    camera.take("03-host")
    page.get_by_role("button", name="Set the table").click()
    page.get_by_role("link", name="Take a seat yourself").wait_for()
    camera.take("04-invite")


def practice(server: Server, devices: Devices) -> None:
    """A newcomer on a phone, from the cards to the end."""
    page = sit_down(server, devices, {"rounds": 2, "seed": "a short one"}, "council", newcomer=True)
    camera = Camera(page)
    for n, onward in enumerate(("Next: my secret aim", "Next: what I can do", "To the table"), 1):
        page.get_by_role("button", name=onward).wait_for()
        camera.take(f"05-briefing-{n}")
        page.get_by_role("button", name=onward).click()
    options_of(page).first.wait_for()
    camera.take("06-card", themes=CONTRAST)
    camera.take("06-card", SIDEWAYS)
    options_of(page).first.click()
    camera.take("07-chosen")
    for n, opener in enumerate(("Promises", "What these mean", "Secret aim", "What can I do now?", "Table menu"), 8):
        page.get_by_role("button", name=opener).click()
        camera.take(f"{n:02}-{opener.split()[-1].strip('?').lower()}")
        page.keyboard.press("Escape")
    page.get_by_role("button", name=COMMIT).click()
    step = page.get_by_role("button", name=re.compile("^Next: "))
    step.wait_for()
    camera.take("20-reveal", themes=CONTRAST)
    step.click()
    camera.take("21-reveal-step")
    page.get_by_role("button", name="Skip to the end").click()
    page.get_by_role("button", name="Why").first.click()
    camera.take("22-reveal-why")
    page.get_by_role("button", name="On to the stock-take").click()
    page.get_by_role("button", name="On to round").wait_for()
    camera.take("23-stock-take")
    page.get_by_role("button", name="On to round").click()
    options_of(page).first.wait_for()
    camera.take("24-second-round")
    options_of(page).first.click()
    page.get_by_role("button", name=COMMIT).click()
    page.get_by_role("button", name="On to the stock-take").click()
    page.get_by_role("button", name="See how it ended").click()
    page.get_by_role("button", name="Play again").wait_for()
    camera.take("25-end", themes=CONTRAST)
    for n, part in enumerate(("Who held together", "Your secret aim was", "The ground, round by round"), 1):
        heading = page.get_by_role("heading", name=part)
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)
            heading.evaluate("heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 80)")
            camera.take(f"26-end-{n}", {size: viewport})
    page.get_by_role("link", name="See it again, moment by moment").click()
    page.get_by_role("slider").wait_for()
    page.keyboard.press("Tab")
    camera.take("27-replay")


def to_the_table(page: Page) -> None:
    """Past the cards, where they are shown."""
    away = page.get_by_role("button", name=re.compile("^(Skip|To the table)$"))
    away.or_(options_of(page)).first.wait_for()
    if away.count() > 0:
        away.first.click()


def deals(server: Server, devices: Devices) -> None:
    """An offer written, received and answered."""
    bea, ana = seated(server, devices)
    offer_turns(ana)
    bea.get_by_role("button", name="Answer the offer of the PCT").wait_for()
    Camera(bea).take("30-offer-arrives", themes=CONTRAST)
    bea.get_by_role("button", name="Answer the offer of the PCT").click()
    Camera(bea).take("31-offer-answer")
    sheet(bea).get_by_role("radio", name="Counter").check()
    bea.get_by_role("button", name="Change the terms").click()
    lay(bea, "What is given back", "hand over 2 capacity")
    Camera(bea).take("32-offer-counter")
    bea.get_by_role("button", name="Send the PCT this instead").click()
    ana.get_by_role("button", name="Answer the offer of the council").click()
    ana.get_by_role("button", name="Hand the council 2 capacity they carry 4 or more this round").click()
    bea.get_by_text("The PCT agreed").filter(visible=True).first.wait_for()
    Camera(bea).take("33-offer-agreed")
    options_of(bea).first.click()
    bea.get_by_role("button", name=COMMIT).click()
    bea.get_by_role("button", name=COMMIT).wait_for(state="hidden")
    Camera(bea).take("34-committed")


def room(server: Server, devices: Devices) -> None:
    host = hosted(devices, server, bots=("Community charity", "Central government"))
    screen = devices.open(host.get_by_role("textbox", name="Link for the projector").input_value(), PROJECTOR)
    shown = Camera(screen, {"projector": PROJECTOR})
    shown.take("40-projector-lobby")
    code = code_of(host)
    ines, jo = devices.open(f"{server.url}/join/{code}", PHONE), devices.open(f"{server.url}/join/{code}", LAPTOP)
    join(ines, "Primary Care Trust", "Ines")
    join(jo, "Council", "Jo")
    for page in (ines, jo):
        to_the_table(page)
    expect(screen.get_by_text(re.compile(r"^Needs \d"))).to_be_visible()
    shown.take("41-projector-card")
    Camera(host).take("42-host")
    say(ines, "We can find half the rent.")
    Camera(jo).take("43-two-people")
    server.kill()
    jo.get_by_text("your seat is kept").filter(visible=True).first.wait_for()
    Camera(jo).take("44-cut-off")
    jo.get_by_role("button", name="Try now").first.wait_for()
    Camera(jo).take("45-cut-off-longer")
    server.start()
    for page in (ines, jo):
        options_of(page).first.click(timeout=60_000)
        page.get_by_role("button", name=COMMIT).click()
    ines.get_by_role("button", name=re.compile("^Next: ")).wait_for()
    shown.take("46-projector-reveal")


def in_play(server: Server, devices: Devices) -> None:
    """Three people in the second round of a game with a clock: the README's picture."""
    wish = {"seed": SEED, "seats": {"government": "share"}, "timers": True}
    code = post(server, "/api/tables", wish)["code"]
    sizes = {"Ines": LAPTOP, "Tom": PHONE, "Jo": LAPTOP}
    pages = {name: devices.open(f"{server.url}/join/{code}", size) for name, size in sizes.items()}
    for (name, page), seat in zip(pages.items(), ("Primary Care Trust", "Community charity", "Council"), strict=True):
        join(page, seat, name)
        page.get_by_role("list", name="At the table").wait_for()
    ines, tom, jo = pages.values()
    press(pages, "I have read the card")
    for page in pages.values():
        options_of(page).nth(1).click()
        page.get_by_role("button", name=COMMIT).click()
    for step in ("On to the stock-take", "On to round 2", "I have read the card"):
        press(pages, step)
    expect(jo.get_by_role("heading", name="Notice to quit")).to_be_visible()
    say(ines, "We can find half the rent if somebody stops the clock.")
    say(tom, "The letter says Friday. Eleven families are on the list.")
    jo.get_by_role("radio", name="Broker a stay").click()
    jo.get_by_role("button", name="I bring").click()
    say(jo, "Give me until the end of this talk. Legal signs, not me.")
    expect(jo.get_by_text("Council: I bring")).to_be_visible()
    jo.evaluate("scrollTo(0, 0)")
    Camera(jo).take("50-in-play")


def press(pages: dict[str, Page], button: str) -> None:
    for page in pages.values():
        page.get_by_role("button", name=button).click()


def say(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Your words").fill(words)
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_role("list", name="Talk")).to_contain_text(words)


if __name__ == "__main__":
    main()
