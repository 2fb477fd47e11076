"""Old books for tests: lines as a reader gives them, and whole files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from thidua.accounts.models import User
from thidua.orgs.models import Unit
from thidua.registry.actions import confirm_book, paste_book, read_book
from thidua.registry.books.rows import AwardRead, BookLine, Field, Written
from thidua.registry.models import BookImport

MERIT = "provincial_certificate_of_merit"
LETTER = "commendation_letter"
FIGHTER = "provincial_emulation_fighter"
HEADINGS = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức khen thưởng", "Số quyết định", "Ngày ký")
_PLACES = {
    "name": Field.NAME,
    "unit": Field.UNIT,
    "award_code": Field.AWARD,
    "decision_number": Field.DECISION,
}
_PLACES |= {"decision_date": Field.DECIDED_ON, "year": Field.YEAR, "amount": Field.AMOUNT}


def award(**values: Any) -> AwardRead:
    """Return an award as a book tells it: a certificate of merit of 2019, with `values` in place of what it says."""
    told: dict[str, Any] = {
        "kind": "individual",
        "name": "Hoàng Văn Thụ",
        "unit": "Sở Nội vụ",
        "award_code": MERIT,
        "award_text": "Bằng khen của Chủ tịch UBND tỉnh",
        "decision_number": "163/QĐ-UBND",
        "decision_date": date(2019, 5, 12),
    }
    known = {one.name for one in fields(AwardRead)}
    assert set(values) <= known, set(values) - known
    return AwardRead(**(told | values))


def line(row: int = 2, sheet: str = "Sheet1", **values: Any) -> BookLine:
    """Return a line that says `values`, each in a cell of its own column: names in B, units in D, …"""
    one = award(**values)
    letters = dict(zip(_PLACES.values(), "BDEFGHI", strict=True))
    written = {
        field: Written(f"{letters[field]}{row}", str(getattr(one, name) or ""))
        for name, field in _PLACES.items()
    }
    return BookLine(sheet=sheet, row=row, award=one, written=written)


def pasted(rows: Iterable[Sequence[str]], headings: Sequence[str] = HEADINGS) -> str:
    """Return rows as they come out of a table: tabs and lines."""
    return "\n".join("\t".join(row) for row in (headings, *rows))


def row(
    number: int,
    name: str,
    unit: str = "Sở Nội vụ",
    award_words: str = "Bằng khen của Chủ tịch UBND tỉnh",
    decision: str = "163/QĐ-UBND",
    day: str = "12/05/2019",
    post: str = "Chuyên viên",
) -> tuple[str, ...]:
    """Return a row under `HEADINGS`."""
    return (str(number), name, post, unit, award_words, decision, day)


def taken(text: str, kept_by: Unit, by: User | None, title: str = "Sổ khen thưởng 2019") -> BookImport:
    """Return a book of pasted rows that was read and waits to be confirmed."""
    return read_book(book=paste_book(text=text, kept_by=kept_by, title=title, by=by), by=by)


def stored(text: str, kept_by: Unit, by: User | None, **more: Any) -> BookImport:
    """Return a book of pasted rows that was saved."""
    return confirm_book(book=taken(text, kept_by, by, **more), by=by)


def told(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values of a YAML case with its dates as dates."""
    return {
        name: date.fromisoformat(value) if name.endswith("_date") and isinstance(value, str) else value
        for name, value in values.items()
    }
