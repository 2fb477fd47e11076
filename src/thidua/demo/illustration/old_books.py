"""Two small old books, as offices keep them: one is in the register, one waits for somebody to go through it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import xlsxwriter
import yaml

from thidua.accounts.models import User
from thidua.orgs.models import Unit
from thidua.registry.actions import confirm_book, find_identities, learn_award, read_book, take_book
from thidua.registry.models import BookImport
from thidua.support.provenance import Provenance

BOOKS: Final = Path(__file__).parents[1] / "data" / "lang_son" / "old_books.yaml"


def import_old_books(kept_by: Unit, by: User) -> None:
    """Save one book, leave the other to be confirmed, and look for lines of the register about one person."""
    books = yaml.safe_load(BOOKS.read_text(encoding="utf-8"))
    stored = _read(books["stored"], kept_by, by)
    for spelling, award in books["stored"]["learned"].items():
        learn_award(book=stored, spelling=spelling, award_code=award, by=by)
    confirm_book(book=stored, provenance=Provenance.ILLUSTRATIVE, by=by)
    _read(books["waiting"], kept_by, by)
    find_identities(by=by)


def _read(told: dict[str, Any], kept_by: Unit, by: User) -> BookImport:
    data = _workbook(told["rows"])
    book = take_book(data=data, name=told["file"], title=told["title"], kept_by=kept_by, by=by)
    return read_book(book=book, by=by)


def _workbook(rows: Sequence[Sequence[Any]]) -> bytes:
    """Return the rows as an Excel file, its titles merged over the width of the table."""
    file = BytesIO()
    width = max(map(len, rows))
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Sheet1")
        for place, row in enumerate(rows):
            if len(row) == 1:
                sheet.merge_range(place, 0, place, width - 1, row[0])
            else:
                sheet.write_row(place, 0, row)
    return file.getvalue()
