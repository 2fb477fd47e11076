"""The promise that no test reaches another machine."""

import socket

import pytest

from tests.network import ReachedOutside


def test_a_connection_to_another_machine_is_refused_and_named() -> None:
    with (
        socket.socket() as probe,
        pytest.raises(ReachedOutside, match=r"^a test tried to connect to 192\.0\.2\.1$"),
    ):
        probe.connect(("192.0.2.1", 80))


def test_a_connection_to_this_machine_is_made() -> None:
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())
        assert client.getpeername() == server.getsockname()
