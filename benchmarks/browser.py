"""A phone's Chromium before a server of its own, and the protocol that slows it down."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

import build_web
from tests.e2e.pages import PHONE, Server


@contextmanager
def server_and_chromium() -> Iterator[tuple[Server, Browser]]:
    """The pages as they are built now, served at an address of their own."""
    build_web.build()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data")
        server.start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
        try:
            yield server, browser
        finally:
            browser.close()
            server.stop()


@contextmanager
def new_phone(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """A phone that was never here: nothing is cached, nothing is kept."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    try:
        yield page, context.new_cdp_session(page)
    finally:
        context.close()
