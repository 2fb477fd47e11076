"""The legal bases as a decision prints them: Decree 30/2020/NĐ-CP, appendix I."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.decisions import Office, draft
from thidua.core.law.book import LawBook
from thidua.core.law.reading import load_law
from thidua.decisions.actions import edit_decision, plan_for
from thidua.decisions.papers.bases import as_printed, legal_bases

LAW = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
AMENDING = "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026"
DECREE_98 = (
    "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành "
    "Luật Thi đua, khen thưởng"
)
DECREE_152 = (
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong "
    "lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành Luật Thi đua, khen thưởng"
)


@pytest.fixture(scope="module")
def book() -> LawBook:
    return load_law()


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2025, 6, 30), (LAW, DECREE_98)),
        (date(2025, 7, 1), (LAW, DECREE_152)),
        (date(2026, 9, 30), (LAW, DECREE_152)),
        (date(2026, 10, 1), (LAW, AMENDING, DECREE_152)),
    ],
)
def test_the_legal_bases_are_the_texts_in_force_on_the_day(
    book: LawBook, day: date, printed: tuple[str, ...]
) -> None:
    assert legal_bases(book, ["provincial_certificate_of_merit"], day) == printed


def test_a_circular_names_the_minister_and_what_is_not_known_is_left_out(book: LawBook) -> None:
    assert as_printed(book.texts["TT15_2025"]) == (
        "Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ hướng dẫn về thi đua, khen thưởng"
    )
    assert as_printed(book.texts["TT08_2017"]) == (
        "Thông tư số 08/2017/TT-BNV của Bộ trưởng Bộ Nội vụ hướng dẫn về thi đua, khen thưởng"
    )


def test_the_regulation_of_another_province_is_no_legal_basis(book: LawBook) -> None:
    everything = list(book.awards)
    models = [text.number for text in book.texts.values() if text.model]
    said = " ".join(legal_bases(book, everything, date(2026, 11, 23)))

    assert models == ["86/2025/QĐ-UBND", "71/2025/QĐ-UBND"]
    assert [number for number in models if number in said] == []


def test_a_basis_that_a_person_added_stays_when_the_day_changes(of: Office) -> None:
    row = draft(of, planned_on=date(2026, 9, 30))
    added = "Căn cứ Luật Tổ chức chính quyền địa phương;"
    values = {"legal_bases": [added, *row.legal_bases]}
    row = edit_decision(decision=row, values=values, version=row.version, by=of.leader)

    row = plan_for(decision=row, planned_on=date(2026, 10, 1), by=of.leader)

    assert row.legal_bases[:3] == [added, f"{LAW};", f"{AMENDING};"]
    assert len(row.legal_bases) == 5
