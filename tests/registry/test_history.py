"""Somebody's history: recorded, corrected by superseding, withdrawn with a reason, never deleted."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from tests.factories.histories import award, discipline, grade, initiative, matter
from tests.factories.movements import SmallProvince
from tests.factories.records import household, person
from thidua.registry.access import history_seen_by, may_read_history
from thidua.registry.actions import (
    DisciplineContent,
    GradeContent,
    MatterContent,
    conclude_matter,
    correct_history,
    describe_unit,
    record_history,
    withdraw_history,
)
from thidua.registry.models import (
    DisciplineRecord,
    PendingMatter,
    RecognisedInitiative,
    UnitTraits,
    YearlyGrade,
)
from thidua.registry.queries import history_of
from thidua.support.audit.models import AuditEntry
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def last_entry() -> AuditEntry:
    return AuditEntry.objects.latest("sequence")


def test_a_year_is_graded_once_and_corrected_by_a_new_row(place: SmallProvince) -> None:
    somebody = person(place)
    first = grade(place, somebody, 2025, "well_completed")
    with pytest.raises(Refused) as caught:
        grade(place, somebody, 2025)
    assert caught.value.faults == {
        "counting_year": ["A grade for this year is recorded already. Open it and correct it there."]
    }
    content = GradeContent(counting_year=2025, grade="excellently_completed", authority="Giám đốc Sở")
    second = correct_history(row=first, content=content, reason="Nhập nhầm", by=place.officer)
    first.refresh_from_db()
    assert (first.is_standing, first.ended_reason, first.grade) == (False, "Nhập nhầm", "well_completed")
    assert (second.person, second.grade, second.replaces, second.kept_by) == (
        *(somebody, "excellently_completed"),
        *(first, place.province),
    )
    assert (last_entry().action, last_entry().details) == (
        "registry.grade_corrected",
        '{"authority":["","Giám đốc Sở"],"grade":["well_completed","excellently_completed"],"reason":"Nhập nhầm"}',
    )


def test_only_the_record_that_counts_is_corrected(place: SmallProvince) -> None:
    first = grade(place, person(place), 2025)
    content = GradeContent(counting_year=2025, grade="completed")
    correct_history(row=first, content=content, reason="Nhập nhầm", by=place.officer)
    for again in (
        lambda: correct_history(row=first, content=content, reason="Lần nữa", by=place.officer),
        lambda: withdraw_history(row=first, reason="Lần nữa", by=place.officer),
    ):
        with pytest.raises(Refused) as caught:
            again()
        assert caught.value.faults == {
            "": ["This record has been superseded or withdrawn. Open the one that counts now."]
        }
    assert YearlyGrade.objects.count() == 2


def test_a_withdrawn_record_stays_with_its_reason_and_frees_its_year(place: SmallProvince) -> None:
    somebody = person(place)
    row = grade(place, somebody, 2025)
    with pytest.raises(Refused) as caught:
        withdraw_history(row=row, reason=" ", by=place.officer)
    assert caught.value.faults == {"reason": ["Write the reason; it stays with the record."]}
    withdraw_history(row=row, reason="Của người trùng tên", by=place.officer)
    assert last_entry().action == "registry.grade_withdrawn"
    grade(place, somebody, 2025, "completed")
    assert [line.grade for line in history_of(somebody).grades] == ["completed"]
    assert YearlyGrade.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"grade": "splendid"}, {"grade": ["Choose one of the list."]}),
        (
            {"decision_number": "1/QĐ"},
            {"decision_date": ["A decision number needs its date: numbers start again each year."]},
        ),
        (
            {"authority": "x" * 201},
            {"authority": ["This has 201 characters; at most 200 fit. Make it shorter."]},
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    place: SmallProvince, changes: dict[str, str], faults: dict[str, list[str]]
) -> None:
    with pytest.raises(Refused) as caught:
        grade(place, person(place), 2025, **{"code": changes.pop("grade", "completed"), **changes})
    assert caught.value.faults == faults


def test_years_are_years(place: SmallProvince) -> None:
    with pytest.raises(Refused) as caught:
        grade(place, person(place), 25)
    assert list(caught.value.faults) == ["counting_year"]
    assert not YearlyGrade.objects.exists()


def test_a_household_has_no_grade(place: SmallProvince) -> None:
    with pytest.raises(Refused) as caught:
        grade(place, household(place), 2025)
    assert caught.value.faults == {"": ["This is recorded of persons and units, not of households."]}


def test_a_matter_is_concluded_once(place: SmallProvince) -> None:
    row = matter(place, household(place), date(2026, 3, 1), about="Đơn tố cáo")
    with pytest.raises(Refused) as caught:
        conclude_matter(matter=row, concluded_on=date(2026, 2, 1), conclusion="Không có", by=place.officer)
    assert list(caught.value.faults) == ["concluded_on"]
    done = conclude_matter(
        matter=row, concluded_on=date(2026, 4, 1), conclusion="Không có vi phạm", by=place.officer
    )
    assert (done.concluded_on, done.conclusion, last_entry().action) == (
        *(date(2026, 4, 1), "Không có vi phạm"),
        "registry.matter_concluded",
    )
    with pytest.raises(Refused):
        conclude_matter(matter=row, concluded_on=date(2026, 4, 2), conclusion="Lại", by=place.officer)
    content = MatterContent(kind="complaint", since=date(2026, 3, 1))
    new = correct_history(row=done, content=content, reason="Nhầm loại", by=place.officer)
    assert (new.kind, new.household, new.concluded_on) == ("complaint", row.household, date(2026, 4, 1))


def test_discipline_and_matters_are_read_by_those_who_appraise_alone(place: SmallProvince) -> None:
    somebody = person(place)
    rows = [
        grade(place, somebody, 2025),
        initiative(place, somebody, 2025),
        discipline(place, somebody, date(2025, 1, 1)),
        matter(place, somebody, date(2026, 1, 1)),
    ]
    seen = {
        user.username: [
            history_seen_by(user, model).count()
            for model in (YearlyGrade, RecognisedInitiative, DisciplineRecord, PendingMatter)
        ]
        for user in (place.officer, place.chairman, place.clerk)
    }
    assert seen == {
        place.officer.username: [1, 1, 1, 1],
        place.chairman.username: [1, 1, 0, 0],
        place.clerk.username: [0, 0, 0, 0],
    }
    for user, counts in ((place.officer, [1, 1, 1, 1]), (place.chairman, [1, 1, 0, 0])):
        assert [int(may_read_history(user, row)) for row in rows] == counts


def test_only_those_with_the_right_write(place: SmallProvince) -> None:
    somebody = person(place)
    row = discipline(place, somebody, date(2025, 1, 1))
    content = DisciplineContent(level="reprimand", since=date(2025, 1, 1))
    for attempt in (
        lambda: record_history(
            recipient=somebody, kept_by=place.province, content=content, by=place.chairman
        ),
        lambda: correct_history(row=row, content=content, reason="Thử", by=place.clerk),
        lambda: withdraw_history(row=row, reason="Thử", by=place.clerk),
        lambda: record_history(
            recipient=somebody,
            kept_by=place.province,
            content=GradeContent(counting_year=2025, grade="completed"),
            by=place.clerk,
        ),
        lambda: describe_unit(unit=place.de_tham, founded=1990, eligible_for_flag=None, by=place.clerk),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert (DisciplineRecord.objects.filter(ended_at=None).count(), YearlyGrade.objects.count()) == (1, 0)


def test_two_people_do_not_describe_a_unit_unseen(place: SmallProvince) -> None:
    row = describe_unit(unit=place.de_tham, founded=1990, eligible_for_flag=True, by=place.officer)
    changed = describe_unit(
        unit=place.de_tham, founded=1991, eligible_for_flag=True, version=row.version, by=place.officer
    )
    assert (changed.founded, changed.version) == (1991, 2)
    with pytest.raises(EditedMeanwhile):
        describe_unit(unit=place.de_tham, founded=None, eligible_for_flag=None, version=1, by=place.officer)
    assert UnitTraits.objects.get().founded == 1991


@pytest.mark.parametrize("rows", [1, 3])
def test_a_history_is_told_by_kind_in_three_queries(
    place: SmallProvince, rows: int, django_assert_num_queries
) -> None:
    somebody, other = person(place), person(place, "Hoàng Thị Khác")
    for year in range(2026 - rows, 2026):
        award(place, somebody, "grassroots_emulation_fighter", year, date(year + 1, 1, 20))
        award(place, somebody, "provincial_certificate_of_merit", None, date(year, 9, 2))
        grade(place, somebody, year)
        initiative(place, somebody, year)
        grade(place, other, year, "completed")
    with django_assert_num_queries(3):
        told = history_of(somebody)
    years = list(range(2025, 2025 - rows, -1))
    assert [line.year for line in told.titles] == years
    assert [line.year for line in told.forms] == years
    assert [(line.year, line.name) for line in told.grades] == [
        (year, "tasks excellently completed") for year in years
    ]
    assert [line.name for line in told.initiatives] == [f"Sáng kiến {year}" for year in years]
    first = told.titles[0]
    assert (first.name, first.commendation_type, first.authority, first.decision_date) == (
        *("Chiến sĩ thi đua cơ sở", "merit"),
        *("Ủy ban nhân dân tỉnh Lạng Sơn", date(2026, 1, 20)),
    )
    assert told.forms[0].commendation_type == ""
