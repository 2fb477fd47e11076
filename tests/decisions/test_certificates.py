"""Certificates: made in ranges, handed over, exchanged, corrected, cancelled; nothing is deleted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.council import CERTIFICATE
from tests.factories.decisions import Office, of_kind, printed, ready_dossier, signed
from thidua.decisions.actions import (
    cancel_award,
    correct_certificate,
    exchange_certificate,
    hand_over,
    hand_over_many,
    make_certificates,
    record_recall,
    recover_bonus,
    reissue_certificate,
    reprint_page,
    start_certificates,
)
from thidua.decisions.enums import BatchState, CertificateState, EventKind, ReasonCode
from thidua.decisions.models import Certificate, CertificateEvent, FundEntry, HandingOver, PrintBatch
from thidua.decisions.queries import annex_of, certificate_facts, fund_balance, handing_over_list
from thidua.nominations.enums import DossierState
from thidua.registry.actions import cancel_award as cancel_in_register
from thidua.registry.enums import AwardStatus, RecipientKind
from thidua.registry.facts import facts_of
from thidua.registry.models import Award
from thidua.support.documents.proof.keyring import public_keys
from thidua.support.documents.proof.payload import verify
from thidua.support.refusals import NotAllowed, Refused

NAMES = ("Lý Văn An", "Vi Thị Bình", "Nông Văn Cao", "Triệu Thị Dung", "Bế Văn Em")


def batch_of(of: Office, row: object, size: int = 2) -> PrintBatch:
    return start_certificates(
        decision=row, award_code=CERTIFICATE, paper="paper_a4", by=of.officer, pages_in_part=size
    )


def test_a_batch_that_was_killed_goes_on_where_it_stopped(
    of: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = signed(of, ready_dossier(of, NAMES))
    batch = batch_of(of, row)
    import sys

    module = sys.modules["thidua.decisions.actions.make_certificates"]
    real, calls = module.printed_pdf, []

    def second_is_killed(*given: object) -> bytes:
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(module, "printed_pdf", second_is_killed)
        with pytest.raises(KeyboardInterrupt):
            make_certificates(batch=batch, by=of.officer)

    assert [part.file is not None for part in batch.parts.order_by("first")] == [True, False, False]
    assert Certificate.objects.filter(printed_at__isnull=False).count() == 2
    done = make_certificates(batch=batch_of(of, row), by=of.officer)
    assert (done.pk, done.state) == (batch.pk, BatchState.DONE)
    assert list(Certificate.objects.values_list("prints", flat=True)) == [1] * 5
    assert [(part.first, part.last) for part in batch.parts.order_by("first")] == [(1, 2), (3, 4), (5, 5)]


def test_the_dossier_is_issued_when_its_last_certificate_is_made(of: Office) -> None:
    dossier = ready_dossier(of, NAMES[:2])
    row = signed(of, dossier)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.DECIDED
    make_certificates(batch=batch_of(of, row), by=of.officer)
    dossier.refresh_from_db()
    assert dossier.state == DossierState.ISSUED


def test_a_page_is_printed_again_alone(of: Office) -> None:
    printed(of)
    certificate = Certificate.objects.get()
    with pytest.raises(Refused) as caught:
        reprint_page(certificate=certificate, by=of.officer)
    assert list(caught.value.faults) == ["reason"]
    file = reprint_page(certificate=certificate, by=of.officer, reason="Máy in kẹt giấy.")
    certificate.refresh_from_db()
    assert (certificate.prints, file.content_type) == (2, "application/pdf")
    event = certificate.events.get()
    assert (event.kind, event.reason) == (EventKind.REPRINT, "Máy in kẹt giấy.")


def test_only_those_who_issue_make_certificates(of: Office) -> None:
    row = signed(of)
    with pytest.raises(NotAllowed):
        start_certificates(decision=row, award_code=CERTIFICATE, paper="paper_a4", by=of.place.clerk)
    assert not PrintBatch.objects.exists()


def test_the_last_handing_over_leads_the_dossier_on_and_twice_is_once(of: Office) -> None:
    dossier = ready_dossier(of, NAMES[:2])
    row = printed(of, dossier)
    today = timezone.localdate()
    for line in row.lines.order_by("ordinal"):
        for _twice in range(2):
            hand_over(line=line, on=today, received_by=line.recipient_name, by=of.officer, place="Xã Đề Thám")
    dossier.refresh_from_db()
    assert dossier.state == DossierState.HANDED_OVER
    assert [line.given[0].received_by for line in handing_over_list(row)] == list(NAMES[:2])


def test_a_certificate_that_is_not_printed_cannot_be_handed_over(of: Office) -> None:
    row = signed(of)
    with pytest.raises(Refused) as caught:
        hand_over(line=row.lines.get(), on=timezone.localdate(), received_by="Lý Văn An", by=of.officer)
    assert caught.value.faults == {
        "": ["There is no printed, valid certificate to hand over. Print it first."]
    }


def test_an_exchanged_certificate_leads_to_the_new_one_and_twice_makes_one(of: Office) -> None:
    printed(of)
    old = Certificate.objects.get()
    told = {"reason_code": ReasonCode.DAMAGED, "reason": "Bị ướt do lũ.", "on": timezone.localdate()}
    new = exchange_certificate(certificate=old, by=of.officer, **told)
    assert exchange_certificate(certificate=old, by=of.officer, **told) == new
    facts = certificate_facts(old.code)
    assert facts is not None
    assert (facts.state, facts.replaced_by, facts.is_valid) == (CertificateState.REISSUED, new.code, False)
    assert verify(new.payload, public_keys()).code == new.code
    assert Certificate.objects.count() == 2


def test_a_lost_certificate_is_reissued_not_exchanged(of: Office) -> None:
    printed(of)
    old, today = Certificate.objects.get(), timezone.localdate()
    with pytest.raises(Refused) as caught:
        exchange_certificate(
            certificate=old, reason_code=ReasonCode.LOST, reason="Mất.", on=today, by=of.officer
        )
    assert list(caught.value.faults) == ["reason_code"]
    reissue_certificate(certificate=old, reason="Mất khi chuyển nhà.", on=today, by=of.officer)
    assert CertificateEvent.objects.get().reason_code == ReasonCode.LOST


def test_a_corrected_name_is_proved_by_the_new_code(of: Office) -> None:
    printed(of)
    old, today = Certificate.objects.get(), timezone.localdate()
    with pytest.raises(Refused) as caught:
        correct_certificate(
            certificate=old, words={"recipient": "Lý Văn Ân"}, reason="Sai dấu.", decision="", on=today,
            by=of.leader,
        )  # fmt: skip
    assert list(caught.value.faults) == ["decision"]
    new = correct_certificate(
        certificate=old, words={"recipient": "Lý Văn Ân"}, reason="Sai dấu.", decision="12/QĐ-UBND", on=today,
        by=of.leader,
    )  # fmt: skip
    old.refresh_from_db()
    assert (old.state, verify(new.payload, public_keys()).name) == (CertificateState.CORRECTED, "Lý Văn Ân")


def test_a_cancelled_award_leaves_the_facts_of_the_law_and_its_code_says_so(of: Office) -> None:
    row = printed(of)
    line, today = row.lines.get(), timezone.localdate()
    award = Award.objects.get()
    assert award.person is not None
    tomorrow = today + timedelta(days=1)
    assert [one.award for one in facts_of(award.person, tomorrow).awards] == [CERTIFICATE]
    told = {
        "reason_code": ReasonCode.FRAUD,
        "reason": "Kê khai gian dối thành tích.",
        "decision": "99/QĐ-UBND",
        "on": today,
        "by": of.chairman,
    }
    assert cancel_award(line=line, **told) == []
    assert facts_of(award.person, tomorrow).awards == ()
    award.refresh_from_db()
    facts = certificate_facts(Certificate.objects.get().code)
    assert facts is not None
    assert (award.status, facts.state, facts.is_valid) == (
        AwardStatus.CANCELLED,
        CertificateState.CANCELLED,
        False,
    )
    with pytest.raises(Refused):
        cancel_award(line=line, **told)
    assert CertificateEvent.objects.get().kind == EventKind.CANCELLATION
    assert (Award.objects.count(), Certificate.objects.count()) == (1, 1)


def test_awards_that_rest_on_a_cancelled_one_are_named(of: Office) -> None:
    first = ready_dossier(of, ("Lý Văn An",), award="grassroots_emulation_fighter")
    low = signed(of, first)
    person = first.nominations.get().person
    later = ready_dossier(of, ())
    of_later = of_kind(later, "Lý Văn An", RecipientKind.INDIVIDUAL, "provincial_emulation_fighter")
    of_later.person = person
    of_later.save(update_fields=["person"])
    signed(of, later)
    found = cancel_award(
        line=low.lines.get(), reason_code=ReasonCode.AGAINST_LAW, reason="Xét sai thẩm quyền.",
        decision="99/QĐ-UBND", on=timezone.localdate(), by=of.chairman,
    )  # fmt: skip
    assert [one.award.conferral.award_code for one in found] == ["provincial_emulation_fighter"]


def test_only_a_ground_of_the_law_cancels(of: Office) -> None:
    row = signed(of)
    with pytest.raises(Refused) as caught:
        cancel_award(
            line=row.lines.get(), reason_code=ReasonCode.OTHER, reason="x", decision="99/QĐ-UBND",
            on=timezone.localdate(), by=of.chairman,
        )  # fmt: skip
    assert list(caught.value.faults) == ["reason_code"]
    with pytest.raises(NotAllowed):
        cancel_award(
            line=row.lines.get(), reason_code=ReasonCode.FRAUD, reason="x", decision="99/QĐ-UBND",
            on=timezone.localdate(), by=of.officer,
        )  # fmt: skip
    assert Award.objects.get().status == AwardStatus.ACTIVE


def test_money_and_certificate_of_a_cancelled_award_come_back_once(of: Office) -> None:
    row = printed(of)
    line, today = row.lines.get(), timezone.localdate()
    with pytest.raises(Refused):
        recover_bonus(award=Award.objects.get(), on=today, paper="PT 01", by=of.leader)
    cancel_award(
        line=line, reason_code=ReasonCode.FRAUD, reason="Kê khai gian dối.", decision="99/QĐ-UBND", on=today,
        by=of.chairman,
    )  # fmt: skip
    for _twice in range(2):
        record_recall(line=line, on=today, by=of.officer)
        recover_bonus(award=Award.objects.get(), on=today, paper="PT 01", by=of.leader)
    balance = fund_balance(of.place.province, today.year)
    assert (balance.paid, balance.recovered, FundEntry.objects.count()) == (3_800_000, 3_800_000, 2)
    assert CertificateEvent.objects.filter(kind=EventKind.RECALL).count() == 1


def test_a_code_tells_the_public_facts_and_nothing_else(of: Office) -> None:
    row = signed(of)
    certificate = Certificate.objects.get()
    facts = certificate_facts(certificate.code.lower().replace("-", " "))
    assert facts is not None
    assert (facts.name, facts.award, facts.decision_number, facts.decided_on, facts.is_valid) == (
        "Lý Văn An",
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn",
        "01/QĐ-UBND",
        row.decided_on,
        True,
    )
    assert facts.needs_mark


def test_a_code_is_not_valid_when_the_register_cancelled_the_award(of: Office) -> None:
    signed(of)
    cancel_in_register(
        award=Award.objects.get(), on=timezone.localdate(), reason="Gian dối.", decision="99/QĐ-UBND",
        by=of.chairman,
    )  # fmt: skip
    facts = certificate_facts(Certificate.objects.get().code)
    assert facts is not None
    assert (facts.state, facts.is_valid) == (CertificateState.CANCELLED, False)


def test_the_list_groups_collectives_individuals_and_households(of: Office) -> None:
    dossier = ready_dossier(of, ("Lý Văn An",))
    of_kind(dossier, "Hộ ông Bế Văn Em", RecipientKind.HOUSEHOLD)
    of_kind(dossier, "Trường Tiểu học Đề Thám", RecipientKind.COLLECTIVE)
    ((_award, groups),) = annex_of(signed(of, dossier))
    assert [(group.heading, [line.ordinal for line in group.lines]) for group in groups] == [
        ("I. TẬP THỂ (1)", [1]),
        ("II. CÁ NHÂN (1)", [2]),
        ("III. HỘ GIA ĐÌNH (1)", [3]),
    ]


def test_a_batch_goes_on_range_by_range_and_leaves_out_what_was_cancelled_meanwhile(of: Office) -> None:
    row = signed(of, ready_dossier(of, NAMES[:4]))
    batch = batch_of(of, row)
    assert make_certificates(batch=batch, by=of.officer, seconds=0).state == BatchState.RUNNING
    assert Certificate.objects.filter(prints=1).count() == 2
    cancel_award(
        line=row.lines.get(ordinal=3), reason_code=ReasonCode.FRAUD, reason="Gian dối.", decision="99/QĐ-UBND",
        on=timezone.localdate(), by=of.chairman,
    )  # fmt: skip
    assert make_certificates(batch=batch, by=of.officer, seconds=0).state == BatchState.DONE
    assert list(Certificate.objects.order_by("line__ordinal").values_list("prints", flat=True)) == [
        1,
        1,
        0,
        1,
    ]


def test_all_are_handed_over_at_once_or_none(of: Office) -> None:
    row = printed(of, ready_dossier(of, NAMES[:2]))
    Certificate.objects.filter(line__ordinal=2).update(printed_at=None)
    lines = list(row.lines.order_by("ordinal"))
    with pytest.raises(Refused) as caught:
        hand_over_many(lines=lines, on=timezone.localdate(), by=of.officer)
    assert caught.value.faults == {
        "": [f"2. {NAMES[1]}: There is no printed, valid certificate to hand over. Print it first."]
    }
    assert not HandingOver.objects.exists()


def test_nothing_is_begun_where_a_page_cannot_be_printed(of: Office) -> None:
    name = "Nguyễn " * 27 + "An"
    row = signed(of, ready_dossier(of, (name,)))
    with pytest.raises(Refused) as caught:
        batch_of(of, row)
    assert [said.partition(":")[0] for said in map(str, caught.value.faults[""])] == [f"1. {name}"]
    assert not PrintBatch.objects.exists()
