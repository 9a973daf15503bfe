"""Faultlines from Python: make a table, join it, play, host and watch (docs/sdk.md)."""

from client.sdk.line import Closed
from client.sdk.play import Policy, play
from client.sdk.player import Player, Refused, connect
from client.sdk.rest import (
    Page,
    Rejected,
    Seat,
    Table,
    decks,
    entries,
    fork,
    join,
    journal,
    look_up,
    make_table,
    move_seat,
    rewind,
    rounds,
)
from client.sdk.wire import Entry, Now

__all__ = [
    "Closed", "Entry", "Now", "Page", "Player", "Policy", "Refused", "Rejected", "Seat", "Table",
    "connect", "decks", "entries", "fork", "join", "journal", "look_up", "make_table", "move_seat", "play",
    "rewind", "rounds",
]
