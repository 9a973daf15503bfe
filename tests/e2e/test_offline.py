"""Bad Wi-Fi: what is seen, what is kept, what is told afterwards; and one seat in several tabs and devices."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.e2e.pages import LAPTOP, PHONE, Devices, Server, options_of, put_cards_away
from tests.e2e.test_people import code_of, hosted, join

QUIET = "Reconnecting, your seat is kept."
LONGEST = 120
LONG = "No connection, trying again."
WATCH = """words => {
  window.seen = [];
  const look = () => window.seen.push(...words.filter(each => document.body.innerText.includes(each)));
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true, characterData: true});
}"""
LISTEN = """() => {
  window.heard = [];
  const hear = () => {
    const region = document.querySelector('[aria-live=polite]');
    new MutationObserver(changes => changes.forEach(({addedNodes}) =>
      addedNodes.forEach(each => window.heard.push(each.textContent))
    )).observe(region, {childList: true});
  };
  document.querySelector('[aria-live]') ? hear() : addEventListener('load', () => requestAnimationFrame(hear));
}"""


class Wifi:
    """The wireless network of one device: it can be cut, and pages still load over some other way."""

    def __init__(self, page: Page) -> None:
        self.on = True
        self.opened = 0
        self._through: list[WebSocketRoute] = []
        page.context.route_web_socket("**/ws", self._open)

    def _open(self, route: WebSocketRoute) -> None:
        if not self.on:
            route.close()
            return
        self.opened += 1
        route.connect_to_server()
        self._through.append(route)

    def cut(self) -> None:
        self.on = False
        while self._through:
            self._through.pop().close()


@pytest.fixture
def ana(server: Server, devices: Devices) -> Page:
    """A phone on the front page, whose clock can be turned on."""
    page = devices.open(server.url, PHONE)
    page.clock.install()
    devices.expect("WebSocket connection to")
    return page


@pytest.fixture
def wifi(ana: Page) -> Wifi:
    return Wifi(ana)


def begin(page: Page) -> None:
    page.get_by_role("button", name="Start a game").click()
    put_cards_away(page)
    options_of(page).first.wait_for()


def say(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Your words").fill(words)
    page.get_by_role("textbox", name="Your words").press("Enter")


def test_a_break_shorter_than_two_seconds_is_not_seen_at_all(ana: Page, wifi: Wifi) -> None:
    begin(ana)
    ana.evaluate(WATCH, [QUIET, LONG, "You are back", "while you were away"])
    before = wifi.opened
    wifi.cut()
    wifi.on = True
    say(ana, "Still here?")
    expect(ana.get_by_role("list", name="Talk")).to_contain_text("Still here?")
    assert wifi.opened > before, "the connection was never lost"
    assert ana.evaluate("window.seen") == []


def test_a_long_break_says_what_is_safe_and_everything_done_in_it_is_sent_in_order(ana: Page, wifi: Wifi) -> None:
    begin(ana)
    wifi.cut()
    ana.clock.run_for(2_500)
    strip = ana.get_by_text(QUIET).and_(ana.locator(":not([aria-live] *)"))
    expect(strip).to_be_visible()
    expect(ana.get_by_role("button", name="Try now")).to_be_hidden()
    ana.clock.run_for(9_000)
    expect(strip).to_be_hidden()
    expect(ana.get_by_text("what you do now is kept and sent later").first).to_be_visible()
    for words in ("First.", "Second.", "Third."):
        say(ana, words)
    expect(ana.get_by_text("3 things are kept on this device")).to_be_visible()
    expect(ana.get_by_role("list", name="Talk").get_by_text("First.")).to_be_hidden()
    wifi.on = True
    ana.get_by_role("button", name="Try now").click()
    said = ana.get_by_role("list", name="Talk").get_by_text(re.compile(r"^(First|Second|Third)\.$"))
    expect(said).to_have_text(["First.", "Second.", "Third."])
    expect(ana.get_by_text("Saved", exact=True)).to_be_attached()
    expect(ana.get_by_role("button", name="Try now")).to_be_hidden()


def test_what_was_kept_survives_a_reload_in_mid_break(ana: Page, wifi: Wifi) -> None:
    begin(ana)
    wifi.cut()
    say(ana, "Kept through it all.")
    expect(ana.get_by_text("One thing kept, not sent yet")).to_be_visible()
    ana.reload()
    ana.get_by_role("heading", name="Opening the table").wait_for()
    wifi.on = True
    expect(ana.get_by_role("list", name="Talk")).to_contain_text("Kept through it all.")
    ana.reload()
    options_of(ana).first.wait_for()
    expect(ana.get_by_text("Kept through it all.")).to_have_count(1)


def test_on_return_one_tap_shows_what_happened_meanwhile_newest_last(
    server: Server, devices: Devices, ana: Page, wifi: Wifi
) -> None:
    host = hosted(devices, server, bots=("Community charity", "Central government"))
    ana.goto(f"{server.url}/join/{code_of(host)}")
    join(ana, "Primary Care Trust", "Ana")
    bea = devices.open(f"{server.url}/join/{code_of(host)}", LAPTOP)
    join(bea, "Council", "Bea")
    for page in (ana, bea):
        options_of(page).first.wait_for()
    wifi.cut()
    ana.clock.run_for(3_000)
    say(bea, "Anybody there?")
    bea.get_by_role("radio", name=re.compile("you bring [1-9]"), disabled=False).first.click()
    bea.get_by_role("button", name="I bring").click()
    expect(bea.get_by_text(re.compile(r"Council: I bring \d")).first).to_be_visible()
    bea.get_by_role("button", name=re.compile("^Commit")).click()
    bea.get_by_role("button", name="Committed").wait_for()
    say(bea, "I have laid mine.")
    wifi.on = True
    ana.clock.run_for(9_000)
    ana.get_by_role("button", name=re.compile("happened while you were away")).click()
    missed = ana.get_by_role("dialog").get_by_role("listitem")
    expect(missed.filter(has_text="things were said")).to_have_count(1)
    expect(ana.get_by_role("dialog")).to_contain_text("Nothing of yours was lost.")
    ana.keyboard.press("Escape")
    ana.get_by_role("button", name="Close").click()
    expect(ana.get_by_text("while you were away").and_(ana.locator(":not([aria-live] *)"))).to_be_hidden()


def test_a_break_is_said_once_when_it_begins_and_once_when_it_is_over(ana: Page, wifi: Wifi) -> None:
    begin(ana)
    ana.evaluate(LISTEN)
    wifi.cut()
    ana.clock.run_for(3_000)
    ana.get_by_text(QUIET).first.wait_for()
    wifi.on = True
    ana.clock.run_for(6_000)
    expect(ana.locator("[aria-live=polite]")).to_contain_text("You are back")
    broken = [each for each in ana.evaluate("window.heard") if "minute" not in each and "waits for you" not in each]
    assert broken[0] == QUIET
    assert [each.startswith("You are back") for each in broken[1:]] == [True]


def test_turn_deadline_and_break_are_each_said_once_and_in_order(
    server: Server, devices: Devices, ana: Page, wifi: Wifi
) -> None:
    host = devices.open(f"{server.url}/host", LAPTOP)
    for role in ("Primary Care Trust", "Community charity", "Central government"):
        host.get_by_role("radiogroup", name=role).get_by_role("radio", name="bot").first.click()
    host.get_by_role("radio", name="with a clock").click()
    host.get_by_role("button", name="Set the table for one person").click()
    ana.goto(f"{server.url}/join/{code_of(host)}")
    join(ana, "Council", "Ana")
    ready = ana.get_by_role("button", name="I have read the card")
    ready.wait_for()
    ana.evaluate(LISTEN)
    ready.click()
    region = ana.locator("[aria-live=polite]")
    expect(region).to_contain_text("3 minutes left.")
    wifi.cut()
    for seconds, words in ((3, QUIET), (8, LONG), (120, "1 minute left."), (38, "20 seconds left.")):
        ana.clock.run_for(seconds * 1_000)
        expect(region).to_contain_text(words)
    wifi.on = True
    ana.get_by_role("button", name="Try now").click()
    expect(region).to_contain_text("You are back.")
    said = [each for each in ana.evaluate("window.heard") if "waits for you" not in each and "offer" not in each]
    assert [each.split(". ")[0].rstrip(".") for each in said] == [
        "Round 1 of 7, talk", "3 minutes left", QUIET.rstrip("."), LONG.rstrip("."), "1 minute left",
        "20 seconds left", "You are back",
    ]


def test_a_choice_made_in_one_tab_stands_in_the_other_and_a_sheet_laid_there_is_laid_here(
    practise: Callable[..., Page],
) -> None:
    one = practise()
    two = one.context.new_page()
    two.goto(one.url)
    options_of(two).nth(1).wait_for()
    options_of(one).nth(1).click()
    expect(options_of(two).nth(1)).to_be_checked()
    two.get_by_role("textbox", name="Your words").fill("Half a sent")
    expect(one.get_by_role("textbox", name="Your words")).to_have_value("Half a sent")


def test_a_sheet_laid_on_another_device_of_the_seat_takes_the_place_of_the_draft_here(
    server: Server, devices: Devices, ana: Page, wifi: Wifi
) -> None:
    host = hosted(devices, server, bots=("Community charity", "Central government"))
    ana.goto(f"{server.url}/join/{code_of(host)}")
    join(ana, "Primary Care Trust", "Ana")
    bea = devices.open(f"{server.url}/join/{code_of(host)}", LAPTOP)
    join(bea, "Council", "Bea")
    options_of(ana).nth(1).click()
    token = ana.evaluate(
        "JSON.parse(localStorage.getItem('faultlines:' + location.pathname.split('/')[2])).token"
    )
    tablet = devices.open(f"{ana.url}#{token}", LAPTOP)
    put_cards_away(tablet)
    options_of(tablet).first.click()
    tablet.get_by_role("button", name=re.compile("^Commit")).click()
    expect(tablet.get_by_role("button", name="Committed")).to_be_visible()
    expect(ana.get_by_role("button", name="Committed")).to_be_visible()
    expect(options_of(ana).first).to_be_checked()


def test_the_tab_calls_when_the_table_waits_for_this_seat(server: Server, devices: Devices) -> None:
    page = devices.open(server.url, LAPTOP)
    sign = page.locator("link[rel=icon]")
    expect(sign).to_have_attribute("href", "/favicon.svg")
    begin(page)
    expect(page).to_have_title("(!) Your turn - Faultlines")
    expect(sign).to_have_attribute("href", "/favicon-turn.svg")
    page.goto(server.url)
    expect(page).to_have_title("Faultlines")
    expect(sign).to_have_attribute("href", "/favicon.svg")


def test_sound_is_off_until_it_is_switched_on_and_only_then_fetched(server: Server, devices: Devices) -> None:
    page = devices.open(server.url, LAPTOP)
    tones: list[str] = []
    page.on("request", lambda request: tones.append(request.url) if "/tones-" in request.url else None)
    begin(page)
    options_of(page).first.click()
    page.get_by_role("button", name=re.compile("^Commit")).click()
    page.get_by_role("list", name="Who did what").wait_for()
    assert tones == []
    page.get_by_role("button", name="Table menu").click()
    menu = page.get_by_role("dialog", name="Table menu")
    expect(menu.get_by_role("radio", name="off")).to_be_checked()
    with page.expect_request("**/tones-*.js"):
        menu.get_by_role("radio", name="on", exact=True).check()
    page.reload()
    page.get_by_role("button", name="Table menu").click()
    expect(menu.get_by_role("radio", name="on", exact=True)).to_be_checked()


def test_a_whole_game_is_said_turn_by_turn_each_once_and_in_order(practise: Callable[..., Page]) -> None:
    page = practise()
    page.evaluate(LISTEN)
    again = page.get_by_role("button", name="Play again")
    for _ in range(40):
        choose = options_of(page).first
        onward = page.get_by_role("button", name=re.compile("^(Skip to the end|On to|See how it ended)"))
        choose.or_(onward).or_(again).first.wait_for()
        if again.is_visible():
            break
        if choose.is_visible():
            choose.click()
            page.get_by_role("button", name=re.compile("^Commit")).click()
            page.get_by_role("list", name="Who did what").wait_for()
        else:
            onward.first.click()
    turns = [each for each in page.evaluate("window.heard") if each.startswith("Round ") or "the end" in each]
    assert len(turns) == len(set(turns)), "something was said twice"
    rounds = [int(found[1]) for each in turns if (found := re.match(r"Round (\d)", each))]
    assert rounds == sorted(rounds)
    assert rounds[-1] > 3, turns
    for n in set(rounds) - {1, max(rounds)}:
        phases = [each.split(", ", 1)[1].split(".")[0] for each in turns if each.startswith(f"Round {n} ")]
        assert phases in (["talk", "what happened", "stock-take"], ["talk", "commit", "what happened", "stock-take"])
    assert [each for each in turns if len(each) > LONGEST] == []
