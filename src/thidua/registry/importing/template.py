"""An empty table to fill in, with an example row and the words that its columns take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from thidua.registry.enums import ImportContent
from thidua.registry.importing.columns import HEADINGS, LAYOUTS, Meaning


def headings(content: ImportContent) -> list[str]:
    """Return the headings of the template."""
    return [HEADINGS[meaning][0] for meaning in LAYOUTS[content]]


def example(content: ImportContent) -> list[str]:
    """Return a row that shows how the cells are filled in."""
    return [_EXAMPLES.get(meaning, "") for meaning in LAYOUTS[content]]


_EXAMPLES: Final[Mapping[Meaning, str]] = {
    Meaning.NAME: "Nguyễn Văn A (ví dụ – xóa dòng này)",
    Meaning.KIND: "cá nhân",
    Meaning.BORN: "1980",
    Meaning.POST: "Công chức",
    Meaning.UNIT: "Sở Nội vụ",
    Meaning.YEAR: "2025",
    Meaning.GRADE: "Hoàn thành xuất sắc nhiệm vụ",
    Meaning.INITIATIVE: "Số hóa hồ sơ khen thưởng",
    Meaning.SCOPE: "cơ sở",
    Meaning.FORM: "sáng kiến",
    Meaning.EFFECTIVE: "có",
    Meaning.AWARD: "Chiến sĩ thi đua cơ sở",
    Meaning.TYPE: "công trạng",
    Meaning.DECISION: "125/QĐ-SNV",
    Meaning.DECIDED: "31/12/2025",
    Meaning.AUTHORITY: "Giám đốc Sở Nội vụ",
}
