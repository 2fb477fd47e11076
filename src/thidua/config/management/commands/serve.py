"""`thidua serve`: the site on this machine, by the server that an installation uses too."""

from __future__ import annotations

import errno
import os
import socket
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# Measured: with four threads a worker keeps one core busy while others wait for the database.
THREADS = 4


class Command(BaseCommand):
    """Serve until Ctrl-C; an address that cannot be used is refused with what to do instead."""

    help = "Serve the site on this machine."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare where to listen and with how many workers and threads."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on; 0 takes a free one")
        parser.add_argument("--workers", type=int, default=1, help="processes (default: 1)")
        parser.add_argument(
            "--threads", type=int, default=THREADS, help=f"threads per process (default: {THREADS})"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Check the address, print it, and serve."""
        host, port = options["host"], usable_port(options["host"], options["port"])
        self.stdout.write(
            _("The site is served on %(address)s (Ctrl-C stops it).") % {"address": address(host, port)}
        )
        self.stdout.flush()
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")  # for the worker processes
        Granian(
            "thidua.config.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=max(1, options["workers"]),
            blocking_threads=max(1, options["threads"]),
            websockets=False,
            log_level=LogLevels.warning,
        ).serve()


def usable_port(host: str, port: int) -> int:
    """Return `port`, or a free one for 0; raises CommandError when nobody can listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise CommandError(explanation(fault, host, port)) from fault
        return int(probe.getsockname()[1])


def explanation(fault: OSError, host: str, port: int) -> str:
    """Return in words why an address cannot be used and what to do."""
    if fault.errno == errno.EADDRINUSE:
        return _(
            "Port %(port)s is taken by another program. Choose another one: "
            "`make demo PORT=%(other)s` or `thidua serve --port %(other)s`."
        ) % {"port": port, "other": port + 1}
    if fault.errno == errno.EACCES:
        return _("Port %(port)s may be opened by the system only. Choose one above 1023.") % {"port": port}
    return _("Nobody can listen on %(host)s, port %(port)s: %(fault)s.") % {
        "host": host,
        "port": port,
        "fault": fault.strerror,
    }


def address(host: str, port: int) -> str:
    """Return the address that a person opens in a browser."""
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104  (only compared)
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"
