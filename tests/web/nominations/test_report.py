"""The achievement report as it is read and printed: the text, and the tables of the register."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.histories import grade
from tests.factories.nominations import draft, nominee, only, person, submitted
from tests.web.reading import main_text, rows, texts

ALL = "/lam-viec/de-nghi-khen-thuong"


def report_of(one):
    return f"{ALL}/{one.dossier.code}/doi-tuong/{one.pk}/ban-in"


def graded(at, who, year):
    decision = {"decision_number": f"{year}/QĐ-UBND", "decision_date": date(year, 12, 20)}
    return grade(at.place, who, year, authority="Chủ tịch UBND xã", **decision)


def test_the_report_is_read_with_the_grades_of_the_register(at, as_):
    who = person("Lương Thị Bình")
    graded(at, who, 2024)
    one = only(submitted(at, nominee("Lương Thị Bình", person=who)))
    page = as_(at.clerk).get(report_of(one))
    assert "Vận động nhân dân làm 2 km đường bê tông nông thôn" in texts(page, "p")
    assert "Năm 2025 đã vận động 48 hộ góp công làm đường của thôn." in texts(page, "p")
    assert rows(page) == [["2024", "hoàn thành xuất sắc nhiệm vụ", "2024/QĐ-UBND, 20/12/2024"]]
    assert texts(page, "a", href=f"{ALL}/{one.dossier.code}/doi-tuong/{one.pk}/bao-cao") == []


def test_the_unit_changes_it_while_it_writes_and_strangers_read_nothing(at, as_):
    one = only(draft(at))
    change = f"{ALL}/{one.dossier.code}/doi-tuong/{one.pk}/bao-cao"
    assert texts(as_(at.clerk).get(report_of(one)), "a", href=change) == ["Sửa báo cáo"]
    assert as_(at.place.other_clerk).get(report_of(one)).status_code == 404
    assert as_(at.officer).get(report_of(one)).status_code == 404  # a draft is the unit's own
    sent = only(submitted(at, title="Đã nộp"))
    assert "Báo cáo thành tích" in main_text(as_(at.officer).get(report_of(sent)))


@pytest.mark.parametrize("count", [1, 3])
def test_the_report_asks_a_fixed_number_of_questions(at, as_, count, django_assert_num_queries):
    who = person()
    for place in range(count):
        graded(at, who, 2020 + place)
    one = only(draft(at, nominee(person=who)))
    client = as_(at.clerk)
    client.get(report_of(one))
    with django_assert_num_queries(REPORT_QUERIES):
        page = client.get(report_of(one))
    assert len(rows(page)) == count


REPORT_QUERIES = 12
