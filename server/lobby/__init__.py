"""Who sits where: tables, join codes, seats and names. Names are personal data and live nowhere else."""

from server.lobby.names import NameRefused, clean_name
from server.lobby.store import Claim, Holder, Lobby, LobbyUnusable, Seat, Table, open_lobby

__all__ = [
    "Claim",
    "Holder",
    "Lobby",
    "LobbyUnusable",
    "NameRefused",
    "Seat",
    "Table",
    "clean_name",
    "open_lobby",
]
