"""What the browser tests share: the server as a process that can be killed, and the devices of separate people."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from tests.proving.serving import PLAIN

ROOT = Path(__file__).resolve().parents[2]
PHONE: ViewportSize = {"width": 360, "height": 740}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PROJECTOR: ViewportSize = {"width": 1280, "height": 720}
POLICY = "Content Security Policy"
"""Whatever a page's content policy stops is reported to the console in these words."""
COMMIT = re.compile(r"^Commit\b")
"""The button that lays a sheet; what it costs and for what stands behind the word."""
PLAYED_BEFORE = """if (!localStorage.getItem('faultlines:guide'))
  localStorage.setItem('faultlines:guide', JSON.stringify({ coach: false, everything: true }))"""
"""What a device keeps of somebody who knows every dial and wants no coach."""


class Server:
    """`faultlines serve` on a folder of its own; it can be killed and started again at the same address."""

    def __init__(self, data: Path, launcher: tuple[str, ...] = PLAIN) -> None:
        self._data, self._launcher = data, launcher
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        command = [sys.executable, *self._launcher, "serve", "--port", str(self._port), "--no-browser"]
        self._process = subprocess.Popen(
            [*command, "--data", str(self._data)],
            cwd=ROOT, env=os.environ | {"FAULTLINES_BOT_DELAY": "0-0.1"}, stdout=subprocess.PIPE, text=True,
        )
        assert self._process.stdout is not None
        if not any("is up" in line for line in self._process.stdout):
            pytest.fail("the server ended before it was up")

    def kill(self) -> None:
        """SIGKILL: nothing is written that was not written before."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(20)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None


class Devices:
    """Browsers of separate people. Each one's console is read: what it complains of fails the test at its end."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._expected: list[str] = []
        self.complaints: list[str] = []

    def open(self, url: str, size: ViewportSize = LAPTOP, newcomer: bool = False, **options: Any) -> Page:
        context = self._browser.new_context(viewport=size, **options)
        context.set_default_timeout(20_000)
        if not newcomer:
            context.add_init_script(PLAYED_BEFORE)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: self._hear(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._hear(str(error)))
        page.goto(url)
        return page

    def expect(self, words: str) -> None:
        """A complaint that belongs to what the test does, such as a request to a dead server."""
        self._expected.append(words)

    def _hear(self, text: str) -> None:
        if POLICY in text or not any(words in text for words in self._expected):
            self.complaints.append(text)

    def close(self) -> None:
        for context in self._contexts:
            context.close()


def settle(page: Page) -> None:
    """Waits for whatever is fetched only when it is needed: the ground, and what is told."""
    expect(page.locator('[style*="aspect-ratio"]:not(:has(svg))')).to_have_count(0)
    expect(page.get_by_text("One moment.", exact=True)).to_have_count(0)


def put_cards_away(page: Page) -> None:
    """Skips the three cards that lie before whoever has just taken a seat."""
    skip = page.get_by_role("button", name="Skip", exact=True)
    skip.or_(page.get_by_role("button", name="To the table")).first.click()


def options_of(page: Page) -> Locator:
    """The card's options that this seat can take now."""
    return page.get_by_role("radiogroup", name="What will you do?").get_by_role("radio", disabled=False)


def commit(page: Page) -> None:
    options_of(page).first.click()
    page.get_by_role("button", name=COMMIT).click()


def on_screen(page: Page, words: str) -> Locator:
    """Words to be seen: the same words may also have been said aloud, and stay where they were said."""
    return page.get_by_text(words).and_(page.locator(":not([aria-live] *)"))


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider
