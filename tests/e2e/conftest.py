"""A real server, the real pages and Chromium: no mocks, no sleeps, every wait is for something that is seen."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

import build_web
from tests.e2e.pages import LAPTOP, Devices, Server, options_of, put_cards_away
from tests.proving.serving import PLAIN

CHROMIUM_ARGS = [
    "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]

# How long a thing may take to be seen on a busy machine; a passing test never waits for it.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium where there is one, Playwright's own otherwise."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    arguments = {**browser_type_launch_args, "args": CHROMIUM_ARGS, "chromium_sandbox": False}
    return arguments | ({"executable_path": found} if found else {})


@pytest.fixture(scope="session")
def pages_built() -> None:
    build_web.build()


@pytest.fixture
def launcher() -> tuple[str, ...]:
    """What serves; a test of failures puts a saboteur in its place."""
    return PLAIN


@pytest.fixture
def server(pages_built: None, tmp_path: Path, launcher: tuple[str, ...]) -> Iterator[Server]:
    running = Server(tmp_path / "data", launcher)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def devices(browser: Browser) -> Iterator[Devices]:
    opened = Devices(browser)
    yield opened
    opened.close()
    assert opened.complaints == []


@pytest.fixture
def practise(server: Server, devices: Devices) -> Callable[..., Page]:
    """From the front page to the first card, against three bots."""

    def start(size: ViewportSize = LAPTOP, **options: Any) -> Page:
        page = devices.open(server.url, size, **options)
        page.get_by_role("button", name="Start a game").click()
        put_cards_away(page)
        options_of(page).first.wait_for()
        return page

    return start
