"""Players that see nothing but roles and names, or little at a time: they play whole games."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages import LAPTOP, Devices, Server, overflow
from tests.e2e.test_end import sit_down

MOST_STEPS = 300


class Robot:
    """Knows a page by the roles and names of its accessibility tree, and by nothing else."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.pressed: list[str] = []
        foot = page.get_by_role("contentinfo")
        able = page.get_by_role("button", name=re.compile("^(?!Secret aim)"), disabled=False)
        decided = page.get_by_role("radio", checked=True)
        undecided = page.get_by_role("main").get_by_role("radiogroup").filter(has_not=decided)
        self._next = foot.get_by_role("button").last.and_(able)
        self._choice = undecided.get_by_role("radio", disabled=False).first
        self._sheet = page.get_by_role("dialog")
        self._deals = {
            "Answer": foot.get_by_role("button", name=re.compile("^Answer the offer")).and_(able),
            "Offer": page.get_by_role("button", name="Offer a deal", exact=True),
        }

    def play(self, after_each: Callable[[Page], None] = lambda page: None) -> None:
        """To the end: what the page's foot ends with, or a choice while that is not yet possible."""
        again = self._page.get_by_role("button", name="Play again")
        for _ in range(MOST_STEPS):
            onward = self._next.or_(self._choice).first
            onward.wait_for()
            after_each(self._page)
            if again.is_visible():
                return
            if self._choice.is_visible():
                self._deal(after_each)
            self._press(onward)
        raise AssertionError(f"the game did not end: {self.pressed[-6:]}")

    def _deal(self, after_each: Callable[[Page], None]) -> None:
        """Answers one offer and makes one in the whole game, as soon as either is possible."""
        for deal, opener in list(self._deals.items()):
            if not opener.is_visible():
                continue
            del self._deals[deal]
            self._press(opener)
            if deal == "Answer":
                self._press(self._sheet.get_by_role("radio", name=re.compile("^(Accept|Refuse)"), disabled=False).first)
            else:
                self._sheet.get_by_role("textbox").fill("It does both of us good.")
            after_each(self._page)
            self._press(self._sheet.get_by_role("button", disabled=False).last)
            self._sheet.wait_for(state="hidden")

    def _press(self, thing: Locator) -> None:
        self.pressed.append(thing.aria_snapshot())
        thing.click()


def test_a_robot_that_knows_roles_and_names_alone_plays_a_whole_game(server: Server, devices: Devices) -> None:
    page = devices.open(server.url, LAPTOP, newcomer=True)
    robot = Robot(page)
    page.get_by_role("button", name="Start a game").click()
    page.get_by_role("button", name="To the table").click()
    robot.play()
    expect(page.get_by_role("heading", name=re.compile("^The partnership"))).to_be_visible()
    committed = [each for each in robot.pressed if "Commit" in each]
    assert 3 <= len(committed) <= 7, robot.pressed
    assert '- button "Offer a deal"' in robot.pressed



@pytest.mark.parametrize("letters", [16, 32])
def test_a_whole_game_fits_a_width_of_320_px_with_letters_of_any_size(
    server: Server, devices: Devices, letters: int
) -> None:
    page = sit_down(server, devices, {"width": 320, "height": 700})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": letters}})
    wide: list[str] = []

    def fits(page: Page) -> None:
        if overflow(page) > 0:
            wide.append(f"{overflow(page)} px: {page.get_by_role('heading').first.inner_text()}")

    fits(page)
    Robot(page).play(fits)
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == letters
    assert wide == []
