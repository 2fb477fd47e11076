"""Proposals, the fund, templates, and what comes back from the State level."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.factories.council import dossier as before_council
from tests.factories.council import nomination
from tests.factories.decisions import Office, draft, proposal, ready_dossier, signed
from thidua.decisions.actions import (
    allocate_fund,
    draft_decision,
    pay_bonus,
    record_external_result,
    replace_template,
)
from thidua.decisions.enums import FundEntryKind, SubmissionState, TemplateKind
from thidua.decisions.models import DocumentTemplate, FundEntry, Submission
from thidua.decisions.papers.decision_letter import decision_letter
from thidua.decisions.papers.submission_letter import submission_letter
from thidua.decisions.queries import fund_balance
from thidua.nominations.enums import DossierState, Level, Outcome
from thidua.nominations.models import Nomination
from thidua.nominations.reminding import remind
from thidua.registry.models import Award, Conferral
from thidua.support.documents.letters.defaults import default_template
from thidua.support.notices.models import Notice
from thidua.support.refusals import NotAllowed, Refused


def test_nobody_is_proposed_whom_the_council_has_not_passed(of: Office) -> None:
    row = before_council(of.place)
    nomination(row, "Lý Văn An", outcome=Outcome.PASSED)
    with pytest.raises(Refused) as caught:
        proposal(of, row, difference="Hội đồng họp trực tiếp, biên bản số 05/BB-HĐ.")
    assert caught.value.faults == {
        "dossiers": [
            "The council has not passed: Lý Văn An. Record the result of a closed ballot before proposing."
        ]
    }
    assert not Submission.objects.exists()


def test_a_dossier_is_proposed_once(of: Office) -> None:
    row = ready_dossier(of)
    proposal(of, row)
    with pytest.raises(Refused):
        proposal(of, row)
    assert Submission.objects.get().number == 1


def test_only_a_leader_of_the_board_proposes(of: Office) -> None:
    with pytest.raises(NotAllowed):
        proposal(of, ready_dossier(of), by=of.officer)
    assert not Submission.objects.exists()


def test_money_that_comes_in_is_entered_once_for_each_paper(of: Office) -> None:
    entry = {
        "unit": of.place.province,
        "year": 2026,
        "amount": 900_000_000,
        "on": timezone.localdate(),
        "grounds": "Dự toán đầu năm",
        "paper": "2105/QĐ-UBND",
        "by": of.leader,
    }
    assert allocate_fund(**entry) == allocate_fund(**entry)
    with pytest.raises(Refused) as caught:
        allocate_fund(**entry | {"amount": 1})
    assert list(caught.value.faults) == ["paper"]
    balance = fund_balance(of.place.province, 2026)
    assert (balance.allocated, balance.left, balance.is_known) == (900_000_000, 900_000_000, True)


def test_nobody_books_a_payment_by_hand(of: Office) -> None:
    with pytest.raises(Refused) as caught:
        allocate_fund(
            unit=of.place.province, year=2026, amount=5, on=timezone.localdate(), grounds="x", paper="y",
            kind=FundEntryKind.PAYMENT, by=of.leader,
        )  # fmt: skip
    assert list(caught.value.faults) == ["kind"]
    assert not FundEntry.objects.exists()


def test_what_the_prime_minister_granted_comes_back_into_the_register(of: Office) -> None:
    row = ready_dossier(of, ("Lý Văn An", "Vi Thị Bình"), award="pm_certificate_of_merit", level=Level.STATE)
    sent = proposal(of, row)
    with pytest.raises(Refused):
        draft_decision(
            submission=sent, symbol="QĐ-UBND", place="Lạng Sơn", achievement="x", planned_on=timezone.localdate(),
            signer_name="x", signer_post="x", by=of.leader,
        )  # fmt: skip
    without = Nomination.objects.get(recipient_name="Vi Thị Bình")
    told = {
        "authority": "Thủ tướng Chính phủ",
        "number": "1500/QĐ-TTg",
        "decided_on": timezone.localdate(),
        "refused": {without.pk: "Chưa đủ thời gian."},
        "by": of.leader,
    }
    assert record_external_result(submission=sent, **told) == record_external_result(submission=sent, **told)
    row.refresh_from_db()
    sent.refresh_from_db()
    without.refresh_from_db()
    assert (row.state, sent.state, without.outcome) == (
        DossierState.DECIDED,
        SubmissionState.DECIDED,
        Outcome.REFUSED,
    )
    conferral = Conferral.objects.get()
    assert (conferral.decision_number, conferral.source) == ("1500/QĐ-TTg", "Thủ tướng Chính phủ")
    award = Award.objects.get()
    for _twice in range(2):
        pay_bonus(award=award, amount=8_860_000, on=timezone.localdate(), grounds="Đ11 k4", by=of.leader)
    assert fund_balance(of.place.province, timezone.localdate().year).paid == 8_860_000


def test_a_template_is_checked_before_it_is_used(of: Office) -> None:
    good = default_template("decision")
    put = {"unit": of.place.province, "kind": TemplateKind.DECISION, "name": "mau.docx", "by": of.leader}
    with pytest.raises(Refused) as caught:
        replace_template(data=default_template("annex"), **put)
    assert list(caught.value.faults) == ["template"]
    assert not DocumentTemplate.objects.exists()
    row = replace_template(data=good, **put)
    assert replace_template(data=good, **put) == row
    assert signed(of).docx is not None


def test_the_unit_is_told_when_its_dossier_is_proposed(of: Office) -> None:
    row = ready_dossier(of)
    proposal(of, row)
    assert [one.subject for one in Notice.objects.filter(user=of.place.clerk)] == [
        f"Hồ sơ {row.code} đã được trình để quyết định"
    ]


def test_a_step_that_is_due_soon_is_told_once(of: Office) -> None:
    row = ready_dossier(of, due_on=timezone.localdate())
    assert remind(timezone.localdate()) == 1
    remind(timezone.localdate())
    assert Notice.objects.filter(key=f"dossier/{row.pk}/due/{row.due_on}", user=of.officer).count() == 1


def test_the_letter_names_who_is_proposed_and_what_the_council_voted(of: Office) -> None:
    letter = proposal(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình")))
    lines = list(letter.lines.select_related("nomination").order_by("ordinal"))
    for line, votes in zip(lines, (7, 6), strict=True):
        line.votes_yes, line.votes_of = votes, 7
    award = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn"
    awards = {lines[0].nomination.award_code: award}
    written = submission_letter(letter, lines, [], bases=["Căn cứ Luật Thi đua, khen thưởng"], awards=awards)

    assert written.paragraphs == (
        "Hội đồng Thi đua – Khen thưởng đã bỏ phiếu, biểu quyết thông qua 02 trường hợp; trường hợp thấp nhất được 6/7 "
        "thành viên Hội đồng đồng ý.",
        f"Đề nghị xét, tặng {award} cho 02 cá nhân, gồm:",
        "1. Lý Văn An, Trưởng thôn, Xã Đề Thám (7/7 phiếu đồng ý);",
        "2. Vi Thị Bình, Trưởng thôn, Xã Đề Thám (6/7 phiếu đồng ý).",
        "Cơ quan trình chịu trách nhiệm về tính chính xác của hồ sơ và việc thẩm định.",
    )
    assert (written.bases, written.recipients) == (
        ("Căn cứ Luật Thi đua, khen thưởng;",),
        ("Như trên;", "Lưu: VT."),
    )


def test_heads_and_posts_are_written_in_capitals(of: Office) -> None:
    letter = proposal(of)
    lines = list(letter.lines.select_related("nomination"))
    written = submission_letter(letter, lines, [], bases=[], awards={})
    decided = decision_letter(draft(of, ready_dossier(of, ("Vi Thị Bình",))))

    assert (written.parent_body, written.body, written.signer_post) == (
        "ỦY BAN NHÂN DÂN TỈNH\u00a0LẠNG\u00a0SƠN",
        "SỞ NỘI VỤ",
        "GIÁM ĐỐC SỞ NỘI VỤ",
    )
    assert (decided.parent_body, decided.body, decided.signer_post, decided.recipients) == (
        "",
        "ỦY BAN NHÂN DÂN TỈNH\u00a0LẠNG\u00a0SƠN",
        "CHỦ TỊCH",
        ("Như Điều 3;", "Lưu: VT."),
    )
