"""A unit sends a dossier, gets its receipt, gets it back and mends it; strangers learn nothing."""

import pytest

from tests.factories.nominations import complete, draft, only, received, returned, submitted
from tests.web.reading import elements, faults, main_text, texts
from thidua.nominations import actions
from thidua.nominations.enums import FaultCode
from thidua.nominations.models import Dossier
from thidua.web.shell.worklist import work_of

ALL = "/lam-viec/de-nghi-khen-thuong"


def page_of(dossier, rest=""):
    return f"{ALL}/{dossier.code}{rest}"


def state_of(dossier):
    return Dossier.objects.get(pk=dossier.pk).state


def test_what_is_missing_is_listed_with_the_place_where_it_is_written(at, as_):
    row = draft(at)
    page = as_(at.clerk).get(page_of(row, "/kiem-tra"))
    assert texts(page, "a", href=page_of(row, "/to-trinh#id_papers")) == ["Hãy đính kèm tờ trình đã ký."]
    assert texts(page, "a", href=page_of(row, "/bien-ban#id_papers")) == ["Hãy đính kèm biên bản họp xét."]


def test_an_incomplete_dossier_is_not_sent(at, as_):
    row = draft(at)
    answer = as_(at.clerk).post(page_of(row, "/kiem-tra"), {"declared": "on"})
    assert faults(answer) == ["Hãy đính kèm tờ trình đã ký.", "Hãy đính kèm biên bản họp xét."]
    assert state_of(row) == "draft"


def test_nothing_is_sent_without_the_declaration(at, as_):
    row = complete(at)
    answer = as_(at.clerk).post(page_of(row, "/kiem-tra"), {})
    assert len(faults(answer)) == 1
    assert state_of(row) == "draft"


def test_the_law_is_told_in_sentences_with_its_clause(at, as_):
    text = main_text(as_(at.clerk).get(page_of(complete(at), "/kiem-tra")))
    assert "Điểm a khoản 1 Điều 74 Luật 06/2022/QH15" in text
    assert "cần chuyên viên xem xét" in text


def test_a_sent_dossier_has_a_receipt_that_says_who_when_and_what_next(at, as_):
    row, client = complete(at), as_(at.clerk)
    sent = client.post(page_of(row, "/kiem-tra"), {"declared": "on"}, follow=True)
    assert sent.redirect_chain == [(page_of(row, "/bien-nhan"), 302)]
    assert state_of(row) == "submitted"
    told = texts(sent, "dd")
    assert [told[5], told[8]] == ["Tỉnh Lạng Sơn", "Hoàng Văn Chuyên; Vi Văn Trưởng"]
    assert "Cơ quan thẩm định tiếp nhận và cấp số tiếp nhận." in told
    assert f"Mã {row.code}, nộp lúc 09:00 16/03/2026." in main_text(sent)


def test_sending_twice_is_one_sending(at, as_):
    row, client = complete(at), as_(at.clerk)
    client.post(page_of(row, "/kiem-tra"), {"declared": "on"})
    again = client.post(page_of(row, "/kiem-tra"), {"declared": "on"})
    assert len(faults(again)) == 1
    assert row.moves.filter(verb="submit").count() == 1


def test_a_dossier_is_recalled_while_it_is_not_received(at, as_):
    row, client = submitted(at), as_(at.clerk)
    assert texts(client.get(page_of(row)), "a", href=page_of(row, "/thu-hoi")) == ["Rút lại"]
    client.post(page_of(row, "/thu-hoi"))
    assert state_of(row) == "draft"


def test_a_received_dossier_cannot_be_recalled(at, as_):
    row, client = received(at), as_(at.clerk)
    assert texts(client.get(page_of(row)), "a", href=page_of(row, "/thu-hoi")) == []
    client.post(page_of(row, "/thu-hoi"))
    assert state_of(row) == "received"


