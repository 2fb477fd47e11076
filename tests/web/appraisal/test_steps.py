"""Every step of the desk: its page shows, its sending works, a refusal is told, and strangers learn nothing."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from tests.factories import nominations as make
from tests.factories.movements import account
from tests.web.appraisal.conftest import BACKEND
from tests.web.reading import elements, faults, main_text, main_texts, texts
from thidua.accounts.roles import BOARD_OFFICER
from thidua.nominations import actions
from thidua.nominations.enums import Agency
from thidua.nominations.models import Dossier
from thidua.nominations.stored_findings import MET, NEEDS_HUMAN, leaves
from thidua.web.workspace.appraisal.suggested_faults import suggested_faults

ALL = "/lam-viec/ho-so-khen-thuong"
PAGES = (
    "",
    "/tai-lieu",
    "/nhat-ky",
    "/y-kien-co-quan",
    "/lay-y-kien",
    "/lay-y-kien/mo",
    "/tiep-nhan",
    "/giao",
    "/tham-dinh-lai",
    "/trinh-hoi-dong",
    "/luu",
    "/dong",
    "/tra-lai",
    "/ket-luan",
    "/tam-dung",
    "/y-kien-co-quan/het-han",
    "/so-sanh",
)


def page_of(dossier, part=""):
    return f"{ALL}/{dossier.code}{part}"


def state_of(dossier):
    return Dossier.objects.get(pk=dossier.pk).state


def opened(at):
    """A dossier with a public consultation and one opinion."""
    dossier = make.appraised(at)
    consultation = actions.open_public_consultation(
        dossier=dossier, by=at.officer, where="Cổng thông tin tỉnh"
    )
    opinion = actions.record_opinion(
        consultation=consultation,
        text="Gia đình ông A rất xứng đáng.",
        sender_name="Lý Thị Kín",
        by=at.officer,
    )
    return dossier, consultation, opinion


def test_another_office_gets_the_same_answer_whether_or_not_a_dossier_exists(at, as_):
    dossier, consultation, opinion = opened(at)
    row = make.only(dossier)
    parts = (
        *PAGES,
        f"/doi-tuong/{row.pk}",
        f"/doi-tuong/{row.pk}/tach",
        f"/lay-y-kien/{consultation.pk}/phieu",
        f"/lay-y-kien/{consultation.pk}/dong",
        f"/lay-y-kien/{consultation.pk}/ghi",
        f"/lay-y-kien/y-kien/{opinion.pk}/duyet",
        f"/lay-y-kien/y-kien/{opinion.pk}/tra-loi",
    )
    client = as_(at.officer)
    assert {client.get(page_of(dossier, part)).status_code for part in parts} == {200, 302}
    client = as_(account(BOARD_OFFICER.code, at.place.de_tham, "Triệu Thị Lạ"))
    missing = client.get(f"{ALL}/HS-2026-99999")
    for part in parts:
        there = client.get(page_of(dossier, part))
        assert (part, there.status_code, main_text(there)) == (part, 404, main_text(missing))
        assert client.post(page_of(dossier, part)).status_code in (404, 405)
    assert state_of(dossier) == "public_consultation"


@pytest.mark.parametrize("part", ["/tham-dinh-lai", "/dong", "/tam-dung"])
def test_a_step_without_its_reason_is_not_made(at, as_, part):
    dossier = make.appraised(at)
    page = as_(at.officer).post(page_of(dossier, part), {"reason": "", "cause": "complaint"})
    assert faults(page) == ["Điền mục “Lý do”."]
    assert state_of(dossier) == "appraised"
    assert not Dossier.objects.get(pk=dossier.pk).suspended


@pytest.mark.parametrize(
    ("part", "sent", "state"),
    [
        ("/tham-dinh-lai", {"reason": "Có giấy tờ mới."}, "received"),
        ("/dong", {"reason": "Đơn vị đã giải thể."}, "cancelled"),
        ("/trinh-hoi-dong", {}, "council"),
    ],
)
def test_a_step_is_asked_for_and_made_once(at, as_, part, sent, state):
    dossier = make.appraised(at)
    client = as_(at.officer)
    assert len(elements(client.get(page_of(dossier, part)), "form")) >= 1
    assert state_of(dossier) == "appraised"
    assert client.post(page_of(dossier, part), sent)["Location"] == page_of(dossier)
    assert state_of(dossier) == state
    again = client.post(page_of(dossier, part), sent)
    assert "Không còn làm được bước này" in main_text(again)
    assert dossier.moves.filter(target=state).exclude(verb__in=("receive",)).count() == 1


def test_a_dossier_with_nobody_eligible_is_archived(at, as_):
    dossier = make.concluded(at, make.received(at), eligible=False)
    client = as_(at.officer)
    steps = [one.attributes["href"] for one in elements(client.get(page_of(dossier)), "a", class_="button")]
    assert page_of(dossier, "/luu") in steps
    client.post(page_of(dossier, "/luu"))
    assert state_of(dossier) == "archived"


def test_what_still_waits_for_the_council_is_not_archived(at, as_):
    dossier = make.appraised(at)
    page = as_(at.officer).post(page_of(dossier, "/luu"))
    assert page.status_code == 200
    assert state_of(dossier) == "appraised"


def test_a_suspended_nominee_is_set_apart_and_the_others_go_on(at, as_):
    dossier = make.received(at, make.nominee("Nông Văn A"), make.nominee("Hoàng Thị B"))
    first, second = dossier.nominations.order_by("ordinal")
    client = as_(at.officer)
    client.post(
        page_of(dossier, "/tam-dung"),
        {"nomination": first.pk, "cause": "complaint", "reason": "Đang xác minh."},
    )
    client.post(page_of(dossier, f"/doi-tuong/{first.pk}/tach"))
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.dossier_id != dossier.pk
    assert second.dossier_id == dossier.pk
    assert not Dossier.objects.get(pk=dossier.pk).suspended
    assert Dossier.objects.get(pk=first.dossier_id).suspended


def test_silence_is_recorded_as_consent_only_after_the_last_day(at, as_, clock):
    dossier = make.appraised(at)
    actions.ask_agencies(
        dossier=dossier, agencies=[actions.AgencyAsked(Agency.TAX, "", "Có nợ thuế không?")], by=at.officer
    )
    asked = dossier.agency_consultations.get()
    client = as_(at.officer)
    assert "Ghi nhận im lặng" not in main_text(client.get(page_of(dossier, "/y-kien-co-quan")))
    client.post(page_of(dossier, "/y-kien-co-quan/het-han"))
    asked.refresh_from_db()
    assert asked.answer == "awaited"
    assert asked.due_on > date(2026, 3, 16)
    clock.move_to("2026-06-01T02:00:00Z")
    client = as_(at.officer)
    page = client.get(page_of(dossier, "/y-kien-co-quan"))
    assert page_of(dossier, "/y-kien-co-quan/het-han") in [
        one.attributes["href"] for one in elements(page, "a", class_="button")
    ]
    client.post(page_of(dossier, "/y-kien-co-quan/het-han"))
    asked.refresh_from_db()
    assert asked.answer == "silent"


def test_an_agency_that_objects_says_why(at, as_):
    dossier = make.appraised(at)
    actions.ask_agencies(dossier=dossier, agencies=[actions.AgencyAsked(Agency.TAX, "", "")], by=at.officer)
    asked = dossier.agency_consultations.get()
    client = as_(at.officer)
    address = page_of(dossier, f"/y-kien-co-quan/{asked.pk}")
    sent = {"agrees": "no", "answered_on": "16/03/2026"}
    assert len(faults(client.post(address, sent))) == 1
    client.post(address, sent | {"text": "Còn nợ thuế."})
    asked.refresh_from_db()
    assert (asked.answer, asked.answer_text) == ("objects", "Còn nợ thuế.")


def test_an_opinion_is_kept_back_only_with_a_reason(at, as_):
    dossier, _consultation, opinion = opened(at)
    client = as_(at.officer)
    address = page_of(dossier, f"/lay-y-kien/y-kien/{opinion.pk}/duyet")
    assert len(faults(client.post(address, {"publish": "no"}))) == 1
    client.post(address, {"publish": "no", "reason": "Không liên quan đến đối tượng."})
    opinion.refresh_from_db()
    assert (opinion.state, opinion.moderation_reason) == ("kept_back", "Không liên quan đến đối tượng.")


def test_a_consultation_closes_when_its_time_is_over_and_every_opinion_is_answered(at, as_, clock):
    dossier, consultation, opinion = opened(at)
    client = as_(at.officer)
    address = page_of(dossier, f"/lay-y-kien/{consultation.pk}/dong")
    assert len(faults(client.post(address, {"summary": "Không có ý kiến phản đối."}))) == 1
    clock.move_to("2026-06-01T02:00:00Z")
    client = as_(at.officer)
    client.post(page_of(dossier, f"/lay-y-kien/y-kien/{opinion.pk}/duyet"), {"publish": "yes"})
    client.post(page_of(dossier, f"/lay-y-kien/y-kien/{opinion.pk}/tra-loi"), {"answer": "Xin cảm ơn."})
    client.post(address, {"summary": "Không có ý kiến phản đối."})
    consultation.refresh_from_db()
    assert (consultation.summary, consultation.closed_by) == ("Không có ý kiến phản đối.", at.officer)
    said = main_text(client.get(page_of(dossier, "/lay-y-kien")))
    assert "Không có ý kiến phản đối." in said


def test_the_evidence_sheet_shows_what_was_published_and_no_hidden_name(at, as_):
    dossier, consultation, opinion = opened(at)
    actions.moderate_opinion(opinion=opinion, publish=True, by=at.officer)
    address = page_of(dossier, f"/lay-y-kien/{consultation.pk}/phieu")
    client = as_(at.officer)
    assert "Lý Thị Kín" in main_text(client.get(page_of(dossier, "/lay-y-kien")))
    page = main_text(client.get(address))
    document = Document(BytesIO(client.get(f"{address}?dinh-dang=docx").content))
    written = " ".join(paragraph.text for paragraph in document.paragraphs)
    for text in (page, written):
        assert "Gia đình ông A rất xứng đáng." in text
        assert "Lý Thị Kín" not in text


def test_two_officers_who_conclude_differently_are_told_of_each_other(at, as_):
    dossier = make.received(at, make.nominee("Nông Văn A"), make.nominee("Hoàng Thị B"))
    row, other = dossier.nominations.order_by("ordinal")
    client = as_(at.officer)
    form = client.get(page_of(dossier, "/ket-luan"))
    [seen] = [one.attributes["value"] for one in elements(form, "input", name_=f"n{row.pk}-seen")]
    said = {row.pk: actions.Conclusion(False, "Người kia viết.")}
    actions.conclude_appraisal(dossier=dossier, conclusions=said, by=at.leader)
    actions.store_appraisals(dossier=dossier, by=at.leader)
    sent = {f"n{row.pk}-seen": seen, f"n{row.pk}-conclusion": "eligible", f"n{row.pk}-reason": "Tôi viết."}
    sent |= {f"n{other.pk}-conclusion": "later"}
    told = client.post(page_of(dossier, "/ket-luan"), sent)
    assert "Người kia viết." in faults(told)[0]
    assert "Tôi viết." in texts(told, "textarea")
    [fresh] = [one.attributes["value"] for one in elements(told, "input", name_=f"n{row.pk}-seen")]
    assert int(fresh) == int(seen) + 1


def test_eligible_is_offered_for_who_meets_the_law_and_saved_only_when_sent(at, as_):
    dossier = make.received(at)
    row = make.only(dossier)
    [stored] = actions.store_appraisals(dossier=dossier, by=at.officer)
    for finding in {one.key: one for one in leaves(stored.result)}.values():
        if finding.verdict != MET:
            actions.decide_finding(
                appraisal=stored, finding=finding.key, holds=True, reason="Đã xem.", by=at.officer
            )
    client = as_(at.officer)

    def checked(address):
        found = elements(client.get(address), "input", name_=f"n{row.pk}-conclusion")
        return [one.attributes["value"] for one in found if "checked" in one.attributes]

    assert checked(page_of(dossier, "/ket-luan")) == ["later"]
    assert checked(page_of(dossier, "/ket-luan?dien=dat")) == ["eligible"]
    row.refresh_from_db()
    assert row.outcome == "pending"


def test_clear_findings_of_a_dossier_are_confirmed_in_one_press(at, as_):
    dossier = make.received(at)
    client = as_(at.officer)
    assert client.get(page_of(dossier, "/xac-nhan")).status_code == 405
    client.post(page_of(dossier, "/doi-chieu-luat"))
    client.post(page_of(dossier, "/xac-nhan"))
    stored = make.only(dossier).appraisals.get()
    decided = list(stored.decisions.values_list("ruling", flat=True))
    assert decided != []
    assert set(decided) == {"confirmed"}


def test_a_fault_without_words_is_sent_in_the_usual_words(at, as_):
    dossier = make.received(at)
    sent = {"rows": 6, "loi-5-code": "initiative", "buoc": "xem"}
    letter = as_(at.officer).post(page_of(dossier, "/tra-lai"), sent)
    said = "Bổ sung quyết định công nhận sáng kiến hoặc đề tài."
    assert [one for one in texts(letter, "li") if one.endswith(said)] != []
    assert said in [
        one.attributes.get("value") for one in elements(letter, "input", name_="loi-5-text")
    ] + texts(letter, "textarea")


def test_writing_a_fault_of_ones_own_is_enough_and_changed_words_of_an_offered_one_are_not_lost(at, as_):
    line = make.nominee(award_code="provincial_emulation_fighter", commendation_type="merit")
    dossier = make.received(at, line, route="merit", movement=None)
    actions.store_appraisals(dossier=dossier, by=at.officer)
    client = as_(at.officer)
    page = client.get(page_of(dossier, "/tra-lai"))
    offered = len(elements(page, "input", type_="checkbox"))
    own = f"loi-{offered}"
    words = suggested_faults(dossier)[0].text
    sent = {
        "rows": offered + 3,
        "loi-0-text": words,
        f"{own}-text": "Ghi rõ số hộ.",
        f"{own}-field": "report",
        f"{own}-code": "report",
    }
    letter = client.post(page_of(dossier, "/tra-lai"), sent | {"buoc": "xem"})
    assert main_texts(letter, "li")[-1:] == ["Toàn bộ hồ sơ – báo cáo thành tích: Ghi rõ số hộ."]

    changed = client.post(page_of(dossier, "/tra-lai"), sent | {"loi-0-text": "Lời khác.", "buoc": "xem"})
    said = "Bạn đã sửa lời của thiếu sót này: hãy đánh dấu chọn, hoặc trả lại lời cũ."
    assert [one for one in texts(changed, "a") if one.endswith(said)] != []
    assert Dossier.objects.get(pk=dossier.pk).state == "received"


def test_one_reason_is_written_for_all_nominees_of_a_dossier(at, as_):
    dossier = make.received(at, *(make.nominee() for _number in range(3)))
    first, second, third = actions.store_appraisals(dossier=dossier, by=at.officer)
    key = next(one.key for one in leaves(first.result) if one.verdict == NEEDS_HUMAN)
    actions.decide_finding(appraisal=third, finding=key, holds=False, reason="Đang bị xem xét.", by=at.leader)
    name = "k" + key.replace("/", "-").replace(".", "_")
    sent = {
        "appraisal": first.pk,
        f"{name}-holds": "yes",
        f"{name}-reason": "Xã xác nhận.",
        f"{name}-alike": "on",
    }
    as_(at.officer).post(page_of(dossier, f"/doi-tuong/{first.nomination_id}"), sent)
    assert list(second.decisions.values_list("finding", "reason")) == [(key, "Xã xác nhận.")]
    assert list(third.decisions.values_list("finding", "reason")) == [(key, "Đang bị xem xét.")]


def test_what_an_officer_typed_after_the_session_ended_is_there_again(at, client):
    dossier = make.received(at)
    row = make.only(dossier)
    stored = actions.store_appraisals(dossier=dossier, by=at.officer)[0]
    finding = form_names(client, at, page_of(dossier, f"/doi-tuong/{row.pk}"))[0]
    asked = (
        ("/tra-lai", {"rows": "3", "loi-2-take": "on", "loi-2-text": "Ký lại biên bản họp xét."}),
        ("/ket-luan", {f"n{row.pk}-conclusion": "not_eligible", f"n{row.pk}-reason": "Chưa đủ hai năm."}),
        (f"/doi-tuong/{row.pk}", {"appraisal": stored.pk, finding: "Đã xem bản gốc quyết định."}),
    )
    client.logout()
    for part, data in asked:
        address = page_of(dossier, part)
        assert client.post(address, data)["Location"] == f"/dang-nhap?next={address}"
        client.force_login(at.officer, backend=BACKEND)
        again = client.get(address)
        assert texts(again, "textarea").count(list(data.values())[-1]) == 1
        assert main_text(again).count("Phiên làm việc đã hết hạn.") == 1
        assert make.only(dossier).outcome == "pending"
        client.logout()


def form_names(client, at, address):
    """Return the names of the fields for a reason."""
    client.force_login(at.officer, backend=BACKEND)
    return [one.attributes["name"] for one in elements(client.get(address), "textarea")]
