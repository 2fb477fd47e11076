"""A dossier from draft to archive."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.models import Dossier, DossierMove
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


def test_a_dossier_goes_from_draft_to_archive_and_every_step_is_in_its_log(at):
    dossier = make.decided(at)
    dossier = actions.mark_issued(dossier=dossier, by=at.officer)
    dossier = actions.mark_handed_over(dossier=dossier, by=at.officer)
    dossier = actions.archive_dossier(dossier=dossier, by=at.officer)

    assert [(move.ordinal, move.verb, move.target) for move in dossier.moves.all()] == [
        (1, "open", "draft"),
        (2, "submit", "submitted"),
        (3, "receive", "received"),
        (4, "conclude", "appraised"),
        (5, "send_to_council", "council"),
        (6, "propose", "proposed"),
        (7, "decide", "decided"),
        (8, "issue", "issued"),
        (9, "hand_over", "handed_over"),
        (10, "archive", "archived"),
    ]
    assert make.only(dossier).outcome == "granted"
    assert (dossier.holder, dossier.due_on) == (None, None)


def test_every_move_is_an_entry_of_the_audit_log_too(at):
    dossier = make.submitted(at)

    entries = AuditEntry.objects.filter(subject_type="nominations.dossier", subject_id=str(dossier.pk))
    assert list(entries.order_by("sequence").values_list("action", "actor_name")) == [
        ("nominations.opened", "Lương Văn Đề"),
        ("nominations.nominees_added", "Lương Văn Đề"),
        ("nominations.evidence_attached", "Lương Văn Đề"),
        ("nominations.evidence_attached", "Lương Văn Đề"),
        ("nominations.submit", "Lương Văn Đề"),
    ]


def test_codes_count_through_the_year(at):
    assert [make.draft(at).code for _ in range(2)] == ["HS-2026-00001", "HS-2026-00002"]


def test_reception_gives_a_number_a_day_and_a_due_day(at):
    first, second = make.received(at), make.received(at)

    assert (first.reception_number, second.reception_number) == (1, 2)
    assert (first.received_on, first.holder) == (date(2026, 3, 16), at.officer)
    assert first.due_on == date(2026, 4, 13)  # twenty working days


def test_sending_twice_is_one_submission(at):
    dossier = make.complete(at)
    actions.submit_dossier(dossier=dossier, declared=True, by=at.clerk)

    with pytest.raises(Refused, match="waiting to be received"):
        actions.submit_dossier(dossier=dossier, declared=True, by=at.clerk)

    assert dossier.moves.filter(verb="submit").count() == 1


def test_a_submission_needs_the_declaration(at):
    dossier = make.complete(at)

    with pytest.raises(Refused) as refused:
        actions.submit_dossier(dossier=dossier, declared=False, by=at.clerk)

    assert list(refused.value.faults) == ["declared"]
    assert Dossier.objects.get(pk=dossier.pk).state == "draft"


def test_a_dossier_without_papers_is_told_what_is_missing(at):
    dossier = make.draft(at, make.nominee(achievement="", post_then=""), letter_number="", met_on=None)

    with pytest.raises(Refused) as refused:
        actions.submit_dossier(dossier=dossier, declared=True, by=at.clerk)

    assert list(refused.value.faults) == [
        "letter_number",
        "evidence:letter",
        "met_on",
        "evidence:minutes",
        "achievement",
        "post_then",
    ]


def test_the_simplified_procedure_needs_no_meeting(at):
    dossier = make.draft(at, route="simplified", movement=None, met_on=None)
    actions.attach_evidence(dossier=dossier, kind="letter", data=make.PICTURE, name="a.png", by=at.clerk)

    assert actions.submit_dossier(dossier=dossier, declared=True, by=at.clerk).state == "submitted"


def test_the_simplified_procedure_goes_to_the_signature_without_a_council(at):
    dossier = make.appraised(at, route="simplified", movement=None)

    with pytest.raises(Refused):
        actions.send_to_council(dossier=dossier, by=at.officer)
    dossier = actions.mark_proposed(dossier=dossier, by=at.leader)
    dossier = actions.mark_decided(dossier=dossier, refused={}, by=at.place.chairman)

    assert make.only(dossier).outcome == "granted"


def test_a_unit_recalls_what_nobody_received(at):
    dossier = actions.recall_dossier(dossier=make.submitted(at), by=at.clerk)

    assert (dossier.state, dossier.submitted_at) == ("draft", None)
    with pytest.raises(Refused):
        actions.recall_dossier(dossier=make.received(at), by=at.clerk)


def test_each_nomination_has_an_outcome_of_its_own(at):
    dossier = make.before_council(
        at, make.nominee("Hà Văn A"), make.nominee("Hà Văn B"), make.nominee("Hà Văn C")
    )
    first, second, third = dossier.nominations.all()
    actions.mark_council_result(nomination=first, passed=True, by=at.officer)
    actions.mark_council_result(nomination=second, passed=False, by=at.officer, reason="Chưa đủ phiếu.")
    actions.mark_council_result(nomination=third, passed=True, by=at.officer)
    dossier = actions.mark_proposed(dossier=dossier, by=at.leader)

    actions.mark_decided(dossier=dossier, refused={third.pk: "Đã được khen."}, by=at.place.chairman)

    assert list(dossier.nominations.values_list("outcome", "outcome_reason")) == [
        ("granted", ""),
        ("failed", "Chưa đủ phiếu."),
        ("refused", "Đã được khen."),
    ]


def test_a_council_that_has_not_voted_on_all_proposes_nothing(at):
    dossier = make.before_council(at, make.nominee("Hà Văn A"), make.nominee("Hà Văn B"))
    actions.mark_council_result(nomination=dossier.nominations.first(), passed=True, by=at.officer)

    with pytest.raises(Refused, match="has not voted"):
        actions.mark_proposed(dossier=dossier, by=at.leader)


def test_who_decides_may_send_a_proposal_back_with_a_reason(at):
    dossier = make.proposed(at)

    with pytest.raises(Refused) as refused:
        actions.mark_sent_back(dossier=dossier, reason=" ", by=at.place.chairman)
    assert list(refused.value.faults) == ["reason"]
    dossier = actions.mark_sent_back(dossier=dossier, reason="Rà lại đối tượng.", by=at.place.chairman)

    assert (dossier.state, make.only(dossier).outcome) == ("council", "passed")


def test_a_dossier_in_which_nobody_is_eligible_is_archived(at):
    dossier = make.concluded(at, make.received(at), eligible=False)

    assert actions.archive_dossier(dossier=dossier, by=at.officer).state == "archived"


def test_a_step_cannot_lie_before_the_one_it_follows(at, clock):
    dossier = make.submitted(at)

    with pytest.raises(Refused, match="before the last step"):
        actions.receive_dossier(dossier=dossier, by=at.officer, at=dossier.submitted_at.replace(year=2025))
    assert DossierMove.objects.filter(dossier=dossier, verb="receive").count() == 0


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (lambda at, one, who: actions.receive_dossier(dossier=one, by=who), "submitted"),
        (lambda at, one, who: actions.assign_dossier(dossier=one, officer=at.officer, by=who), "submitted"),
        (lambda at, one, who: actions.withdraw_dossier(dossier=one, reason="x", by=who), "submitted"),
        (lambda at, one, who: actions.cancel_dossier(dossier=one, reason="x", by=who), "submitted"),
        (
            lambda at, one, who: actions.suspend(dossier=one, cause="complaint", reason="x", by=who),
            "submitted",
        ),
    ],
)
def test_a_stranger_moves_nothing(at, act, state):
    dossier = make.submitted(at)

    with pytest.raises(NotAllowed):
        act(at, dossier, at.place.other_clerk)

    assert Dossier.objects.get(pk=dossier.pk).state == state
    assert dossier.moves.count() == 2
