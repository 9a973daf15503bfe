"""Alembic's entry: runs over the connection that `server.lobby.database` hands in."""

from alembic import context
from sqlmodel import SQLModel

import server.lobby.models  # noqa: F401  fills the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
