"""Tables of grades, initiatives and earlier awards: a verdict for each row, kept together, taken back together."""

from __future__ import annotations

import time
from datetime import date

import pytest
from django.utils import translation

from tests.factories.histories import grade
from tests.factories.movements import SmallProvince
from tests.factories.records import household, person
from thidua.orgs.actions import add_position
from thidua.orgs.models import Person
from thidua.registry.actions import (
    GradeContent,
    correct_history,
    import_history,
    undo_history_import,
)
from thidua.registry.enums import ImportContent
from thidua.registry.facts import facts_of
from thidua.registry.importing.preview import preview
from thidua.registry.importing.reading import read_rows
from thidua.registry.importing.template import example, headings
from thidua.registry.importing.verdicts import Preview
from thidua.registry.models import Award, Conferral, RecognisedInitiative, YearlyGrade
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused

NUMBERS = ("Một", "Hai", "Ba")
GRADES, INITIATIVES, AWARDS = ImportContent.GRADES, ImportContent.INITIATIVES, ImportContent.AWARDS


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def told(found: Preview) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(row.number, row.verdict.value, (*row.faults, *row.remarks)) for row in found.rows]


def judged(place: SmallProvince, text: str, content: ImportContent = GRADES, **more: object) -> Preview:
    return preview(content, text, place.province, place.officer, **more)  # type: ignore[arg-type]


def kept(place: SmallProvince, text: str, content: ImportContent = GRADES, **more: object):
    return import_history(
        content=content, text=text, title="thử.xlsx", kept_by=place.province, by=place.officer, **more
    )  # type: ignore[arg-type]


def test_every_row_gets_its_verdict_before_anything_is_kept(place: SmallProvince) -> None:
    known = person(place, "Lương Thị Bình")
    add_position(person=known, unit=place.de_tham, title="Công chức", by=place.officer)
    grade(place, known, 2024, "completed")
    text = "\n".join(
        (
            "STT\tHọ và tên\tĐơn vị\tNăm\tXếp loại",
            "1\tbà Lương Thị Bình\tXã Đề Thám\t2023\tHoàn thành xuất sắc nhiệm vụ",
            "2\tLương Thị Bình\tXã Đề Thám\t2024\tHTNV",
            "3\tLương Thị Bình\tXã Đề Thám\t2024\tHTTNV",
            "4\tLương Thị Bình\tXã Đề Thám\t2023\thoàn thành tốt",
            "5\tHoàng Không Ai\t\t2023\tHTTNV",
            "6\tLương Thị Bình\tXã Đề Thám\t2022\trất tốt",
            "7\tLương Thị Bình\tXã Đề Thám\t22\tHTNV",
        )
    )
    assert told(judged(place, text)) == [
        (1, "new", ()),
        (2, "same", ()),
        (3, "refused", ("Row 2 says this of the same recipient. Keep one of the two.",)),
        (4, "refused", ("Row 1 says this of the same recipient. Keep one of the two.",)),
        (5, "refused", ("No person of this name is in the register. Enter the person first.",)),
        (
            6,
            "refused",
            (
                "“rất tốt” is not a grade. Write one of: tasks excellently completed; tasks well completed; "
                "tasks completed; tasks not completed.",
            ),
        ),
        (7, "refused", ("“22” is not a year. Write the counting year with four digits.",)),
    ]
    assert YearlyGrade.objects.count() == 1


def test_another_grade_of_a_recorded_year_is_corrected_there_and_not_overwritten(
    place: SmallProvince,
) -> None:
    known = person(place)
    grade(place, known, 2024, "completed")
    assert told(judged(place, f"{known.full_name}\t\t{known.pk}\t\t\t\t2024\tHTTNV")) == [
        (
            1,
            "refused",
            ("For this year “tasks completed” is recorded. Open that grade and correct it there.",),
        )
    ]


def test_namesakes_are_told_apart_by_unit_year_of_birth_number_or_a_choice(place: SmallProvince) -> None:
    first, second = person(place, birth_year=1970), person(place, birth_year=1985)
    add_position(person=first, unit=place.de_tham, title="Công chức", by=place.officer)
    head = "Họ tên\tSố trong sổ\tNăm sinh\tĐơn vị\tNăm\tXếp loại"
    rows = (
        "\t\t\t2021",
        "\t\tXã Đề Thám\t2022",
        "\t1985\t\t2023",
        f"{second.pk}\t\t\t2024",
        "9999999\t\t\t2025",
    )
    text = "\n".join((head, *(f"Lương Thị Bình\t{row}\tHTTNV" for row in rows)))
    found = judged(place, text)
    assert told(found) == [
        (1, "choose", ("Several persons may be meant. Choose who it is.",)),
        (2, "new", ()),
        (3, "new", ()),
        (4, "new", ()),
        (5, "refused", ("No person has the number 9999999 in the register.",)),
    ]
    assert [row.recipient for row in found.rows] == [None, first, second, second, None]
    assert [one.pk for one in found.rows[0].candidates] == [first.pk, second.pk]
    chosen = judged(place, text, choices={1: second.pk})
    assert (chosen.rows[0].verdict.value, chosen.rows[0].recipient) == ("new", second)
    assert chosen.fingerprint == found.fingerprint
    stranger = person(place, "Người Khác")
    assert judged(place, text, choices={1: stranger.pk}).rows[0].verdict.value == "choose"


