"""The ground: a picture with words of its own, whose place is kept until it is drawn."""

import re

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from tests.e2e.pages import PHONE, Devices, Server, options_of, overflow
from tests.e2e.test_people import code_of, hosted, join
from tests.e2e.test_projector import watched

SAYS = re.compile("far apart|table|break|promise|mended|pact|alliance")


def top_of_the_card(page: Page) -> float:
    box = page.get_by_role("article").first.bounding_box()
    assert box is not None
    return box["y"]


def test_the_ground_says_what_it_shows_at_a_seat_and_on_the_projector(server: Server, devices: Devices) -> None:
    _, screen, ana = watched(server, devices)
    for page in (ana, screen):
        expect(page.get_by_role("main").get_by_role("img", name=SAYS)).to_be_visible()


@pytest.mark.parametrize("size", [{"width": 740, "height": 360}, {"width": 844, "height": 390}])
def test_a_phone_on_its_side_shows_ground_and_question_at_once_and_the_options_below_them(
    server: Server, devices: Devices, size: ViewportSize
) -> None:
    host = hosted(devices, server, bots=("Council", "Community charity", "Central government"))
    ana = devices.open(f"{server.url}/join/{code_of(host)}", size)
    join(ana, "Primary Care Trust", "Ana")
    options_of(ana).first.wait_for()
    ground = ana.get_by_role("main").get_by_role("img", name=SAYS)
    expect(ground).to_be_in_viewport(ratio=1)
    expect(ana.get_by_role("article").get_by_role("heading").first).to_be_in_viewport(ratio=1)
    first = options_of(ana).first.bounding_box()
    assert first is not None and first["y"] < 2 * size["height"]
    assert overflow(ana) <= 0


def test_the_card_does_not_jump_when_the_ground_is_drawn(server: Server, devices: Devices) -> None:
    host = hosted(devices, server, bots=("Council", "Community charity", "Central government"))
    ana = devices.open(f"{server.url}/join/{code_of(host)}", PHONE)
    held: list[Route] = []
    ana.route("**/Picture-*.js", lambda route: held.append(route))
    join(ana, "Primary Care Trust", "Ana")
    options_of(ana).first.wait_for()
    expect(ana.get_by_role("main").get_by_role("img", name=SAYS)).to_have_count(0)
    before = top_of_the_card(ana)
    for route in held:
        route.continue_()
    ana.unroute("**/Picture-*.js")
    expect(ana.get_by_role("main").get_by_role("img", name=SAYS)).to_be_visible()
    assert top_of_the_card(ana) == before
