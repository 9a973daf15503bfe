"""A round, and a whole game, by keyboard alone: no mouse, no tap; what has the focus is always to be seen."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.pages import COMMIT, LAPTOP, Devices, Server

FOCUSED = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  return {
    role: at.getAttribute('role') || (at.type === 'radio' ? at.type : at.tagName.toLowerCase()),
    name: (at.getAttribute('aria-label') || at.innerText || at.labels?.[0]?.innerText || '').trim(),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    blocked: at.getAttribute('aria-disabled') === 'true',
  };
}"""


def tab_to(page: Page, role: str, name: str, exactly: bool = False) -> None:
    """Presses Tab until the focus is on it, and sees every ring on the way."""
    for _ in range(60):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at["role"] != "body":
            assert at["ring"], f"the focus on {at['name']!r} is not to be seen"
        fits = at["name"] == name if exactly else name in at["name"]
        if at["role"] == role and fits and not at["blocked"]:
            return
    raise AssertionError(f"no {role} {name!r} was reached by Tab")


def sit_down(server: Server, devices: Devices) -> Page:
    """From the front page to the first card."""
    page = devices.open(server.url, LAPTOP)
    page.get_by_role("button", name="Start a game").wait_for()
    tab_to(page, "button", "Start a game")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="To the table").wait_for()
    tab_to(page, "button", "To the table")
    page.keyboard.press("Enter")
    return page


def test_a_round_is_played_by_keyboard_alone(server: Server, devices: Devices) -> None:
    page = sit_down(server, devices)
    page.get_by_role("radiogroup", name="What will you do?").wait_for()
    tab_to(page, "radio", "")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name=COMMIT)).to_be_visible()
    tab_to(page, "radio", "one", exactly=True)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="two", exact=True)).to_be_checked()
    tab_to(page, "textarea", "Your words")
    page.keyboard.type("By keyboard.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("list", name="Talk")).to_contain_text("By keyboard.")
    page.keyboard.press("Control+Home")
    tab_to(page, "button", "Commit ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("list", name="Who did what")).to_be_visible()
    tab_to(page, "button", "On to the stock-take")
    page.keyboard.press("Enter")
    expect(page.get_by_label("What you wanted, what you got")).to_be_visible()
    tab_to(page, "input", "")
    page.keyboard.type("I wanted peace.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept: “I wanted peace.”")).to_be_visible()
    tab_to(page, "button", "On to round 2")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Round 2 of 7")


def test_a_whole_game_is_played_by_keyboard_alone(server: Server, devices: Devices) -> None:
    page = sit_down(server, devices)
    again = page.get_by_role("button", name="Play again")
    choices = page.get_by_role("radiogroup", name="What will you do?")
    onward = page.get_by_role("button", name=re.compile("^(On to|See how it ended|Skip to the end)"))
    for _ in range(40):
        choices.or_(onward).or_(again).first.wait_for()
        if again.is_visible():
            break
        if choices.is_visible():
            tab_to(page, "radio", "")
            page.keyboard.press("Space")
            page.get_by_role("button", name=re.compile("^Commit")).wait_for()
            tab_to(page, "button", "Commit")
            page.keyboard.press("Enter")
            choices.wait_for(state="hidden")
        else:
            name = onward.first.inner_text().splitlines()[0]
            tab_to(page, "button", name)
            page.keyboard.press("Enter")
            page.get_by_role("button", name=name, exact=True).wait_for(state="hidden")
    tab_to(page, "button", "Play again")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Round 1 of 7")


def test_each_phase_is_announced_once_in_one_polite_region(server: Server, devices: Devices) -> None:
    page = devices.open(server.url, LAPTOP)
    page.get_by_role("button", name="Start a game").click()
    region = page.locator("[aria-live=polite]")
    expect(region).to_have_count(1)
    phase = "Round 1 of 7, talk. Agree what you can, then commit."
    expect(region.locator("p").first).to_have_text(phase)
    expect(region.get_by_text(phase)).to_have_count(1)
