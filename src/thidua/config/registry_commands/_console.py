"""What the subcommands have in common: the actor, the language, sentences of a refusal, progress."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NoReturn, TextIO

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.numbers import format_number
from thidua.support.refusals import Refused

DONE, OPEN, BAD_INPUT = 0, 1, 2
EVERY: Final = 1.0  # seconds between two words of progress


def add_actor(parser: CommandParser) -> None:
    """Declare who acts, and in which language the answer is."""
    parser.add_argument(
        "--as", dest="account", metavar="ACCOUNT", help="who does it; without it, the installation"
    )
    add_language(parser)


def add_language(parser: CommandParser) -> None:
    """Declare the language of the answer."""
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the answer")


def actor(command: BaseCommand, account: str | None) -> User | None:
    """Return the account that acts, None for the installation itself."""
    if account is None:
        return None
    found = User.objects.filter(username=account, is_active=True).first()
    if found is None:
        refuse(command, _("There is no account “%(name)s”.") % {"name": account})
    return found


def sentences(refused: Refused) -> list[str]:
    """Return all that a refusal says."""
    return [str(one) for said in refused.faults.values() for one in said]


def refuse(command: BaseCommand, *said: str) -> NoReturn:
    """End with sentences and the code for bad input."""
    for one in said:
        command.stderr.write(one, command.style.ERROR)
    raise SystemExit(BAD_INPUT)


def speak_utf_8() -> None:
    """Print UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def without_collector() -> Iterator[None]:
    """Let the collector of cycles rest: rows of a book make none, and it would pass over millions of them again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Progress:
    """Tells of long work once a second: how much is done, how fast, and how long it still takes."""

    def __init__(self, out: Callable[[str], object] | TextIO) -> None:
        self._write = out.write if hasattr(out, "write") else out
        self._step = ""
        self._begun = self._told = time.monotonic()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell of a step when a second has passed since the last word."""
        now = time.monotonic()
        if step != self._step:
            self._step, self._begun = step, self._told
        if now - self._told < EVERY or not done:
            return
        self._told = now
        rate = done / max(now - self._begun, 0.001)
        said = _(
            "%(step)s: %(done)s of %(total)s rows, %(rate)s rows a second, about %(left)s seconds left"
        ) % {
            "step": step,
            "done": format_number(done),
            "total": format_number(total),
            "rate": format_number(round(rate)),
            "left": format_number(round((total - done) / rate) if rate else 0),
        }
        self._write(said)
