"""The lobby's rows. They stay inside this package: the rest of the server sees the plain data of `store`."""

from typing import ClassVar

from sqlalchemy import BigInteger, Column, ForeignKey, String, Text
from sqlmodel import Field, SQLModel

ID = 22
"""Characters of an id or token: 128 bits, URL-safe."""
HASH = 64
"""Hex digits of a SHA-256."""
CODE = 6


class TableRow(SQLModel, table=True):
    """One table: seats, codes and the game that it plays now."""

    __tablename__: ClassVar[str] = "tables"

    id: str = Field(sa_column=Column(String(ID), primary_key=True))
    game: str = Field(sa_column=Column(String(ID), nullable=False))
    title: str = Field(sa_column=Column(Text, nullable=False))
    deck: str = Field(sa_column=Column(Text, nullable=False))
    code: str | None = Field(sa_column=Column(String(CODE), unique=True))
    """None once the table has ended, so that the code is free again."""
    locked: bool = False
    timers: bool = True
    host_seated: bool = False
    host_hash: str = Field(sa_column=Column(String(HASH), nullable=False, unique=True))
    projector_hash: str = Field(sa_column=Column(String(HASH), nullable=False, unique=True))
    created_at: int = Field(sa_column=Column(BigInteger, nullable=False))
    alive_at: int = Field(sa_column=Column(BigInteger, nullable=False))
    ended_at: int | None = Field(sa_column=Column(BigInteger))


class SeatRow(SQLModel, table=True):
    """One seat that a person may take."""

    __tablename__: ClassVar[str] = "seats"

    table_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("tables.id", ondelete="CASCADE"), primary_key=True)
    )
    role: str = Field(sa_column=Column(Text, primary_key=True))
    token_hash: str | None = Field(sa_column=Column(String(HASH), unique=True))
    name: str | None = Field(sa_column=Column(Text))
    claimed_at: int | None = Field(sa_column=Column(BigInteger))
    moved: int = 0
