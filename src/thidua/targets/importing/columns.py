"""Which column of a table says what, by its heading in Vietnamese or English, with or without marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.fold import fold
from thidua.support.spreadsheets.table import Table


class Meaning(StrEnum):
    """What a column says of a row."""

    INDICATOR = "indicator"
    UNIT = "unit"
    PERIOD = "period"
    FROM = "from"
    TO = "to"
    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    COMPARATOR = "comparator"
    AS_OF = "as_of"
    SOURCE = "source"
    NOTE = "note"
    AUTHORITY = "authority"
    DOCUMENT = "document"


# The first heading of each is what templates and sentences use.
HEADINGS: Final[Mapping[Meaning, tuple[str, ...]]] = {
    Meaning.INDICATOR: (
        *("Mã chỉ tiêu", "Chỉ tiêu", "Tên chỉ tiêu"),
        *("Indicator code", "Indicator", "Indicator name"),
    ),
    Meaning.UNIT: ("Mã đơn vị", "Đơn vị", "Tên đơn vị", "Unit code", "Unit", "Unit name"),
    Meaning.PERIOD: ("Kỳ", "Kỳ báo cáo", "Thời kỳ", "Period"),
    Meaning.FROM: ("Từ ngày", "From"),
    Meaning.TO: ("Đến ngày", "To"),
    Meaning.VALUE: ("Giá trị", "Kết quả", "Thực hiện", "Số liệu", "Kế hoạch", "Value", "Result", "Plan"),
    Meaning.NUMERATOR: ("Tử số", "Numerator"),
    Meaning.DENOMINATOR: ("Mẫu số", "Denominator"),
    Meaning.COMPARATOR: ("Mức chính xác", "So sánh", "Comparator", "Exactness"),
    Meaning.AS_OF: ("Số liệu đến ngày", "Tính đến ngày", "As of"),
    Meaning.SOURCE: ("Nguồn", "Nguồn số liệu", "Source"),
    Meaning.NOTE: ("Ghi chú", "Note"),
    Meaning.AUTHORITY: ("Cấp giao", "Cơ quan giao", "Assigned by", "Authority"),
    Meaning.DOCUMENT: ("Văn bản", "Văn bản giao", "Document"),
}
# Columns of our own template that are there to be read by people.
FOR_PEOPLE: Final = frozenset(
    fold(heading)
    for heading in (
        "STT",
        "No",
        "Đơn vị tính",
        "Unit of measure",
        "Lĩnh vực",
        "Field",
        "Diễn giải",
        "Explanation",
    )
)
LABELS: Final[Mapping[Meaning, Promise]] = {
    Meaning.INDICATOR: _("indicator"),
    Meaning.UNIT: _("unit"),
    Meaning.PERIOD: _("period"),
    Meaning.FROM: _("from"),
    Meaning.TO: _("to"),
    Meaning.VALUE: _("value"),
    Meaning.NUMERATOR: _("numerator"),
    Meaning.DENOMINATOR: _("denominator"),
    Meaning.COMPARATOR: _("exactness"),
    Meaning.AS_OF: _("as of"),
    Meaning.SOURCE: _("source"),
    Meaning.NOTE: _("note"),
    Meaning.AUTHORITY: _("assigned by"),
    Meaning.DOCUMENT: _("document"),
}
_KNOWN: Final = {fold(heading): meaning for meaning, headings in HEADINGS.items() for heading in headings}


def headings_of(table: Table) -> dict[Meaning, tuple[str, ...]]:
    """Return for each meaning the headings that say it, the code before the name."""
    found: dict[Meaning, list[str]] = {}
    for heading in table.headings:
        meaning = _KNOWN.get(_bare(heading))
        if meaning is not None:
            found.setdefault(meaning, []).append(heading)
    order = {fold(heading): place for headings in HEADINGS.values() for place, heading in enumerate(headings)}
    return {
        meaning: tuple(sorted(those, key=lambda one: order[_bare(one)])) for meaning, those in found.items()
    }


def unknown_headings(table: Table) -> list[str]:
    """Return the headings that say nothing to us."""
    return [one for one in table.headings if _bare(one) not in _KNOWN and _bare(one) not in FOR_PEOPLE]


def missing(found: Iterable[Meaning], required: Iterable[Meaning]) -> list[Meaning]:
    """Return the meanings that a table has to have and has not; two dates stand for a period."""
    there = set(found)
    if {Meaning.FROM, Meaning.TO} <= there:
        there.add(Meaning.PERIOD)
    return [meaning for meaning in required if meaning not in there]


def _bare(heading: str) -> str:
    """«Giá trị (tỷ đồng) *» → «gia tri»."""
    return fold(heading).partition("(")[0].rstrip(" *:.")