def test_a_returned_dossier_names_every_fault_with_its_field_and_is_sent_again(at, as_):
    client = as_(at.clerk)
    row = received(at)
    one = only(row)
    found = [
        actions.FaultFound(field="met_on", code=FaultCode.MINUTES, text="Sửa lại ngày họp."),
        actions.FaultFound(field="report", code=FaultCode.REPORT, text="Thiếu số liệu.", nomination=one),
    ]
    actions.return_dossier(dossier=row, faults=found, by=at.officer)
    page = client.get(page_of(row))
    report = page_of(row, f"/doi-tuong/{one.pk}/bao-cao")
    assert texts(page, "a", href=page_of(row, "/bien-ban#id_met_on")) == ["Sửa lại ngày họp."]
    assert texts(page, "a", href=f"{report}#id_report") == ["Thiếu số liệu."]
    seen = elements(client.get(report), "input", name_="seen")[0].attributes["value"]
    client.post(report, {"report": "Đã vận động 48 hộ, làm 2 km.", "seen": seen})
    seen = elements(client.get(page_of(row, "/bien-ban")), "input", name_="seen")[0].attributes["value"]
    client.post(page_of(row, "/bien-ban"), {"met_on": "09/03/2026", "seen": seen})
    assert row.faults.filter(mended_at__isnull=True).count() == 0
    client.post(page_of(row, "/kiem-tra"), {"declared": "on"})
    assert state_of(row) == "received"


def test_a_fault_without_a_field_of_its_own_is_marked_by_hand(at, as_):
    found = actions.FaultFound(field="other", code=FaultCode.OTHER, text="Gọi điện cho Ban.")
    row = returned(at, found)
    fault = row.faults.get()
    as_(at.clerk).post(page_of(row, f"/loi/{fault.pk}"))
    fault.refresh_from_db()
    assert fault.mended_by == at.clerk


def test_the_work_list_names_drafts_returned_ones_and_what_is_overdue(at, as_, clock):
    draft(at, title="Nháp")
    returned(at, title="Trả lại")
    submitted(at, title="Chờ")
    assert [item.title for item in work_of(at.clerk) if "Đề nghị" in item.group] == [
        "Hoàn thành và nộp: Nháp",
        "Sửa và nộp lại: Trả lại",
    ]
    clock.shift(60 * 24 * 3600)
    titles = [item.title for item in work_of(at.clerk) if "Đề nghị" in item.group]
    assert titles[0] == "Hỏi cơ quan thẩm định: Chờ"


PAGES = (
    "",
    "/thong-tin",
    "/chep",
    "/doi-tuong",
    "/bien-ban",
    "/to-trinh",
    "/giay-to",
    "/kiem-tra",
    "/bien-nhan",
)


@pytest.mark.parametrize("rest", PAGES)
def test_a_stranger_gets_the_same_answer_whether_or_not_the_dossier_exists(at, as_, rest):
    row = complete(at)
    client = as_(at.place.other_clerk)
    there, nowhere = client.get(page_of(row, rest)), client.get(f"{ALL}/HS-2026-99999{rest}")
    assert (there.status_code, main_text(there)) == (nowhere.status_code, main_text(nowhere))
    assert there.status_code == 404
    assert as_(at.clerk).get(page_of(row, rest)).status_code in (200, 302)


def test_the_office_reads_what_was_sent_and_changes_nothing_here(at, as_):
    row = submitted(at)
    client = as_(at.officer)
    assert f"{row.code} · Xã Đề Thám" in main_text(client.get(page_of(row)))
    assert client.get(page_of(row, "/kiem-tra")).status_code == 403
    client.post(page_of(row, "/thu-hoi"))
    assert state_of(row) == "submitted"


def test_a_sent_dossier_is_not_changed(at, as_):
    row, client = submitted(at), as_(at.clerk)
    one = only(row)
    address = page_of(row, f"/doi-tuong/{one.pk}/thanh-tich")
    assert client.get(address).status_code == 403
    answer = client.post(address, {"achievement": "Muộn rồi", "seen": one.version})
    assert elements(answer, "input", name_="achievement")[0].attributes["value"] == "Muộn rồi"
    one.refresh_from_db()
    assert one.achievement != "Muộn rồi"
