"""What is shown for an award concerns it: its texts, its limits, the recipient's own clause."""

from datetime import date

from thidua.core.law.book import LawBook
from thidua.core.law.reading import LocalLayer, load_law
from thidua.core.law.summaries.award import summarise
from thidua.core.law.summaries.diff import compare

DAY = date(2025, 12, 20)
OWN = b"""\
code: P1
number: 1/2025/Q\xc4\x90-UBND
name: {vi: Quy \xc4\x91\xe1\xbb\x8bnh c\xe1\xbb\xa7a t\xe1\xbb\x89nh, en: Regulation of the province}
from: 2025-12-15
approved_by: Ban thi \xc4\x91ua
approved_on: 2025-12-15
cite: [LAW2022 \xc4\x9084 k6]
parameters:
  - {code: deadlines/cut_offs/level_province, values: [{value: {general: 11-30}, cite: [P1 \xc4\x902]}]}
"""


def test_models_of_other_provinces_are_in_force_for_nobody_else(book: LawBook) -> None:
    models = {code for code, text in book.texts.items() if text.model}

    assert models == {"BN86", "HN71"}
    for award in book.awards:
        shown = {text.code for text in summarise(book, award, DAY).texts}
        assert shown.isdisjoint(models), award


def test_a_model_is_cited_as_the_model_of_one_province(book: LawBook) -> None:
    summary = summarise(book, "provincial_emulation_fighter", DAY)
    limits = next(topic for topic in summary.procedure if topic.topic == "deadlines")

    assert [(place.words.vi, place.words.en) for place in limits.pieces[0].places] == [
        (
            "Điều 6 Quyết định 86/2025/QĐ-UBND (Bắc Ninh) – mẫu của một tỉnh",
            "Article 6 of Decision 86/2025/QĐ-UBND (Bắc Ninh) – one province's model",
        )
    ]


def test_the_regulation_of_the_province_itself_is_in_force(book: LawBook) -> None:
    own = load_law(local=[LocalLayer("p1.yaml", OWN)])

    assert "P1" in {text.code for text in summarise(own, "provincial_emulation_fighter", DAY).texts}
    assert "P1" not in {text.code for text in summarise(book, "provincial_emulation_fighter", DAY).texts}


def test_a_comparison_lists_no_text_that_does_not_touch_the_award(book: LawBook) -> None:
    texts = compare(book, "excellent_labor_collective", date(2019, 6, 1), date(2025, 12, 20)).sections[0]
    listed = " ".join(change.says.vi for change in texts.changes)

    # The letter speaks of initiatives, which this title does not ask for; the limit of communes is borrowed.
    assert [name for name in ("5007", "638", "86/2025", "71/2025") if name in listed] == []
    assert "Nghị định 152/2025/NĐ-CP thay thế Nghị định 91/2017/NĐ-CP" in listed


def test_limits_of_other_procedures_do_not_stand_on_the_cultural_family(book: LawBook) -> None:
    family = summarise(book, "cultural_family", DAY)
    worker = summarise(book, "advanced_worker", DAY)

    assert [topic.topic for topic in family.procedure] == ["votes", "quotas", "publicity"]
    (limits,) = (topic for topic in worker.procedure if topic.topic == "deadlines")
    assert [piece.says.vi for piece in limits.pieces] == ["Thẩm định tại cấp xã: 20 ngày làm việc"]


def test_conduct_cites_the_recipients_own_clause(book: LawBook) -> None:
    expected = {
        "pm_certificate_of_merit": ["k1", "k2", "k3", "k4", "k5", "k6"],
        "provincial_certificate_of_merit": ["k1", "k1", "k2", "k3", "k4", "k5"],
        "labor_order_1": ["k1", "k2", "k3", "k4", "k5"],
    }
    for award, clauses in expected.items():
        found = [
            place.citation.place.partition(" ")[2]
            for group in summarise(book, award, DAY).groups
            for piece in group.conduct
            for place in piece.places
        ]
        assert found == clauses, award


def test_conduct_that_reads_the_same_for_several_keeps_every_clause(book: LawBook) -> None:
    changes = compare(book, "pm_certificate_of_merit", date(2023, 12, 31), date(2024, 1, 1))
    standards = next(section for section in changes.sections if section.code == "standards")
    conduct = standards.changes[0]

    assert [[place.citation.clause for place in line.after] for line in conduct.children] == [
        ["1", "2", "3", "5"],
        ["4"],
        ["6"],
    ]


def test_unity_worded_anew_is_not_dropped_and_added(book: LawBook) -> None:
    changes = compare(book, "excellent_labor_collective", date(2019, 6, 1), date(2025, 12, 1))
    standards = next(section for section in changes.sections if section.code == "standards")
    points = standards.changes[0].children[0].children

    assert [(point.how, "đoàn kết" in point.says.vi) for point in points] == [
        ("reworded", True),
        ("gone", False),
        ("new", False),
    ]
    assert points[0].says.vi == (
        "Tóm lược trước: «nội bộ đoàn kết, gương mẫu; được lựa chọn trong số các tập thể đạt “Tập thể lao động "
        "tiên tiến”»; tóm lược nay: “nội bộ đoàn kết, gương mẫu chấp hành chủ trương của Đảng, pháp luật của "
        "Nhà nước”."
    )


def test_a_contribution_is_worded_as_its_clause_words_it(book: LawBook) -> None:
    def texts(award: str, alternative: str) -> list[str]:
        summary = summarise(book, award, DAY)
        found = next(one for one in summary.alternatives if one.id == alternative)
        every = [*found.lines.children, *(inner for line in found.lines.children for inner in line.children)]
        return [line.text.vi for line in every if line.kind == "contribution"]

    of_the_country = "có thành tích đóng góp vào sự phát triển kinh tế - xã hội"
    assert texts("pm_certificate_of_merit", "pm-2022-3") == [
        f"{of_the_country}, quốc phòng, an ninh của đất nước"
    ]
    assert texts("pm_certificate_of_merit", "pm-2022-ent") == [f"{of_the_country} của đất nước"]
    assert texts("provincial_certificate_of_merit", "pc-2022-ent") == [
        "có thành tích đóng góp vào sự phát triển của Bộ, ban, ngành, địa phương"
    ]
    assert texts("provincial_certificate_of_merit", "pc-2022-1c") == [
        "có đóng góp vào phát triển kinh tế - xã hội, công tác xã hội, từ thiện nhân đạo"
    ]
