"""Take a file of awards given earlier, or rows that were pasted; nothing of it is read yet."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.models import Unit
from thidua.registry.access import require_keeping
from thidua.registry.enums import BookState
from thidua.registry.models import BookImport
from thidua.support.audit.actions.record import record
from thidua.support.files.actions import store_file
from thidua.support.files.kinds import TABLES, FileKind, recognise_table
from thidua.support.refusals import Refused

PASTED: Final = "pasted.tsv"


def take_book(*, data: bytes, name: str, kept_by: Unit, title: str = "", by: User | None) -> BookImport:
    """Keep the file of a book and return its row, to be read by `read_book`.

    Raises NotAllowed, or Refused on `file` when it is no table or too large.
    """
    require_keeping(by, kept_by)
    kept_name = _with_ending(name, recognise_table(data))
    with transaction.atomic():
        file = store_file(data=data, name=kept_name, by=by, kinds=TABLES)
        book = BookImport.objects.create(
            title=clean_line(title)[:200] or PurePath(name).name[:200],
            file=file,
            sha256=hashlib.sha256(data).hexdigest(),
            kept_by=kept_by,
            state=BookState.READING,
            reading={"name": name},
            imported_by=by,
        )
        record(by=by, action="registry.book_taken", subject=book, details={"kept_by": kept_by})
    return book


def paste_book(*, text: str, kept_by: Unit, title: str = "", by: User | None) -> BookImport:
    """Keep rows copied out of a table as a book; raises as `take_book`, and Refused on `table` for nothing."""
    if not text.strip():
        raise Refused({"table": _("There is no row yet. Paste the rows, or choose a file.")})
    name = title or _("Pasted rows")
    return take_book(data=text.encode(), name=PASTED, kept_by=kept_by, title=name, by=by)


def _with_ending(name: str, kind: FileKind | None) -> str:
    """Return the name under which the file is kept: programs give old tables the ending of another kind."""
    ending = PurePath(name).suffix.lower()
    return name if kind is None or ending in kind.endings else f"{name}{kind.endings[0]}"
