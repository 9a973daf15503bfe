"""The projector: the room follows the reveal at the host's pace."""

from playwright.sync_api import expect

from tests.e2e.pages import PHONE, Devices, Server, commit, options_of
from tests.e2e.test_people import code_of, hosted, join

PROJECTOR = {"width": 1280, "height": 720}


def test_the_host_turns_the_reveal_on_the_projector_page_by_page(server: Server, devices: Devices) -> None:
    host = hosted(devices, server, bots=("Council", "Community charity", "Central government"))
    screen = devices.open(host.get_by_role("textbox", name="Link for the projector").input_value(), PROJECTOR)
    ana = devices.open(f"{server.url}/join/{code_of(host)}", PHONE)
    join(ana, "Primary Care Trust", "Ana")
    options_of(ana).first.wait_for()
    commit(ana)
    told = screen.get_by_role("main").get_by_role("listitem")
    expect(told).to_have_count(1)
    host.get_by_role("button", name="On the screen next: what broke or was mended").click()
    expect(told).to_have_count(2)
    host.get_by_role("button", name="On the screen next: the question to talk about").click()
    expect(host.get_by_role("button", name="The screen shows everything")).to_be_disabled()
    question = screen.get_by_role("main").locator("p").last
    expect(question).to_contain_text("?")
    screen.reload()
    expect(told).to_have_count(2)
    expect(question).to_contain_text("?")
