"""What happened, written down before anybody is told: one append-only stream of rows for every game."""

from server.journal.base import Appended, Conflict, Duplicate, Journal, NotSaved, Outcome, Row
from server.journal.folder import DataFolder, FolderInUse, FolderUnusable
from server.journal.memory import MemoryJournal
from server.journal.sqlite import JournalUnusable, SqliteJournal

__all__ = [
    "Appended",
    "Conflict",
    "DataFolder",
    "Duplicate",
    "FolderInUse",
    "FolderUnusable",
    "Journal",
    "JournalUnusable",
    "MemoryJournal",
    "NotSaved",
    "Outcome",
    "Row",
    "SqliteJournal",
]
