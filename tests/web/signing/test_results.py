"""Proposals to the State level, and proposals that go back."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.factories.decisions import draft, proposal, ready_dossier, signed, waiting
from tests.web.reading import faults, rows, texts
from thidua.core.vietnamese.dates import format_date
from thidua.decisions.enums import DecisionState, SubmissionState
from thidua.decisions.models import Decision, ExternalResult, Submission
from thidua.nominations.enums import Level
from thidua.nominations.models import Nomination
from thidua.registry.models import Award
from thidua.web.shell.worklist import work_of

NAMES = ("Lý Văn An", "Vi Thị Bình", "Nông Văn Cao")
AWAITED = "/lam-viec/quyet-dinh/cap-nha-nuoc"


def sent_up(of, names=NAMES):
    return proposal(of, ready_dossier(of, names, award="pm_certificate_of_merit", level=Level.STATE))


def paper(**more):
    return {
        "authority": "Thủ tướng Chính phủ",
        "number": "1500/QĐ-TTg",
        "decided_on": format_date(timezone.localdate()),
        "note": "",
        **more,
    }


def answers(row, *said):
    lines = row.lines.order_by("ordinal")
    return {f"answer-{line.pk}": answer for line, answer in zip(lines, said, strict=True)}


@pytest.mark.parametrize("count", [1, 3])
def test_what_waits_takes_the_same_queries_whatever_its_rows(of, as_, count, django_assert_num_queries):
    for name in NAMES[:count]:
        sent_up(of, (name,))
    client = as_(of.leader)
    client.get(AWAITED)
    with django_assert_num_queries(10):
        page = client.get(AWAITED)
    assert [row[2] for row in rows(page)] == ["1 trường hợp"] * count


def test_each_nominee_is_recorded_with_the_paper(of, as_):
    row = sent_up(of)
    lines = list(row.lines.order_by("ordinal"))
    said = paper(**answers(row, "granted", "refused", "waiting"))
    said |= {
        f"reason-{lines[1].pk}": "Chưa đủ thời gian.",
        "file": SimpleUploadedFile("1500-qd-ttg.pdf", b"%PDF-1.7 quyet dinh"),
    }
    client = as_(of.leader)
    address = f"/lam-viec/quyet-dinh/to-trinh/{row.pk}/ket-qua"
    page = client.post(address, said, follow=True)
    assert [(cells[1], cells[4]) for cells in rows(page)] == [
        ("Nông Văn Cao", "chờ cấp Nhà nước"),
        ("Lý Văn An", "được tặng (1500/QĐ-TTg)"),
        ("Vi Thị Bình", "không tặng (1500/QĐ-TTg): Chưa đủ thời gian."),
    ]
    made = ExternalResult.objects.get()
    given = client.get(f"{address}/{made.pk}/tep")
    assert given.getvalue() == b"%PDF-1.7 quyet dinh"
    assert list(Award.objects.values_list("recipient_name", flat=True)) == ["Lý Văn An"]


def test_a_refusal_asks_its_reason_beside_its_nominee_and_keeps_what_was_typed(of, as_):
    row = sent_up(of, NAMES[:1])
    said = paper(**answers(row, "refused"))
    page = as_(of.leader).post(f"/lam-viec/quyet-dinh/to-trinh/{row.pk}/ket-qua", said)
    assert faults(page) == ["Ghi lý do không tặng; đơn vị sẽ đọc lý do này."]
    assert "1500/QĐ-TTg" in page.content.decode()
    assert not ExternalResult.objects.exists()


def test_a_late_answer_stands_on_the_work_list(of, as_):
    row = sent_up(of)
    url = f"/lam-viec/quyet-dinh/to-trinh/{row.pk}"
    assert [item.url for item in work_of(of.leader) if item.url == url] == []
    Submission.objects.update(dated=date(2026, 1, 5))
    assert [item.url for item in work_of(of.leader) if item.url == url] == [url]
    assert "ngày làm việc" in rows(as_(of.leader).get(AWAITED))[0][3]


def test_a_proposal_that_is_decided_here_has_no_page_to_record_a_result(of, as_):
    row = proposal(of)
    hidden, missing = (
        as_(of.leader).get(f"/lam-viec/quyet-dinh/to-trinh/{pk}/ket-qua") for pk in (row.pk, row.pk + 99)
    )
    assert (hidden.status_code, missing.status_code) == (403, 403)
    assert texts(hidden, "main") == texts(missing, "main")


def test_the_chairman_sends_a_proposal_back_once_with_a_reason_that_is_read(of, as_):
    row = draft(of)
    address = f"/lam-viec/quyet-dinh/to-trinh/{row.submission_id}"
    client = as_(of.chairman)
    assert len(faults(client.post(f"{address}/tra-lai", {"reason": ""}))) == 1
    for _twice in range(2):
        assert client.post(f"{address}/tra-lai", {"reason": "Thiếu ý kiến của Công an."}).status_code == 302
    assert (Submission.objects.get().state, Decision.objects.get().state) == (
        SubmissionState.SENT_BACK,
        DecisionState.CANCELLED,
    )
    page = as_(of.leader).get(address)
    assert texts(page, "div", class_="notification--warning") == [
        "Người có thẩm quyền trả lại Thiếu ý kiến của Công an."
    ]
    assert Nomination.objects.get().outcome == "eligible"


def test_what_is_signed_cannot_be_sent_back_and_only_who_decides_is_asked(of, as_):
    row = signed(of)
    address = f"/lam-viec/quyet-dinh/to-trinh/{row.submission_id}/tra-lai"
    assert as_(of.chairman).get(address).status_code == 403
    other = waiting(of)
    address = f"/lam-viec/quyet-dinh/to-trinh/{other.submission_id}/tra-lai"
    assert as_(of.leader).get(address).status_code == 403
    assert as_(of.chairman).get(address).status_code == 200
