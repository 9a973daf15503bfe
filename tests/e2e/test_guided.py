"""The first minute and the first game: somebody who has never played reads nothing but the screen."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages import COMMIT, LAPTOP, PHONE, Devices, Server, options_of, put_cards_away
from tests.e2e.test_small_screens import fits

COACH = "Your coach"


@pytest.fixture
def newcomer(server: Server, devices: Devices) -> Iterator[Page]:
    """A phone on which nobody has played yet, with the three cards of a practice game before it."""
    page = devices.open(server.url, PHONE, newcomer=True)
    page.get_by_role("button", name="Start a game").click()
    page.get_by_role("list", name="Your role in three cards").wait_for()
    yield page


def dial(page: Page, name: str) -> Locator:
    return page.get_by_role("radiogroup", name=name)


def coach(page: Page) -> Locator:
    return page.get_by_role("region", name=COACH)


def choose(page: Page) -> None:
    options_of(page).first.click()
    page.get_by_role("button", name=COMMIT).first.wait_for()


def to_the_stocktake(page: Page) -> None:
    page.get_by_role("button", name=COMMIT).click()
    page.get_by_role("button", name="On to the stock-take").click()
    page.get_by_label("What you wanted, what you got").wait_for()


def onward(page: Page, round: int) -> None:
    page.get_by_role("button", name=f"On to round {round}").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Round {round} of 7")
    options_of(page).first.wait_for()


def test_three_cards_say_who_i_am_what_i_secretly_want_and_what_i_can_do(newcomer: Page) -> None:
    cards = newcomer.get_by_role("list", name="Your role in three cards").locator("> li")
    expect(cards).to_have_count(3)
    expect(cards.nth(0).get_by_role("heading", name="The PCT")).to_be_in_viewport()
    fits(newcomer)
    newcomer.get_by_role("button", name="Next: my secret aim").click()
    expect(cards.nth(1).get_by_role("heading", name="Your secret aim")).to_be_in_viewport(ratio=1)
    expect(cards.nth(1).get_by_text("Only you see this")).to_be_visible()
    expect(cards.nth(1).get_by_role("listitem")).to_have_count(3)
    newcomer.get_by_role("button", name="Next: what I can do").click()
    expect(cards.nth(2).get_by_role("heading", name="What you can do")).to_be_in_viewport(ratio=1)
    newcomer.get_by_role("button", name="To the table").click()
    options_of(newcomer).first.wait_for()
    newcomer.reload()
    options_of(newcomer).first.wait_for()
    newcomer.get_by_role("button", name="My role").click()
    expect(newcomer.get_by_role("heading", name="The PCT")).to_be_in_viewport()


def test_the_cards_are_turned_by_keys_and_by_their_dots(newcomer: Page) -> None:
    dots = newcomer.get_by_role("button", name=re.compile(r"^Card \d of 3"))
    expect(dots.nth(0)).to_have_attribute("aria-current", "step")
    newcomer.get_by_role("button", name="Next: my secret aim").press("Enter")
    expect(dots.nth(1)).to_have_attribute("aria-current", "step")
    newcomer.keyboard.press("ArrowRight")
    expect(dots.nth(2)).to_have_attribute("aria-current", "step")
    newcomer.keyboard.press("ArrowLeft")
    expect(dots.nth(1)).to_have_attribute("aria-current", "step")
    dots.nth(0).click()
    expect(newcomer.get_by_role("heading", name="The PCT")).to_be_in_viewport(ratio=1)
    newcomer.get_by_role("button", name="Skip").click()
    options_of(newcomer).first.wait_for()


def test_each_dial_comes_in_its_round_with_what_it_is_for_and_the_coach_says_what_happened(newcomer: Page) -> None:
    page = newcomer
    put_cards_away(page)
    choose(page)
    for name in ("At the meeting", "What is the meeting about?", "Out loud"):
        expect(dial(page, name)).to_be_hidden()
    expect(page.get_by_role("button", name="Offer a deal")).to_be_hidden()
    to_the_stocktake(page)
    expect(coach(page)).to_be_visible()
    news = coach(page).get_by_role("region", name="New in round 2")
    for name in ("The meeting", "What the meeting is about", "Bargains"):
        expect(news.get_by_role("heading", name=name, exact=True)).to_be_visible()
    expect(coach(page).get_by_role("listitem").filter(has_text="the meeting")).to_have_attribute("aria-current", "step")
    fits(page)

    onward(page, 2)
    choose(page)
    expect(page.get_by_role("region", name="New in round 2")).to_contain_text("Send 1 or 2 capacity.")
    for name in ("At the meeting", "What is the meeting about?"):
        expect(dial(page, name)).to_be_visible()
    expect(page.get_by_role("button", name="Offer a deal")).to_be_visible()
    expect(dial(page, "Out loud")).to_be_hidden()
    to_the_stocktake(page)
    expect(coach(page).get_by_role("region", name="New in round 3")).to_contain_text("Naming the tension")
    coach(page).get_by_role("button", name="No more from the coach").click()
    expect(coach(page)).to_be_hidden()

    onward(page, 3)
    choose(page)
    expect(page.get_by_role("region", name="New in round 3")).to_contain_text("It costs 1 goodwill.")
    expect(dial(page, "Out loud")).to_be_visible()
    expect(page.get_by_role("button", name="Show me everything")).to_be_hidden()
    to_the_stocktake(page)
    expect(coach(page)).to_be_hidden()
    page.get_by_role("button", name="What can I do now?").click()
    page.get_by_role("dialog").get_by_role("button", name="Coach me").click()
    page.keyboard.press("Escape")
    expect(coach(page)).to_be_visible()


def test_whoever_wants_it_is_shown_everything_at_once_and_a_turned_dial_stays_in_sight(newcomer: Page) -> None:
    page = newcomer
    put_cards_away(page)
    choose(page)
    page.get_by_role("button", name="Show me everything").click()
    expect(dial(page, "Out loud")).to_be_visible()
    page.reload()
    dial(page, "At the meeting").get_by_role("radio", name="none").check()
    page.get_by_role("button", name="One thing at a time").click()
    expect(dial(page, "Out loud")).to_be_hidden()
    expect(dial(page, "At the meeting").get_by_role("radio", name="none")).to_be_checked()


def test_the_seat_and_the_mix_of_bots_are_chosen_before_and_who_is_who_is_not_told(
    server: Server, devices: Devices
) -> None:
    page = devices.open(server.url, LAPTOP, newcomer=True)
    page.get_by_role("button", name="Seat and partners").click()
    dial(page, "Your seat").get_by_role("radio", name="The council").check()
    dial(page, "Your partners").get_by_role("radio", name="mixed").check()
    fits(page)
    page.get_by_role("button", name="Start a game").click()
    expect(page.get_by_role("heading", name="The council")).to_be_visible()
    partners = page.get_by_text(re.compile(r"^3 bots: "))
    expect(partners).to_contain_text("one gives without asking for anything")
    expect(partners).to_contain_text("Who is who, you learn at the end.")
    put_cards_away(page)
    mine = page.get_by_role("list", name="At the table").get_by_role("listitem").filter(has_text="you")
    expect(mine).to_contain_text("Council")


def test_what_can_be_done_now_and_what_a_word_means_are_one_tap_away(newcomer: Page) -> None:
    put_cards_away(newcomer)
    newcomer.get_by_role("button", name="What can I do now?").click()
    leaf = newcomer.get_by_role("dialog")
    expect(leaf.get_by_role("region", name="What you can do now")).to_contain_text("Choose one answer to the card")
    own, card = ("Goodwill", "Capacity", "Standing", "Purpose"), ("Weather", "Backing", "Split card", "Imposing")
    for word in (*own, *card, "It rankles", "Strain", "Walking out"):
        expect(leaf.get_by_role("term").filter(has_text=re.compile(f"^{word}$"))).to_have_count(1)
    fits(newcomer)
    newcomer.keyboard.press("Escape")
    expect(leaf).to_be_hidden()
