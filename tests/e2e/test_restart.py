"""The server dies in mid-game: the seat is kept, the last view stays, and a move made meanwhile counts."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.e2e.pages import COMMIT, PHONE, Devices, Server, commit, on_screen, options_of, put_cards_away

Practise = Callable[..., Page]

WATCH = """() => {
  window.emptied = [];
  new MutationObserver(() => {
    if (!document.querySelector('#card-title')) window.emptied.push(document.body.innerText.slice(0, 80));
  }).observe(document.body, {childList: true, subtree: true});
}"""


def test_a_killed_server_never_empties_the_table_and_the_seat_is_kept(
    server: Server, devices: Devices, practise: Practise
) -> None:
    devices.expect("WebSocket connection to")
    devices.expect("Failed to load resource")
    page = practise(PHONE)
    title = page.locator("#card-title").inner_text()
    page.evaluate(WATCH)
    server.kill()
    expect(on_screen(page, "Reconnecting, your seat is kept.")).to_be_visible()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    server.start()
    page.get_by_role("button", name="Try now").or_(options_of(page).first).first.wait_for()
    expect(on_screen(page, "Reconnecting, your seat is kept.")).to_be_hidden()
    assert page.evaluate("window.emptied") == []
    commit(page)
    expect(page.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)
    page.reload()
    expect(page.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)


def test_a_choice_made_while_the_server_is_away_is_kept_and_counts_once_it_is_back(
    server: Server, devices: Devices, practise: Practise
) -> None:
    devices.expect("WebSocket connection to")
    devices.expect("Failed to load resource")
    page = practise()
    options_of(page).first.click()
    server.kill()
    expect(on_screen(page, "Reconnecting, your seat is kept.")).to_be_visible()
    page.get_by_role("button", name=COMMIT).click()
    expect(page.get_by_role("button", name="Kept:")).to_contain_text("We send it the moment you are back.")
    server.start()
    expect(page.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)


def test_a_part_of_the_page_that_was_lost_on_the_way_is_fetched_again(server: Server, devices: Devices) -> None:
    devices.expect("Failed to load resource")
    page = devices.open(server.url, PHONE)
    lost: list[str] = []

    def lose_once(route: Route) -> None:
        lost.append(route.request.url)
        if len(lost) > 1:
            route.continue_()
        else:
            route.abort()

    page.route("**/HostStrip-*.js", lose_once)
    page.get_by_role("button", name="Start a game").click()
    put_cards_away(page)
    options_of(page).first.wait_for()
    expect(page.get_by_role("button", name="Host", exact=True)).to_be_visible()
    assert len(lost) == 2
