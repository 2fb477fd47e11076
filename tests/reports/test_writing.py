"""Beginning a report, editing its prose, arranging its paragraphs: figures stay bound, nobody overwrites another."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.reports import frame_2019
from thidua.movements.models import Movement
from thidua.reports.actions import (
    add_paragraph,
    assign_responsible,
    create_report,
    edit_paragraph,
    edit_report,
    move_paragraph,
    remove_paragraph,
)
from thidua.reports.queries.draft import assemble
from thidua.reports.wording import wording
from thidua.support.audit.models import AuditEntry
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


def paragraph(place, key):
    return place.report.paragraphs.get(key=key)


def keys(place) -> list[str]:
    return list(place.report.paragraphs.order_by("order").values_list("key", flat=True))


def faults(call) -> dict[str, list[str]]:
    with pytest.raises(Refused) as refused:
        call()
    return {field: [str(sentence) for sentence in said] for field, said in refused.value.faults.items()}


def test_a_new_report_has_the_paragraphs_of_the_wording_and_a_title(place):
    assert keys(place) == [worded.key for worded in wording("vi").paragraphs]
    assert place.report.title == "Tổng kết các phong trào thi đua năm 2019 của tỉnh Lạng Sơn"
    assert paragraph(place, "economy").responsible == place.unit("finance")
    assert AuditEntry.objects.filter(action="reports.created").count() == 1


def test_only_who_writes_reports_begins_one(place):
    frame = frame_2019([place.special])
    with pytest.raises(NotAllowed):
        create_report(frame=frame, unit=place.unit("province"), issuer=place.unit("board"), by=place.finance)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"movements": []}, "movements"),
        ({"ends_on": date(2018, 12, 31)}, "ends_on"),
        ({"as_of": date(2019, 9, 1)}, "as_of"),
        ({"year": 2021}, "year"),
        ({"title": "x" * 501}, "title"),
    ],
)
def test_a_frame_that_cannot_be_is_refused_on_its_field(place, changes, field):
    changes = dict(changes)
    frame = frame_2019(changes.pop("movements", [place.special]), **changes)
    units = {"unit": place.unit("province"), "issuer": place.unit("board")}
    assert list(faults(lambda: create_report(frame=frame, by=place.officer, **units))) == [field]


def test_prose_is_edited_and_the_figures_stay(place):
    row = paragraph(place, "economy")
    text = "Thu ngân sách đạt {indicator.budget_revenue.value}[, {indicator.budget_revenue.share_of_plan}]."
    edit_paragraph(paragraph=row, text=text, version=row.version, by=place.officer)
    printed = assemble(place.report).paragraph("economy").plain.replace("\u00a0", " ")
    assert printed == "Thu ngân sách đạt 5.027 tỷ đồng, đạt 92,2% so với dự toán."
    entry = AuditEntry.objects.get(action="reports.paragraph_edited")
    assert "Sản xuất nông, lâm nghiệp" in entry.details


def test_a_place_that_no_query_fills_is_refused(place):
    row = paragraph(place, "economy")
    said = faults(
        lambda: edit_paragraph(
            paragraph=row, text="Được {indicator.gold.value}.", version=row.version, by=place.officer
        )
    )
    assert said == {
        "text": [
            "«{indicator.gold.value}» không phải là số liệu của báo cáo này. Hãy chọn trong danh sách số liệu."
        ]
    }


def test_a_bracket_without_a_partner_is_refused(place):
    row = paragraph(place, "economy")
    said = faults(
        lambda: edit_paragraph(paragraph=row, text="Được [một.", version=row.version, by=place.officer)
    )
    assert said == {
        "text": ["Dấu ngoặc vuông hoặc ngoặc nhọn chưa đủ đôi ở gần «[một.». Hãy thêm hoặc bỏ một dấu."]
    }


def test_typed_digits_are_kept_and_pointed_out(place):
    row = paragraph(place, "gifts")
    text = "Nhân dân đã quyên góp 25 tỷ đồng làm đường."
    edit_paragraph(paragraph=row, text=text, version=row.version, by=place.officer)
    draft = assemble(place.report)
    assert draft.paragraph("gifts").plain == text
    found = [check for check in draft.checks if check.paragraph == "gifts" and check.code == "unbound_figure"]
    assert [(check.level, text[check.start : check.end]) for check in found] == [("error", "25")]


def test_the_second_of_two_officers_sees_both_texts(place):
    first = paragraph(place, "economy")
    second = paragraph(place, "economy")
    edit_paragraph(paragraph=first, text="Câu của người thứ nhất.", version=first.version, by=place.officer)
    with pytest.raises(EditedMeanwhile) as refused:
        edit_paragraph(
            paragraph=second, text="Câu của người thứ hai.", version=second.version, by=place.leader
        )
    [said] = refused.value.faults["text"]
    assert "Câu của người thứ nhất." in str(said)
    assert "Câu của người thứ hai." in str(said)
    assert paragraph(place, "economy").text == "Câu của người thứ nhất."


def test_the_unit_that_answers_for_a_paragraph_edits_it_and_no_other(place):
    economy, security = paragraph(place, "economy"), paragraph(place, "defence_security")
    edit_paragraph(paragraph=economy, text="Kinh tế ổn định.", version=economy.version, by=place.finance)
    assert paragraph(place, "economy").text == "Kinh tế ổn định."
    with pytest.raises(NotAllowed):
        edit_paragraph(paragraph=security, text="Ổn.", version=security.version, by=place.finance)


def test_paragraphs_are_added_moved_and_removed(place):
    added = add_paragraph(
        report=place.report,
        text="Phong trào lan tỏa tới {participation.fields}.",
        by=place.officer,
        after=paragraph(place, "opening"),
        heading="Lan tỏa",
    )
    assert keys(place)[:3] == ["opening", "added-1", "movements"]
    move_paragraph(paragraph=added, up=False, by=place.officer)
    assert keys(place)[:3] == ["opening", "movements", "added-1"]
    move_paragraph(paragraph=paragraph(place, "opening"), up=True, by=place.officer)
    assert keys(place)[:3] == ["opening", "movements", "added-1"]
    added.refresh_from_db()
    remove_paragraph(paragraph=added, by=place.officer)
    assert keys(place)[:2] == ["opening", "movements"]
    assert "Phong trào lan tỏa" in AuditEntry.objects.get(action="reports.paragraph_removed").details


def test_parts_are_numbered_anew_when_a_paragraph_goes(place):
    def titles():
        return [
            (each.section_number, each.heading_number, each.heading)
            for each in assemble(place.report).printed
            if each.heading
        ]

    assert titles()[:2] == [(2, 1, "Về kinh tế"), (2, 2, "Về cải cách hành chính")]
    remove_paragraph(paragraph=paragraph(place, "economy"), by=place.officer)
    assert titles()[0] == (2, 1, "Về cải cách hành chính")


def test_the_title_of_a_part_moves_on_when_its_first_paragraph_has_nothing_to_say(place):
    row = paragraph(place, "targets")
    edit_paragraph(paragraph=row, text="[{targets.early}]", version=row.version, by=place.officer)
    printed = {each.key: each.section for each in assemble(place.report).printed}
    assert "targets" not in printed
    assert printed["economy"] == "Kết quả thực hiện các chỉ tiêu, nhiệm vụ"


def test_another_unit_is_made_to_answer_and_the_old_agreement_goes(place):
    row = paragraph(place, "economy")
    assign_responsible(paragraph=row, unit=place.unit("statistics"), by=place.officer)
    assert paragraph(place, "economy").responsible == place.unit("statistics")
    with pytest.raises(NotAllowed):
        assign_responsible(paragraph=row, unit=place.unit("finance"), by=place.finance)


def test_untouched_paragraphs_follow_another_choice_of_movements(place):
    report, before = place.report, paragraph(place, "economy")
    edit_paragraph(paragraph=before, text="Kinh tế ổn định.", version=before.version, by=place.officer)
    frame = frame_2019([place.special], title=report.title)
    edit_report(report=report, frame=frame, version=report.version, by=place.officer)
    assert "dac-biet-2019" in paragraph(place, "movements").text
    assert "cao-diem-2019" not in paragraph(place, "movements").text
    assert paragraph(place, "economy").text == "Kinh tế ổn định."


def test_a_report_about_one_movement_says_nothing_of_another(place):
    other = Movement.objects.exclude(pk=place.special.pk).get(kind="peak")
    report = create_report(
        frame=frame_2019([other]), unit=place.unit("province"), issuer=place.unit("board"), by=place.officer
    )
    printed = "\n".join(each.plain for each in assemble(report).printed)
    assert "6 nhóm nội dung" in printed
    assert "đợt thi đua đặc biệt" not in printed
    assert "Bằng khen" not in printed
