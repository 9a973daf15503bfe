"""What could be brought, where it rankles and who is asked for what: told in one tap, read on the pledge board."""

import json
import re
import urllib.request

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.e2e.pages import LAPTOP, PHONE, Devices, Server, put_cards_away

SEED = "s3"
"""Some deal."""
MORE_TO_BRING = "s6"
"""A deal in which a council alone with the PCT has more to bring than it pledges unasked."""
A_PACT = "s1"
"""A deal in which a council alone with the PCT offers it a pact."""
BY_THEMSELVES = {"charity": "none", "government": "none"}


def table(server: Server, seats: dict[str, str], seed: str = SEED) -> str:
    """The code of a table whose other seats are open."""
    wish = json.dumps({"seed": seed, "seats": seats}).encode()
    request = urllib.request.Request(f"{server.url}/api/tables", wish, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        code: str = json.load(answer)["code"]
    return code


def sit(devices: Devices, server: Server, code: str, seat: str, size: ViewportSize) -> Page:
    page = devices.open(f"{server.url}/join/{code}", size)
    page.get_by_role("radio", name=seat).click()
    page.get_by_label("Your name").fill(seat)
    page.get_by_role("button", name="Take the seat").click()
    put_cards_away(page)
    return page


def open_board(page: Page) -> None:
    """On a phone the pledge board is one line between the card and its options."""
    page.get_by_role("button", name="Pledged").click()


def line(page: Page, role: str) -> Locator:
    """A role's line of the pledge board."""
    return page.get_by_role("list", name="Pledge board").get_by_role("listitem").filter(has_text=role)


def talk(page: Page) -> Locator:
    return page.get_by_role("list", name="Talk")


def test_a_person_tells_and_asks_and_a_bot_answers_with_a_pledge(server: Server, devices: Devices) -> None:
    code = table(server, {"council": "tactical"} | BY_THEMSELVES, MORE_TO_BRING)
    ana = sit(devices, server, code, "Primary Care Trust", PHONE)
    open_board(ana)
    expect(line(ana, "Council")).to_contain_text(re.compile(r"could bring \d"))
    expect(line(ana, "Council")).to_contain_text("says it rankles with you: 2")
    ana.get_by_role("button", name="Say “I could bring up to 4”").click()
    expect(line(ana, "Primary Care Trust")).to_contain_text("could bring 4")
    expect(talk(ana)).to_contain_text("I could bring up to 4 today.")
    expect(ana.get_by_role("button", name="Say “I could bring up to")).to_be_hidden()
    expect(line(ana, "Primary Care Trust")).to_contain_text("asked to bring 4")
    ana.get_by_role("button", name="Ask for 3 from the council").click()
    expect(line(ana, "Council")).to_contain_text("asked to bring 3")
    expect(talk(ana)).to_contain_text("only to the council")
    expect(line(ana, "Council")).to_contain_text("Council: I bring 3")


def test_a_pact_that_a_bot_offers_is_signed_with_its_words(server: Server, devices: Devices) -> None:
    code = table(server, {"council": "tactical"} | BY_THEMSELVES, A_PACT)
    ana = sit(devices, server, code, "Primary Care Trust", PHONE)
    ana.get_by_role("button", name="Answer the offer of the council").click()
    ana.get_by_role("button", name="Sign the pact with the council").click()
    deals = ana.get_by_role("list", name="Bargains and pacts")
    expect(deals).to_contain_text("The PCT and the council signed a pact")
    expect(deals).to_contain_text("Each of us carries once in two rounds.")


def test_a_refused_offer_shows_why_in_the_words_of_whoever_refused_it(server: Server, devices: Devices) -> None:
    code = table(server, {"council": "tactical"} | BY_THEMSELVES, A_PACT)
    ana = sit(devices, server, code, "Primary Care Trust", PHONE)
    ana.get_by_role("button", name="Answer the offer of the council").click()
    ana.get_by_role("radio", name="Refuse").check()
    ana.get_by_role("button", name="Refuse the offer").click()
    became = ana.get_by_role("list", name="What became of offers")
    expect(became.get_by_role("listitem")).to_contain_text("The council offers the PCT a pact.")
    expect(became.get_by_role("listitem")).to_contain_text("The PCT refused.")
    ana.get_by_role("button", name="Offer a deal").click()
    ana.get_by_role("radio", name="an open alliance").check()
    ana.get_by_role("button", name="Offer the council this alliance").click()
    mine = became.get_by_role("listitem").filter(has_text="The PCT offers")
    expect(mine).to_contain_text("The council refused: “We sign nothing without an end.”")


def test_where_it_rankles_is_read_by_the_other_of_the_two_and_one_may_bluff(server: Server, devices: Devices) -> None:
    code = table(server, BY_THEMSELVES)
    ana = sit(devices, server, code, "Primary Care Trust", PHONE)
    bea = sit(devices, server, code, "Council", LAPTOP)
    open_board(ana)
    ana.get_by_role("button", name="More to say").click()
    rankles = ana.get_by_role("button", name="It rankles between us and the council: 2.")
    rankles.click()
    expect(line(bea, "Primary Care Trust")).to_contain_text("says it rankles with you: 2")
    expect(talk(bea)).to_contain_text("It rankles between us and the council: 2.")
    expect(rankles).to_be_hidden()
    ana.get_by_role("radiogroup", name="I could bring up to").get_by_role("radio", name="0", exact=True).click()
    expect(line(bea, "Primary Care Trust")).to_contain_text("can bring nothing; says it rankles with you: 2")


def test_whoever_is_not_in_the_room_tells_one_role_and_nobody_else_reads_it(server: Server, devices: Devices) -> None:
    code = table(server, {"charity": "share"})
    ana = sit(devices, server, code, "Primary Care Trust", LAPTOP)
    bea = sit(devices, server, code, "Council", LAPTOP)
    gus = sit(devices, server, code, "Central government", PHONE)
    open_board(gus)
    gus.get_by_role("button", name="More to say").click()
    expect(gus.get_by_role("button", name="Say “I could bring up to")).to_be_hidden()
    gus.get_by_role("radiogroup", name="Only to").get_by_role("radio", name="the council").click()
    gus.get_by_role("radiogroup", name="I could bring up to").get_by_role("radio", name="2", exact=True).click()
    expect(line(bea, "Central government")).to_contain_text("could bring 2")
    ana.get_by_role("textbox", name="Your words").fill("Read by all.")
    ana.get_by_role("button", name="Say it").click()
    expect(talk(bea)).to_contain_text("Read by all.")
    expect(ana.get_by_text("could bring 2")).to_be_hidden()
