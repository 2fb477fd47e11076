"""The officer's desk: the queue, one dossier, receiving, returning, concluding."""

from __future__ import annotations

import pytest

from tests.factories import nominations as make
from tests.web.reading import elements, faults, main_text, main_texts, rows, texts
from thidua.nominations import actions
from thidua.nominations.models import Dossier, FindingDecision
from thidua.nominations.stored_findings import MET, leaves
from thidua.web.workspace.appraisal.work import work_of

ALL = "/lam-viec/ho-so-khen-thuong"
FIGHTER = "provincial_emulation_fighter"
QUEUE = 15  # queries of the queue
ONE = 21  # queries of one dossier


def page_of(dossier, part=""):
    return f"{ALL}/{dossier.code}{part}"


def fighter(at):
    """A dossier in appraisal about a title with conditions that the register does not prove."""
    line = make.nominee(award_code=FIGHTER, commendation_type="merit")
    return make.received(at, line, route="merit", movement=None)


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_whatever_its_length(at, as_, count, django_assert_num_queries):
    for _number in range(count):
        make.received(at)
    client = as_(at.officer)
    client.get(ALL)
    with django_assert_num_queries(QUEUE):
        page = client.get(ALL)
    assert len(rows(page)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_a_dossier_costs_the_same_whatever_its_nominees(at, as_, count, django_assert_num_queries):
    dossier = make.received(at, *(make.nominee() for _number in range(count)))
    client = as_(at.officer)
    client.get(page_of(dossier))
    with django_assert_num_queries(ONE):
        page = client.get(page_of(dossier))
    assert len(rows(page)) == count


def test_strangers_get_the_same_answer_whether_or_not_the_dossier_exists(at, as_):
    dossier = make.received(at)
    assert as_(at.officer).get(page_of(dossier)).status_code == 200
    client = as_(at.clerk)
    there, missing = client.get(page_of(dossier)), client.get(f"{ALL}/HS-2026-99999")
    assert (there.status_code, main_text(there)) == (missing.status_code, main_text(missing))


def test_an_officer_receives_a_dossier_and_its_nominees_are_checked(at, as_):
    dossier = make.submitted(at)
    answer = as_(at.officer).post(page_of(dossier, "/tiep-nhan"))
    assert answer["Location"] == page_of(dossier)
    dossier.refresh_from_db()
    assert (dossier.state, dossier.holder) == ("received", at.officer)
    assert make.only(dossier).appraisals.count() == 1


def fault(number=0, **changes):
    said = {"take": "on", "field": "met_on", "code": "minutes", "text": "Ghi lại ngày họp.", "nomination": ""}
    return {f"loi-{number}-{name}": value for name, value in (said | changes).items()}


def test_a_return_shows_its_letter_before_it_leaves(at, as_):
    dossier = make.received(at)
    client = as_(at.officer)
    sent = (
        {"rows": 4, "note": "Đề nghị sửa trong tuần."}
        | fault(2)
        | fault(3, field="report", code="report", text="Viết thêm.")
    )
    letter = client.post(page_of(dossier, "/tra-lai"), sent | {"buoc": "xem"})
    assert main_texts(letter, "li")[-2:] == [
        "Toàn bộ hồ sơ – ngày họp xét: Ghi lại ngày họp.",
        "Toàn bộ hồ sơ – báo cáo thành tích: Viết thêm.",
    ]
    assert Dossier.objects.get(pk=dossier.pk).state == "received"
    hidden = {
        e.attributes["name"]: e.attributes.get("value", "") for e in elements(letter, "input", type_="hidden")
    }
    hidden |= {"note": "Đề nghị sửa trong tuần."}
    client.post(page_of(dossier, "/tra-lai"), hidden | {"buoc": "gui"})
    dossier.refresh_from_db()
    assert dossier.state == "returned"
    assert [one.text for one in dossier.faults.order_by("ordinal")] == ["Ghi lại ngày họp.", "Viết thêm."]


def test_a_fault_without_a_field_is_told_and_nothing_typed_is_lost(at, as_):
    dossier = make.received(at)
    sent = {"rows": 2, "note": "Một lời.", "buoc": "xem"} | fault(0, code="other", field="")
    page = as_(at.officer).post(page_of(dossier, "/tra-lai"), sent)
    assert faults(page) == ["Hãy chọn mục mà đơn vị phải sửa."]
    assert "Ghi lại ngày họp." in texts(page, "textarea")
    assert "Một lời." in texts(page, "textarea")


def test_findings_are_decided_beside_the_facts_and_a_refusal_keeps_what_was_typed(at, as_):
    dossier = make.received(
        at,
        make.nominee(award_code="provincial_emulation_fighter", commendation_type="merit"),
        route="merit",
        movement=None,
    )
    client = as_(at.officer)
    client.post(page_of(dossier, "/doi-chieu-luat"))
    row = make.only(dossier)
    stored = row.appraisals.get()
    first, second = list({one.key: one for one in leaves(stored.result) if one.verdict != MET}.values())[:2]
    page = page_of(dossier, f"/doi-tuong/{row.pk}")
    names = ["k" + one.key.replace("/", "-").replace(".", "_") for one in (first, second)]
    sent = {
        "appraisal": stored.pk,
        f"{names[0]}-holds": "yes",
        f"{names[0]}-reason": "Có bản giấy.",
        f"{names[1]}-holds": "yes",
    }
    answer = client.post(page, sent)
    assert len(faults(answer)) == 1
    assert "Có bản giấy." in texts(answer, "textarea")
    assert [one.finding for one in FindingDecision.objects.all()] == [first.key]
    assert (
        client.post(page, sent | {f"{names[1]}-reason": "Đã xem.", f"{names[0]}-seen": 1})["Location"] == page
    )
    assert FindingDecision.objects.count() == 2


def test_who_is_not_eligible_is_told_why(at, as_):
    dossier = make.received(at)
    row = make.only(dossier)
    client = as_(at.officer)
    page = client.post(page_of(dossier, "/ket-luan"), {f"n{row.pk}-conclusion": "not_eligible"})
    assert len(faults(page)) == 1
    client.post(
        page_of(dossier, "/ket-luan"),
        {f"n{row.pk}-conclusion": "not_eligible", f"n{row.pk}-reason": "Chưa đủ."},
    )
    row.refresh_from_db()
    assert (row.outcome, row.outcome_reason) == ("not_eligible", "Chưa đủ.")


def test_agencies_are_asked_and_their_answer_recorded(at, as_):
    dossier = make.appraised(at)
    client = as_(at.officer)
    client.post(
        page_of(dossier, "/y-kien-co-quan"), {"agencies": ["tax", "police"], "question": "Có vi phạm không?"}
    )
    assert dossier.agency_consultations.count() == 2
    asked = dossier.agency_consultations.first()
    client.post(
        page_of(dossier, f"/y-kien-co-quan/{asked.pk}"), {"agrees": "yes", "answered_on": "16/03/2026"}
    )
    asked.refresh_from_db()
    assert asked.answer == "agrees"


def test_a_suspension_takes_the_steps_that_lead_on_away(at, as_):
    dossier = make.received(at)
    client = as_(at.officer)
    assert "Trả lại để bổ sung" in main_text(client.get(page_of(dossier)))
    client.post(page_of(dossier, "/tam-dung"), {"cause": "complaint", "reason": "Đang xác minh đơn."})
    assert "Trả lại để bổ sung" not in main_text(client.get(page_of(dossier)))
    suspension = dossier.suspensions.get()
    client.post(page_of(dossier, f"/tam-dung/{suspension.pk}/go"), {"reason": "Đơn sai sự thật."})
    assert "Trả lại để bổ sung" in main_text(client.get(page_of(dossier)))


@pytest.mark.parametrize(
    "part",
    [
        "",
        "/tai-lieu",
        "/y-kien-co-quan",
        "/lay-y-kien",
        "/nhat-ky",
        "/giao",
        "/tra-lai",
        "/ket-luan",
        "/tam-dung",
        "/tiep-nhan",
        "/dong",
    ],
)
def test_every_part_is_drawn_with_its_dossier(at, as_, part):
    dossier = make.received(at)
    assert dossier.code in as_(at.officer).get(page_of(dossier, part)).content.decode()


def test_the_public_is_asked_and_an_opinion_moderated(at, as_):
    dossier = make.appraised(at)
    client = as_(at.officer)
    client.post(page_of(dossier, "/lay-y-kien/mo"), {"where": "Cổng thông tin tỉnh"})
    consultation = dossier.public_consultations.get()
    client.post(
        page_of(dossier, f"/lay-y-kien/{consultation.pk}/ghi"), {"text": "Rất xứng đáng.", "stance": "agrees"}
    )
    opinion = consultation.opinions.get()
    client.post(page_of(dossier, f"/lay-y-kien/y-kien/{opinion.pk}/duyet"), {"publish": "yes"})
    opinion.refresh_from_db()
    assert opinion.state == "published"
    assert "Rất xứng đáng." in main_text(client.get(page_of(dossier, "/lay-y-kien")))


def test_nominees_stand_beside_each_other_and_copied_reports_side_by_side(at, as_):
    text = (
        "Năm 2025 đã vận động bốn mươi tám hộ dân góp công làm hai cây số đường bê tông của thôn, không ai khiếu nại, "
        * 3
    )
    dossier = make.received(
        at, make.nominee("Nông Văn A", report=text), make.nominee("Hoàng Thị B", report=text)
    )
    first, second = dossier.nominations.order_by("ordinal")
    client = as_(at.officer)
    compared = client.get(page_of(dossier, f"/so-sanh?n={first.pk}&n={second.pk}"))
    assert texts(compared, "th", scope="col") == ["Nông Văn A", "Hoàng Thị B"]
    beside = client.get(page_of(dossier, f"/doi-tuong/{first.pk}/trung/{second.pk}"))
    assert len(elements(beside, "mark")) == 2


def test_two_officers_on_one_finding_are_told_of_each_other(at, as_):
    dossier = make.received(
        at, make.nominee(award_code=FIGHTER, commendation_type="merit"), route="merit", movement=None
    )
    [stored] = actions.store_appraisals(dossier=dossier, by=at.officer)
    finding = next(one for one in leaves(stored.result) if one.verdict != MET)
    row = make.only(dossier)
    actions.decide_finding(
        appraisal=stored, finding=finding.key, holds=True, reason="Của người kia.", by=at.leader
    )
    name = "k" + finding.key.replace("/", "-").replace(".", "_")
    sent = {"appraisal": stored.pk, f"{name}-seen": 0, f"{name}-holds": "yes", f"{name}-reason": "Của tôi."}
    page = page_of(dossier, f"/doi-tuong/{row.pk}")
    client = as_(at.officer)
    told = client.post(page, sent)
    assert "Của người kia." in faults(told)[0]
    assert "Của tôi." in texts(told, "textarea")
    assert client.post(page, sent | {f"{name}-seen": 1})["Location"] == page
    assert FindingDecision.objects.get().reason == "Của tôi."


def test_a_list_is_filtered_and_downloaded(at, as_):
    make.received(at, make.nominee("Nông Văn A"))
    make.submitted(at, make.nominee("Hoàng Thị B"))
    client = as_(at.officer)
    assert len(rows(client.get(f"{ALL}/tat-ca"))) == 2
    assert len(rows(client.get(f"{ALL}/tat-ca?q=hoang"))) == 1
    assert len(rows(client.get(f"{ALL}?buoc=submitted"))) == 1
    assert len(rows(client.get(f"{ALL}?nguoi_giu=0"))) == 1
    assert (
        len(
            rows(client.get(f"{ALL}?nguoi_giu={at.officer.pk}&don_vi={at.place.de_tham.pk}&thu_tuc=movement"))
        )
        == 1
    )
    csv = client.get(f"{ALL}/tat-ca?dinh-dang=csv").content.decode("utf-8-sig")
    assert csv.count("HS-2026-") == 2


def test_a_dossier_is_assigned_only_to_who_appraises(at, as_):
    dossier = make.received(at)
    client = as_(at.officer)
    assert len(faults(client.post(page_of(dossier, "/giao"), {"holder": at.clerk.pk}))) == 1
    client.post(page_of(dossier, "/giao"), {"holder": at.leader.pk})
    dossier.refresh_from_db()
    assert dossier.holder == at.leader


def test_an_appraised_dossier_goes_to_the_council(at, as_):
    dossier = make.appraised(at)
    client = as_(at.officer)
    assert "Trình Hội đồng" in main_text(client.get(page_of(dossier)))
    client.post(page_of(dossier, "/trinh-hoi-dong"))
    dossier.refresh_from_db()
    assert dossier.state == "council"


def test_a_paper_is_handed_out_only_within_the_office(at, as_):
    dossier = make.received(at)
    paper = dossier.evidence.first()
    got = as_(at.officer).get(page_of(dossier, f"/tai-lieu/{paper.pk}"))
    assert b"".join(got.streaming_content) == make.PICTURE
    assert as_(at.clerk).get(page_of(dossier, f"/tai-lieu/{paper.pk}")).status_code == 403


def test_what_waits_for_an_officer_stands_on_the_work_list(at):
    make.submitted(at)
    held = make.received(at)
    titles = [item.title for item in work_of(at.officer)]
    assert titles == ["1 hồ sơ chờ tiếp nhận", f"{held.code}: {held.title}"]
    assert list(work_of(at.clerk)) == []


def test_every_page_reads_in_english(at, as_):
    dossier = make.received(at)
    row = make.only(dossier)
    client = as_(at.officer)
    for part in ("", "/tai-lieu", "/nhat-ky", f"/doi-tuong/{row.pk}"):
        assert "At the desk" in main_text(client.get("/en" + page_of(dossier, part)))


def test_a_draft_elsewhere_is_no_duplicate_until_it_is_sent(at, as_):
    one = make.received(at)
    other = make.complete(at)
    address = page_of(one, f"/doi-tuong/{make.only(one).pk}")
    told = f"Đang được đề nghị ở hồ sơ khác: {make.only(other).recipient_name}"
    before = main_text(as_(at.officer).get(address))
    actions.submit_dossier(dossier=other, declared=True, by=at.clerk)
    after = main_text(as_(at.officer).get(address))
    assert ([other.code in text for text in (before, after)], told in after) == ([False, True], True)
