"""The open points before publication."""

from __future__ import annotations

import pytest

from tests.factories.reports import person, role_model
from thidua.reports.content.draft import CheckLevel
from thidua.reports.models import Paragraph
from thidua.reports.queries.draft import assemble


def codes(place, key: str) -> dict[str, CheckLevel]:
    return {check.code: check.level for check in assemble(place.report).checks if check.paragraph == key}


def write(place, key: str, text: str) -> None:
    Paragraph.objects.filter(report=place.report, key=key).update(text=text)


def test_the_untouched_draft_has_no_error_but_the_missing_agreements(place):
    errors = [check for check in assemble(place.report).checks if check.level is CheckLevel.ERROR]
    assert {check.code for check in errors} == {"not_signed_off"}


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("Thu được 5.027 tỷ đồng.", "unbound_figure", CheckLevel.ERROR),
        ("Phong trào (đợt cao điểm được tổng kết.", "unbalanced_bracket", CheckLevel.ERROR),
        ("Đến nay đã hoàn thành việc vận động.", "no_as_of_date", CheckLevel.ERROR),
        ("Các tầng lớp nhân nhân đã hưởng ứng.", "doubled_word", CheckLevel.WARNING),
        ("Đã đón đoàn của Trung quốc.", "proper_name_case", CheckLevel.WARNING),
        ("Thu được {gifts.labour}.", "no_record", CheckLevel.WARNING),
    ],
)
def test_each_fault_of_a_text_is_found_with_its_weight(place, text, code, level):
    write(place, "gifts", text)
    assert codes(place, "gifts")[code] is level


def test_a_finding_tells_its_place_in_its_own_paragraph(place):
    write(place, "gifts", "Các tầng lớp nhân nhân đã hưởng ứng.")
    [found] = [check for check in assemble(place.report).checks if check.code == "doubled_word"]
    text = assemble(place.report).paragraph("gifts").plain
    assert text[found.start : found.end] == "nhân nhân"


def test_naming_somebody_without_consent_is_an_error(place):
    role_model(person("Nông Văn Kín"), place.special, place.unit("province"), consent="refused")
    write(place, "gifts", "Ông Nông Văn Kín đã hiến đất.")
    assert codes(place, "gifts")["person_without_consent"] is CheckLevel.ERROR
    write(place, "gifts", "Bà Lương Thị Bình đã hiến đất.")
    assert "person_without_consent" not in codes(place, "gifts")


def test_a_paragraph_nobody_answers_for_is_an_error(place):
    Paragraph.objects.filter(key="economy").update(responsible=None)
    assert codes(place, "economy")["no_responsible_unit"] is CheckLevel.ERROR


def test_figures_that_are_no_facts_are_pointed_out(place):
    assert codes(place, "economy")["not_a_fact"] is CheckLevel.WARNING
    assert "not_a_fact" not in codes(place, "gifts")


def test_open_points_are_told_in_the_language_of_the_reader(place):
    def told(labels):
        checks = assemble(place.report, labels=labels).checks
        return next(check.sentence for check in checks if check.code == "percent_without_basis")

    assert told("vi").startswith("«99,08%» chưa rõ so với gì")
    assert told("en").startswith("“99,08%” does not say of what")