def test_a_lone_namesake_who_works_elsewhere_is_asked_about(place: SmallProvince) -> None:
    known = person(place)
    add_position(person=known, unit=place.de_tham, title="Công chức", by=place.officer)
    text = (
        "Họ tên\tĐơn vị\tNăm\tXếp loại\nLương Thị Bình\tXã Hùng Sơn\t2024\tHTNV\nLương Thị Bình\t\t2023\tHTNV"
    )
    assert told(judged(place, text)) == [
        (1, "choose", ("Somebody of this name is known elsewhere. Choose whether it is the same.",)),
        (2, "new", ("Found by the name alone. Check that it is the same person.",)),
    ]


def test_a_collective_is_found_by_its_name_of_the_year_and_one_that_ended_is_said(
    place: SmallProvince,
) -> None:
    place.hung_son.exists_to = date(2020, 6, 30)
    place.hung_son.save()
    place.hung_son.names.update(valid_to=date(2020, 6, 30))
    head = "Tên tập thể\tĐối tượng\tNăm\tXếp loại"
    rows = ("2019", "2024")
    found = judged(place, "\n".join((head, *(f"Xã Hùng Sơn\ttập thể\t{year}\tHTNV" for year in rows))))
    assert told(found) == [
        (1, "new", ()),
        (
            2,
            "refused",
            (
                "“Xã Hùng Sơn” ended on 30/06/2020. Write the name of the unit that stood in its place in that year.",
            ),
        ),
    ]
    assert (found.rows[0].recipient, found.rows[0].kept_by) == (place.hung_son, place.hung_son)


def test_all_rows_are_kept_in_one_batch_with_one_entry_of_the_log(place: SmallProvince) -> None:
    known = person(place)
    rows = "\n".join(f"Lương Thị Bình\t{year}\tHTXSNV\t12/QĐ\t31/12/{year}" for year in (2023, 2024))
    text = f"Họ tên\tNăm\tXếp loại\tSố QĐ\tNgày QĐ\n{rows}"
    batch = kept(place, text, expected=judged(place, text).fingerprint)
    stored = YearlyGrade.objects.order_by("counting_year")
    assert [(row.person, row.counting_year, row.grade, row.decision_date, row.batch) for row in stored] == [
        (known, year, "excellently_completed", date(year, 12, 31), batch) for year in (2023, 2024)
    ]
    assert facts_of(known, date(2026, 1, 1)).grades == {
        2023: "excellently_completed",
        2024: "excellently_completed",
    }
    entry = AuditEntry.objects.latest("sequence")
    assert (entry.action, entry.subject_name) == ("registry.history_imported", "thử.xlsx")
    with pytest.raises(Refused) as caught:
        kept(place, text)
    assert caught.value.faults == {"table": ["No row of the table is new. Nothing has been saved."]}


def test_rows_at_fault_stop_the_import_unless_only_the_sound_ones_are_wanted(place: SmallProvince) -> None:
    person(place)
    text = (
        "Họ tên\tNăm\tXếp loại\nLương Thị Bình\t2023\tHTNV\nLương Thị Bình\t2024\tHTNV\nKhông Ai\t2024\tHTNV"
    )
    with pytest.raises(Refused) as caught:
        kept(place, text)
    assert caught.value.faults == {
        "table": ["Some rows are at fault or undecided. Correct them, or save only the others."]
    }
    assert YearlyGrade.objects.count() == 0
    assert kept(place, text, only_sound=True, left_out={1}).row_count == 1
    assert YearlyGrade.objects.get().counting_year == 2024


def test_what_was_confirmed_is_what_is_kept(place: SmallProvince) -> None:
    person(place)
    text = "Họ tên\tNăm\tXếp loại\nLương Thị Bình\t2023\tHTNV"
    seen = judged(place, text).fingerprint
    person(place)
    with pytest.raises(Refused) as caught:
        kept(place, text, expected=seen)
    assert caught.value.faults == {
        "table": ["The register or the table has changed meanwhile. Look through the rows again."]
    }


