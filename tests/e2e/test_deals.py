"""Deals between two people, one on a phone and one on a laptop: offered, countered, accepted, kept and broken."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages import COMMIT, LAPTOP, PHONE, Devices, Server, on_screen, options_of, overflow
from tests.e2e.test_small_screens import SMALL, TARGET
from tests.e2e.test_tells import sit, table

SHARES = {"charity": "share", "government": "share"}
"""Bots that offer nothing themselves."""


def seated(server: Server, devices: Devices) -> tuple[Page, Page]:
    """Bea in the council on a laptop, Ana in the PCT on a phone."""
    code = table(server, SHARES)
    bea, ana = sit(devices, server, code, "Council", LAPTOP), sit(devices, server, code, "Primary Care Trust", PHONE)
    for page in (bea, ana):
        options_of(page).first.wait_for()
    return bea, ana


def promises(page: Page) -> Locator:
    return page.get_by_role("list", name="Bargains and pacts")


def sheet(page: Page) -> Locator:
    """What lies open over the table."""
    return page.get_by_role("dialog")


def lay(page: Page, blank: str, words: str) -> None:
    sheet(page).get_by_role("radiogroup", name=blank).get_by_role("radio", name=words, exact=True).check()


def begin(page: Page, whom: str) -> None:
    page.get_by_role("button", name="Offer a deal").click()
    lay(page, "With whom", whom)


def offer_turns(ana: Page) -> None:
    """Ana asks the council to carry this one for her next turn."""
    begin(ana, "the council")
    lay(ana, "What is given back", "take the next turn")
    sheet(ana).get_by_label("In your own words").fill("Yours now, mine next.")
    ana.get_by_role("button", name="Offer the council this bargain").click()
    expect(sheet(ana)).to_be_hidden()


def commit_to(page: Page, option: str) -> None:
    page.get_by_role("radiogroup", name="What will you do?").get_by_role("radio", name=option).check()
    page.get_by_role("button", name=COMMIT).click()


def capacity(page: Page) -> int:
    """What the purse at the foot shows."""
    purse = page.get_by_role("contentinfo").get_by_role("paragraph").filter(has_text=re.compile("^Capacity"))
    return int(purse.locator("b").inner_text())


def ledger(page: Page) -> Locator:
    page.get_by_role("button", name="Promises").click()
    return sheet(page)


def test_a_bargain_is_offered_countered_and_accepted_and_each_sees_what_it_binds_to(
    server: Server, devices: Devices
) -> None:
    bea, ana = seated(server, devices)
    offer_turns(ana)
    expect(ana.get_by_text("You offered the council: they carry 4 or more, you take the next turn.")).to_be_visible()
    expect(bea.get_by_text("The PCT offers a bargain: you carry 4 or more, they take the next turn.")).to_be_visible()
    bea.get_by_role("button", name="Answer the offer of the PCT").click()
    expect(sheet(bea)).to_contain_text("Yours now, mine next.")
    expect(sheet(bea)).to_contain_text("Only you and the PCT see this. Once agreed, everybody reads it.")
    expect(bea.get_by_role("button", name="Carry 4 for the PCT they owe you next")).to_be_visible()
    sheet(bea).get_by_role("radio", name="Counter").check()
    bea.get_by_role("button", name="Change the terms").click()
    lay(bea, "What is given back", "hand over 2 capacity")
    expect(sheet(bea)).to_contain_text("I carry this one with 4 or more; you hand over 2 capacity.")
    expect(sheet(bea).get_by_label("In your own words")).to_have_value("Yours now, mine next.")
    expect(sheet(bea)).to_contain_text("Only you and the PCT see this.")
    bea.get_by_role("button", name="Send the PCT this instead").click()
    ana.get_by_text("The council answers your offer with another bargain: they carry 4 or more").wait_for()
    ana.get_by_role("button", name="Answer the offer of the council").click()
    before = capacity(ana), capacity(bea)
    ana.get_by_role("button", name="Hand the council 2 capacity they carry 4 or more this round").click()
    expect(sheet(ana)).to_be_hidden()
    expect(bea.get_by_text("The PCT agreed: you carry 4 or more, they hand over 2 capacity.")).to_be_visible()
    agreed = "A bargain: the council brings 4 or more; the PCT hands over 2 capacity."
    for page in (ana, bea):
        expect(promises(page)).to_contain_text(agreed)
        expect(promises(page)).to_contain_text("Yours now, mine next.")
        expect(page.get_by_role("button", name="Answer")).to_be_hidden()
    assert (capacity(ana), capacity(bea)) == (before[0] - 2, before[1] + 2)


def test_a_refused_offer_binds_nobody_and_the_reason_is_told_where_it_was_made(
    server: Server, devices: Devices
) -> None:
    bea, ana = seated(server, devices)
    begin(bea, "the PCT")
    lay(bea, "What kind", "a pact")
    send = bea.get_by_role("button", name="Say in your words why")
    expect(send).to_have_attribute("aria-disabled", "true")
    sheet(bea).get_by_label("In your own words").fill("We both gain.")
    bea.get_by_role("button", name="Offer the PCT this pact").click()
    ana.get_by_role("button", name="Answer the offer of the council").click()
    expect(ana.get_by_role("button", name="Sign the pact with the council")).to_be_visible()
    sheet(ana).get_by_role("radio", name="Refuse").check()
    sheet(ana).get_by_label("Why").fill("Not before the inspection.")
    ana.get_by_role("button", name="Refuse the offer").click()
    expect(bea.get_by_text("The PCT refused: Not before the inspection.")).to_be_visible()
    for page in (ana, bea):
        expect(page.get_by_text("The PCT refused an offer.")).to_be_visible()
        expect(promises(page)).to_be_hidden()
    bea.get_by_role("button", name="Close").click()
    expect(bea.get_by_text("The PCT refused: Not before")).to_be_hidden()


def test_a_kept_and_a_broken_promise_stand_in_the_ledger_with_their_words(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    begin(ana, "the council")
    lay(ana, "Who carries", "I carry")
    lay(ana, "What is given back", "take the next turn")
    sheet(ana).get_by_label("In your own words").fill("I clear the week, you take the next.")
    ana.get_by_role("button", name="Offer the council this bargain").click()
    bea.get_by_role("button", name="Answer the offer of the PCT").click()
    bea.get_by_role("button", name="Owe the PCT your next turn they carry 4 or more this round").click()
    expect(on_screen(ana, "The council agreed")).to_be_visible()
    begin(bea, "the PCT")
    sheet(bea).get_by_label("In your own words").fill("We carry it to the summer.")
    bea.get_by_role("button", name="Offer the PCT this bargain").click()
    ana.get_by_role("button", name="Answer the offer of the council").click()
    ana.get_by_role("button", name="Hand the council 1 capacity they carry 4 or more this round").click()
    expect(promises(bea)).to_contain_text("We carry it to the summer.")
    commit_to(ana, "Clear a week")
    commit_to(bea, "Send what you have")
    expect(ana.get_by_role("heading", level=1)).to_contain_text("what happened")
    told = ledger(ana)
    expect(told.get_by_role("heading", level=2)).to_have_text("3 kept, 1 broken and 1 to keep")
    settled = told.get_by_role("list", name="Settled").get_by_role("listitem")
    kept = settled.filter(has_text="The PCT kept its word to the council.")
    expect(kept).to_contain_text("I clear the week, you take the next.")
    broken = settled.filter(has_text="The council broke its word to the PCT.")
    expect(broken).to_contain_text("We carry it to the summer.")
    expect(broken).to_contain_text("Broken. Round 1: A bargain: the council brings 4 or more")
    expect(broken).to_contain_text("It brought 0.")
    running = told.get_by_role("list", name="Still to keep").get_by_role("listitem")
    expect(running).to_have_text(re.compile("The council owes the PCT a turn, by round 3."))
    told.get_by_role("radio", name="Who owes whom").check()
    expect(settled).to_have_count(0)
    expect(running).to_have_count(1)
    expect(ledger(bea).get_by_role("heading", level=2)).to_be_visible()
    expect(sheet(bea)).to_contain_text("You have broken one: your word is at −1.")


def test_an_offer_a_message_and_an_announcement_half_written_survive_a_reload(
    server: Server, devices: Devices
) -> None:
    code = table(server, {"charity": "share", "council": "share"})
    gus = sit(devices, server, code, "Central government", LAPTOP)
    ana = sit(devices, server, code, "Primary Care Trust", PHONE)
    for page in (gus, ana):
        options_of(page).first.wait_for()
    begin(ana, "the charity")
    lay(ana, "Brings at least", "6")
    sheet(ana).get_by_label("In your own words").fill("Half a thou")
    ana.keyboard.press("Escape")
    expect(sheet(ana)).to_be_hidden()
    ana.get_by_role("button", name="the charity", exact=True).click()
    ana.get_by_role("textbox", name="Your words").fill("Between us tw")
    ana.reload()
    expect(ana.get_by_role("textbox", name="Your words")).to_have_value("Between us tw")
    expect(ana.get_by_text("Only to the charity.")).to_be_visible()
    ana.get_by_role("button", name="Go on with your offer").click()
    expect(sheet(ana)).to_contain_text("Community charity, you carry this one with 6 or more")
    expect(sheet(ana).get_by_label("In your own words")).to_have_value("Half a thou")
    gus.get_by_role("textbox", name="In your words").fill("The department wil")
    gus.get_by_role("radiogroup", name="With a pledge of").get_by_role("radio", name="2", exact=True).check()
    gus.reload()
    expect(gus.get_by_role("textbox", name="In your words")).to_have_value("The department wil")
    pledge = gus.get_by_role("radiogroup", name="With a pledge of").get_by_role("radio", name="2", exact=True)
    expect(pledge).to_be_checked()


def test_a_deal_is_made_and_answered_by_keyboard_and_names_alone(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    ana.get_by_role("button", name="Offer a deal").press("Enter")
    expect(sheet(ana)).to_be_focused()
    ana.keyboard.press("Tab")
    expect(sheet(ana).get_by_role("button", name="Close")).to_be_focused()
    ana.keyboard.press("Tab")
    ana.keyboard.press("ArrowRight")
    expect(sheet(ana).get_by_role("heading", level=2)).to_have_text("To the charity")
    ana.keyboard.press("ArrowLeft")
    expect(sheet(ana).get_by_role("heading", level=2)).to_have_text("To the council")
    send = ana.get_by_role("button", name="Offer the council this bargain")
    for _ in range(6):
        ana.keyboard.press("Tab")
    expect(send).to_be_focused()
    ana.keyboard.press("Enter")
    expect(sheet(ana)).to_be_hidden()
    expect(ana.get_by_role("button", name="Offer a deal")).to_be_focused()
    bea.get_by_role("button", name="Answer the offer of the PCT").press("Enter")
    expect(sheet(bea)).to_be_focused()
    bea.keyboard.press("Tab")
    bea.keyboard.press("Tab")
    expect(sheet(bea).get_by_role("radio", name="Accept")).to_be_focused()
    bea.keyboard.press("Tab")
    bea.keyboard.press("Enter")
    expect(promises(ana)).to_contain_text(re.compile("A bargain: the council brings 4 or more"))


def test_the_sheets_fit_a_small_phone_and_leave_the_heading_in_sight(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    ana.emulate_media(reduced_motion="reduce")
    ana.set_viewport_size({"width": 320, "height": 700})
    begin(bea, "the PCT")
    bea.get_by_role("button", name="Offer the PCT this bargain").click()

    def fits() -> None:
        expect(sheet(ana)).to_be_visible()
        assert overflow(ana) <= 0
        assert ana.evaluate(SMALL, TARGET) == []
        assert ana.evaluate("document.elementFromPoint(40, 20).closest('header') !== null")

    ana.get_by_role("button", name="Answer the offer of the council").click()
    fits()
    ana.keyboard.press("Escape")
    ana.get_by_role("button", name="Offer a deal").click()
    fits()
    ana.keyboard.press("Escape")
    ana.get_by_role("button", name="Promises").click()
    fits()
