"""A table gets a verdict for every row, and is imported whole or not at all."""

import unicodedata
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from tests.factories.movements import unit
from tests.factories.targets import NINE_MONTHS, SIX_MONTHS, YEAR, count, indicator, observed, plan, ratio
from thidua.core.periods import Period
from thidua.orgs.enums import UnitKind
from thidua.support.audit.queries import history_of
from thidua.support.refusals import NotAllowed, Refused
from thidua.support.spreadsheets.columns import Column, ColumnKind
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.writing_xlsx import write_xlsx
from thidua.targets.actions import import_observations, import_plans, undo_import
from thidua.targets.enums import ObservationState, PlanAuthority
from thidua.targets.importing.observations import preview_observations
from thidua.targets.importing.periods import PeriodNotRead, read_period
from thidua.targets.importing.plans import preview_plans
from thidua.targets.importing.template import observations_template, plans_template
from thidua.targets.models import ImportBatch, Observation, Plan
from thidua.targets.queries import figure

HEAD = "Mã chỉ tiêu;Đơn vị;Kỳ;Giá trị;Tử số;Mẫu số"


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.fixture
def budget(place):
    return indicator(place)


@pytest.fixture
def on_time(place):
    return ratio(place)


def table(*lines: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *lines]).encode()


def verdicts(place, data: bytes, name: str = "so-lieu.csv"):
    preview = preview_observations(data, name, place.officer)
    assert preview.faults == ()
    return [(row.number, row.verdict.value) for row in preview.rows]


def faults(place, data: bytes, name: str = "so-lieu.csv"):
    preview = preview_observations(data, name, place.officer)
    found = [*preview.faults, *(fault for row in preview.rows for fault in row.faults)]
    return [(fault.cell, fault.sentence) for fault in found]


def test_each_row_is_new_the_same_a_change_or_refused(place, budget, on_time):
    observed(place, budget, place.de_tham, 12)
    observed(place, budget, place.hung_son, 10)
    data = table(
        "thu-ngan-sach;Xã Đề Thám;2019-9T;12;;",
        "Tổng thu ngân sách trên địa bàn;Xã Hùng Sơn;9 tháng đầu năm 2019;11;;",
        "ho-so-dung-han;xa-de-tham;2019-9T;;12.422;12.537",
        "thu-ngan-sach;Xã Đề Thám;2019-6T;1.5;;",
        "thu-ngan-sach;Xã Đề Thám;2019-Q3;;;",
    )
    data = data.replace(b"xa-de-tham", place.de_tham.key.encode())
    assert verdicts(place, data) == [(2, "same"), (3, "changes"), (4, "new"), (5, "refused"), (6, "blank")]
    rows = preview_observations(data, "so-lieu.csv", place.officer).rows
    assert (rows[1].before, rows[1].now) == ("10\u00a0tỷ đồng", "11\u00a0tỷ đồng")
    assert rows[2].now == "12.422/12.537 (99,08%)"
    assert [(one.cell, one.sentence) for one in rows[3].faults] == [
        ("D5", "Viết 1,5 (dấu phẩy cho phần thập phân).")
    ]


def test_every_fault_is_named_with_its_cell_and_nothing_is_saved(place, budget, on_time):
    data = table(
        "khong-co;Xã Đề Thám;2019-9T;5;;",
        "thu-ngan-sach;Xã Không Có;2019-9T;5;;",
        "thu-ngan-sach;Xã Đề Thám;chín tháng;5;;",
        "thu-ngan-sach;Xã Đề Thám;2019-9T;năm tỷ;;",
        "ho-so-dung-han;Xã Đề Thám;2019-9T;;11;10",
        "ho-so-dung-han;Xã Hùng Sơn;2019-9T;;11;",
        "thu-ngan-sach;Xã Hùng Sơn;2019-9T;5;;",
        "thu-ngan-sach;Xã Hùng Sơn;2019-9T;6;;",
    )
    found = faults(place, data)
    assert [cell for cell, _sentence in found] == ["A2", "B3", "C4", "D5", "E6", "F7", "A9"]
    assert found[-1][1] == "Chỉ tiêu, đơn vị và kỳ này đã có ở dòng 8. Chỉ giữ một dòng."
    with pytest.raises(Refused) as refused:
        import_observations(data=data, file_name="so-lieu.csv", by=place.officer)
    assert len(refused.value.faults["file"]) == 7
    assert (Observation.objects.count(), ImportBatch.objects.count()) == (0, 0)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_found_in_any_unicode_form_and_with_old_tone_placement(place, form):
    unit("Xã Hòa Cư", UnitKind.COMMUNE, place.district)
    villages = count(place, name="Thôn văn hóa", code="thon-van-hoa")
    line = unicodedata.normalize(form, "Thôn văn hoá;Xã\u00a0Hoà Cư\u200b;Quý III/2019;3;;")
    assert verdicts(place, table(line)) == [(2, "new")]
    assert villages.code == "thon-van-hoa"


