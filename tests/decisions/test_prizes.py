"""From the opened codes to a signed decision on prizes, its register and its certificates."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.factories.decisions import Office, signed
from tests.factories.juries import opened
from tests.factories.prizes import JOINT, prize_draft, prize_letter, prizes_signed, revealed
from thidua.contests.actions import publish_results, replace_results
from thidua.contests.models import Edition
from thidua.contests.queries.published import published_results
from thidua.decisions.actions import (
    make_certificates,
    send_back_submission,
    send_for_signature,
    start_certificates,
)
from thidua.decisions.models import Certificate, DecisionLine, FundEntry, ProposedLine
from thidua.decisions.queries import (
    annex_of,
    certificate_facts,
    may_be_proposed,
    prize_decision,
    searched,
    to_sign,
)
from thidua.registry.models import Award
from thidua.support.refusals import Refused

NAME = "Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật lần thứ V"


def said(refused: pytest.ExceptionInfo[Refused]) -> dict[str, list[str]]:
    return {field: [str(one) for one in sentences] for field, sentences in refused.value.faults.items()}


def test_a_draft_names_every_author_of_a_joint_work_on_a_line_of_its_own(of: Office) -> None:
    draft = prize_draft(of, revealed(of))
    lines = [
        (line.ordinal, line.recipient_name, line.award_name, line.achievement) for line in draft.lines.all()
    ]
    work = "Tác phẩm “Tác phẩm 1” (Văn xuôi), đồng tác giả: "
    assert lines == [
        (1, JOINT[0], f"Giải A, {NAME}", work + JOINT[1]),
        (2, JOINT[1], f"Giải A, {NAME}", work + JOINT[0]),
        (3, "Hà Thị Kín", f"Giải B, {NAME}", "Tác phẩm “Tác phẩm 2” (Văn xuôi)"),
        (4, "Hà Thị Kín", f"Giải B, {NAME}", "Tác phẩm “Tác phẩm 3” (Văn xuôi)"),
    ]
    assert draft.title == f"Về việc trao Giải A, {NAME} cho 02 cá nhân; Giải B, {NAME} cho 02 cá nhân"
    assert draft.legal_bases[0] == f"Căn cứ Thể lệ {NAME};"
    assert draft.articles[0].startswith("Trao Giải A, ")
    assert "Quỹ thi đua" not in " ".join(draft.articles)


def test_signing_enters_prizes_in_the_register_as_no_form_of_commendation(of: Office) -> None:
    edition = revealed(of)
    signed(of)  # a commendation beside it: it has a code of the law, and is paid by the fund
    assert FundEntry.objects.count() == 1
    decision = prizes_signed(of, edition)
    rows = Award.objects.filter(conferral__decision_number=decision.full_number)
    assert sorted(rows.values_list("recipient_name", "conferral__award_code", "commendation_type")) == [
        ("Hà Thị Kín", "", ""),
        ("Hà Thị Kín", "", ""),
        ("Hà Thị Kín", "", ""),
        ("Vi Văn Lai", "", ""),
    ]
    assert FundEntry.objects.count() == 1
    assert prize_decision(edition) == decision
    assert to_sign(decision).recipients == 4
    assert [name for name, _groups in annex_of(decision)] == [f"Giải A, {NAME}", f"Giải B, {NAME}"]


def test_certificates_of_prizes_are_printed_found_and_verified(of: Office) -> None:
    decision = prizes_signed(of, revealed(of))
    for code in dict.fromkeys(decision.lines.values_list("award_code", flat=True)):
        batch = start_certificates(decision=decision, award_code=code, paper="paper_a4", by=of.officer)
        assert make_certificates(batch=batch, by=of.officer).parts.get().file is not None
    (one,) = searched(Certificate.objects.all(), "vi van lai").filter(line__recipient_name="Vi Văn Lai")
    facts = certificate_facts(one.code)
    assert facts is not None
    assert (facts.name, facts.award, facts.is_prize, facts.is_valid) == (
        "Vi Văn Lai",
        f"Giải A, {NAME}",
        True,
        True,
    )
    assert facts.text.achievement == f"Tác phẩm “Tác phẩm 1” (Văn xuôi), đồng tác giả: Hà Thị Kín, {NAME}"


def test_prizes_are_proposed_once_the_codes_are_open_and_then_once(of: Office) -> None:
    closed = opened(of.place).edition
    with pytest.raises(Refused) as refused:
        prize_letter(of, closed)
    assert said(refused) == {"": ["Open the codes first: results are published with names."]}
    assert not may_be_proposed(closed)


def test_a_second_proposal_is_the_first_one(of: Office) -> None:
    edition = revealed(of)
    assert may_be_proposed(edition)
    letter = prize_letter(of, edition)
    assert prize_letter(of, edition) == letter
    assert not may_be_proposed(edition)
    assert (
        letter.title == f"Về việc đề nghị trao Giải A, {NAME} cho 02 cá nhân; Giải B, {NAME} cho 02 cá nhân"
    )


def test_proposed_winners_are_shown_to_nobody_before_they_are_published(of: Office) -> None:
    edition = revealed(of)
    prize_letter(of, edition)
    edition = Edition.objects.get(pk=edition.pk)
    assert edition.results.count() == 3
    assert published_results(edition) == []
    edition = publish_results(edition=edition, version=edition.version, by=of.officer)
    edition = Edition.objects.get(pk=edition.pk)
    assert published_results(edition)[0].names == JOINT


def test_winners_in_a_proposal_stay_until_it_is_sent_back(of: Office) -> None:
    edition = revealed(of)
    draft = prize_draft(of, edition)
    edition = Edition.objects.get(pk=edition.pk)
    with pytest.raises(Refused) as refused:
        replace_results(edition=edition, results=[], version=edition.version, by=of.officer)
    assert list(said(refused)) == ["results"]
    assert edition.results.count() == 3
    send_back_submission(submission=draft.submission, reason="Sai tên tác giả", by=of.chairman)
    assert DecisionLine.objects.count() == ProposedLine.objects.count() == 0
    replace_results(edition=edition, results=[], version=edition.version, by=of.officer)
    assert edition.results.count() == 0


def test_a_line_is_of_a_nominee_or_of_a_prize_never_of_both_or_none(of: Office) -> None:
    line = prize_draft(of, revealed(of)).lines.first()
    assert line is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionLine.objects.filter(pk=line.pk).update(prize_result=None)


def test_the_whole_decision_waits_without_amounts_of_the_fund(of: Office) -> None:
    decision = send_for_signature(decision=prize_draft(of, revealed(of)), by=of.leader)
    assert (decision.state, decision.annexes.count()) == ("waiting", 2)
    assert {line.bonus_source for line in decision.lines.all()} == {"rules"}
