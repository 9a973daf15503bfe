"""Where a server listens: its socket, the address for phones in the room, and uvicorn's settings."""

import array
import errno
import socket
import struct
import sys
from collections.abc import Callable, Iterable
from typing import Any

import uvicorn

from server.settings import Settings

# A phone that went to sleep leaves its connection half open: unacknowledged data ends it after this many ms.
STALLED_AFTER_MS = 20_000
MAX_FRAME_BYTES = 65_536
PING_EVERY_S = PING_TIMEOUT_S = 10.0
GRACE_S = 4  # of the 5 s in which a server that is told to stop must be gone
PORTS_TRIED = 20


class CannotListen(Exception):
    """No socket could be opened as asked; the text says why and what to do."""


def listening_socket(host: str, port: int, or_next: bool = False) -> socket.socket:
    """A listening TCP socket on `host`:`port` (0: any free port).

    With `or_next` the first free of the 20 ports from `port` on. Raises CannotListen.
    """
    ports = range(port, min(port + PORTS_TRIED, 65_536)) if or_next and port else [port]
    for candidate in ports:
        try:
            return _open(host, candidate)
        except OSError as error:
            last = error
    raise CannotListen(_why(host, port, last))


def _open(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    opened = socket.socket(family, kind, protocol)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STALLED_AFTER_MS)
        opened.bind(address)
        opened.listen(2048)
    except OSError:
        opened.close()
        raise
    return opened


def _why(host: str, port: int, error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return f"--host {host}: no such address. 127.0.0.1 is this machine alone; --lan finds the room's."
    if isinstance(error, PermissionError):
        return f"--port {port}: this user may not listen there. Choose one above 1023, such as --port 8000."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"--host {host}: not an address of this machine. 127.0.0.1 always is; --lan finds the room's."
    return (
        f"Cannot listen on {host} port {port} ({error.strerror}). If Faultlines runs there already, open"
        f" http://{host}:{port}; else choose another port: faultlines serve --port {min(port + 1, 65_535)}"
    )


def lan_address() -> str | None:
    """The IPv4 address by which others in the room can reach this machine, or None if it is on no network."""
    return first_reachable([_address_towards_others(), *_interface_addresses()])


def first_reachable(addresses: Iterable[str | None]) -> str | None:
    """The first that others can reach: no loopback, and none made up for want of a network."""
    mine_alone = ("127.", "169.254.", "0.")
    return next((address for address in addresses if address and not address.startswith(mine_alone)), None)


def _address_towards_others() -> str | None:
    """Connecting a UDP socket sends nothing; it only asks the routing table which address would be used."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))  # an address kept for documentation, owned by nobody
        except OSError:
            return None
        address: str = probe.getsockname()[0]
    return address


def _interface_addresses() -> list[str | None]:
    """The addresses of this machine's interfaces, for a network without a way out; wired and Wi-Fi first."""
    if not sys.platform.startswith("linux"):
        return list(socket.gethostbyname_ex(socket.gethostname())[2])
    names = sorted(
        (name for _, name in socket.if_nameindex()), key=lambda name: not name.startswith(("e", "w"))
    )
    return [_interface_address(name) for name in names]


def _interface_address(name: str) -> str | None:
    import fcntl

    request = array.array("B", struct.pack("256s", name.encode()[:15]))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            fcntl.ioctl(probe.fileno(), 0x8915, request)  # SIOCGIFADDR
        except OSError:
            return None
    return socket.inet_ntoa(request[20:24].tobytes())


class Server(uvicorn.Server):
    """uvicorn, which says when it is up."""

    def __init__(self, config: uvicorn.Config, when_up: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_up = when_up

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._when_up()


def make_server(application: Any, settings: Settings, when_up: Callable[[], None] = lambda: None) -> Server:
    """The server for an application, as Faultlines runs it; `.run(sockets=[...])` starts it."""
    config = uvicorn.Config(
        application,
        ws="websockets-sansio",
        ws_max_size=MAX_FRAME_BYTES,
        ws_per_message_deflate=False,
        ws_ping_interval=PING_EVERY_S,
        ws_ping_timeout=PING_TIMEOUT_S,
        timeout_graceful_shutdown=GRACE_S,
        log_level=settings.log_level,
        access_log=settings.log_level == "debug",
        server_header=False,
        proxy_headers=False,
    )
    return Server(config, when_up)
