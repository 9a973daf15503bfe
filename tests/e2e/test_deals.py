"""A deal between two people on their own devices: offered, agreed to, and told in words."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages import LAPTOP, PHONE, Devices, Server, options_of
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


def test_a_bargain_is_offered_accepted_and_seen_by_both_in_words(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    ana.get_by_role("button", name="Offer a deal").click()
    ana.get_by_role("radiogroup", name="With whom").get_by_role("radio", name="the council").click()
    ana.get_by_role("radiogroup", name="Who carries").get_by_role("radio", name="the council").click()
    ana.get_by_role("radiogroup", name="What is given back").get_by_role("radio", name="the next turn").click()
    ana.get_by_label("In these words").fill("Yours now, mine next.")
    expect(ana.get_by_text("Only the council reads it.")).to_be_visible()
    ana.get_by_role("button", name="Offer it").click()
    expect(promises(ana)).to_contain_text("The PCT offers the council a bargain")
    expect(ana.get_by_role("button", name="Take it back")).to_be_visible()
    expect(promises(bea)).to_contain_text("Yours now, mine next.")
    bea.get_by_role("button", name="Accept").click()
    for page in (ana, bea):
        expect(promises(page)).to_contain_text("A bargain: the council brings 4 or more; the PCT takes the next turn.")
        expect(promises(page)).to_contain_text("Yours now, mine next.")
        expect(page.get_by_role("button", name="Take it back")).to_be_hidden()
    expect(bea.get_by_role("button", name="Accept")).to_be_hidden()


def test_a_refused_offer_binds_nobody(server: Server, devices: Devices) -> None:
    bea, ana = seated(server, devices)
    bea.get_by_role("button", name="Offer a deal").click()
    bea.get_by_role("radio", name="a pact", exact=True).click()
    bea.get_by_role("radiogroup", name="With whom").get_by_role("radio", name="the PCT").click()
    expect(bea.get_by_role("button", name="Offer it")).to_be_disabled()
    bea.get_by_label("In these words").fill("We both gain.")
    bea.get_by_role("button", name="Offer it").click()
    ana.get_by_role("button", name="Refuse").click()
    for page in (ana, bea):
        expect(page.get_by_text("The PCT refused an offer.")).to_be_visible()
        expect(promises(page)).to_be_hidden()
