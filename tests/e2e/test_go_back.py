"""The host takes a table back to an earlier round, makes another one from it, and restarts one that has collapsed."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from typing import Any

import msgspec
from playwright.sync_api import Page, expect

from client.sdk import Player, Table, connect, make_table
from client.sdk import join as sit
from game_rules import Commit, MoveOn
from tests.e2e.pages import LAPTOP, PHONE, Devices, Server, commit, on_screen, options_of, overflow
from tests.e2e.test_people import TWO_BOTS, code_of, hosted, join
from tests.e2e.test_small_screens import fits

ROLES = ("pct", "council", "charity", "government")


def in_round_two(server: Server, devices: Devices) -> tuple[Page, Page, str]:
    """A host who holds no seat, Ana on a phone in round 2, and the title of the first card."""
    host = hosted(devices, server, (*TWO_BOTS, "Council"))
    ana = devices.open(f"{server.url}/join/{code_of(host)}", PHONE)
    join(ana, "Primary Care Trust", "Ana")
    options_of(ana).first.wait_for()
    first = ana.get_by_role("heading", level=2).first.inner_text()
    commit(ana)
    for _ in range(2):
        host.get_by_role("button", name="Move on").click()
    expect(ana.get_by_text("Round 2 of").first).to_be_visible()
    return host, ana, first


def test_the_host_takes_everybody_back_to_round_1_and_they_play_it_again(server: Server, devices: Devices) -> None:
    host, ana, first = in_round_two(server, devices)
    host.get_by_role("button", name="Go back").click()
    host.get_by_role("radio", name="Round 1").click()
    host.get_by_role("button", name="Take this table back to round 1").click()
    expect(on_screen(host, "The table is in round 1 again.")).to_be_visible()
    expect(ana.get_by_role("heading", name=first)).to_be_visible()
    expect(on_screen(ana, "The host has taken the table back")).to_be_visible()
    expect(options_of(ana).first).not_to_be_checked()
    commit(ana)
    expect(ana.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)


def test_another_table_is_made_from_a_round_and_waits_for_its_people(server: Server, devices: Devices) -> None:
    host, ana, first = in_round_two(server, devices)
    host.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    host.get_by_role("button", name="Go back").click()
    host.get_by_role("radio", name="Round 1").click()
    host.get_by_role("button", name="Make another table").click()
    link = host.get_by_role("textbox", name="Link to join")
    expect(link).to_be_visible()
    fits(host)
    ben = devices.open(link.input_value(), PHONE)
    join(ben, "Primary Care Trust", "Ben")
    expect(ben.get_by_role("heading", name=first)).to_be_visible()
    host.get_by_role("link", name="Open the other table").click()
    host.get_by_role("button", name="Go on").click()
    commit(ben)
    expect(ben.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)
    expect(ana.get_by_text("Round 2 of").first).to_be_visible()


def test_a_collapsed_table_is_restarted_by_its_host(server: Server, devices: Devices) -> None:
    with ThreadPoolExecutor(1) as aside:  # this thread runs Playwright's own loop
        table, last = aside.submit(lambda: asyncio.run(fallen(server.url))).result()
    for size in (LAPTOP, PHONE):
        host = devices.open(f"{server.url}/t/{table.table}#{table.host_token}", size)
        host.get_by_role("button", name="Restart card").click()
        expect(host.get_by_role("button", name="Deal the restart card")).to_be_visible()
        assert overflow(host) <= 0
    host.get_by_role("button", name="Deal the restart card").click()
    expect(host.get_by_role("button", name="Restart card")).to_be_hidden()
    expect(host.get_by_text("The host has dealt the restart card").first).to_be_attached()
    expect(host.get_by_text(f"Round {last + 1} of").first).to_be_visible()
    host.get_by_role("button", name="Code and links").click()
    expect(host.get_by_role("textbox", name="Link to join")).to_be_visible()
    assert table.code not in host.get_by_role("textbox", name="Link to join").input_value()


async def fallen(url: str) -> tuple[Table, int]:
    """A table of eight rounds that breaks, since nobody comes to a meeting, and the round in which it broke."""
    table = await make_table(url, rounds=8)
    async with AsyncExitStack() as stack:
        seats: list[Player] = []
        for role in ROLES:
            seat = await sit(url, table.code, f"Ana {role}", role)
            seats.append(await stack.enter_async_context(connect(url, seat.token)))
        host = await stack.enter_async_context(connect(url, table.host_token))
        while host.view.end is None:
            for player in seats:
                await player.send(Commit(await absent(player, host.view.round)))
            for phase in ("reveal", "stocktake"):
                await host.until(lambda shown, phase=phase: shown.phase == phase)  # type: ignore[misc]
                if host.view.end is None:
                    await host.reach(await host.send(MoveOn(phase)))
        return table, host.view.round


async def absent(seat: Player, round: int) -> Any:
    """The seat's default sheet of this round, without the meeting."""
    shown = await seat.until(lambda view: view.round == round and view.legal.sheet is not None)
    assert shown.legal.sheet is not None
    return msgspec.structs.replace(shown.legal.sheet.default, table=0)
