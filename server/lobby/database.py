"""The lobby's database: how it is opened, and how its tables come to be what `models` says."""

import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, NullPool, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_MS = 5_000
PRAGMAS = (f"busy_timeout = {BUSY_MS}", "journal_mode = WAL", "synchronous = FULL", "secure_delete = ON")


class LobbyUnusable(Exception):
    """The file cannot serve as a lobby; the message says why and what to do."""


async def open_database(path: Path) -> AsyncEngine:
    """Open the file, making it and bringing its tables up to date first. Raises `LobbyUnusable`."""
    url = URL.create("sqlite+aiosqlite", database=str(path))
    try:
        await _migrate(url)
    except CommandError as error:
        raise LobbyUnusable(
            f"{path}: written by a newer Faultlines ({error}). "
            "Update Faultlines, or choose another data folder."
        ) from error
    except (DatabaseError, sqlite3.Error) as error:
        reason = getattr(error, "orig", error)
        raise LobbyUnusable(f"{path}: {reason}. Choose another data folder, or restore this file.") from error
    engine = create_async_engine(url)
    _prepare(engine, "foreign_keys = ON")
    return engine


def alembic_config(connection: Connection) -> Config:
    """What Alembic's commands need to work on this connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


async def _migrate(url: URL) -> None:
    # Foreign keys stay off here: a batch migration drops and remakes a table, which would empty those that
    # refer to it.
    engine = create_async_engine(url, poolclass=NullPool)
    _prepare(engine, "foreign_keys = OFF")
    try:
        async with engine.begin() as connection:
            await connection.run_sync(lambda each: command.upgrade(alembic_config(each), "head"))
    finally:
        await engine.dispose()


def _prepare(engine: AsyncEngine, *pragmas: str) -> None:
    """Set the pragmas on every connection, and begin every transaction that may write as a writer.

    A transaction that reads first and writes later would lose updates or fail as busy; one that says
    `reading=True` in its execution options only reads, and waits for nobody.
    """

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _: object) -> None:
        connection.isolation_level = None  # else the driver begins transactions of its own
        cursor = connection.cursor()
        for pragma in (*PRAGMAS, *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