def test_a_name_of_several_units_asks_for_the_one_above(place, budget):
    other = unit("Huyện Lộc Bình", UnitKind.DISTRICT, place.province)
    unit("Xã Đề Thám", UnitKind.COMMUNE, other, key="xa-de-tham-loc-binh")
    [(cell, sentence)] = faults(place, table("thu-ngan-sach;Đề Thám;2019-9T;5;;"))
    assert cell == "B2"
    assert "Huyện Lộc Bình" in sentence
    assert "Huyện Tràng Định" in sentence
    named = 'thu-ngan-sach;"Đề Thám, Tràng Định";2019-9T;5;;'
    preview = preview_observations(table(named), "so-lieu.csv", place.officer)
    assert preview.rows[0].unit == place.de_tham


def test_nobody_imports_for_units_of_others(place, budget):
    stranger = unit("Tỉnh Cao Bằng", UnitKind.PROVINCE, None)
    line = f"thu-ngan-sach;{stranger.key};2019-9T;5;;"
    assert faults(place, table(line)) == [("B2", "Anh/chị không được nhập số liệu của Tỉnh Cao Bằng.")]
    assert verdicts(place, table(f"thu-ngan-sach;{place.de_tham.key};2019-9T;5;;")) == [(2, "new")]


def test_headings_may_be_english_and_columns_for_people_are_no_fault(place, budget):
    head = "No.;Indicator code;Unit;Period;Value (billion);Comparator;As of;Source;Colour"
    line = f"1;thu-ngan-sach;{place.de_tham.key};2019-9T;20;trên;15/10/2019;Kho bạc;đỏ"
    preview = preview_observations(table(line, head=head), "figures.csv", place.officer)
    row = preview.rows[0]
    assert preview.unknown_headings == ("Colour",)
    assert (row.value, row.comparator, row.as_of, row.source) == (20, "above", date(2019, 10, 15), "Kho bạc")


def test_a_table_without_its_columns_says_which_are_missing(place):
    assert [sentence for _cell, sentence in faults(place, table("a;5", head="Chỉ tiêu;Giá trị"))] == [
        "Thiếu cột: đơn vị. Đặt tiêu đề cột là “Mã đơn vị”.",
        "Thiếu cột: kỳ. Đặt tiêu đề cột là “Kỳ”.",
    ]
    assert faults(place, b"", "rong.csv") == [("", "Tệp rỗng. Hãy chọn tệp khác.")]


def test_formulas_and_merged_cells_are_refused_with_their_cells(place, budget, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Mã chỉ tiêu", "Đơn vị", "Kỳ", "Giá trị"])
    sheet.append(["thu-ngan-sach", place.de_tham.key, "2019-9T", "=1+1"])
    sheet.append(["thu-ngan-sach", place.hung_son.key, "2019-9T", 5])
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "bang.xlsx")
    found = faults(place, (tmp_path / "bang.xlsx").read_bytes(), "bang.xlsx")
    assert {cell for cell, _sentence in found} == {"D2", "A2:A3"}


def test_numbers_of_a_workbook_are_read_exactly(place, budget):
    columns = [
        Column(name, ColumnKind.NUMBER if name == "Giá trị" else ColumnKind.TEXT)
        for name in HEAD.split(";")[:4]
    ]
    data = write_xlsx(
        columns, [["thu-ngan-sach", place.de_tham.key, "2019-9T", Decimal("5027.1")]], "Số liệu"
    )
    preview = preview_observations(data, "bang.xlsx", place.officer)
    assert preview.rows[0].value == Decimal("5027.1")


def test_unusual_figures_are_pointed_out_but_do_not_stop_the_import(place, budget):
    observed(place, budget, place.de_tham, 10, period=SIX_MONTHS)
    plan(place, budget, place.hung_son, 5452)
    data = table("thu-ngan-sach;Xã Đề Thám;2019-9T;31;;", "thu-ngan-sach;Xã Hùng Sơn;2019-9T;5,027;;")
    preview = preview_observations(data, "so-lieu.csv", place.officer)
    assert [[one.cell for one in row.questions] for row in preview.rows] == [["D2"], ["D3"]]
    assert "5.027" in preview.rows[1].questions[0].sentence
    assert preview.is_importable


