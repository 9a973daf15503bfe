"""The server's socket and the address for phones in the room."""

import socket

import pytest

from server.listening import (
    PORTS_TRIED,
    STALLED_AFTER_MS,
    CannotListen,
    _interface_addresses,
    first_reachable,
    lan_address,
    listening_socket,
)


def test_a_taken_port_is_named_with_what_to_do() -> None:
    with listening_socket("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"port {port} .*--port"):
            listening_socket("127.0.0.1", port)


def test_the_next_free_port_is_taken_when_that_is_wanted() -> None:
    with listening_socket("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with listening_socket("127.0.0.1", port, or_next=True) as other:
            assert port < other.getsockname()[1] < port + PORTS_TRIED


def test_a_host_that_is_no_address_of_this_machine_is_refused_with_a_way_out() -> None:
    with pytest.raises(CannotListen, match=r"--host 198\.51\.100\.7: not an address of this machine"):
        listening_socket("198.51.100.7", 0)


def test_a_host_that_is_no_address_at_all_is_refused_with_a_way_out() -> None:
    with pytest.raises(CannotListen, match="--host not a host: no such address"):
        listening_socket("not a host", 0)


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="this system has no TCP_USER_TIMEOUT")
def test_a_connection_whose_phone_fell_silent_is_given_up() -> None:
    with listening_socket("127.0.0.1", 0) as opened, socket.create_connection(opened.getsockname()):
        accepted, _ = opened.accept()
        with accepted:
            timeout = accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
    assert timeout == STALLED_AFTER_MS


def test_the_address_for_the_room_is_one_of_this_machine_and_not_its_loopback() -> None:
    address = lan_address()
    if address is not None:
        assert not address.startswith("127.")
        listening_socket(address, 0).close()


def test_an_address_that_only_this_machine_can_use_is_passed_over() -> None:
    assert first_reachable([None, "127.0.0.1", "169.254.7.7", "192.168.1.20", "10.0.0.2"]) == "192.168.1.20"
    assert first_reachable([None, "127.0.0.1"]) is None


def test_the_addresses_of_interfaces_are_of_this_machine() -> None:
    addresses = [address for address in _interface_addresses() if address]
    assert addresses
    for address in addresses:
        listening_socket(address, 0).close()
