"""Units agree to what they read; a frozen report stays as it was, and a correction keeps the old figure."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.reports.test_figures import correct
from thidua.reports.actions import (
    correct_report,
    edit_paragraph,
    freeze_report,
    sign_off_paragraph,
    withdraw_sign_off,
)
from thidua.reports.content.draft import without_no_break_spaces
from thidua.reports.enums import ReportState
from thidua.reports.models import ClosingReport, FrozenVersion
from thidua.reports.queries.draft import assemble
from thidua.reports.queries.versions import ChangeKind, compare, is_intact, latest, read_version
from thidua.support.refusals import NotAllowed, Refused

REASON = "Chủ tịch UBND tỉnh đồng ý cho chốt trước."


def paragraph(place, key="economy"):
    return place.report.paragraphs.get(key=key)


def seen(place, key="economy") -> str:
    return assemble(place.report).paragraph(key).text_hash


def sign(place, key="economy", by=None):
    return sign_off_paragraph(paragraph=paragraph(place, key), seen=seen(place, key), by=by or place.finance)


def freeze(place, **said) -> FrozenVersion:
    report = ClosingReport.objects.get(pk=place.report.pk)
    given = {"by": place.leader, "overruled": REASON, **said}
    return freeze_report(report=report, version=report.version, **given)


def sentence(refused) -> str:
    return " ".join(str(each) for said in refused.value.faults.values() for each in said)


def test_the_responsible_unit_signs_off_what_it_reads(place):
    sign(place)
    signed = assemble(place.report).paragraph("economy").sign_off
    assert (signed.by, signed.still_holds) == ("Lâm Văn Chính", True)


@pytest.mark.parametrize("who", ["centre", "officer", "auditor"])
def test_nobody_else_signs_for_it(place, who):
    with pytest.raises(NotAllowed):
        sign(place, by=getattr(place, who))
    assert paragraph(place).signed_off_at is None


def test_a_text_that_has_changed_since_it_was_read_is_not_signed(place):
    read = seen(place)
    correct(place, "5100")
    with pytest.raises(Refused) as refused:
        sign_off_paragraph(paragraph=paragraph(place), seen=read, by=place.finance)
    assert sentence(refused) == "Nội dung đã đổi sau khi anh/chị mở. Hãy đọc lại rồi ký xác nhận."


def test_a_changed_figure_shows_that_the_text_is_another_one_than_agreed(place):
    sign(place)
    correct(place, "5100")
    draft = assemble(place.report)
    assert draft.paragraph("economy").sign_off.still_holds is False
    said = [check.sentence for check in draft.checks if check.code == "changed_since"]
    assert said == ["Đoạn này đã đổi sau khi Sở Tài chính ký xác nhận."]


def test_changed_prose_shows_it_as_well_and_a_withdrawn_agreement_is_gone(place):
    sign(place)
    row = paragraph(place)
    edit_paragraph(paragraph=row, text="Kinh tế ổn định.", version=row.version, by=place.officer)
    assert assemble(place.report).paragraph("economy").sign_off.still_holds is False
    withdraw_sign_off(paragraph=paragraph(place), by=place.finance)
    assert assemble(place.report).paragraph("economy").sign_off is None


def test_unsigned_paragraphs_hold_the_report_back_unless_a_reason_is_given(place):
    with pytest.raises(Refused) as refused:
        freeze(place, overruled="  ")
    assert sentence(refused) == "Còn 4 điểm chưa đạt nên chưa chốt được. Hãy sửa, hoặc nêu lý do vẫn chốt."
    frozen = freeze(place)
    assert (frozen.number, frozen.overruled, frozen.note) == (1, REASON, "")
    assert ClosingReport.objects.get().state == ReportState.FROZEN


def test_only_a_leader_freezes(place):
    with pytest.raises(NotAllowed):
        freeze(place, by=place.officer)


def test_two_leaders_do_not_freeze_one_upon_the_other(place):
    report = ClosingReport.objects.get()
    with pytest.raises(Refused):
        freeze_report(report=report, version=report.version + 1, by=place.leader, overruled=REASON)
    assert FrozenVersion.objects.count() == 0


def test_a_frozen_version_reads_back_as_it_was_in_both_languages(place):
    before = assemble(place.report)
    frozen = freeze(place)
    read = read_version(frozen)
    assert [each.plain for each in read.printed] == [each.plain for each in before.printed]
    assert read.figures == before.figures
    assert read.notes == before.notes
    assert (read.head.version, read.sha256) == (1, frozen.sha256)
    english = read_version(frozen, "en")
    assert english.paragraph("economy").plain == assemble(place.report, "en").paragraph("economy").plain


def test_the_hash_is_that_of_the_content_and_tells_a_change(place):
    frozen = freeze(place)
    assert frozen.sha256 == hashlib.sha256(frozen.content.encode()).hexdigest()
    assert is_intact(frozen)
    frozen.content = frozen.content.replace("5.027", "5.127")
    assert not is_intact(frozen)


def test_equal_content_has_equal_bytes(place):
    content = json.loads(freeze(place).content)
    again = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert again == FrozenVersion.objects.get().content


def test_a_frozen_report_is_changed_by_nobody(place):
    freeze(place)
    row = paragraph(place)
    with pytest.raises(Refused):
        edit_paragraph(paragraph=row, text="Khác.", version=row.version, by=place.officer)
    with pytest.raises(Refused):
        sign(place)
    with pytest.raises(Refused):
        freeze(place)


def test_a_correction_makes_a_new_version_with_a_note_and_keeps_the_old_figure(place):
    first = freeze(place)
    correct_report(report=place.report, note="Sở Tài chính đính chính số thu.", by=place.leader)
    correct(place, "5100")
    second = freeze(place)
    assert (second.number, second.note) == (2, "Sở Tài chính đính chính số thu.")
    budget = "indicator.budget_revenue.value"
    texts = [without_no_break_spaces(read_version(each).figures[budget].text) for each in (first, second)]
    assert texts == ["5.027 tỷ đồng", "5.100 tỷ đồng"]
    found = compare(read_version(first), read_version(second))
    assert [(each.place, each.kind) for each in found.figures] == [
        ("indicator.budget_revenue.value", ChangeKind.CHANGED),
        ("indicator.budget_revenue.share_of_plan", ChangeKind.CHANGED),
        ("indicator.budget_revenue.ratio_to_same_period", ChangeKind.CHANGED),
    ]
    assert [each.key for each in found.paragraphs] == ["economy"]
    assert latest(place.report).head.version == 2


def test_a_correction_says_why(place):
    freeze(place)
    with pytest.raises(Refused) as refused:
        correct_report(report=place.report, note=" ", by=place.leader)
    assert sentence(refused) == "Hãy nêu điều cần đính chính và lý do."
    with pytest.raises(NotAllowed):
        correct_report(report=place.report, note="Sai số.", by=place.officer)


def test_a_report_that_is_not_frozen_is_not_reopened(place):
    with pytest.raises(Refused):
        correct_report(report=place.report, note="Sai số.", by=place.leader)


def test_a_figure_left_out_of_the_new_text_is_told_as_removed(place):
    first = assemble(place.report)
    row = paragraph(place, "gifts")
    edit_paragraph(paragraph=row, text="Không nêu số.", version=row.version, by=place.officer)
    found = compare(first, assemble(place.report))
    assert {each.place: each.kind for each in found.figures}["gifts.money"] is ChangeKind.REMOVED