def test_only_who_keeps_awards_of_the_unit_imports(place: SmallProvince) -> None:
    person(place)
    with pytest.raises(NotAllowed):
        import_history(
            content=GRADES,
            text="Họ tên\tNăm\tXếp loại\nLương Thị Bình\t2023\tHTNV",
            title="",
            kept_by=place.de_tham,
            by=place.clerk,
        )
    assert YearlyGrade.objects.count() == 0


def test_initiatives_are_read_with_scope_form_and_effect(place: SmallProvince) -> None:
    known = person(place)
    text = (
        "Họ tên\tNăm\tTên sáng kiến\tPhạm vi\tHình thức công nhận\tHiệu quả\n"
        "Lương Thị Bình\t2024\tSố hóa\tcấp tỉnh\tđề tài\tchưa\n"
        "Lương Thị Bình\t2024\tBảng tin\t\t\t\n"
        "Lương Thị Bình\t2024\tSỐ HÓA\t\t\t\n"
        "Lương Thị Bình\t2024\tKhác\tvũ trụ\tthơ\tcó lẽ"
    )
    assert told(judged(place, text, INITIATIVES))[2:] == [
        (3, "refused", ("Row 1 says this of the same recipient. Keep one of the two.",)),
        (
            4,
            "refused",
            (
                "“vũ trụ” is not a scope. Write one of: grassroots; province or ministry; nationwide.",
                "“thơ” is not known. Write: sáng kiến or đề tài.",
                "Say with x or không whether the effect is certified.",
            ),
        ),
    ]
    kept(place, text, INITIATIVES, only_sound=True)
    rows = RecognisedInitiative.objects.order_by("name").values_list(
        "person", "name", "scope", "form", "effective"
    )
    assert list(rows) == [
        (known.pk, "Bảng tin", "grassroots", "initiative", True),
        (known.pk, "Số hóa", "province_or_ministry", "topic", False),
    ]


def test_earlier_awards_are_grouped_by_decision_and_count_for_the_law(place: SmallProvince) -> None:
    known, family = person(place), household(place)
    text = (
        "Họ tên\tĐối tượng\tNăm\tDanh hiệu\tLoại hình khen thưởng\tSố QĐ\tNgày QĐ\tCơ quan ban hành\tĐơn vị\n"
        "Lương Thị Bình\t\t2023\tChiến sĩ thi đua cơ sở\t\t12/QĐ-UBND\t5/1/2024\tChủ tịch UBND xã\t\n"
        "Nguyễn Chưa Có\t\t2023\tChiến sĩ thi đua cơ sở\t\t12/QĐ-UBND\t5/1/2024\tChủ tịch UBND xã\t\n"
        "Hộ ông Vi Thanh Liêm\thộ gia đình\t\tBằng khen của Chủ tịch UBND tỉnh\tđột xuất\t9/QĐ\t6/1/2024\t\t\n"
        "Lương Thị Bình\t\t2022\tHuân chương Sao Hỏa\t\t\t\t\t"
    )
    found = judged(place, text, AWARDS)
    assert told(found) == [
        (1, "new", ("Found by the name alone. Check that it is the same person.",)),
        (2, "new", ("It stays without a link to the register. It can be linked later.",)),
        (3, "new", ("Without a counting year, the year of the decision counts.",)),
        (
            4,
            "refused",
            ("The law book has no award “Huân chương Sao Hỏa”. Write its full name as in the law book.",),
        ),
    ]
    batch = kept(place, text, AWARDS, only_sound=True)
    first, second = Conferral.objects.order_by("pk")
    assert (first.award_code, first.decision_number, first.source, first.batch) == (
        *("grassroots_emulation_fighter", "12/QĐ-UBND", "Chủ tịch UBND xã"),
        batch,
    )
    assert [(one.ordinal, one.person, one.commendation_type) for one in first.awards.order_by("ordinal")] == [
        (1, known, "merit"),
        (2, None, "merit"),
    ]
    assert (second.award_code, second.awards.get().household, second.awards.get().commendation_type) == (
        *("provincial_certificate_of_merit", family),
        "sudden",
    )
    assert [(one.award, one.year) for one in facts_of(known, date(2026, 1, 1)).awards] == [
        ("grassroots_emulation_fighter", 2023)
    ]
    again = judged(place, text, AWARDS)
    assert [row.verdict.value for row in again.rows] == ["same", "refused", "same", "refused"]


