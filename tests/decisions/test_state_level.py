"""What is sent up to the State level: several decisions, nominees who wait, late answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.decisions import Office, proposal, ready_dossier
from thidua.decisions.actions import record_external_result, remind_awaited, send_back_submission
from thidua.decisions.enums import SubmissionState
from thidua.decisions.models import ExternalResult, Submission
from thidua.decisions.queries import awaited_proposals
from thidua.nominations.enums import DossierState, Level, Outcome
from thidua.nominations.models import Nomination
from thidua.registry.models import Award
from thidua.support.notices.models import Notice
from thidua.support.refusals import Refused

NAMES = ("Lý Văn An", "Vi Thị Bình", "Nông Văn Cao")


@pytest.fixture
def sent(of: Office) -> Submission:
    return proposal(of, ready_dossier(of, NAMES, award="pm_certificate_of_merit", level=Level.STATE))


def ids(*names: str) -> list[int]:
    return [Nomination.objects.get(recipient_name=name).pk for name in names]


def recorded(of: Office, sent: Submission, number: str, **more: object) -> ExternalResult:
    said = {"authority": "Thủ tướng Chính phủ", "decided_on": timezone.localdate(), "by": of.leader}
    return record_external_result(submission=sent, number=number, **said | more)


def test_two_decisions_answer_one_proposal_and_the_dossier_waits_for_the_last(of: Office, sent) -> None:
    recorded(of, sent, "1500/QĐ-TTg", granted=ids("Lý Văn An"))
    dossier = Nomination.objects.first().dossier
    assert list(Award.objects.values_list("recipient_name", flat=True)) == ["Lý Văn An"]
    assert (dossier.state, Submission.objects.get().state) == (
        DossierState.PROPOSED,
        SubmissionState.PROPOSED,
    )
    assert [(one.waiting, one.answered) for one in awaited_proposals(of.leader, timezone.localdate())] == [
        (2, 1)
    ]

    [without] = ids("Nông Văn Cao")
    recorded(of, sent, "1600/QĐ-TTg", granted=ids("Vi Thị Bình"), refused={without: "Chưa đủ thời gian."})
    dossier.refresh_from_db()
    assert (dossier.state, Submission.objects.get().state) == (DossierState.DECIDED, SubmissionState.DECIDED)
    assert list(Nomination.objects.order_by("pk").values_list("outcome", "outcome_reason")) == [
        (Outcome.GRANTED, ""),
        (Outcome.GRANTED, ""),
        (Outcome.REFUSED, "Chưa đủ thời gian."),
    ]
    assert awaited_proposals(of.leader, timezone.localdate()) == []


def test_a_nominee_is_answered_once(of: Office, sent) -> None:
    recorded(of, sent, "1500/QĐ-TTg", granted=ids("Lý Văn An"))
    with pytest.raises(Refused):
        recorded(of, sent, "1600/QĐ-TTg", granted=ids("Lý Văn An"))
    with pytest.raises(Refused) as caught:
        recorded(of, sent, "1500/QĐ-TTg", granted=ids("Vi Thị Bình"))
    assert list(caught.value.faults) == ["number"]
    assert Award.objects.count() == 1


def test_a_decision_is_not_older_than_the_letter_nor_still_to_come(of: Office, sent) -> None:
    for day in (sent.dated - timedelta(days=1), timezone.localdate() + timedelta(days=1)):
        with pytest.raises(Refused) as caught:
            recorded(of, sent, "1500/QĐ-TTg", decided_on=day)
        assert list(caught.value.faults) == ["decided_on"]
    assert not ExternalResult.objects.exists()


def test_a_refusal_without_a_reason_is_refused(of: Office, sent) -> None:
    with pytest.raises(Refused) as caught:
        recorded(of, sent, "1500/QĐ-TTg", refused={ids("Lý Văn An")[0]: " "})
    assert list(caught.value.faults) == ["refused"]


def test_what_is_answered_in_part_is_not_sent_back(of: Office, sent) -> None:
    recorded(of, sent, "1500/QĐ-TTg", granted=ids("Lý Văn An"))
    with pytest.raises(Refused):
        send_back_submission(submission=sent, reason="Xem lại.", by=of.chairman)


def test_a_late_answer_is_told_once_in_ten_working_days(of: Office, sent) -> None:
    Submission.objects.update(dated=date(2026, 3, 2))
    [found] = awaited_proposals(of.leader, date(2026, 3, 20))
    assert (found.days_late, found.expected_on is not None) == (0, True)
    due = found.expected_on
    for day, told in ((due, 0), (due + timedelta(days=1), 1), (due + timedelta(days=2), 1)):
        remind_awaited(day)
        assert Notice.objects.filter(user=of.leader, key__contains="/awaited/").count() == told
    remind_awaited(due + timedelta(days=30))
    assert Notice.objects.filter(user=of.leader, key__contains="/awaited/").count() == 2
