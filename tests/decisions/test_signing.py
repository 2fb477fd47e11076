"""A signature sets everything in force, or nothing."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.factories.decisions import Office, draft, proposal, ready_dossier, signed, signing, waiting
from thidua.decisions.actions import (
    edit_decision,
    refuse_line,
    return_decision,
    send_back_submission,
    send_for_signature,
    set_bonus,
    sign_decision,
)
from thidua.decisions.actions import granting as granting_module
from thidua.decisions.enums import BonusSource, DecisionState, SubmissionState
from thidua.decisions.models import Certificate, Decision, FundEntry, NumberSequence
from thidua.decisions.queries import annex_of, fund_balance, golden_book, to_sign, waiting_for
from thidua.nominations.enums import DossierState, Outcome
from thidua.nominations.models import Dossier, Nomination
from thidua.registry.models import Award, Conferral
from thidua.support.documents.proof.keyring import public_keys
from thidua.support.documents.proof.payload import verify
from thidua.support.documents.signing.test_certificate import test_certificate
from thidua.support.documents.signing.verifying import verify_pdf
from thidua.support.notices.models import Notice
from thidua.support.refusals import NotAllowed, Refused

AMOUNT = 3_800_000  # 1.5 × 2 530 000, rounded up to 10 000


def test_a_signature_writes_decision_register_dossier_money_and_certificate_at_once(of: Office) -> None:
    dossier = ready_dossier(of, ("Lý Văn An", "Vi Thị Bình"))
    row = signed(of, dossier)

    dossier.refresh_from_db()
    assert (row.number, row.year, row.state) == (1, timezone.localdate().year, DecisionState.SIGNED)
    assert row.full_number == "01/QĐ-UBND"
    assert (dossier.state, row.submission.state) == (DossierState.DECIDED, SubmissionState.DECIDED)
    assert set(Nomination.objects.values_list("outcome", flat=True)) == {Outcome.GRANTED}
    awards = Award.objects.order_by("ordinal")
    assert [(one.ordinal, one.recipient_name, one.counting_year) for one in awards] == [
        (1, "Lý Văn An", 2026),
        (2, "Vi Thị Bình", 2026),
    ]
    conferral = Conferral.objects.get()
    assert (conferral.award_code, conferral.decision_number, conferral.decision_file) == (
        "provincial_certificate_of_merit",
        "01/QĐ-UBND",
        row.signed_file,
    )
    assert list(FundEntry.objects.values_list("amount", flat=True)) == [-AMOUNT, -AMOUNT]
    assert Certificate.objects.count() == 2


def test_the_signed_file_carries_a_signature_that_holds(of: Office) -> None:
    row = signed(of)
    assert row.signed_file is not None
    with row.signed_file.content.open("rb") as file:
        found = verify_pdf(file.read(), [test_certificate()])
    assert [(one.is_intact, one.is_trusted) for one in found] == [(True, True)]


def test_a_certificate_proves_itself_without_a_network(of: Office) -> None:
    row = signed(of)
    certificate = Certificate.objects.get()
    proof = verify(certificate.payload, public_keys())
    assert (proof.code, proof.name, proof.decision_number, proof.decided_on) == (
        certificate.code,
        "Lý Văn An",
        "01/QĐ-UBND",
        row.decided_on,
    )


def test_signing_twice_is_signing_once(of: Office) -> None:
    row = waiting(of)
    first, second = signing(of, row), signing(of, row)
    assert (first.pk, first.number) == (second.pk, second.number)
    assert (
        Award.objects.count(),
        FundEntry.objects.count(),
        NumberSequence.objects.get(kind="decision").last,
    ) == (
        1,
        1,
        1,
    )


def test_a_signing_that_breaks_off_halfway_leaves_nothing(
    of: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = ready_dossier(of)
    row = waiting(of, dossier)

    def killed(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(granting_module, "make_codes", killed)
        with pytest.raises(KeyboardInterrupt):
            signing(of, row)

    row = Decision.objects.get(pk=row.pk)
    dossier.refresh_from_db()
    assert (row.state, row.number, row.signed_file, dossier.state) == (
        DecisionState.WAITING,
        None,
        None,
        DossierState.PROPOSED,
    )
    assert not Award.objects.exists()
    assert not FundEntry.objects.exists()
    assert not NumberSequence.objects.filter(kind="decision").exists()
    assert signing(of, row).number == 1  # no number was used up


def test_decisions_signed_one_after_the_other_have_consecutive_numbers(of: Office) -> None:
    assert [signed(of).number, signed(of).number, signed(of).number] == [1, 2, 3]


def test_only_what_was_seen_is_signed(of: Office) -> None:
    row = waiting(of)
    with pytest.raises(Refused) as caught:
        sign_decision(decision=row, sha256="0" * 64, by=of.chairman)
    assert caught.value.faults == {
        "": ["The decision was changed after you opened it. Read it again, then sign."]
    }
    assert not Award.objects.exists()


def test_only_who_decides_signs(of: Office) -> None:
    row = waiting(of)
    assert row.preview is not None
    for stranger in (of.officer, of.leader, of.place.clerk):
        with pytest.raises(NotAllowed):
            sign_decision(decision=row, sha256=row.preview.sha256, by=stranger)
    assert not Award.objects.exists()


def test_a_suspension_between_council_and_signature_stops_the_signature(of: Office) -> None:
    dossier = ready_dossier(of)
    row = waiting(of, dossier)
    Dossier.objects.filter(pk=dossier.pk).update(suspended=True)
    with pytest.raises(Refused):
        signing(of, row)
    assert Decision.objects.get(pk=row.pk).state == DecisionState.WAITING
    assert not Award.objects.exists()


def test_a_returned_decision_keeps_its_reason_and_can_be_sent_again(of: Office) -> None:
    row = waiting(of)
    back = return_decision(decision=row, reason="Sửa chức vụ của ông An.", by=of.chairman)
    assert (back.state, back.return_reason) == (DecisionState.RETURNED, "Sửa chức vụ của ông An.")
    assert Notice.objects.filter(user=of.leader, subject__startswith="Trả lại, chưa ký").count() == 1
    again = edit_decision(
        decision=back, values={"title": "Về việc tặng Bằng khen"}, version=back.version, by=of.leader
    )
    assert send_for_signature(decision=again, by=of.leader).state == DecisionState.WAITING


def test_a_return_without_a_reason_is_refused(of: Office) -> None:
    row = waiting(of)
    with pytest.raises(Refused) as caught:
        return_decision(decision=row, reason=" ", by=of.chairman)
    assert list(caught.value.faults) == ["reason"]
    assert Decision.objects.get(pk=row.pk).state == DecisionState.WAITING


def test_a_refused_nominee_is_told_why_and_takes_no_golden_book_number(of: Office) -> None:
    dossier = ready_dossier(of, ("Lý Văn An", "Vi Thị Bình", "Nông Văn Cao"))
    row = draft(of, dossier)
    refuse_line(line=row.lines.get(recipient_name="Vi Thị Bình"), reason="Chưa đủ minh chứng.", by=of.leader)
    signing(of, send_for_signature(decision=row, by=of.leader))
    refused = Nomination.objects.get(recipient_name="Vi Thị Bình")
    assert (refused.outcome, refused.outcome_reason) == (Outcome.REFUSED, "Chưa đủ minh chứng.")
    assert list(
        row.lines.filter(refusal="").values_list("ordinal", "recipient_name").order_by("ordinal")
    ) == [
        (1, "Lý Văn An"),
        (2, "Nông Văn Cao"),
    ]
    text = Notice.objects.filter(subject__startswith="Đã có quyết định", channel="in_app").first().text
    assert "– Vi Thị Bình: không được khen thưởng. Chưa đủ minh chứng." in text.split("\n")


def test_an_amount_that_the_law_does_not_know_waits_for_a_person(of: Office) -> None:
    row = draft(of, ready_dossier(of, award="initiative_recognition"))
    line = row.lines.get()
    assert (line.bonus_source, line.bonus_amount) == (BonusSource.OPEN, None)
    with pytest.raises(Refused) as caught:
        send_for_signature(decision=row, by=of.leader)
    assert list(caught.value.faults) == [f"line-{line.pk}"]
    with pytest.raises(Refused):
        set_bonus(line=line, amount=500_000, reason="", by=of.leader)
    set_bonus(line=line, amount=500_000, reason="Quyết định 12/2026/QĐ-UBND", by=of.leader)
    assert send_for_signature(decision=row, by=of.leader).state == DecisionState.WAITING


def test_the_sum_of_a_bonus_is_told_step_by_step(of: Office) -> None:
    line = draft(of).lines.get()
    assert (line.bonus_source, line.bonus_amount, line.bonus_base, str(line.bonus_coefficient)) == (
        BonusSource.LAW,
        AMOUNT,
        2_530_000,
        "1.500",
    )
    assert len(line.bonus_steps) == 4


def test_a_proposal_sent_back_puts_its_dossiers_where_they_came_from(of: Office) -> None:
    dossier = ready_dossier(of)
    row = waiting(of, dossier)
    send_back_submission(submission=row.submission, reason="Xem lại danh sách.", by=of.chairman)
    dossier.refresh_from_db()
    assert (dossier.state, Decision.objects.get(pk=row.pk).state) == (
        DossierState.APPRAISED,
        DecisionState.CANCELLED,
    )
    assert proposal(of, dossier).number == 2


def test_the_page_of_the_chairman_tells_who_votes_and_money(of: Office) -> None:
    row = waiting(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình")))
    assert list(waiting_for(of.chairman)) == [row]
    assert list(waiting_for(of.place.clerk)) == []
    page = to_sign(row)
    assert (page.recipients, page.money, page.fewest_votes, page.objections) == (2, 2 * AMOUNT, None, 0)


def test_the_balance_counts_what_was_decided(of: Office) -> None:
    row = signed(of)
    balance = fund_balance(of.place.province, row.year or 0)
    assert (balance.paid, balance.is_known, balance.left) == (AMOUNT, False, -AMOUNT)


def test_the_golden_book_reads_in_the_order_of_the_decisions(of: Office, django_assert_num_queries) -> None:
    for name in ("Lý Văn An", "Vi Thị Bình"):
        row = signed(of, ready_dossier(of, (name,)))
    with django_assert_num_queries(5):
        book = [
            (line.decision.number, line.ordinal, line.recipient_name)
            for line in golden_book(of.place.province, row.year or 0)
        ]
    assert book == [(1, 1, "Lý Văn An"), (2, 1, "Vi Thị Bình")]
    assert [award for award, _groups in annex_of(row)] == [
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn"
    ]
