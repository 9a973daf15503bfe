"""Several people on their own devices: hosting, joining with a code, talking, playing, steering."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.pages import LAPTOP, PHONE, Devices, Server, commit, options_of, put_cards_away

TWO_BOTS = ("Community charity", "Central government")


def hosted(devices: Devices, server: Server, bots: tuple[str, ...] = TWO_BOTS) -> Page:
    """A host's page with a table set: two open seats, bots on the others."""
    page = devices.open(f"{server.url}/host", LAPTOP)
    for role in bots:
        page.get_by_role("radiogroup", name=role).get_by_role("radio", name="bot").first.click()
    page.get_by_role("button", name="Set the table").click()
    page.get_by_role("link", name="Take a seat yourself").wait_for()
    return page


def code_of(host: Page) -> str:
    return host.get_by_role("textbox", name="Link to join").input_value().rsplit("/", 1)[1]


def join(page: Page, seat: str, name: str) -> None:
    page.get_by_role("radio", name=seat).click()
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Take the seat").click()
    put_cards_away(page)


def seated(server: Server, devices: Devices) -> tuple[Page, Page]:
    """Bea hosts on a laptop and sits in the council; Ana joins on a phone by the typed code."""
    bea = hosted(devices, server)
    code = code_of(bea)
    ana = devices.open(f"{server.url}/join", PHONE)
    ana.get_by_label("Table code").fill(f"{code[:3].lower()} {code[3:].lower()}")
    join(ana, "Primary Care Trust", "Ana")
    expect(ana.get_by_role("heading", name="You are in")).to_be_visible()
    bea.get_by_role("link", name="Take a seat yourself").click()
    join(bea, "Council", "Bea")
    for page in (ana, bea):
        options_of(page).first.wait_for()
    return bea, ana


