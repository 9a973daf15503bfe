"""The first card: a question before it is a text, choices that show their price, and one tap to say what one brings."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages import PHONE, Devices, Server, options_of
from tests.e2e.test_people import join
from tests.e2e.test_tells import table

SEED = "s1"
"""A deal that begins with "Notice to quit" and gives the council strong backing."""
BOTS = {"pct": "share", "charity": "share", "government": "share"}


@pytest.fixture
def phone(server: Server, devices: Devices) -> Page:
    page = devices.open(f"{server.url}/join/{table(server, BOTS, SEED)}", PHONE)
    join(page, "Council", "Bea")
    options_of(page).first.wait_for()
    return page


def choose(page: Page, words: str) -> None:
    page.get_by_role("radio", name=words).check()


def test_a_card_asks_who_gains_who_loses_and_who_could_carry_it(phone: Page) -> None:
    marks = phone.get_by_role("list", name="Who gains if it is met").get_by_role("listitem")
    expect(marks).to_have_text([
        re.compile("Primary Care Trust: nothing at stake$"),
        re.compile("you: best placed$"),
        re.compile("Community charity: gains or loses, worst placed$"),
        re.compile("Central government: nothing at stake$"),
    ])
    expect(phone.get_by_text("Needs money: someone statutory must bring 2.")).to_be_visible()
    worth = phone.get_by_text("If it is met: the charity’s standing +1, the charity’s purpose +1")
    expect(worth).to_be_hidden()
    phone.get_by_role("button", name="More", exact=True).click()
    expect(worth).to_be_visible()


def test_what_is_opened_comes_into_view_above_the_foot(phone: Page) -> None:
    phone.evaluate("scrollTo(0, 0)")
    board = phone.get_by_role("button", name="Pledged")
    board.click()
    expect(board).to_have_attribute("aria-expanded", "true")
    opened = phone.get_by_role("button", name="Another number")
    expect(opened).to_be_in_viewport(ratio=1)
    box, foot = opened.bounding_box(), phone.get_by_role("contentinfo").bounding_box()
    assert box and foot and box["y"] + box["height"] <= foot["y"]


def test_the_first_screen_of_a_phone_holds_the_question_and_the_one_thing_to_do(phone: Page) -> None:
    phone.evaluate("scrollTo(0, 0)")
    card = phone.get_by_role("article")
    for what in (
        phone.get_by_role("heading", level=1),
        card.get_by_role("heading", level=2),
        card.get_by_role("list"),
        card.get_by_text("Needs money"),
        phone.get_by_role("button", name="Pledged"),
        phone.get_by_role("button", name="Choose an option first"),
    ):
        expect(what).to_be_in_viewport(ratio=1)
    foot = phone.get_by_role("contentinfo").bounding_box()
    options = phone.get_by_role("radiogroup", name="What will you do?").bounding_box()
    assert foot and options and options["y"] < foot["y"]


def test_an_option_says_what_i_would_bring_beside_what_is_printed(phone: Page) -> None:
    option = phone.locator("label").filter(has_text="Broker a stay")
    expect(option).to_contain_text("you bring 4 instead of the printed 3: your backing is strong")
    expect(option).to_contain_text("costs 1 goodwill and 2 capacity")


def test_the_button_says_all_that_it_costs_and_then_that_it_may_still_be_changed(phone: Page) -> None:
    choose(phone, "Broker a stay")
    commit = phone.get_by_role("button", name="Commit 1 goodwill and 3 capacity: broker a stay, 1 at the meeting")
    expect(commit).to_be_visible()
    phone.get_by_role("radiogroup", name="At the meeting").get_by_role("radio", name="two").check()
    expect(phone.get_by_text("2 stay for your own services: nobody complains.")).to_be_visible()
    phone.get_by_role("radiogroup", name="Align your house").get_by_role("radio", name="yes").check()
    expect(phone.get_by_text("One stays for your own services: your standing falls by 1.")).to_be_visible()
    expect(phone.get_by_role("button", name="Commit 1 goodwill and 5 capacity: broker a stay")).to_be_visible()


def test_one_tap_pledges_what_the_chosen_option_brings(phone: Page) -> None:
    before = re.search(r"Pledged (\d+)", phone.get_by_role("button", name="Pledged").inner_text())
    assert before
    expect(phone.get_by_role("button", name="I bring")).to_be_hidden()
    choose(phone, "Broker a stay")
    phone.get_by_role("button", name="I bring 4").click()
    expect(phone.get_by_text("you said 4")).to_be_visible()
    phone.get_by_role("button", name="Pledged").click()
    board = phone.get_by_role("list", name="Pledge board")
    expect(board.get_by_role("listitem").filter(has_text="Council")).to_contain_text("Council: I bring 4")
    choose(phone, "Stand on the lease")
    expect(phone.get_by_role("button", name="I bring 1")).to_be_visible()
    phone.get_by_role("button", name="Take it back").click()
    expect(board.get_by_text("Council: I bring")).to_be_hidden()