def test_an_import_keeps_its_rows_as_one_batch_with_one_entry_in_the_log(place, budget, on_time):
    former = observed(place, budget, place.de_tham, 12)
    data = table("thu-ngan-sach;Xã Đề Thám;2019-9T;13;;", "ho-so-dung-han;Xã Đề Thám;2019-9T;;9;10")
    preview = preview_observations(data, "so-lieu.csv", place.officer)
    batch = import_observations(
        data=data, file_name="so-lieu.csv", by=place.officer, expected=preview.fingerprint
    )
    former.refresh_from_db()
    assert (former.state, former.replaced_by.batch) == ("superseded", batch)
    assert (batch.row_count, batch.sha256) == (2, preview.sha256)
    assert figure(budget, place.de_tham, NINE_MONTHS).value == 13
    assert [entry.action for entry in history_of(batch)] == ["targets.observations_imported"]


def test_a_preview_that_is_out_of_date_is_not_confirmed(place, budget):
    data = table("thu-ngan-sach;Xã Đề Thám;2019-9T;13;;")
    seen = preview_observations(data, "so-lieu.csv", place.officer).fingerprint
    observed(place, budget, place.de_tham, 12)
    with pytest.raises(Refused):
        import_observations(data=data, file_name="so-lieu.csv", by=place.officer, expected=seen)
    assert figure(budget, place.de_tham, NINE_MONTHS).value == 12


def test_what_is_on_record_already_is_not_imported_again(place, budget):
    data = table("thu-ngan-sach;Xã Đề Thám;2019-9T;13;;")
    import_observations(data=data, file_name="so-lieu.csv", by=place.officer)
    with pytest.raises(Refused):
        import_observations(data=data, file_name="so-lieu.csv", by=place.officer)
    assert Observation.objects.count() == 1


def test_an_undone_import_gives_back_what_it_replaced(place, budget):
    former = observed(place, budget, place.de_tham, 12)
    data = table("thu-ngan-sach;Xã Đề Thám;2019-9T;13;;", "thu-ngan-sach;Xã Hùng Sơn;2019-9T;7;;")
    batch = import_observations(data=data, file_name="so-lieu.csv", by=place.officer)
    with pytest.raises(NotAllowed):
        undo_import(batch=batch, by=place.clerk)
    undone = undo_import(batch=batch, by=place.officer)
    former.refresh_from_db()
    assert (undone.state, former.state, former.replaced_by) == ("undone", "accepted", None)
    assert figure(budget, place.de_tham, NINE_MONTHS).row_ids == (former.pk,)
    assert figure(budget, place.hung_son, NINE_MONTHS).measured is None
    assert set(batch.observations.values_list("state", flat=True)) == {ObservationState.WITHDRAWN}
    with pytest.raises(Refused):
        undo_import(batch=batch, by=place.officer)


def test_an_import_with_a_later_figure_on_top_is_not_undone_and_says_which(place, budget):
    batch = import_observations(
        data=table("thu-ngan-sach;Xã Đề Thám;2019-9T;13;;"), file_name="so-lieu.csv", by=place.officer
    )
    later = observed(place, budget, place.de_tham, 14)
    with pytest.raises(Refused) as refused:
        undo_import(batch=batch, by=place.officer)
    sentence = str(refused.value)
    assert all(part in sentence for part in ("Xã Đề Thám", "9 tháng đầu năm 2019", "14\u00a0tỷ đồng"))
    assert figure(budget, place.de_tham, NINE_MONTHS).row_ids == (later.pk,)


def test_plans_are_imported_and_undone_in_the_same_way(place, budget):
    former = plan(place, budget, place.de_tham, 20, authority=PlanAuthority.BUDGET)
    head = "Mã chỉ tiêu;Mã đơn vị;Kỳ;Kế hoạch;Cấp giao;Văn bản"
    data = table(
        f"thu-ngan-sach;{place.de_tham.key};2019;25;Dự toán;QĐ 12",
        f"thu-ngan-sach;{place.hung_son.key};2019;30;;",
        f"thu-ngan-sach;{place.hung_son.key};2018;30;ai đó;",
        head=head,
    )
    preview = preview_plans(data, "ke-hoach.csv", place.officer)
    assert [row.verdict.value for row in preview.rows] == ["changes", "new", "refused"]
    assert [fault.cell for fault in preview.rows[2].faults] == ["E4"]
    good = b"\n".join(data.split(b"\n")[:3])
    batch = import_plans(data=good, file_name="ke-hoach.csv", by=place.officer)
    former.refresh_from_db()
    assert (former.is_current, former.replaced_by.value, former.replaced_by.document) == (False, 25, "QĐ 12")
    assert Plan.objects.get(unit=place.hung_son).authority == PlanAuthority.SUPERIOR
    undo_import(batch=batch, by=place.officer)
    former.refresh_from_db()
    assert (former.is_current, former.replaced_by) == (True, None)
    assert Plan.objects.filter(is_current=True).count() == 1


