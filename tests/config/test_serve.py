"""Choosing the address of `thidua serve`."""

import socket

import pytest
from django.core.management.base import CommandError
from django.utils import translation

from thidua.config.management.commands import serve


def test_a_free_port_is_used_as_asked() -> None:
    free = serve.usable_port("127.0.0.1", 0)
    assert serve.usable_port("127.0.0.1", free) == free


def test_a_taken_port_is_named_with_the_next_one_to_try() -> None:
    with socket.socket() as other, translation.override("en"):
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError) as refusal:
            serve.usable_port("127.0.0.1", port)
    assert str(refusal.value) == (
        f"Port {port} is taken by another program. Choose another one: "
        f"`make demo PORT={port + 1}` or `thidua serve --port {port + 1}`."
    )


def test_an_address_of_another_machine_is_refused_in_words() -> None:
    with (
        translation.override("en"),
        pytest.raises(CommandError, match=r"^Nobody can listen on 192\.0\.2\.1, port 80"),
    ):
        serve.usable_port("192.0.2.1", 8000)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::1", "http://[::1]:8000"),
        ("may-chu.langson.gov.vn", "http://may-chu.langson.gov.vn:8000"),
    ],
)
def test_the_printed_address_can_be_opened(host: str, shown: str) -> None:
    assert serve.address(host, 8000) == shown
