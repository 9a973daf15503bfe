"""One real server for all of this folder's tests; each test makes its own table."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.proving.serving import Serving

FAST_BOTS = {"FAULTLINES_BOT_DELAY": "0-0.01"}


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def serving(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    async with Serving(tmp_path_factory.mktemp("server"), environment=FAST_BOTS) as server:
        yield server


@pytest.fixture
def url(serving: Serving) -> str:
    return serving.url