def test_the_templates_are_read_back_as_tables_without_a_figure(place, budget, on_time):
    units = [place.de_tham, place.hung_son]
    data = observations_template([budget, on_time], units, NINE_MONTHS)
    assert verdicts(place, data, "mau.xlsx") == [(2, "blank"), (3, "blank"), (4, "blank"), (5, "blank")]
    assert read_table(data, "mau.xlsx").headings[:4] == (
        "Mã chỉ tiêu",
        "Tên chỉ tiêu",
        "Đơn vị tính",
        "Mã đơn vị",
    )
    preview = preview_plans(plans_template([budget], units, YEAR), "mau.xlsx", place.officer)
    assert ([row.verdict.value for row in preview.rows], preview.unknown_headings) == (["blank", "blank"], ())


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2019", Period.of_year(2019)),
        (Decimal(2019), Period.of_year(2019)),
        ("Năm 2019", Period.of_year(2019)),
        ("2019-9T", Period.of_first_months(2019, 9)),
        ("9 tháng đầu năm 2019", Period.of_first_months(2019, 9)),
        ("6 tháng năm 2019", Period.of_first_months(2019, 6)),
        ("Tháng 9/2019", Period.of_month(2019, 9)),
        ("9/2019", Period.of_month(2019, 9)),
        ("Quý III/2019", Period.of_quarter(2019, 3)),
        ("quý 4 năm 2019", Period.of_quarter(2019, 4)),
        ("Q1 2019", Period.of_quarter(2019, 1)),
        ("01/01/2019-30/09/2019", Period.of_first_months(2019, 9)),
    ],
)
def test_periods_are_read_as_people_write_them(text, period):
    assert read_period(text) == period


@pytest.mark.parametrize("text", ["tháng 13/2019", "hôm nay", date(2019, 9, 1), None, "9 tháng"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(PeriodNotRead):
        read_period(text)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_preview_costs_as_many_queries_whatever_its_rows(place, rows, django_assert_num_queries):
    made = [count(place, code=f"so-{number}") for number in range(rows)]
    data = table(*(f"{each.code};Xã Đề Thám;2019-9T;5;;" for each in made))
    with django_assert_num_queries(8):
        preview = preview_observations(data, "so-lieu.csv", place.officer)
    assert preview.count("new") == rows


def test_the_command_prints_the_verdicts_and_changes_the_figure(place, budget, tmp_path):
    observed(place, budget, place.province, 5000)
    file = tmp_path / "so-lieu.csv"
    file.write_bytes(table(f"thu-ngan-sach;{place.province.key};2019-9T;5.027;;"))
    dry, real = StringIO(), StringIO()
    call_command("import_observations", str(file), "--dry-run", stdout=dry)
    assert "5.000\u00a0tỷ đồng → 5.027\u00a0tỷ đồng" in dry.getvalue()
    assert figure(budget, place.province, NINE_MONTHS).value == 5000
    call_command("import_observations", str(file), "--by", place.officer.username, stdout=real)
    assert real.getvalue().endswith(f"Đã nhập 1 số liệu (lần nhập {ImportBatch.objects.get().pk}).\n")
    found = figure(budget, place.province, NINE_MONTHS).measured
    assert (found.value, found.accepted_by) == (5027, "Hoàng Văn Chuyên")


def test_the_command_fails_in_words_and_keeps_nothing(place, budget, tmp_path):
    file = tmp_path / "so-lieu.csv"
    file.write_bytes(table("thu-ngan-sach;Xã Đề Thám;2019-9T;1.5;;", "thu-ngan-sach;Xã Hùng Sơn;2019-9T;5;;"))
    out = StringIO()
    with pytest.raises(CommandError, match=r"^Chưa nhập số liệu nào\.$"):
        call_command("import_observations", str(file), stdout=out)
    assert "D2: Viết 1,5 (dấu phẩy cho phần thập phân)." in out.getvalue()
    with pytest.raises(CommandError, match="nguoi-la"):
        call_command("import_observations", str(file), "--by", "nguoi-la", stdout=out)
    with pytest.raises(CommandError, match=r"khong-co\.csv"):
        call_command("import_observations", str(tmp_path / "khong-co.csv"), stdout=out)
    assert Observation.objects.count() == 0
