"""The dossiers of this year in the demonstration: every state, all of it marked, and nothing of it in 2019."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from thidua.accounts.models import User
from thidua.council.enums import SessionState
from thidua.council.models import CouncilMember, Session, Voted
from thidua.decisions.enums import DecisionState
from thidua.decisions.models import Certificate, Decision, FundEntry, Submission
from thidua.decisions.queries import fund_check
from thidua.decisions.queries.state_level import awaited_of
from thidua.demo.sign_ins import ALL_SIGN_INS, PASSWORD
from thidua.movements.models import Movement
from thidua.nominations.enums import DossierState, Level
from thidua.nominations.models import Dossier, DossierMove, Nomination, ReturnedFault
from thidua.registry.models import Award, Conferral
from thidua.support.audit.queries import verify_chain
from thidua.support.provenance import Provenance


def test_there_is_a_dossier_in_every_state(province: None) -> None:
    assert set(Dossier.objects.values_list("state", flat=True)) == set(DossierState.values)
    assert Dossier.objects.values("unit").distinct().count() == 12


def test_one_dossier_is_returned_with_two_faults_and_one_is_suspended(province: None) -> None:
    returned = Dossier.objects.get(state=DossierState.RETURNED)

    assert ReturnedFault.objects.filter(dossier=returned, mended_at__isnull=True).count() == 2
    assert list(Dossier.objects.filter(suspended=True).values_list("unit__key", flat=True)) == [
        "xa-binh-gia-2025"
    ]


def test_the_queue_of_appraisal_is_overdue_due_today_and_due_later(province: None) -> None:
    today = timezone.localdate()
    due = Dossier.objects.filter(state=DossierState.RECEIVED, suspended=False).order_by("due_on")

    found = [(day > today) - (day < today) for day in due.values_list("due_on", flat=True) if day]
    assert found == [-1, 0, 1]


def test_a_session_is_open_in_which_three_of_seven_have_voted_and_uy_vien_has_not(province: None) -> None:
    session = Session.objects.get(state=SessionState.OPEN)
    voted = set(Voted.objects.filter(session=session).values_list("member__user__username", flat=True))

    assert session.closes_at > timezone.now()
    assert session.items.count() == 4
    assert session.members_total == 7
    assert voted == {"uy-vien-2", "uy-vien-3", "uy-vien-4"}
    assert session.roll.filter(member__user__username="uy-vien").count() == 1


def test_of_the_session_that_is_over_all_passed_but_one(province: None) -> None:
    session = Session.objects.get(state=SessionState.CLOSED)
    said = [item.result.passed for item in session.items.select_related("result")]

    assert (said.count(True), said.count(False)) == (11, 1)
    assert session.minutes_file is not None


def test_one_decision_waits_for_the_chairman_and_others_are_signed_with_certificates(province: None) -> None:
    waiting = Decision.objects.get(state=DecisionState.WAITING)
    signed = Decision.objects.filter(state=DecisionState.SIGNED, submission__edition=None)

    assert waiting.preview is not None
    assert signed.count() == 2
    of_dossiers = Certificate.objects.filter(line__nomination__isnull=False)
    assert of_dossiers.filter(printed_at__isnull=False).count() == 4
    assert of_dossiers.filter(printed_at__isnull=True).count() == 1


def test_a_proposal_waits_for_the_prime_minister_and_the_fund_bears_what_waits(province: None) -> None:
    letter = Submission.objects.get(level=Level.STATE)
    waiting = Decision.objects.get(state=DecisionState.WAITING)
    fund = fund_check(waiting)

    assert letter.title == "Về việc đề nghị tặng Bằng khen của Thủ tướng Chính phủ cho 01 cá nhân"
    assert [one.waiting for one in awaited_of(Submission.objects.all(), timezone.localdate())] == [1]
    assert (fund.is_known, fund.is_short) == (True, False)


def test_all_of_it_is_marked_as_invented(province: None) -> None:
    for model in (Dossier, Nomination, Session, CouncilMember, Submission, Decision, FundEntry):
        assert set(model.objects.values_list("provenance", flat=True)) == {Provenance.ILLUSTRATIVE}, model
    granted = Award.objects.filter(pk__in=Decision.objects.values("lines__award"))
    assert granted.filter(decision_line__prize_result=None).count() == 5
    assert granted.count() == 9
    assert set(granted.values_list("provenance", flat=True)) == {Provenance.ILLUSTRATIVE}


def test_none_of_it_belongs_to_a_movement_of_2019(province: None) -> None:
    drives = Movement.objects.filter(slug__endswith="-2019")
    of_dossiers = Decision.objects.filter(submission__edition=None)
    decided = Conferral.objects.filter(awards__in=of_dossiers.values("lines__award"))

    running = Movement.objects.filter(dossiers__isnull=False).distinct()
    assert set(decided.values_list("movements", flat=True)) == set(running.values_list("pk", flat=True))
    assert not decided.filter(movements__in=drives).exists()
    assert not Dossier.objects.filter(movement__in=drives).exists()


def test_no_step_lies_in_the_future(province: None) -> None:
    assert not DossierMove.objects.filter(at__gt=timezone.now()).exists()


def test_a_second_load_keeps_everything_and_the_log_is_whole(province: None) -> None:
    before = (Dossier.objects.count(), DossierMove.objects.count(), User.objects.count())

    call_command("demo", stdout=StringIO())

    assert (Dossier.objects.count(), DossierMove.objects.count(), User.objects.count()) == before
    assert verify_chain().intact


@pytest.mark.parametrize("sign_in", ALL_SIGN_INS, ids=lambda one: one.username)
def test_each_sign_in_opens_its_account_and_is_printed_with_what_it_shows(province: None, sign_in) -> None:
    said = StringIO()

    call_command("demo", stdout=said)

    account = User.objects.get(username=sign_in.username)
    line = next(line for line in said.getvalue().splitlines() if line.split()[:1] == [sign_in.username])
    assert line.endswith(f": {sign_in.shows}" if sign_in.shows else sign_in.full_name)
    assert account.check_password(PASSWORD)
