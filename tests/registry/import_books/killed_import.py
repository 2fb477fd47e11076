"""A process that reads or saves a book and stands still in the middle, so that a test can kill it.

Started with the name of the test database; each line it reads names a book and the step before which to stop. A child
process begins, writes its id once it stands there, and how it ended is written after that.
"""

from __future__ import annotations

import os
import sys
import time


def main(database: str) -> None:
    """Begin as often as asked."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()

    import thidua.registry.actions  # noqa: F401  (here, so that no child has to)

    for line in sys.stdin:
        book, step = line.split()
        child = os.fork()
        if child == 0:
            begin(int(book), step)
        _pid, status = os.waitpid(child, 0)
        say(str(os.waitstatus_to_exitcode(status)))


def begin(book: int, step: str) -> None:
    """Read or save the book, but stop before `step` for longer than any test waits."""
    import importlib

    from thidua.registry.actions import confirm_book, read_book
    from thidua.registry.models import BookImport

    action, _colon, stop = step.partition(":")
    module = importlib.import_module(f"thidua.registry.actions.{action}")
    if not hasattr(module, stop):
        raise SystemExit(f"{action} has no step {stop}")

    def stand_still(*_given: object, **_named: object) -> None:
        say(str(os.getpid()))
        time.sleep(60)

    setattr(module, stop, stand_still)
    do = {"read_book": read_book, "confirm_book": confirm_book}[action]
    do(book=BookImport.objects.get(pk=book), by=None)


def say(line: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "thidua.config.settings"
    main(sys.argv[1])
