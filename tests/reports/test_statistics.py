"""The ministry's forms: every cell is the rows behind it, totals add up, and what is not known is not zero."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories.movements import SmallProvince, small_province
from tests.reports import statistics_records as made
from tests.support.documents.samples import needs_pdftotext, words_of_pdf
from thidua.core.law.reading import load_law
from thidua.core.periods import Period
from thidua.reports.statistics import behind, fill, layout, layouts
from thidua.reports.statistics.filling import FilledForm, FilledRow, _cell
from thidua.reports.statistics.pdf import write_form_pdf
from thidua.reports.statistics.sources import Group
from thidua.reports.statistics.sources.movements import length_of
from thidua.reports.statistics.xlsx import write_form_xlsx

CODES = [one.slug for one in layouts()]
VALUES = {
    "sender": ["province", None],
    "kind": ["individual", "collective", "household"],
    "class": ["senior_leader", "department_leader", "entrepreneur", "other_leader", "direct_worker", None],
    "enterprise": ["yes", "no", None],
    "type": ["merit", "movement", "sudden", None],
    "reach": ["nation", "locality", "cluster", "unit", None],
    "launcher": ["central", "province", "unit"],
    "length": ["under_1", "1", "1_to_3", "3_to_5", "5_and_more", None],
    "method": ["thematic", "annual"],
    "body": ["province", "agency", "party", "mass", "district", "commune", "enterprise"],
    "council": ["yes", None],
    "staffed": ["yes", None],
    "woman": ["yes", "no", None],
    "age": ["to_30", "31_40", "41_50", "51_55", "56_60", "over_60", None],
    "education": ["university", "master", None],
    "years": ["under_5", "5_to_10", "10_and_more", None],
}
AWARDS = [
    {"award": award.code, "award_kind": award.kind, "level": award.level}
    for award in load_law().awards.values()
] + [{"award": None, "award_kind": None, "level": None}]
GROUPS = st.lists(
    st.builds(
        lambda values, award, count: Group(values | award, count),
        st.fixed_dictionaries({name: st.sampled_from(values) for name, values in VALUES.items()}),
        st.sampled_from(AWARDS),
        st.integers(1, 9),
    ),
    max_size=20,
)


@pytest.fixture
def place(db) -> SmallProvince:
    return small_province()


@pytest.fixture
def full(place: SmallProvince) -> SmallProvince:
    made.awards(place)
    made.movements(place)
    made.officers(place)
    return place


@settings(max_examples=20, deadline=None)
@given(GROUPS)
def test_totals_add_up_whatever_is_recorded(groups: list[Group]) -> None:
    for form in layouts():
        rows = tuple(
            FilledRow(
                row, () if row.is_heading else tuple(_cell(form, row, one, groups) for one in form.columns)
            )
            for row in form.rows
        )
        filled = FilledForm(form, made.scope(), rows, len(groups))
        assert filled.sums_that_fail() == []


@settings(max_examples=20, deadline=None)
@given(GROUPS)
def test_nothing_known_is_never_told_as_zero(groups: list[Group]) -> None:
    for form in layouts():
        for row in form.lines:
            for column in form.columns:
                cell = _cell(form, row, column, groups)
                if cell.count == 0:
                    assert cell.unknown == 0
                    assert groups


@pytest.mark.parametrize("slug", CODES)
def test_every_cell_equals_the_rows_behind_it(full: SmallProvince, slug: str) -> None:
    form = layout(slug)
    for chosen in (made.scope(), made.scope(full.district)):
        filled = fill(form, chosen)
        assert filled.sums_that_fail() == []
        for line in filled.rows:
            for cell in line.cells:
                found = behind(form, chosen, line.row, cell.column).count()
                assert (line.row.key, cell.column.key, found) == (
                    line.row.key,
                    cell.column.key,
                    cell.count or 0,
                )


def test_the_form_of_awards_counts_the_year_asked_for(full: SmallProvince) -> None:
    year, before = (fill(layout("0603"), made.scope(period=Period.of_year(one))) for one in (2025, 2024))
    assert year.cell("01", "total").count == 24  # four awards of the province, six recipients each
    assert [year.cell("01", key).count for key in ("certificate", "fighter", "flag", "other")] == [6, 6, 6, 6]
    assert before.cell("01", "total").count == 4
    assert [before.cell(row, "total").count for row in ("02", "04", "05")] == [1, 1, 2]


def test_a_class_that_nobody_recorded_has_no_figure_and_does_not_read_zero(full: SmallProvince) -> None:
    before = fill(layout("0603"), made.scope(period=Period.of_year(2024)))
    assert [before.cell(row, "total").count for row in ("06", "10", "03")] == [None, None, None]
    assert before.cell("10", "total").unknown == 2
    assert before.cell("17", "total").count is None  # the register has no such type


@pytest.mark.parametrize("slug", ["0601", "0602", "0603", "0605"])
def test_a_form_about_which_nothing_is_on_record_is_empty(place: SmallProvince, slug: str) -> None:
    filled = fill(layout(slug), made.scope())
    assert {cell.count for line in filled.rows for cell in line.cells} == {None}


def test_movements_are_counted_by_reach_length_and_method(full: SmallProvince) -> None:
    filled = fill(layout("0601"), made.scope())
    counts = {line.row.code: line.cells[0].count for line in filled.rows if line.row.code}
    assert counts == {
        "01": 4, "02": 1, "03": 1, "04": 1, "05": None,
        "06": 1, "07": 1, "08": None, "09": None, "10": 1,
        "11": 3, "12": 1,
    }  # fmt: skip
    assert filled.cell("02", "central").count == 1


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        (date(2025, 1, 1), date(2025, 12, 30), "under_1"),
        (date(2025, 1, 1), date(2025, 12, 31), "1"),
        (date(2025, 8, 19), date(2026, 8, 19), "1"),
        (date(2025, 1, 1), date(2026, 1, 2), "1_to_3"),
        (date(2025, 1, 1), date(2027, 12, 31), "3_to_5"),
        (date(2024, 2, 29), date(2029, 2, 28), "5_and_more"),
        (None, date(2029, 2, 28), None),
    ],
)
def test_the_length_of_a_movement_is_computed(start: date | None, end: date, length: str | None) -> None:
    assert length_of(start, end) == length


def test_who_left_before_the_end_of_the_period_is_not_counted(full: SmallProvince) -> None:
    year = fill(layout("0605"), made.scope())
    half = fill(layout("0605"), made.scope(period=Period.of_half(2025, 1)))
    assert (year.cell("total", "total").count, half.cell("total", "total").count) == (2, 3)
    assert (year.cell("31_40", "women").count, year.cell("10_and_more", "total").count) == (1, 1)


def test_bodies_come_from_the_register_of_units(full: SmallProvince) -> None:
    filled = fill(layout("0604"), made.scope())
    counts = {line.row.key: line.cells[0].count for line in filled.rows if line.cells}
    assert counts == {
        "total": 6, "province": 1, "agency": 1, "party": 1, "mass": 0,
        "district": 1, "commune": 2, "enterprise": 0,
    }  # fmt: skip
    assert filled.cell("total", "staffed").count == 2


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("slug", "queries"), [("0601", 1), ("0602", 2), ("0603", 2), ("0604", 3), ("0605", 1)]
)
def test_a_form_takes_the_same_queries_whatever_its_rows(
    place: SmallProvince, rows: int, slug: str, queries: int, django_assert_num_queries
) -> None:
    made.awards(place, each=rows)
    for number in range(rows):
        made.officer(place, place.de_tham, full_name=f"Người {number}")
    fill(layout(slug), made.scope())
    with django_assert_num_queries(queries):
        fill(layout(slug), made.scope())


def test_only_the_first_forms_have_a_known_due_day() -> None:
    due = {one.slug: one.due_in(2026) for one in layouts()}
    assert due == {
        "0601": date(2026, 12, 15), "0602": date(2026, 12, 15), "0603": None, "0604": None, "0605": None,
    }  # fmt: skip
    assert [one.verified for one in layouts()] == [False] * 5


def test_the_workbook_reads_back_as_the_form(full: SmallProvince) -> None:
    filled = fill(layout("0603"), made.scope())
    sheet = openpyxl.load_workbook(BytesIO(write_form_xlsx(filled, "vi"))).active
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=10) if row[1].value}
    assert [cell.value for cell in rows["01"]][2:] == [24, 6, 6, 6, "chưa có số", 6]
    assert rows["17"][2].value == "chưa có số"
    assert rows["01"][2].number_format == "#,##0"
    assert "A7:A8" in {str(one) for one in sheet.merged_cells.ranges}


def test_orders_and_medals_share_a_merged_heading(full: SmallProvince) -> None:
    sheet = openpyxl.load_workbook(BytesIO(write_form_xlsx(fill(layout("0602"), made.scope()), "vi"))).active
    assert [sheet["D7"].value, sheet["D8"].value, sheet["E8"].value] == ["Huân chương", "Tập thể", "Cá nhân"]
    assert "D7:E7" in {str(one) for one in sheet.merged_cells.ranges}


@needs_pdftotext
@pytest.mark.parametrize("slug", CODES)
def test_the_printed_form_says_all_its_rows_and_that_it_is_not_verified(
    full: SmallProvince, slug: str
) -> None:
    form = layout(slug)
    said = " ".join(words_of_pdf(write_form_pdf(fill(form, made.scope(full.province)))))
    assert f"Biểu số: {form.code}" in said
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said
    assert "Kỳ báo cáo: năm 2025" in said
    assert form.note.vi[:40] in said
