"""A unit fills in its sheet: nothing typed is lost, and what it means is said at once."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.movements import PASSWORD, account
from tests.factories.targets import (
    NINE_MONTHS,
    SIX_MONTHS,
    count,
    observed,
    opened,
    plan,
    sheet_of,
    typed,
)
from tests.web.reading import elements, faults, main_text, texts
from thidua.accounts.roles import UNIT_OFFICER
from thidua.core.vietnamese.dates import format_time
from thidua.support.provenance import Provenance
from thidua.targets.actions import return_sheet, submit_sheet
from thidua.targets.models import Cell, Sheet


def boxes(response) -> dict[str, str]:
    """What stands in the boxes, by name."""
    named = {
        one.attributes.get("name", ""): one.attributes.get("value", "") for one in elements(response, "input")
    }
    return {name: value for name, value in named.items() if name[:1].isdigit()}


def sent(budget, on_time, **changes: str) -> dict[str, str]:
    """What the form sends when nothing else was typed."""
    empty = {f"{each.pk}-{box}": "" for each in (budget, on_time) for box in ("value", "version")}
    empty |= {f"{on_time.pk}-{box}": "" for box in ("numerator", "denominator")}
    return empty | {"buoc": "luu"} | changes


def row_of(response, what) -> str:
    return texts(response, "tbody", id=f"row-{what.pk}")[0]


def test_beside_each_box_stand_plan_same_period_and_the_period_before(
    place, budget, on_time, sheet, address, as_
):
    plan(place, budget, place.de_tham, 20)
    observed(
        place,
        budget,
        place.de_tham,
        9,
        period=NINE_MONTHS.same_period_last_year(),
        provenance=Provenance.TEST,
    )
    observed(place, budget, place.de_tham, 8, period=SIX_MONTHS)
    typed(sheet, budget, "12", by=place.clerk)
    response = as_(place.clerk).get(address)
    now = format_time(Cell.objects.get().saved_at)
    assert texts(response, "th", scope="col") == [
        *("Chỉ tiêu", "Kế hoạch năm", "Cùng kỳ", "6 tháng đầu năm 2019", "9 tháng đầu năm 2019"),
        *("% kế hoạch", "So cùng kỳ", "Trạng thái"),
    ]
    assert row_of(response, budget) == (
        "Tổng thu ngân sách trên địa bàn tỷ đồng 20 9 dữ liệu kiểm thử 8 Tổng thu ngân sách trên địa bàn, tỷ đồng "
        f"60,0% bằng 133,3% Đã lưu {now} Ghi chú, tệp – Tổng thu ngân sách trên địa bàn "
        "Báo cáo sẽ viết: 12 tỷ đồng, đạt 60,0% so với kế hoạch, bằng 133,3% so với cùng kỳ 1/2 Sau ›"
    )
    assert "chưa có kế hoạch chưa có số chưa có số" in row_of(response, on_time)
    assert texts(response, "span", id="sheet-progress") == ["Đã điền 1/2 ô"]


def test_a_row_is_saved_by_itself_and_comes_back_with_its_words(place, budget, sheet, address, as_):
    plan(place, budget, place.de_tham, 20)
    response = as_(place.clerk).post(
        f"{address}/luu/{budget.pk}", {f"{budget.pk}-value": "12", f"{budget.pk}-version": "0"}
    )
    assert "Báo cáo sẽ viết: 12 tỷ đồng, đạt 60,0% so với kế hoạch" in row_of(response, budget)
    assert texts(response, "span", id="sheet-progress") == ["Đã điền 1/2 ô"]
    assert boxes(response)[f"{budget.pk}-version"] == "1"
    assert Cell.objects.get().value == 12


def test_what_cannot_be_read_is_kept_and_says_what_to_write(place, budget, sheet, address, as_):
    client = as_(place.clerk)
    client.post(f"{address}/luu/{budget.pk}", {f"{budget.pk}-value": "1.5", f"{budget.pk}-version": "0"})
    response = client.get(address)
    assert boxes(response)[f"{budget.pk}-value"] == "1.5"
    assert "Cần sửa" in row_of(response, budget)
    assert "Viết 1,5 (dấu phẩy cho phần thập phân)." in row_of(response, budget)


def test_without_javascript_one_button_saves_every_row(place, budget, on_time, sheet, address, as_):
    said = {
        f"{budget.pk}-value": "12",
        f"{on_time.pk}-numerator": "12.422",
        f"{on_time.pk}-denominator": "12.537",
    }
    response = as_(place.clerk).post(address, sent(budget, on_time, **said), follow=True)
    assert "Đã lưu. Báo cáo chưa được nộp." in main_text(response)
    assert "Báo cáo sẽ viết: 99,08%" in row_of(response, on_time)
    assert Sheet.objects.get(pk=sheet.pk).state == "draft"


def test_the_second_of_two_officers_sees_both_values_and_may_keep_either(
    place, budget, on_time, sheet, address
):
    first, second = Client(), Client()
    first.force_login(place.clerk, backend="django.contrib.auth.backends.ModelBackend")
    other = account(UNIT_OFFICER.code, place.de_tham, "Nông Văn Hai")
    second.force_login(other, backend="django.contrib.auth.backends.ModelBackend")
    first.post(address, sent(budget, on_time, **{f"{budget.pk}-value": "12"}))
    response = second.post(address, sent(budget, on_time, **{f"{budget.pk}-value": "15"}))
    sentence = "Lương Văn Đề vừa lưu “12”; anh/chị gõ “15”. Chọn một trong hai số."
    assert faults(response) == [f"Tổng thu ngân sách trên địa bàn: {sentence}"]
    assert sentence in row_of(response, budget)
    assert boxes(response)[f"{budget.pk}-value"] == "15"
    assert Cell.objects.get().typed == "12"
    version = boxes(response)[f"{budget.pk}-version"]
    second.post(
        address, sent(budget, on_time, **{f"{budget.pk}-value": "15", f"{budget.pk}-version": version})
    )
    assert (Cell.objects.get().typed, Cell.objects.get().saved_by) == ("15", other)


def test_a_half_filled_sheet_survives_sign_out(place, budget, on_time, sheet, address, client):
    signed = {"username": place.clerk.username, "password": PASSWORD}
    client.post("/dang-nhap", signed)
    client.post(f"{address}/luu/{budget.pk}", {f"{budget.pk}-value": "5.027", f"{budget.pk}-version": "0"})
    client.post("/dang-xuat")
    assert client.get(address).status_code == 302
    client.post("/dang-nhap", signed)
    assert boxes(client.get(address))[f"{budget.pk}-value"] == "5.027"


def test_an_unusual_value_asks_for_its_reason_in_place(place, budget, on_time, sheet, address, as_):
    observed(place, budget, place.de_tham, 4, period=SIX_MONTHS)
    client = as_(place.clerk)
    client.post(address, sent(budget, on_time, **{f"{budget.pk}-value": "15"}))
    response = client.get(address)
    assert "Gấp 3 lần kỳ trước (4) trở lên. Đúng không?" in row_of(response, budget)
    assert "Cần xác nhận" in row_of(response, budget)
    said = {
        f"{budget.pk}-value": "15",
        f"{budget.pk}-version": "1",
        f"{budget.pk}-confirmed": "Thu từ cửa khẩu",
    }
    client.post(address, sent(budget, on_time, **said))
    assert Cell.objects.get().confirmed == "Thu từ cửa khẩu"
    assert "Đã lưu" in row_of(client.get(address), budget)
    changed = said | {f"{budget.pk}-value": "16", f"{budget.pk}-version": "2"}
    client.post(address, sent(budget, on_time, **changed))
    assert Cell.objects.get().confirmed == ""


def test_five_comma_zero_two_seven_beside_a_plan_in_thousands_is_asked_about(
    place, budget, sheet, address, as_
):
    plan(place, budget, place.de_tham, 5452)
    response = as_(place.clerk).post(
        f"{address}/luu/{budget.pk}", {f"{budget.pk}-value": "5,027", f"{budget.pk}-version": "0"}
    )
    assert "5,027 là số có phần thập phân, trong khi số đối chiếu là 5.452. Ý anh/chị là 5.027?" in row_of(
        response, budget
    )


def test_a_note_and_a_paper_lie_beside_a_figure(place, budget, sheet, address, as_):
    from django.core.files.uploadedfile import SimpleUploadedFile

    typed(sheet, budget, "12", by=place.clerk)
    client = as_(place.clerk)
    paper = SimpleUploadedFile("quyet-toan.pdf", b"%PDF-1.4 quyet toan")
    page = f"{address}/o/{budget.code}"
    client.post(page, {"note": "Theo Kho bạc", "confirmed": "", "seen": "1", "evidence": paper})
    assert (Cell.objects.get().note, str(Cell.objects.get().evidence)) == ("Theo Kho bạc", "quyet-toan.pdf")
    assert "Theo Kho bạc quyet-toan.pdf" in row_of(client.get(address), budget)
    assert b"".join(client.get(f"{page}/tep").streaming_content) == b"%PDF-1.4 quyet toan"
    empty = SimpleUploadedFile("anh.pdf", b"khong phai pdf")
    response = client.post(page, {"note": "Khác", "confirmed": "", "seen": "3", "evidence": empty})
    assert "Khác" in response.content.decode()
    assert len(faults(response)) == 1


def test_what_is_wrong_stands_at_its_row_before_submitting(place, budget, on_time, sheet, address, as_):
    typed(sheet, budget, "năm", by=place.clerk)
    client = as_(place.clerk)
    response = client.get(f"{address}/kiem-tra")
    assert "Cần sửa trước khi nộp" in main_text(response)
    assert "Nộp báo cáo" not in texts(response, "button")
    response = client.post(f"{address}/kiem-tra", {"blanks_are_intended": "on"})
    assert faults(response) == ["Chỉ viết số, không kèm đơn vị tính hay chữ khác."]
    assert Sheet.objects.get(pk=sheet.pk).state == "draft"


def test_blanks_and_reasons_are_asked_for_and_then_the_receipt_says_who_holds_it(
    place, budget, on_time, sheet, address, as_
):
    observed(place, budget, place.de_tham, 4, period=SIX_MONTHS)
    typed(sheet, budget, "15", by=place.clerk)
    client = as_(place.clerk)
    response = client.post(f"{address}/kiem-tra", {})
    assert faults(response) == [
        "Gấp 3 lần kỳ trước (4) trở lên. Đúng không?",
        "Nếu đúng, ghi lý do.",
        "Còn 1 dòng để trống. Điền tiếp, hoặc đánh dấu là cố ý để trống.",
    ]
    said = {f"reason-{budget.pk}": "Thu từ cửa khẩu", "blanks_are_intended": "on"}
    response = client.post(f"{address}/kiem-tra", said, follow=True)
    assert texts(response, "h1") == ["Đã nộp báo cáo"]
    assert "Đang ở đâu Tỉnh Lạng Sơn" in main_text(response)
    response = client.get(address)
    assert boxes(response) == {}
    assert "15 tỷ đồng" in row_of(response, budget)


def test_a_returned_sheet_says_why_at_each_row(place, budget, on_time, sheet, address, as_):
    typed(sheet, budget, "12", by=place.clerk)
    submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)
    reasons = {budget.pk: "Chưa khớp số Kho bạc"}
    return_sheet(sheet=sheet, reasons=reasons, message="Gửi lại trước 10/10", by=place.officer)
    response = as_(place.clerk).get(address)
    assert "Báo cáo bị trả lại để sửa Gửi lại trước 10/10" in main_text(response)
    assert "Bị trả lại: Chưa khớp số Kho bạc" in row_of(response, budget)
    assert boxes(response)[f"{budget.pk}-value"] == "12"
    assert "trả lại" not in row_of(response, on_time)


def test_nobody_types_into_a_sheet_of_others(place, budget, sheet, address, as_):
    typed(sheet, budget, "12", by=place.clerk)
    body = {f"{budget.pk}-value": "99", f"{budget.pk}-version": "1"}
    assert as_(place.other_clerk).post(f"{address}/luu/{budget.pk}", body).status_code == 404
    assert as_(place.chairman).post(f"{address}/luu/{budget.pk}", body).status_code == 403
    assert as_(place.chairman).post(address, body | {"buoc": "luu"}).status_code == 403
    assert as_(place.chairman).post(address, {"buoc": "luu"}).status_code == 403  # not even told «Đã lưu»
    assert Cell.objects.get().typed == "12"
    response = as_(place.chairman).get(address)
    assert boxes(response) == {}
    assert "12 tỷ đồng" in row_of(response, budget)


def test_a_unit_without_questions_is_told_whom_to_ask(place, budget, round_, as_, address):
    round_.round_indicators.all().delete()
    response = as_(place.clerk).get(address)
    assert "Chưa có chỉ tiêu nào được giao cho đơn vị Liên hệ Tỉnh Lạng Sơn" in main_text(response)


def test_the_page_is_complete_in_english(place, budget, sheet, address, as_):
    typed(sheet, budget, "1.5", by=place.clerk)
    response = as_(place.clerk).get(f"/en{address}")
    assert texts(response, "th", scope="col")[:3] == ["Indicator", "Plan of the year", "Same period"]
    assert "Write 1,5 (a comma before the decimals)." in row_of(response, budget)
    assert "Total budget revenue billion đồng no plan no figure yet" in row_of(response, budget)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_as_many_queries_whatever_its_rows(place, rows, as_, django_assert_num_queries):
    made = [count(place, code=f"so-{number}") for number in range(rows)]
    round_ = opened(place, made, slug="nhieu-dong")
    for each in made:
        typed(sheet_of(round_, place.de_tham), each, "3", by=place.clerk)
    client = as_(place.clerk)
    page = f"/lam-viec/bao-cao-cua-toi/nhieu-dong/{place.de_tham.key}"
    client.get(page)
    with django_assert_num_queries(10):
        response = client.get(page)
    assert len(texts(response, "tbody")) == rows


def test_today_is_the_day_of_vietnam(place, budget, sheet, address, as_):
    Cell.objects.filter(pk=typed(sheet, budget, "12", by=place.clerk).pk).update(
        saved_at=timezone.now() - timezone.timedelta(days=2)
    )
    saved = Cell.objects.get().saved_at
    day = timezone.localtime(saved).strftime("%d/%m/%Y")
    assert f"Đã lưu {format_time(saved)} {day}" in row_of(as_(place.clerk).get(address), budget)
