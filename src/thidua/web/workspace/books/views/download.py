"""A template of a book, and the rows of a book with their faults, as workbooks."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.core.law.reading import load_law
from thidua.registry.books.staging import IGNORED
from thidua.registry.books.values import award_of
from thidua.registry.enums import RecipientKind
from thidua.registry.models import BookRow
from thidua.registry.queries.books import rows_of
from thidua.web.shell.access import right_required
from thidua.web.shell.xlsx_download import xlsx_response
from thidua.web.workspace.books.find import book_for
from thidua.web.workspace.books.states import ADDRESSES

# The headings stand in Vietnamese whatever the language of the page: the file is to be read again.
HEADINGS: Final = (
    *("STT", "Họ và tên", "Loại đối tượng", "Chức vụ", "Đơn vị", "Hình thức khen thưởng"),
    *("Số quyết định", "Ngày quyết định", "Cơ quan ban hành", "Năm", "Tiền thưởng", "Năm sinh", "Thành tích"),
)
NUMERIC: Final = (True, *([False] * 8), True, True, True, False)
_KINDS: Final = {
    RecipientKind.INDIVIDUAL: "Cá nhân",
    RecipientKind.AUTHOR: "Cá nhân",
    RecipientKind.COLLECTIVE: "Tập thể",
    RecipientKind.HOUSEHOLD: "Hộ gia đình",
}
_EXAMPLES: Final = (
    (1, "Nguyễn Văn Ví Dụ", "Cá nhân", "Chuyên viên", "Sở Nội vụ", "Bằng khen của Chủ tịch UBND tỉnh"),
    (2, "Phòng Ví dụ", "Tập thể", "", "Sở Y tế", "Tập thể lao động xuất sắc"),
)


@right_required(Right.KEEP_AWARDS)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Hand out a table with the headings and two example rows."""
    paper = ("163/QĐ-UBND", date(2019, 5, 12), "Chủ tịch UBND tỉnh", 2019, None, None, "")
    rows = [(*one, *paper) for one in _EXAMPLES]
    return xlsx_response("mau-so-khen-thuong", _("Book of awards"), HEADINGS, NUMERIC, rows)


@right_required(Right.KEEP_AWARDS)
@require_safe
def rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the rows of a book, of one verdict or all that hold an award, with what is wrong with each."""
    book = book_for(request, pk)
    verdict = ADDRESSES.get(request.GET.get("loai", ""), "")
    found = rows_of(book, verdict)
    told = [_told(row) for row in found.iterator(chunk_size=2000) if verdict or IGNORED not in row.values]
    headings = (*HEADINGS, _("Row of the book"), _("Verdict"), _("Faults"))
    return xlsx_response(
        f"so-cu-{book.pk}",
        pgettext("rows of a book", "Rows"),
        headings,
        (*NUMERIC, False, False, False),
        told,
    )


def _told(row: BookRow) -> list[Any]:
    award = award_of(row.values)
    law = load_law().awards.get(award.award_code)
    kind = _KINDS[RecipientKind(award.kind)] if award.kind else ""
    faults = [f"{cell}: {sentence}" if cell else sentence for cell, sentence in row.faults]
    return [
        row.ordinal,
        award.name,
        kind,
        award.post,
        award.unit,
        law.name.vi if law else award.award_text,
        award.decision_number,
        award.decision_date,
        award.authority,
        award.year,
        award.amount,
        award.birth_year,
        award.reason,
        f"{row.sheet} {row.row}".strip(),
        row.get_verdict_display(),
        "\n".join(faults or row.remarks),
    ]
