"""A server that tests may share which leave nothing behind that another would trip over."""

from collections.abc import Iterator

import pytest

from tests.server.live import Live, serving


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with serving(tmp_path_factory.mktemp("shared")) as live:
        yield live
