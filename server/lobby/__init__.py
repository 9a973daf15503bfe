"""Who sits where: tables, join codes, seats and names. Names are personal data and live nowhere else."""

from server.lobby.names import NameRefused, clean_name
from server.lobby.store import Claim, Holder, Lobby, LobbyFailed, LobbyUnusable, Seat, Table, check_lobby, open_lobby

__all__ = [
    "Claim",
    "Holder",
    "Lobby",
    "LobbyFailed",
    "LobbyUnusable",
    "NameRefused",
    "Seat",
    "Table",
    "check_lobby",
    "clean_name",
    "open_lobby",
]
