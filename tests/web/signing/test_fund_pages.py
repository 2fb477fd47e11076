"""The ledger of the fund on its page."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest
from django.utils import timezone

from tests.factories.decisions import draft, ready_dossier, signed, waiting
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.decisions.actions import allocate_fund
from thidua.decisions.models import FundEntry

ENTRY = {
    "kind": "allocation",
    "amount": "9.000.000",
    "year": "2026",
    "on": "05/01/2026",
    "grounds": "Dự toán ngân sách năm 2026",
    "paper": "2105/QĐ-UBND",
}


def money_in(of, amount):
    today = timezone.localdate()
    return allocate_fund(
        unit=of.place.province, year=today.year, amount=amount, on=today, grounds="Dự toán", paper="2105/QĐ-UBND",
        by=of.leader,
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
def test_the_fund_takes_the_same_queries_whatever_its_entries(of, as_, count, django_assert_num_queries):
    signed(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình", "Nông Văn Cao")[:count]))
    client = as_(of.leader)
    client.get("/lam-viec/quy")
    with django_assert_num_queries(11):
        page = client.get("/lam-viec/quy")
    assert len(rows(page, 1)) == count


def test_money_is_entered_once_and_a_mistake_is_set_right_beside_it(of, as_):
    client = as_(of.leader)
    address = f"/lam-viec/quy/{of.place.province.pk}/ghi"
    for _twice in range(2):
        client.post(address, ENTRY)
    entry = FundEntry.objects.get()
    said = {"amount": "90.000.000", "on": "06/01/2026", "grounds": "Thiếu một số 0", "paper": "BB 01"}
    client.post(f"/lam-viec/quy/but-toan/{entry.pk}/dinh-chinh", said)
    page = client.get("/lam-viec/quy?nam=2026")
    counter = FundEntry.objects.get(corrects=entry)
    assert [(row[0], row[4], row[5]) for row in rows(page)] == [
        (str(counter.pk), "81.000.000 đồng", f"Đính chính bút toán {counter.pk}"),
        (str(entry.pk), "9.000.000 đồng", f"đã đính chính bằng bút toán {counter.pk}"),
    ]
    assert "Còn lại 90.000.000 đồng" in main_text(page)


def test_nothing_typed_is_lost_when_an_entry_is_refused(of, as_):
    page = as_(of.leader).post(
        f"/lam-viec/quy/{of.place.province.pk}/ghi", ENTRY | {"grounds": "", "amount": "0"}
    )
    assert faults(page) == ["Viết số không nhỏ hơn 1.", "Điền mục “Nội dung, căn cứ”."]
    assert elements(page, "input", name="paper")[0].attributes["value"] == "2105/QĐ-UBND"
    assert not FundEntry.objects.exists()


def test_the_ledger_is_downloaded_as_a_workbook_with_all_its_entries(of, as_):
    signed(of)
    money_in(of, 9_000_000)
    answer = as_(of.leader).get("/lam-viec/quy?dinh-dang=xlsx")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    amounts = {
        cell for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, int | float)
    }
    assert {9_000_000, -3_800_000} <= amounts


def test_who_does_not_propose_reads_and_enters_nothing(of, as_):
    entry = money_in(of, 9_000_000)
    page = as_(of.chairman).get("/lam-viec/quy")
    assert [row[4:] for row in rows(page)] == [["9.000.000 đồng", ""]]
    hidden = as_(of.chairman).get(f"/lam-viec/quy/but-toan/{entry.pk}/dinh-chinh")
    assert hidden.status_code == 403
    missing = as_(of.leader).get(f"/lam-viec/quy/but-toan/{entry.pk + 99}/dinh-chinh")
    assert missing.status_code == 403


def test_a_unit_without_a_fund_is_told_so(of, as_):
    signed(of)
    page = as_(of.place.clerk).get("/lam-viec/quy")
    assert "3.800.000" not in main_text(page)


def test_a_decision_beyond_the_fund_warns_who_drafts_and_who_signs(of, as_):
    money_in(of, 3_800_000)
    row = waiting(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình")))
    page = as_(of.chairman).get(f"/lam-viec/ky-duyet/{row.pk}")
    [said] = texts(page, "div", class_="notification--warning")
    assert re.findall(r"-?[\d.]+ đồng", said) == [
        "3.800.000 đồng",
        "0 đồng",
        "7.600.000 đồng",
        "-3.800.000 đồng",
    ]
    drafted = draft(of)
    [said] = texts(
        as_(of.leader).get(f"/lam-viec/quyet-dinh/{drafted.pk}"), "div", class_="notification--warning"
    )
    assert said.startswith("Quỹ không đủ chi")


def test_a_decision_within_the_fund_warns_of_nothing(of, as_):
    money_in(of, 3_800_000)
    page = as_(of.leader).get(f"/lam-viec/quyet-dinh/{draft(of).pk}")
    assert texts(page, "div", class_="notification--warning") == []
