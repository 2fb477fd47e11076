"""No test reaches beyond this machine: a connection to any other address fails and names the address."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest


class ReachedOutside(AssertionError):
    """A test tried to connect to another machine."""


def refuse_other_machines(address: object) -> None:
    """Raise ReachedOutside unless `address` (as given to `connect`) is on this machine."""
    if not isinstance(address, tuple):
        return  # a Unix socket
    host = str(address[0])
    try:
        is_here = ipaddress.ip_address(host).is_loopback
    except ValueError:
        is_here = host == "localhost"
    if not is_here:
        raise ReachedOutside(f"a test tried to connect to {host}")


@pytest.fixture(autouse=True, scope="session")
def stay_on_this_machine() -> Iterator[None]:
    """Hold every socket of the test process to the loopback addresses."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded_connect(self: socket.socket, address: Any) -> None:
        refuse_other_machines(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        refuse_other_machines(address)
        return connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        yield