def test_an_import_is_taken_back_whole_with_its_reason(place: SmallProvince) -> None:
    known = person(place)
    batch = kept(place, "Họ tên\tNăm\tXếp loại\nLương Thị Bình\t2023\tHTNV")
    with pytest.raises(Refused) as caught:
        undo_history_import(batch=batch, reason=" ", by=place.officer)
    assert caught.value.faults == {"reason": ["Write the reason; it stays with the record."]}
    undone = undo_history_import(batch=batch, reason="Nhầm năm", by=place.officer)
    row = YearlyGrade.objects.get()
    assert (undone.is_undone, row.is_standing, row.ended_reason) == (True, False, "Nhầm năm")
    assert facts_of(known, date(2026, 1, 1)).grades == {}
    with pytest.raises(Refused) as caught:
        undo_history_import(batch=batch, reason="Lần nữa", by=place.officer)
    assert caught.value.faults == {"": ["This import is undone already."]}


def test_awards_of_an_import_that_is_taken_back_stay_in_the_log(place: SmallProvince) -> None:
    person(place)
    text = "Họ tên\tNăm\tDanh hiệu\tSố QĐ\tNgày QĐ\nLương Thị Bình\t2023\tLao động tiên tiến\t7/QĐ\t1/2/2024"
    undo_history_import(batch=kept(place, text, AWARDS), reason="Nhầm", by=place.officer)
    assert (Conferral.objects.count(), Award.objects.count()) == (0, 0)
    assert (
        '"taken_out":["Lương Thị Bình; Lao động tiên tiến; 7/QĐ"]'
        in AuditEntry.objects.latest("sequence").details
    )


def test_an_import_that_was_corrected_since_stays(place: SmallProvince) -> None:
    person(place)
    batch = kept(place, "Họ tên\tNăm\tXếp loại\nLương Thị Bình\t2023\tHTNV")
    content = GradeContent(counting_year=2023, grade="failed")
    correct_history(row=YearlyGrade.objects.get(), content=content, reason="Sai", by=place.officer)
    with pytest.raises(Refused) as caught:
        undo_history_import(batch=batch, reason="Nhầm", by=place.officer)
    assert caught.value.faults == {
        "": ["“Lương Thị Bình – 2023: tasks completed” has been changed since. Correct single rows instead."]
    }


def test_an_import_on_which_a_signed_award_may_rest_stays(place: SmallProvince) -> None:
    from tests.factories.histories import award

    known = person(place)
    batch = kept(place, "Họ tên\tNăm\tXếp loại\nLương Thị Bình\t2023\tHTNV")
    given = award(place, known, "advanced_worker", 2023, date(2026, 12, 1))
    Conferral.objects.filter(pk=given.conferral_id).update(
        from_decision=True, decision_date=batch.imported_at.date().replace(year=2099)
    )
    with pytest.raises(Refused) as caught:
        undo_history_import(batch=batch, reason="Nhầm", by=place.officer)
    (sentence,) = caught.value.faults[""]
    assert str(sentence).startswith("Since then Lương Thị Bình was granted “Lao động tiên tiến” by decision")


@pytest.mark.parametrize("content", list(ImportContent))
def test_the_template_is_read_as_it_is_handed_out(content: ImportContent) -> None:
    text = "\n".join(("\t".join(headings(content)), "\t".join(example(content))))
    (row,) = read_rows(text, content)
    assert [text for text in example(content) if text] == list(row.texts.values())


def test_a_thousand_rows_are_judged_and_kept_at_once(place: SmallProvince) -> None:
    names = [f"Nguyễn Thị Số {number}" for number in range(100)]
    Person.objects.bulk_create(
        Person(full_name=name, sort_key=name, folded_name=f"nguyen thi so {number}")
        for number, name in enumerate(names)
    )
    rows = "\n".join(f"{name}\t{year}\tHTTNV" for name in names for year in range(2015, 2025))
    began = time.perf_counter()
    batch = kept(place, f"Họ tên\tNăm\tXếp loại\n{rows}")
    assert (batch.row_count, YearlyGrade.objects.count()) == (1000, 1000)
    assert time.perf_counter() - began < 4  # 5,000 rows take 3.6 s on a slow shared computer
    with pytest.raises(Refused) as caught:
        read_rows("\n".join(["Họ tên\tNăm\tXếp loại", *["A\t2024\tHTNV"] * 5001]), GRADES)
    assert caught.value.faults == {"table": ["A list holds at most 5.000 lines. Split it."]}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_rows_of_a_table_do_not_add_queries(
    place: SmallProvince, rows: int, django_assert_num_queries
) -> None:
    for number in range(rows):
        person(place, f"Người {NUMBERS[number]}")
    text = "\n".join(f"Người {NUMBERS[number]}\t2024\tHTNV" for number in range(rows))
    with django_assert_num_queries(11):
        judged(place, f"Họ tên\tNăm\tXếp loại\n{text}")
