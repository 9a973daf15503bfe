"""A page that is reloaded, in whatever phase, goes on where it was: one on a phone, one on a laptop, at one table."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.pages import COMMIT, LAPTOP, PHONE, Devices, Server, options_of, put_cards_away, settle
from tests.e2e.test_deals import offer_turns
from tests.e2e.test_end import post

BOTS = {"charity": "share", "government": "share"}


def reload(*pages: Page) -> None:
    """Everything that stood on the page stands there again: what is told, and what there is to do."""
    for page in pages:
        settle(page)
        # What the bots do meanwhile is no loss.
        expect(page.get_by_text("bot, still to come")).to_have_count(0)
        parts = (page.get_by_role("main"), page.get_by_role("contentinfo"))
        # That it was saved is said for a moment only.
        before = [part.inner_text().replace("Saved", "") for part in parts]
        chosen = [each.get_attribute("value") for each in page.get_by_role("radio", checked=True).all()]
        page.reload()
        for part, words in zip(parts, before, strict=True):
            expect(part).to_have_text(words, use_inner_text=True)
        assert [each.get_attribute("value") for each in page.get_by_role("radio", checked=True).all()] == chosen


def press(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name=name).first.click()


def test_a_page_reloaded_in_any_phase_goes_on_where_it_was(server: Server, devices: Devices) -> None:
    code = post(server, "/api/tables", {"rounds": 2, "seed": "a short one", "seats": BOTS})["code"]
    ana, bea = (devices.open(f"{server.url}/join/{code}", size) for size in (PHONE, LAPTOP))
    for page, seat, name in ((ana, "Primary Care Trust", "Ana"), (bea, "Council", "Bea")):
        page.get_by_role("radio", name=seat).click()
        page.get_by_label("Your name").fill(name)
        press(page, "Take the seat")
        put_cards_away(page)
        if page is ana:
            expect(page.get_by_role("list", name="At the table")).to_contain_text("free")
            reload(ana)
    for page in (ana, bea):
        options_of(page).first.wait_for()
    reload(ana, bea)
    offer_turns(ana)
    bea.get_by_role("button", name="Answer the offer of the PCT").wait_for()
    for page in (ana, bea):
        options_of(page).first.click()
    reload(ana, bea)
    for round_ in (1, 2):
        press(bea, COMMIT)
        bea.get_by_text("Committed. You may still change it.").wait_for()
        reload(bea, ana)
        press(ana, COMMIT)
        for page in (ana, bea):
            page.get_by_role("button", name=re.compile("^Next: ")).wait_for()
        reload(ana, bea)
        press(ana, re.compile("^Next: "))
        press(ana, re.compile("^Next: "))
        reload(ana)
        press(ana, "Skip to the end")
        for page in (ana, bea):
            press(page, "On to the stock-take")
        onward = re.compile("^(On to round 2|See how it ended)")
        for page in (ana, bea):
            page.get_by_role("button", name=onward).wait_for()
        reload(ana, bea)
        for page in (ana, bea):
            press(page, onward)
        if round_ == 1:
            for page in (ana, bea):
                options_of(page).first.click()
            reload(ana, bea)
    for page in (ana, bea):
        fate = page.get_by_role("heading", name=re.compile("^The partnership"))
        told = [fate.inner_text(), *page.get_by_role("main").get_by_role("heading", level=2).all_inner_texts()]
        page.reload()
        expect(fate).to_have_text(told[0])
        for heading in told[1:]:
            expect(page.get_by_role("main").get_by_role("heading", level=2, name=heading, exact=True)).to_be_visible()
