"""The journal in memory keeps the contract."""

import pytest

from server.journal import MemoryJournal
from tests.contract.journal_contract import JournalContract


class TestMemoryJournal(JournalContract):
    @pytest.fixture
    def journal(self) -> MemoryJournal:
        return MemoryJournal()
