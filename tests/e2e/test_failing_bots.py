"""Bots that fail: the table plays on by the default, and its host reads whose bot it was."""

import pytest
from playwright.sync_api import expect

from tests.e2e.pages import PHONE, Devices, Server, commit, on_screen
from tests.e2e.test_people import TWO_BOTS, code_of, hosted, join


@pytest.fixture
def launcher() -> tuple[str, ...]:
    return ("-m", "tests.proving.saboteurs", "no_bots")


def test_the_host_reads_whose_bot_failed_and_in_which_round_and_nobody_else_does(
    server: Server, devices: Devices
) -> None:
    host = hosted(devices, server, (*TWO_BOTS, "Council"))
    ana = devices.open(f"{server.url}/join/{code_of(host)}", PHONE)
    join(ana, "Primary Care Trust", "Ana")
    commit(ana)
    expect(on_screen(host, "The bot of the council failed in round 1; the default was played for it.")).to_be_visible()
    host.reload()
    expect(on_screen(host, "The bot of the charity failed in round 1")).to_be_visible()
    expect(ana.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)
    expect(ana.get_by_text("failed in round")).to_have_count(0)
