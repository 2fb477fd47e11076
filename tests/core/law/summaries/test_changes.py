"""Comparisons in general: fields, texts between, the text that is not loaded, quiet days."""

from datetime import date

import pytest

from thidua.core.law.book import LawBook
from thidua.core.law.summaries.diff import compare
from thidua.core.law.summaries.shapes import Change, Changes


def test_a_grade_and_a_count_change_in_words(book: LawBook) -> None:
    changes = compare(book, "pm_certificate_of_merit", date(2023, 12, 31), date(2024, 1, 1))

    merit = next(change for change in individual(changes) if "công trạng" in change.says.vi)
    assert "Mức xếp loại: hoàn thành xuất sắc nhiệm vụ → hoàn thành tốt nhiệm vụ." in [
        child.says.vi for child in merit.children
    ]


def test_a_share_and_its_strictness_change(book: LawBook) -> None:
    changes = compare(book, "advanced_labor_collective", date(2023, 12, 31), date(2024, 1, 1))

    (collective,) = standards(changes)
    assert [child.says.vi for child in collective.children[0].children] == [
        "Tỷ lệ thành viên: 50% → 70%.",
        "Phải vượt tỷ lệ (không tính bằng): có nêu → không nêu.",
    ]


def test_the_cap_of_fifteen_percent_ends_and_excellent_completion_is_one_more_possibility(
    book: LawBook,
) -> None:
    changes = compare(book, "grassroots_emulation_fighter", date(2023, 12, 31), date(2024, 1, 1))

    (fighter,) = individual(changes)
    assert [child.says.vi for child in fighter.children if child.how == "new"] == [
        "Thêm một khả năng: được xếp loại hoàn thành xuất sắc nhiệm vụ trong năm xét."
    ]
    procedure = next(section for section in changes.sections if section.code == "procedure")
    assert [change.says.vi for change in procedure.changes if "15%" in change.says.vi] == [
        "Tỷ lệ Chiến sĩ thi đua cơ sở – trước: không quá 15% số cá nhân được tặng danh hiệu Lao động tiên tiến, "
        "Chiến sĩ tiên tiến của đơn vị; nay: không khống chế."
    ]


def test_texts_that_came_and_went_in_between_are_named(book: LawBook) -> None:
    changes = compare(book, "labor_order_3", date(2016, 1, 1), date(2025, 8, 1))

    assert [change.says.vi for change in changes.sections[0].changes][1] == (
        "Từ ngày 01/07/2025, Nghị định 152/2025/NĐ-CP thay thế Nghị định 65/2014/NĐ-CP "
        "(qua Nghị định 91/2017/NĐ-CP và Nghị định 98/2023/NĐ-CP)."
    )


def test_a_law_that_came_and_was_amended_since_is_told_in_order(book: LawBook) -> None:
    changes = compare(book, "labor_order_1", date(2019, 12, 31), date(2026, 11, 1))

    assert [change.says.vi for change in changes.sections[0].changes][:2] == [
        "Từ ngày 01/01/2024, Luật Thi đua, khen thưởng 06/2022/QH15 thay thế Luật 15/2003/QH11.",
        "Từ ngày 01/10/2026, Luật 06/2022/QH15 được sửa đổi, bổ sung: áp dụng Luật Thi đua, khen thưởng 06/2022/QH15 "
        "đã được sửa đổi, bổ sung bởi Luật 06/2026/QH16.",
    ]


def test_nothing_is_claimed_of_standards_under_a_text_that_is_not_loaded(book: LawBook) -> None:
    changes = compare(book, "labor_order_1", date(2026, 9, 30), date(2026, 10, 1))

    (only,) = standards(changes)
    assert only.how == "unknown"
    assert only.says.vi == (
        "Luật 06/2022/QH15 đã được sửa đổi bởi Luật 06/2026/QH16, chưa nạp nội dung mới; "
        "cần người có thẩm quyền kết luận. "
        "Vì vậy không nói được từ ngày đó tiêu chuẩn nào đổi, tiêu chuẩn nào giữ nguyên."
    )


def test_two_days_under_the_same_texts_say_that_nothing_changed(book: LawBook) -> None:
    loaded = [
        award for award in book.awards.values() if any(one.text == "LAW2022" for one in award.alternatives)
    ]

    assert len(loaded) > 10
    for award in loaded:
        assert compare(book, award.code, date(2024, 8, 1), date(2024, 8, 2)).nothing_changed, award.code


def test_without_a_standard_on_either_day_nothing_is_compared(book: LawBook) -> None:
    (only,) = standards(compare(book, "gold_star_order", date(2024, 8, 1), date(2024, 8, 2)))

    assert (only.how, only.says.en) == (
        "unknown",
        "No standard is loaded for either day: they cannot be compared.",
    )


def test_a_comparison_does_not_run_backwards(book: LawBook) -> None:
    with pytest.raises(ValueError, match="2024-01-01 to 2023-12-31"):
        compare(book, "labor_order_1", date(2024, 1, 1), date(2023, 12, 31))


def standards(changes: Changes) -> tuple[Change, ...]:
    return next(section.changes for section in changes.sections if section.code == "standards")


def individual(changes: Changes) -> tuple[Change, ...]:
    return next(change.children for change in standards(changes) if change.says.vi == "Cá nhân")
