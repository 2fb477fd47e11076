"""The short summary on top of a comparison: what changed, in words, with both values, the weightiest first."""

from datetime import date

from thidua.core.law.book import LawBook
from thidua.core.law.summaries.diff import compare

BEFORE, AFTER = date(2019, 6, 1), date(2025, 12, 1)


def test_standard_cap_votes_and_authority_stand_in_this_order_with_both_values(book: LawBook) -> None:
    lead = compare(book, "grassroots_emulation_fighter", BEFORE, AFTER).lead

    assert [sentence.vi for sentence in lead[2:5]] == [
        "Về tiêu chuẩn: 1 khả năng có thay đổi. Thêm một khả năng: được xếp loại hoàn thành xuất sắc nhiệm vụ "
        "trong năm xét.",
        "Bỏ tỷ lệ khống chế (Tỷ lệ Chiến sĩ thi đua cơ sở) – trước: không quá 15% số cá nhân được tặng danh hiệu "
        "Lao động tiên tiến, Chiến sĩ tiên tiến của đơn vị; nay: không khống chế.",
        "Biểu quyết của Hội đồng – trước: biểu quyết, trên 50% tổng số thành viên Hội đồng đồng ý; nay: bỏ phiếu, "
        "từ 80% tổng số thành viên Hội đồng trở lên đồng ý (chưa đọc trong văn bản).",
    ]
    assert lead[5].vi.startswith("Thẩm quyền quyết định – trước: thủ trưởng cơ quan")
    assert [sentence.vi for sentence in lead[6:]] == ["Không đổi: tên gọi."]


def test_the_lead_says_the_same_in_english(book: LawBook) -> None:
    lead = compare(book, "grassroots_emulation_fighter", BEFORE, AFTER).lead

    assert lead[3].en == (
        "The cap is dropped (Share of grassroots emulation fighters) – before: at most 15% of the individuals "
        "granted the title of advanced worker or soldier in the unit; now: no cap."
    )


def test_bonus_comes_before_the_name(book: LawBook) -> None:
    lead = compare(book, "provincial_certificate_of_merit", BEFORE, AFTER).lead

    assert [sentence.vi for sentence in lead[3:6]] == [
        "Tiền thưởng (lần mức lương cơ sở): cá nhân 1,0 → 1,5; tập thể 2,0 → 3,0.",
        "Tên gọi – trước: Bằng khen cấp bộ, ngành, tỉnh, đoàn thể trung ương; nay: Bằng khen của Bộ, ban, ngành, "
        "tỉnh.",
        "Không đổi: thẩm quyền quyết định.",
    ]


def test_a_value_known_on_one_day_only_is_not_called_a_change(book: LawBook) -> None:
    lead = compare(book, "excellent_labor_collective", BEFORE, AFTER).lead

    assert [sentence.vi for sentence in lead if "Thẩm định" in sentence.vi] == []
    assert lead[-1].vi == "Không đổi: tên gọi và thẩm quyền quyết định."


def test_a_deadline_and_publicity_that_changed_are_named_with_both_values(book: LawBook) -> None:
    lead = compare(book, "national_emulation_fighter", date(2020, 6, 1), AFTER).lead

    assert [sentence.en for sentence in lead[4:]] == [
        "Cut-off – before: by 31 October of the next year, counted from the year of the decision on the second "
        "title; now: by 31 December of the next year, counted from the year of the decision on the second title "
        "(not read in the text).",
        "Publicity – before: a duty before the proposal; the text names no number of days; now: no duty in the law.",
        "As before: name and deciding authority.",
    ]


def test_procedures_and_guidance_are_left_to_the_details(book: LawBook) -> None:
    lead = compare(book, "exemplary_commune", date(2024, 6, 1), AFTER).lead

    assert [sentence.vi for sentence in lead] == [
        "Từ ngày 01/07/2025, Nghị định 152/2025/NĐ-CP thay thế Nghị định 98/2023/NĐ-CP.",
        "Về tiêu chuẩn: 1 khả năng giữ nguyên.",
        "Tên gọi – trước: Xã, phường, thị trấn tiêu biểu; nay: Xã, phường, đặc khu tiêu biểu.",
        "Không đổi: thẩm quyền quyết định.",
    ]
