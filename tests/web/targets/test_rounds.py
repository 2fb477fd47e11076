"""The office opens rounds, sees who is missing, reminds, appraises and locks."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import account, unit
from tests.factories.targets import count, observed, opened, plan, sheet_of, typed
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.accounts.roles import AUDITOR
from thidua.orgs.enums import UnitKind
from thidua.targets.actions import (
    accept_sheet,
    lock_round,
    remind,
    request_reopening,
    return_sheet,
    submit_sheet,
)
from thidua.targets.enums import ObservationState
from thidua.targets.models import Observation, Reminder, ReportingRound, Sheet
from thidua.web.workspace.targets.work import work_of

BOARD = "/lam-viec/ky-bao-cao/9-thang"


def submitted(sheet, what, by, text="12") -> Sheet:
    typed(sheet, what, text, by=by)
    return submit_sheet(sheet=sheet, by=by, blanks_are_intended=True)


def asked(budget, on_time, **changes: object) -> dict[str, object]:
    return {
        "name": "Báo cáo 6 tháng",
        "period": "6 tháng 2019",
        "due_on": "05/07/2019",
        "indicators": [budget.pk, on_time.pk],
        "optional": [on_time.pk],
        "groups": ["communes"],
        "further": "",
        "movement": "",
    } | changes


def test_a_round_is_opened_for_the_units_of_its_day(place, budget, on_time, as_):
    client = as_(place.officer)
    opener = elements(client.get("/lam-viec/ky-bao-cao-moi"), "option")[0].attributes["value"]
    said = asked(budget, on_time, opened_by=opener, further="Sở Nội vụ; Huyện Tràng Định")
    response = client.post("/lam-viec/ky-bao-cao-moi", said, follow=True)
    round_ = ReportingRound.objects.get()
    assert {sheet.unit for sheet in round_.sheets.all()} == {
        *(place.department, place.district, place.de_tham, place.hung_son),
    }
    compulsory = dict(round_.round_indicators.values_list("indicator", "is_compulsory"))
    assert compulsory == {budget.pk: True, on_time.pk: False}
    assert "Đã mở kỳ báo cáo." in main_text(response)
    assert "0/4 đơn vị đã nộp." in main_text(response)


def test_what_is_missing_or_unknown_is_told_beside_its_field(place, budget, on_time, as_):
    client = as_(place.officer)
    said = asked(budget, on_time, opened_by=place.province.pk, period="mai", due_on="", indicators=[])
    assert faults(client.post("/lam-viec/ky-bao-cao-moi", said)) == [
        "“mai” không phải là kỳ báo cáo. Viết ví dụ 2019-9T (9 tháng), 2019-09, 2019-Q3 hoặc 2019.",
        "Điền mục “Hạn nộp”.",
        "Chọn một ý ở mục “Chỉ tiêu”.",
    ]
    stranger = asked(budget, on_time, opened_by=place.province.pk, further="Sở Không Có")
    assert faults(client.post("/lam-viec/ky-bao-cao-moi", stranger)) == [
        "Không có đơn vị “Sở Không Có” vào ngày 30/06/2019. Ghi tên đơn vị tại ngày đó, hoặc mã đơn vị."
    ]
    nobody = asked(budget, on_time, opened_by=place.province.pk, groups=[])
    assert faults(client.post("/lam-viec/ky-bao-cao-moi", nobody)) == ["Chọn ít nhất một đơn vị."]
    assert ReportingRound.objects.count() == 0


def test_the_board_tells_who_is_missing_and_reminds_all_at_once(place, budget, round_, as_):
    submitted(sheet_of(round_, place.de_tham), budget, place.clerk)
    client = as_(place.officer)
    response = client.get(BOARD)
    assert [row[:3] for row in rows(response)] == [
        ["Xã Hùng Sơn", "quá hạn: chưa nộp", "0/2"],
        ["Xã Đề Thám", "đã nộp", "1/2"],
    ]
    assert "1/2 đơn vị đã nộp. 1 chờ thẩm định, 0 đã chấp nhận." in main_text(response)
    assert "Nhắc 1 đơn vị chưa nộp" in texts(response, "a")
    assert texts(client.get(f"{BOARD}/nhac"), "h1") == ["Nhắc 1 đơn vị?"]
    response = client.post(f"{BOARD}/nhac", {"message": "Hạn 05/10"}, follow=True)
    assert "Đã nhắc các đơn vị." in main_text(response)
    reminder = Reminder.objects.get()
    assert (reminder.sheet.unit, reminder.message) == (place.hung_son, "Hạn 05/10")
    assert [row[0] for row in rows(client.get(f"{BOARD}?buoc=chua-nop"))] == ["Xã Hùng Sơn"]
    assert [row[0] for row in rows(client.get(f"{BOARD}?q=de+tham"))] == ["Xã Đề Thám"]


def test_the_board_is_downloaded_as_csv(place, budget, round_, as_):
    response = as_(place.officer).get(f"{BOARD}?dinh-dang=csv")
    lines = b"".join(response).decode("utf-8-sig").splitlines()
    assert lines[0].split(";" if ";" in lines[0] else ",")[:3] == ["Đơn vị", "Trạng thái", "Đã điền"]
    assert len(lines) == 3


def test_a_unit_sees_of_a_round_only_its_own_row(place, budget, round_, as_):
    assert [row[0] for row in rows(as_(place.clerk).get(BOARD))] == ["Xã Đề Thám"]
    assert [row[0] for row in rows(as_(place.district_clerk).get(BOARD))] == ["Xã Đề Thám", "Xã Hùng Sơn"]
    assert "đơn vị đã nộp." not in main_text(as_(place.clerk).get(BOARD))


def test_the_office_accepts_what_it_has_before_it(place, budget, sheet, address, as_):
    plan(place, budget, place.de_tham, 20)
    submitted(sheet, budget, place.clerk)
    client = as_(place.officer)
    response = client.get(f"{address}/tham-dinh")
    assert rows(response)[0][:3] == [
        "Tổng thu ngân sách trên địa bàn tỷ đồng",
        "12 tỷ đồng, đạt 60,0% so với kế hoạch",
        "Kế hoạch năm: 20 Cùng kỳ: chưa có số Kỳ trước: chưa có số",
    ]
    response = client.post(f"{address}/tham-dinh", {"quyet-dinh": "chap-nhan"}, follow=True)
    assert "Đã chấp nhận. Số liệu của Xã Đề Thám được tính từ bây giờ." in main_text(response)
    assert Observation.objects.get(state=ObservationState.ACCEPTED).value == 12
    assert "chấp nhận lúc" in main_text(client.get(address))


def test_the_office_returns_with_a_reason_at_each_figure(place, budget, on_time, sheet, address, as_):
    submitted(sheet, budget, place.clerk)
    client = as_(place.officer)
    response = client.post(f"{address}/tham-dinh", {"quyet-dinh": "tra-lai", "message": "Xem lại"})
    assert faults(response) == ["Ghi ít nhất một lý do, ngay tại số liệu cần sửa."]
    assert "Xem lại" in texts(response, "textarea")
    said = {
        "quyet-dinh": "tra-lai",
        "message": "Xem lại",
        f"reason-{budget.pk}": "Chưa khớp số Kho bạc",
        f"reason-{on_time.pk}": "Thiếu số hồ sơ",
    }
    client.post(f"{address}/tham-dinh", said)
    returned = Sheet.objects.get(pk=sheet.pk)
    assert (returned.state, returned.return_reason) == ("returned", "Xem lại")
    assert {fault.indicator: fault.reason for fault in returned.faults.select_related("indicator")} == {
        budget: "Chưa khớp số Kho bạc",
        on_time: "Thiếu số hồ sơ",
    }


def test_a_decision_that_came_too_late_says_so(place, budget, sheet, address, as_):
    submitted(sheet, budget, place.clerk)
    accept_sheet(sheet=sheet, by=place.officer)
    response = as_(place.officer).post(f"{address}/tham-dinh", {"quyet-dinh": "chap-nhan"})
    assert faults(response) == ["Không làm được nữa: báo cáo hiện “đã chấp nhận”. Tải lại trang."]


def test_a_round_is_locked_after_a_question_and_a_sheet_reopened_with_a_reason(
    place, budget, round_, sheet, address, as_
):
    submitted(sheet, budget, place.clerk)
    client = as_(place.officer)
    assert "1 đơn vị chưa nộp" in main_text(client.get(f"{BOARD}/khoa"))
    response = client.post(f"{BOARD}/khoa")
    assert "Còn 1 báo cáo chờ thẩm định (Xã Đề Thám)." in main_text(response)
    accept_sheet(sheet=sheet, by=place.officer)
    client.post(f"{BOARD}/khoa")
    assert ReportingRound.objects.get().state == "locked"
    assert rows(client.get(BOARD))[0][:2] == ["Xã Hùng Sơn", "không nộp"]
    assert faults(client.post(f"{address}/mo-lai", {"reason": ""})) == ["Điền mục “Lý do”."]
    client.post(f"{address}/mo-lai", {"reason": "Kho bạc đính chính"})
    assert Sheet.objects.get(pk=sheet.pk).state == "draft"
    assert "Báo cáo được mở lại Kho bạc đính chính" in main_text(as_(place.clerk).get(address))


def test_a_unit_asks_for_its_report_back_and_the_office_reads_why(place, budget, sheet, address, as_):
    submitted(sheet, budget, place.clerk)
    accept_sheet(sheet=sheet, by=place.officer)
    client = as_(place.clerk)
    assert "Đề nghị mở lại báo cáo" in texts(client.get(address), "a")
    client.post(f"{address}/de-nghi-mo-lai", {"reason": "Kho bạc đính chính"})
    response = as_(place.officer).get(address)
    assert "Đơn vị đề nghị mở lại: “Kho bạc đính chính”" in main_text(response)
    assert "Kho bạc đính chính" in texts(client.get(f"{address}/mo-lai"), "textarea")


def test_a_unit_decides_about_nothing_and_an_auditor_only_reads(place, budget, sheet, address, round_, as_):
    submitted(sheet, budget, place.clerk)
    auditor = account(AUDITOR.code, place.province)
    pages = (
        f"{address}/tham-dinh",
        f"{address}/mo-lai",
        f"{BOARD}/nhac",
        f"{BOARD}/khoa",
        "/lam-viec/ky-bao-cao-moi",
    )
    for person in (place.clerk, auditor):
        client = as_(person)
        assert {
            client.post(page, {"quyet-dinh": "chap-nhan", "reason": "x"}).status_code for page in pages
        } == {403}
    assert (Observation.objects.count(), Reminder.objects.count()) == (0, 0)
    assert len(rows(as_(auditor).get(BOARD))) == 2


def test_the_list_of_rounds_counts_and_leads_to_each_board(place, budget, round_, as_):
    submitted(sheet_of(round_, place.de_tham), budget, place.clerk)
    response = as_(place.officer).get("/lam-viec/ky-bao-cao")
    assert rows(response) == [
        [
            "Báo cáo 9 tháng năm 2019 9 tháng đầu năm 2019",
            "05/10/2019",
            "đang mở",
            "1/2",
            "1",
            "0",
            "Tỉnh Lạng Sơn",
        ]
    ]
    assert rows(as_(place.clerk).get("/lam-viec/bao-cao-cua-toi"))[0][:4] == [
        "Báo cáo 9 tháng năm 2019 Xã Đề Thám 9 tháng đầu năm 2019",
        "Xã Đề Thám",
        "05/10/2019",
        "đã nộp",
    ]
    stranger = account("unit_officer", unit("Xã Khác", UnitKind.COMMUNE, place.district))
    assert "Chưa có kỳ báo cáo nào" in main_text(as_(stranger).get("/lam-viec/ky-bao-cao"))


@pytest.mark.parametrize("number", [1, 3])
def test_lists_cost_as_many_queries_whatever_their_rows(
    place, budget, number, as_, django_assert_num_queries
):
    units = [place.de_tham, place.hung_son, place.department][:number]
    for each in range(number):
        opened(place, [budget], units, slug=f"ky-{each}")
    client = as_(place.officer)
    for page, queries in (("/lam-viec/ky-bao-cao", 6), ("/lam-viec/ky-bao-cao/ky-0", 9)):
        client.get(page)
        with django_assert_num_queries(queries):
            response = client.get(page)
        assert len(rows(response)) == number
    clerk = as_(place.clerk)
    clerk.get("/lam-viec/bao-cao-cua-toi")
    with django_assert_num_queries(8):
        assert len(rows(clerk.get("/lam-viec/bao-cao-cua-toi"))) == number


def test_each_person_finds_the_own_duties_in_the_work_list(place, budget, round_, sheet):
    def duties(person) -> list[tuple[str, str, str]]:
        return [(item.title, item.state.text if item.state else "", item.about) for item in work_of(person)]

    name = "Báo cáo 9 tháng năm 2019"
    assert duties(place.clerk) == [(f"Điền và nộp: {name}", "chưa nộp", "Xã Đề Thám")]
    assert duties(place.officer) == [(f"2 đơn vị chưa nộp: {name}", "quá hạn", "")]
    remind(round_=round_, by=place.officer)
    typed(sheet, budget, "12", by=place.clerk)
    assert duties(place.clerk) == [(f"Điền tiếp và nộp: {name}", "đang điền", "Xã Đề Thám – đã nhắc 1 lần")]
    submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)
    assert duties(place.clerk) == []
    assert duties(place.officer) == [
        (f"1 báo cáo chờ thẩm định: {name}", "chờ thẩm định", ""),
        (f"1 đơn vị chưa nộp: {name}", "quá hạn", ""),
    ]
    return_sheet(sheet=sheet, reasons={budget.pk: "Xem lại"}, message="Trước 10/10", by=place.officer)
    assert duties(place.clerk) == [(f"Sửa và nộp lại: {name}", "trả lại", "Trước 10/10")]
    typed(sheet, budget, "13", by=place.clerk)
    submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)
    accept_sheet(sheet=sheet, by=place.officer)
    lock_round(round_=round_, by=place.officer)
    assert duties(place.officer) == []
    request_reopening(sheet=sheet, reason="Kho bạc đính chính", by=place.clerk)
    assert duties(place.officer) == [
        (f"Xã Đề Thám đề nghị mở lại báo cáo: {name}", "đề nghị", "Kho bạc đính chính")
    ]


def test_nothing_is_overdue_before_its_day(place, budget):
    opened(place, [budget], due_on=timezone.localdate())
    assert list(work_of(place.officer)) == []
    opened(place, [budget], due_on=timezone.localdate() - timedelta(days=1), slug="hom-qua")
    assert len(list(work_of(place.officer))) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_work_list_costs_as_many_queries_whatever_its_length(
    place, budget, number, django_assert_num_queries
):
    for each in range(number):
        opened(place, [budget], slug=f"ky-{each}")
    for person, queries in ((place.clerk, 2), (place.officer, 7)):
        list(work_of(person))
        with django_assert_num_queries(queries):
            assert len(list(work_of(person))) == number


def test_a_date_in_english_pages_reads_the_same(place, budget, round_, as_):
    response = as_(place.officer).get(f"/en{BOARD}")
    assert "Due on 05/10/2019." in main_text(response)
    assert rows(response)[0][:2] == ["Xã Đề Thám", "overdue: not started"]
    assert date(2019, 10, 5) == round_.due_on


def test_counts_stay_apart_from_figures_of_others(place, budget, sheet, address, as_):
    observed(place, count(place), place.de_tham, 3)
    assert "Đã điền 0/2 ô" in main_text(as_(place.clerk).get(address))
