"""One person and three bots, from the front page on."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from server.journal.replay import compare
from tests.e2e.pages import COMMIT, PHONE, commit, options_of

Practise = Callable[..., Page]


def test_a_whole_game_is_played_from_the_front_page_to_the_end(practise: Practise) -> None:
    page = practise()
    again = page.get_by_role("button", name="Play again")
    onward = page.get_by_role("button", name="On to round").or_(page.get_by_role("button", name="See how it ended"))
    for played in range(1, 8):
        expect(page.get_by_role("heading", level=1)).to_contain_text(f"Round {played} of 7")
        commit(page)
        page.get_by_role("button", name="On to the stock-take").click()
        onward.or_(again).wait_for()
        if onward.is_visible():
            onward.click()
        options_of(page).first.or_(again).wait_for()
        if again.is_visible():
            break
    expect(page.get_by_role("heading", name="The partnership")).to_be_visible()
    expect(page.get_by_text("points", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Your secret aim was")).to_be_visible()
    held = page.get_by_role("heading", name="Who held together").locator("..")
    expect(held.get_by_role("listitem").filter(has_text="The whole partnership")).to_be_visible()
    expect(page.get_by_role("heading", name="Who carried for whom")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the journal").click()
    report = compare(download.value.path())
    assert report.equal, report.what
    again.click()
    options_of(page).first.wait_for()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Round 1 of 7")


def test_the_reveal_tells_in_three_headlines_who_met_it_what_it_did_to_me_and_what_broke(practise: Practise) -> None:
    page = practise()
    chosen = options_of(page).first.locator("..").locator("span").first.inner_text()
    commit(page)
    expect(page.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)
    expect(page.get_by_role("list", name="Who did what")).to_contain_text(chosen)
    told = page.get_by_role("article").locator("header")
    expect(told.get_by_role("heading", level=2)).to_have_text(re.compile(r"^(Met|Missed|.+ decided alone)"))
    expect(told.get_by_text(re.compile(r"^(You: |This round left you as you were)"))).to_be_visible()
    expect(told.locator("h2 ~ p")).to_have_count(2)
    spent = page.get_by_text(re.compile("^You: capacity .+spent on your own services"))
    expect(spent).to_be_hidden()
    page.get_by_role("button", name="Why").click()
    expect(spent).to_be_visible()


def test_a_half_typed_word_and_an_open_choice_survive_a_reload(practise: Practise) -> None:
    page = practise(PHONE)
    options_of(page).nth(1).click()
    page.get_by_role("textbox", name="Your words").fill("We could find half of")
    before = page.get_by_role("button", name=COMMIT).inner_text()
    page.reload()
    expect(page.get_by_role("textbox", name="Your words")).to_have_value("We could find half of")
    expect(page.get_by_role("button", name=COMMIT)).to_have_text(before, use_inner_text=True)


def test_a_pledge_is_one_tap_and_stands_on_the_board(practise: Practise) -> None:
    page = practise()
    options_of(page).first.click()
    page.get_by_role("button", name="Another number").click()
    page.get_by_role("radiogroup", name="I bring").get_by_role("radio", name="2", exact=True).click()
    expect(page.get_by_text("Primary Care Trust: I bring 2")).to_be_visible()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Primary Care Trust: I bring 2")).to_be_hidden()


def test_what_is_said_goes_to_whom_it_says(practise: Practise) -> None:
    page = practise()
    expect(page.get_by_text("To the table: everybody who sits there reads it.")).to_be_visible()
    page.get_by_role("button", name="the council", exact=True).click()
    expect(page.get_by_text("Only to the council.")).to_be_visible()
    page.get_by_role("textbox", name="Your words").fill("Can you carry this one?")
    page.get_by_role("button", name="Say it").click()
    talk = page.get_by_role("list", name="Talk")
    expect(talk).to_contain_text("only to the council")
    expect(talk).to_contain_text("Can you carry this one?")
    expect(page.get_by_role("textbox", name="Your words")).to_have_value("")


def test_the_secret_aim_is_shown_only_when_its_lock_is_opened(practise: Practise) -> None:
    page = practise(PHONE)
    expect(page.get_by_text("Only you see this.")).to_be_hidden()
    page.get_by_role("button", name="Secret aim").click()
    expect(page.get_by_role("dialog", name="Secret aim").get_by_role("listitem")).to_have_count(3)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
