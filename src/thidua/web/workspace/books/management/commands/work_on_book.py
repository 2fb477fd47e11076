"""`work_on_book PK read|store`: the long work on a book that a page started; nothing to be typed by people."""

from __future__ import annotations

import threading
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.actions import confirm_book, read_book
from thidua.registry.models import BookImport
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.workspace.books.long_work import READ, STORE, forget, tell

BEAT = 3.0


class Command(BaseCommand):
    """Read or save one book, and tell how far it is."""

    help = "Read or save a book for the page that started it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare book, work and account."""
        parser.add_argument("book", type=int)
        parser.add_argument("work", choices=(READ, STORE))
        parser.add_argument("--as", dest="account", required=True)
        parser.add_argument("--lang", choices=("vi", "en"), default="vi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the work; a refusal is told to the page."""
        book = BookImport.objects.get(pk=options["book"])
        by = User.objects.get(username=options["account"])
        work = Work(book, options["work"])
        act = read_book if options["work"] == READ else confirm_book
        with translation.override(options["lang"]), work:
            try:
                act(book=book, by=by, progress=work.progress)
            except Refused as refused:
                work.fail([str(one) for said in refused.faults.values() for one in said])
            except NotAllowed as refused:
                work.fail([str(refused)])
            except Exception:
                work.fail(
                    [_("The work stopped by a fault of the system. Nothing has been lost. Begin again.")]
                )
                raise
        if not work.failed:
            forget(book)


class Work:
    """Keeps telling the page that the work lives, even in steps that have no rows to count."""

    def __init__(self, book: BookImport, what: str) -> None:
        now = time.time()
        self._book = book
        self._said: dict[str, Any] = {"what": what, "begun": now, "alive": now}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)
        self.failed = False

    def __enter__(self) -> Work:
        tell(self._book, self._said)
        self._thread.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self._over.set()
        self._thread.join()

    def progress(self, step: str, done: int, total: int) -> None:
        """Note how far a step is; written at most twice a second."""
        now = time.time()
        if step != self._said.get("step"):
            self._said |= {"step": step, "step_begun": now}
        self._said |= {"done": done, "total": total}
        if now - self._said["alive"] > 0.5:
            self._tell(now)

    def fail(self, sentences: list[str]) -> None:
        """Leave the sentences for the page."""
        self.failed = True
        self._said["faults"] = sentences
        self._tell(time.time())

    def _tell(self, now: float) -> None:
        self._said["alive"] = now
        tell(self._book, dict(self._said))

    def _beat(self) -> None:
        while not self._over.wait(BEAT):
            self._tell(time.time())
