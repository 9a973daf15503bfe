"""What puzzled somebody who had never seen the game: where to look, how to come back, who plays my seat."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.pages import LAPTOP, PHONE, Devices, Server, commit, on_screen, options_of, overflow
from tests.e2e.test_people import code_of, hosted, seated

Practise = Callable[..., Page]


def play_on(page: Page) -> None:
    page.get_by_role("button", name="On to the stock-take").click()
    page.get_by_role("button", name="On to round").click()
    options_of(page).first.wait_for()


def test_what_happened_begins_at_its_first_line_wherever_the_page_was_scrolled_to(practise: Practise) -> None:
    page = practise(PHONE)
    commit(page)
    outcome = page.get_by_role("article").get_by_role("heading", level=2)
    page.get_by_role("list", name="Who did what").wait_for()
    expect(outcome).to_be_in_viewport()
    page.get_by_role("button", name="Why").scroll_into_view_if_needed()
    play_on(page)
    expect(page.get_by_role("heading", level=2).first).to_be_in_viewport()


def test_the_front_page_leads_back_to_the_game_that_goes_on(practise: Practise, server: Server) -> None:
    page = practise(PHONE)
    table = page.url
    page.goto(server.url)
    page.get_by_role("link", name="Back to your table").click()
    options_of(page).first.wait_for()
    assert page.url == table
    page.get_by_role("button", name="Host", exact=True).click()
    page.get_by_role("button", name="End the game").click()
    page.get_by_role("button", name="End it for everybody").click()
    page.get_by_role("button", name="Play again").wait_for()
    page.goto(server.url)
    page.get_by_role("button", name="Start a game").wait_for()
    expect(page.get_by_role("link", name="Back to your table")).to_be_hidden()


def test_a_device_that_is_cut_off_says_so_and_sends_its_choice_when_it_is_back(
    practise: Practise, devices: Devices
) -> None:
    devices.expect("net::ERR_INTERNET_DISCONNECTED")
    page = practise(PHONE)
    page.context.set_offline(True)
    commit(page)
    expect(page.get_by_role("button", name="Kept:")).to_contain_text("We send it the moment you are back")
    expect(on_screen(page, "Reconnecting, your seat is kept.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)


def test_a_link_pasted_where_the_code_belongs_finds_the_table(server: Server, devices: Devices) -> None:
    host = hosted(devices, server)
    ana = devices.open(f"{server.url}/join", PHONE)
    ana.get_by_label("Table code").fill(f"{server.url}/join/{code_of(host)}")
    expect(ana.get_by_role("radio", name="Primary Care Trust")).to_be_visible()


def test_who_lost_a_seat_to_a_bot_is_told_where_the_eye_is(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    bea.get_by_role("button", name="Host", exact=True).click()
    bea.get_by_role("button", name="Seats").click()
    seats = bea.get_by_role("dialog", name="Seats")
    seats.get_by_role("listitem").filter(has_text="Ana").get_by_role("button", name="Let a bot play").first.click()
    told = on_screen(ana, "A bot plays your seat now.")
    expect(told).to_be_in_viewport()
    seats.get_by_role("button", name="Give the seat back to Ana").click()
    expect(told).to_be_hidden()


def test_a_paused_table_waits_for_nobody(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    bea.get_by_role("button", name="Host", exact=True).click()
    bea.get_by_role("button", name="Pause").click()
    expect(ana.get_by_role("heading", level=1)).to_contain_text("The host has paused the table")
    expect(ana.get_by_role("heading", level=1)).not_to_contain_text("waits for")


def test_two_tabs_on_one_seat_show_one_choice(server: Server, devices: Devices) -> None:
    _, ana = seated(server, devices)
    commit(ana)
    other = ana.context.new_page()
    other.goto(ana.url)
    options_of(other).nth(1).click()
    other.get_by_role("button", name="Change to").click()
    for page in (ana, other):
        expect(page.get_by_role("button", name="Committed")).to_be_visible()
        expect(options_of(page).nth(1)).to_be_checked()


def test_letters_grow_with_the_readers_own_size_and_nothing_is_pushed_off_the_page(practise: Practise) -> None:
    for size in (PHONE, LAPTOP):
        page = practise(size)
        title = page.get_by_role("heading", level=2).first
        before = title.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert title.evaluate("it => parseFloat(getComputedStyle(it).fontSize)") == 2 * before
        assert overflow(page) <= 0
