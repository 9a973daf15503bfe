"""Takes docs/images/table.png, the README's picture of a table in play: `python -m tests.e2e.take_picture`."""

import json
import shutil
import tempfile
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.e2e.pages import COMMIT, LAPTOP, ROOT, Devices, Server, put_cards_away

TARGET = ROOT / "docs" / "images" / "table.png"
SEED = "s96"
"""A deal whose second card is "Notice to quit"."""
PEOPLE = {"Primary Care Trust": "Ines", "Community charity": "Tom", "Council": "Jo"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data")
        server.start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
        try:
            take(server, Devices(browser))
        finally:
            browser.close()
            server.stop()


def take(server: Server, devices: Devices) -> None:
    code = make_table(server)
    pages = {name: sit(devices, server, code, seat, name) for seat, name in PEOPLE.items()}
    ines, tom, jo = pages["Ines"], pages["Tom"], pages["Jo"]
    press(pages, "I have read the card")
    for page in pages.values():
        page.get_by_role("radio", name="Publish the figures").click()
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
    jo.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    jo.screenshot(path=TARGET, animations="disabled")


def make_table(server: Server) -> str:
    wish = {"seed": SEED, "seats": {"government": "share"}, "timers": True}
    request = urllib.request.Request(
        f"{server.url}/api/tables", json.dumps(wish).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:
        code: str = json.load(answer)["code"]
    return code


def sit(devices: Devices, server: Server, code: str, seat: str, name: str) -> Page:
    page = devices.open(f"{server.url}/join/{code}", LAPTOP)
    page.get_by_role("radio", name=seat).click()
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Take the seat").click()
    put_cards_away(page)
    page.get_by_role("list", name="At the table").wait_for()
    return page


def press(pages: dict[str, Page], button: str) -> None:
    for page in pages.values():
        page.get_by_role("button", name=button).click()


def say(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Your words").fill(words)
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_text(words)).to_be_visible()


if __name__ == "__main__":
    main()
