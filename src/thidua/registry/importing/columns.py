"""Which column of a table says what, by its heading in Vietnamese or English, with or without marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.enums import ImportContent


class Meaning(StrEnum):
    """What a column says of a row."""

    NAME = "name"
    KIND = "kind"
    NUMBER = "number"  # the person's number in the register
    BORN = "born"
    POST = "post"
    UNIT = "unit"
    YEAR = "year"
    GRADE = "grade"
    INITIATIVE = "initiative"
    SCOPE = "scope"
    FORM = "form"
    EFFECTIVE = "effective"
    AWARD = "award"
    TYPE = "type"
    PRESENTED = "presented"
    DECISION = "decision"
    DECIDED = "decided"
    AUTHORITY = "authority"


# The first heading of each is what templates and sentences use.
HEADINGS: Final[Mapping[Meaning, tuple[str, ...]]] = {
    Meaning.NAME: (
        *("Họ và tên hoặc tên tập thể", "Họ và tên", "Họ tên", "Tên", "Tên tập thể", "Tên tập thể, cá nhân"),
        *("Họ và tên, tên tập thể", "Tên tập thể/cá nhân/hộ gia đình", "Tên tác giả", "Name", "Full name"),
    ),
    Meaning.KIND: ("Đối tượng", "Loại đối tượng", "Phân loại đối tượng", "Kind", "Recipient kind"),
    Meaning.NUMBER: ("Số trong sổ", "Mã người", "Number in the register"),
    Meaning.BORN: ("Năm sinh", "Year of birth"),
    Meaning.POST: ("Chức vụ", "Chức danh", "Nghề nghiệp", "Post", "Position"),
    Meaning.UNIT: ("Đơn vị", "Đơn vị công tác", "Đơn vị hoặc địa chỉ", "Cơ quan", "Nơi công tác", "Unit"),
    Meaning.YEAR: ("Năm", "Năm xếp loại", "Năm tính", "Năm công tác", "Năm khen", "Year", "Counting year"),
    Meaning.GRADE: (
        *("Mức xếp loại", "Xếp loại", "Kết quả xếp loại", "Mức độ hoàn thành nhiệm vụ", "XLCL"),
        *("Xếp loại chất lượng", "Grade"),
    ),
    Meaning.INITIATIVE: ("Tên sáng kiến", "Sáng kiến", "Tên đề tài", "Tên sáng kiến, đề tài", "Initiative"),
    Meaning.SCOPE: ("Phạm vi ảnh hưởng", "Phạm vi", "Cấp công nhận", "Scope"),
    Meaning.FORM: ("Hình thức công nhận", "Sáng kiến hoặc đề tài", "Form"),
    Meaning.EFFECTIVE: ("Đã chứng nhận hiệu quả", "Hiệu quả", "Effect certified"),
    Meaning.AWARD: (
        *("Danh hiệu, hình thức khen thưởng", "Danh hiệu thi đua/Hình thức khen thưởng", "Danh hiệu"),
        *(
            "Danh hiệu thi đua",
            "Hình thức khen thưởng",
            "Hình thức",
            "Hình thức khen",
            "Mã danh hiệu",
            "Award",
        ),
    ),
    Meaning.TYPE: ("Loại hình khen thưởng", "Phân loại khen thưởng", "Type of commendation"),
    Meaning.PRESENTED: ("Ngày trao", "Day of presentation"),
    Meaning.DECISION: ("Số quyết định", "Số QĐ", "Quyết định số", "Decision number"),
    Meaning.DECIDED: ("Ngày quyết định", "Ngày QĐ", "Ngày ban hành", "Ngày tháng", "Date of the decision"),
    Meaning.AUTHORITY: ("Cơ quan ban hành", "Cấp ban hành", "Người ký", "Cơ quan quyết định", "Authority"),
}
_PUNCTUATION: Final = re.compile(r"[^\w\s]")
_WHO: Final = (Meaning.NAME, Meaning.KIND, Meaning.NUMBER, Meaning.BORN, Meaning.POST, Meaning.UNIT)
_PAPER: Final = (Meaning.DECISION, Meaning.DECIDED, Meaning.AUTHORITY)
# The columns of each kind of table in the order of its template; what stands first is read without headings too.
LAYOUTS: Final[Mapping[ImportContent, tuple[Meaning, ...]]] = {
    ImportContent.GRADES: (*_WHO, Meaning.YEAR, Meaning.GRADE, *_PAPER),
    ImportContent.INITIATIVES: (
        *(*_WHO, Meaning.YEAR, Meaning.INITIATIVE, Meaning.SCOPE, Meaning.FORM, Meaning.EFFECTIVE),
        *_PAPER,
    ),
    ImportContent.AWARDS: (*_WHO, Meaning.YEAR, Meaning.AWARD, Meaning.TYPE, *_PAPER, Meaning.PRESENTED),
}
REQUIRED: Final[Mapping[ImportContent, tuple[Meaning, ...]]] = {
    ImportContent.GRADES: (Meaning.NAME, Meaning.YEAR, Meaning.GRADE),
    ImportContent.INITIATIVES: (Meaning.NAME, Meaning.YEAR, Meaning.INITIATIVE),
    ImportContent.AWARDS: (Meaning.NAME, Meaning.AWARD),
}


def plain(text: str) -> str:
    """Return words to compare: without marks, capitals, or punctuation."""
    return " ".join(fold(_PUNCTUATION.sub(" ", text)).split())


def columns_of(cells: Sequence[str], content: ImportContent) -> list[Meaning | None]:
    """Return what each heading of a table says, None where it says nothing that is needed."""
    known = {plain(word): meaning for meaning in LAYOUTS[content] for word in HEADINGS[meaning]}
    return [known.get(plain(cell)) for cell in cells]
