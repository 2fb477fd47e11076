"""Printing the certificates of a decision, and handing them over."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.factories.council import NAMES
from tests.factories.decisions import printed, ready_dossier, signed
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.decisions.actions import start_certificates
from thidua.decisions.models import Certificate, HandingOver, PrintBatch, Printer
from thidua.web.shell.worklist import work_of

HOME = "/lam-viec/giay-chung-nhan"


def hidden(page, name):
    return elements(page, "input", name=name)[0].attributes["value"]


def test_all_certificates_of_a_decision_are_printed_once_though_sent_twice(of, as_):
    row = signed(of, ready_dossier(of, NAMES[:2]))
    client = as_(of.officer)
    address = f"{HOME}/quyet-dinh/{row.pk}/in"
    award = row.lines.first().award_code
    asked = {"newest": hidden(client.get(address), "newest"), "award": award, "which": "chua-in"}
    asked |= {"paper": "paper_a4", "mode": "full", "printer": ""}
    first = client.post(address, asked)
    again = client.post(address, asked)
    batch = PrintBatch.objects.get()
    assert (first.url, again.url) == (f"{HOME}/dot-in/{batch.pk}",) * 2
    assert list(Certificate.objects.values_list("prints", flat=True)) == [1, 1]
    page = client.get(first.url)
    assert "Đã tạo 2 trong 2 trang." in main_text(page)
    file = client.get(f"{HOME}/tep-in/{batch.parts.get().pk}")
    assert file.getvalue().startswith(b"%PDF")


def test_a_print_run_that_was_killed_goes_on_from_the_page(of, as_):
    row = signed(of, ready_dossier(of, NAMES[:3]))
    award = row.lines.first().award_code
    batch = start_certificates(
        decision=row, award_code=award, paper="paper_a4", by=of.officer, pages_in_part=2
    )
    client = as_(of.officer)
    page = client.get(f"{HOME}/dot-in/{batch.pk}")
    assert texts(page, "progress") == [""]
    assert elements(page, "progress")[0].attributes["value"] == "0"
    assert client.post(f"{HOME}/dot-in/{batch.pk}").url == f"{HOME}/dot-in/{batch.pk}"
    assert elements(client.get(f"{HOME}/dot-in/{batch.pk}"), "progress")[0].attributes["value"] == "3"
    assert [part.file_id is None for part in batch.parts.all()] == [False, False]


def test_a_corrected_certificate_is_printed_in_place_of_the_wrong_one(of, as_):
    row = signed(of)
    line = row.lines.get()
    batch = start_certificates(decision=row, award_code=line.award_code, paper="paper_a4", by=of.officer)
    old = Certificate.objects.get()
    as_(of.leader).post(
        f"{HOME}/ma/{old.code}/dinh-chinh",
        {"recipient": "Lý Văn Ân", "description": "Trưởng thôn", "achievement": "Đã có thành tích",
         "reason": "Sai dấu", "decision": "12/QĐ-UBND", "on": timezone.localdate().strftime("%d/%m/%Y")},
    )  # fmt: skip
    as_(of.officer).post(f"{HOME}/dot-in/{batch.pk}")
    assert dict(Certificate.objects.values_list("words__recipient", "prints")) == {
        "Lý Văn An": 0,
        "Lý Văn Ân": 1,
    }


def test_what_was_measured_is_remembered_by_the_name_of_the_printer(of, as_):
    signed(of)
    client = as_(of.officer)
    office = hidden(client.get(f"{HOME}/may-in"), "office")
    for right in ("1,5", "-2"):
        client.post(f"{HOME}/may-in", {"office": office, "name": "Máy Văn thư", "right": right, "down": "0"})
    row = Printer.objects.get()
    assert (row.name, row.right, row.down) == ("Máy Văn thư", -200, 0)
    assert [cells[:3] for cells in rows(client.get(f"{HOME}/may-in"))] == [["Máy Văn thư", "-2", "0"]]
    said = {"office": office, "name": "Máy 2", "right": "25", "down": "0"}
    assert faults(client.post(f"{HOME}/may-in", said)) == ["Viết số không lớn hơn 20."]
    sheet = client.get(f"{HOME}/may-in/to-thu?kho=paper_a4&may={row.pk}")
    assert sheet.content.startswith(b"%PDF")


def test_many_are_handed_over_at_once_and_the_worklist_follows(of, as_):
    row = printed(of, ready_dossier(of, NAMES[:3]))
    address = f"{HOME}/quyet-dinh/{row.pk}/trao"
    assert [item.url for item in work_of(of.officer) if "giay-chung-nhan" in item.url] == [address]
    client = as_(of.officer)
    ids = [one.attributes["value"] for one in elements(client.get(address), "input", name="lines")]
    today = timezone.localdate().strftime("%d/%m/%Y")
    assert faults(client.post(address, {"on": today})) == ["Hãy chọn ít nhất một giấy."]
    said = {"lines": ids[:2], "on": today, "place": "Hội trường"}
    client.post(address, said)
    client.post(address, said)
    given = HandingOver.objects.order_by("pk").values_list("received_by", "place")
    assert list(given) == [(name, "Hội trường") for name in NAMES[:2]]
    client.post(address, {"lines": ids[2:], "on": today, "received_by": "Bà Hoàng Thị Én"})
    assert HandingOver.objects.last().received_by == "Bà Hoàng Thị Én"
    assert [item.url for item in work_of(of.officer) if "giay-chung-nhan" in item.url] == []
    sheet = client.get(f"{HOME}/quyet-dinh/{row.pk}/danh-sach-trao")
    assert sheet.content.startswith(b"%PDF")


@pytest.mark.parametrize("path", ["", "/in", "/trao", "/danh-sach-trao"])
def test_who_may_not_see_gets_one_answer_whether_or_not_a_decision_exists(of, as_, path):
    row = printed(of)
    client = as_(of.place.clerk)
    hidden_page, missing = (client.get(f"{HOME}/quyet-dinh/{pk}{path}") for pk in (row.pk, row.pk + 99))
    assert hidden_page.status_code == missing.status_code
    assert texts(hidden_page, "main") == texts(missing, "main")
    assert as_(of.officer).get(f"{HOME}/quyet-dinh/{row.pk}{path}").status_code == 200
