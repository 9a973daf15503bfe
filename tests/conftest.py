"""For every test."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests run last: Playwright keeps an event loop in this thread until the session ends, and the tests
    that are coroutines could not run beside it."""
    items.sort(key=lambda item: "/tests/e2e/" in item.path.as_posix())