def test_a_host_and_a_phone_that_joined_by_code_play_a_round_together(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    title = bea.get_by_role("heading", level=2).first.inner_text()
    expect(ana.get_by_role("heading", name=title)).to_be_visible()
    ana.get_by_role("textbox", name="Your words").fill("I can bring three.")
    ana.get_by_role("button", name="Say it").click()
    expect(bea.get_by_text("I can bring three.")).to_be_visible()
    commit(ana)
    expect(ana.get_by_role("button", name="Committed")).to_be_visible()
    expect(bea.get_by_role("list", name="At the table")).to_contain_text("Ana, is in")
    commit(bea)
    for page in (ana, bea):
        expect(page.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)


def test_a_sealed_choice_may_be_changed_until_the_reveal(server: Server, devices: Devices) -> None:
    _, ana = seated(server, devices)
    commit(ana)
    expect(ana.get_by_role("button", name="Committed")).to_contain_text("You may still change it")
    options_of(ana).nth(1).click()
    ana.get_by_role("button", name="Change to").click()
    expect(ana.get_by_role("button", name="Committed")).to_be_visible()
    expect(options_of(ana).nth(1)).to_be_checked()


def test_a_private_word_is_read_by_nobody_else(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    ana.get_by_role("button", name="the charity", exact=True).click()
    ana.get_by_role("textbox", name="Your words").fill("Only for you.")
    ana.get_by_role("button", name="Say it").click()
    expect(ana.get_by_text("Only for you.")).to_be_visible()
    ana.get_by_role("button", name="Everybody").click()
    ana.get_by_role("textbox", name="Your words").fill("For all of you.")
    ana.get_by_role("button", name="Say it").click()
    expect(bea.get_by_text("For all of you.")).to_be_visible()
    expect(bea.get_by_text("Only for you.")).to_be_hidden()


def test_the_host_pauses_goes_on_and_hands_a_seat_to_a_bot_and_back(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    bea.get_by_role("button", name="Host", exact=True).click()
    bea.get_by_role("button", name="Pause").click()
    expect(ana.get_by_role("heading", level=1)).to_contain_text("The host has paused the table")
    bea.get_by_role("button", name="Go on").click()
    expect(ana.get_by_role("heading", level=1)).not_to_contain_text("paused")
    bea.get_by_role("button", name="Seats").click()
    seats = bea.get_by_role("dialog", name="Seats")
    seats.get_by_role("listitem").filter(has_text="Ana").get_by_role("button", name="Let a bot play").first.click()
    expect(ana.get_by_text("A bot plays for the PCT.")).to_be_visible()
    seats.get_by_role("button", name="Give the seat back to Ana").click()
    expect(ana.get_by_text("The PCT is played by its person again.")).to_be_visible()


def test_a_lost_seat_is_given_to_another_device_and_the_old_one_is_told(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    bea.get_by_role("button", name="Host", exact=True).click()
    bea.get_by_role("button", name="Seats").click()
    seats = bea.get_by_role("dialog", name="Seats")
    seats.get_by_role("listitem").filter(has_text="Ana").get_by_role("button", name="Another device").click()
    link = seats.get_by_role("textbox", name="New link for Ana").input_value()
    expect(ana.get_by_role("heading", name="This seat is now on another device")).to_be_visible()
    tablet = devices.open(link, PHONE)
    put_cards_away(tablet)
    options_of(tablet).first.wait_for()
    assert "#" not in tablet.url, "the token stayed in the address bar"
    tablet.reload()
    options_of(tablet).first.wait_for()


def test_ending_the_game_asks_first(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    bea.get_by_role("button", name="Host", exact=True).click()
    bea.get_by_role("button", name="End the game").click()
    bea.get_by_role("button", name="Go on playing").click()
    bea.get_by_role("button", name="End the game").click()
    bea.get_by_role("button", name="End it for everybody").click()
    for page in (ana, bea):
        expect(page.get_by_role("button", name="Play again")).to_be_visible()


def test_the_projector_shows_the_code_then_the_card_and_no_secret(server: Server, devices: Devices) -> None:
    host = hosted(devices, server, bots=("Council", "Community charity", "Central government"))
    link = host.get_by_role("textbox", name="Link for the projector").input_value()
    screen = devices.open(link, {"width": 1280, "height": 720})
    expect(screen.get_by_role("heading", name="3 of 4 are here")).to_be_visible()
    expect(screen.get_by_role("img", name="QR code of the link to join").locator("svg")).to_be_visible()
    assert "#" not in screen.url, "the token stayed in the address bar"
    code = code_of(host)
    ana = devices.open(f"{server.url}/join/{code}", PHONE)
    join(ana, "Primary Care Trust", "Ana")
    options_of(ana).first.wait_for()
    expect(screen.get_by_text(re.compile(r"^Needs \d"))).to_be_visible()
    expect(screen.get_by_text("Press J")).to_be_visible()
    screen.keyboard.press("j")
    expect(screen.get_by_text(f"{code[:3]} {code[3:]}")).to_be_visible()
    expect(screen.get_by_text("goodwill", exact=True)).to_be_hidden()


def test_a_host_begins_with_bots_on_the_empty_seats(server: Server, devices: Devices) -> None:
    host = hosted(devices, server)
    ana = devices.open(f"{server.url}/join/{code_of(host)}", PHONE)
    join(ana, "Primary Care Trust", "Ana")
    expect(host.get_by_role("list", name="At the table")).to_contain_text("Ana")
    host.get_by_role("button", name="Begin: a bot takes the empty seat").click()
    options_of(ana).first.wait_for()
    expect(host.get_by_role("heading", level=1)).to_contain_text("Round 1 of 7")


def test_wrong_codes_and_taken_seats_are_told_in_words_and_nothing_typed_is_lost(
    server: Server, devices: Devices
) -> None:
    devices.expect("404 (Not Found)")
    devices.expect("409 (Conflict)")
    devices.expect("422 (Unprocessable")
    host = hosted(devices, server)
    code = code_of(host)
    late = devices.open(f"{server.url}/join", PHONE)
    late.get_by_label("Table code").fill("ZZZ ZZ2")
    expect(late.get_by_role("alert")).to_contain_text("No open table has this code")
    expect(late.get_by_label("Table code")).to_have_value("ZZZ ZZ2")
    late.get_by_label("Table code").fill(code)
    late.get_by_role("radio", name="Council").click()
    late.get_by_role("button", name="Take the seat").click()
    expect(late.get_by_role("alert")).to_contain_text("Say what your table shall call you")
    late.get_by_label("Your name").fill("Lou <b>bold</b>")
    # The seat goes to somebody else between two looks at the list.
    late.route("**/api/join/*", lambda route: route.abort())
    devices.expect("net::ERR_FAILED")
    quick = devices.open(f"{server.url}/join/{code}", PHONE)
    join(quick, "Council", "Max")
    quick.get_by_role("heading", name="You are in").wait_for()
    late.get_by_role("button", name="Take the seat").click()
    expect(late.get_by_role("alert")).to_contain_text("Somebody was quicker")
    expect(late.get_by_label("Your name")).to_have_value("Lou <b>bold</b>")
    expect(late.get_by_label("Table code")).to_have_value(code)


def test_a_table_with_a_clock_shows_the_time_left_and_the_host_adds_a_minute(
    server: Server, devices: Devices
) -> None:
    bea = devices.open(f"{server.url}/host")
    for role in ("Primary Care Trust", "Community charity", "Central government"):
        bea.get_by_role("radiogroup", name=role).get_by_role("radio", name="bot").first.click()
    bea.get_by_role("radio", name="with a clock").click()
    bea.get_by_role("button", name="Set the table for one person").click()
    bea.get_by_role("link", name="Take a seat yourself").click()
    join(bea, "Council", "Bea")
    expect(bea.get_by_role("timer")).to_contain_text("s left")
    bea.get_by_role("button", name="My role").click()
    expect(bea.get_by_text("You were elected. So was the minister.")).to_be_visible()
    bea.get_by_role("button", name="To the table").click()
    bea.get_by_role("button", name="Host", exact=True).click()
    bea.get_by_role("button", name="One minute more").click()
    expect(bea.get_by_role("timer")).to_contain_text("2 min left")
    bea.get_by_role("button", name="I have read the card").click()
    options_of(bea).first.wait_for()
    expect(bea.get_by_role("timer")).to_contain_text("3 min left")
