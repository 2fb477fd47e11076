"""A suspension blocks every later step until it is lifted."""

from __future__ import annotations

import pytest

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.models import Dossier
from thidua.support.refusals import NotAllowed, Refused

STEPS = {
    "submitted": (make.submitted, lambda at, one: actions.receive_dossier(dossier=one, by=at.officer)),
    "appraised": (make.appraised, lambda at, one: actions.send_to_council(dossier=one, by=at.officer)),
    "proposed": (
        make.proposed,
        lambda at, one: actions.mark_decided(dossier=one, refused={}, by=at.place.chairman),
    ),
    "decided": (make.decided, lambda at, one: actions.mark_issued(dossier=one, by=at.officer)),
}


@pytest.mark.parametrize("state", STEPS)
def test_nothing_leads_on_while_a_nominee_is_suspended(at, state):
    prepare, step = STEPS[state]
    dossier = prepare(at)
    row = make.only(dossier)
    suspension = actions.suspend(
        dossier=dossier, nomination=row, cause="inspection", reason="Đang thanh tra.", by=at.officer
    )

    with pytest.raises(Refused, match="suspended"):
        step(at, dossier)
    assert Dossier.objects.get(pk=dossier.pk).state == state

    actions.lift_suspension(suspension=suspension, reason="Kết luận số 12/KL.", by=at.officer)
    assert step(at, dossier).state != state


def test_suspending_twice_is_one_suspension(at):
    dossier = make.received(at)
    first = actions.suspend(dossier=dossier, cause="complaint", reason="Đơn.", by=at.officer)

    assert actions.suspend(dossier=dossier, cause="complaint", reason="Đơn.", by=at.officer) == first
    assert dossier.suspensions.count() == 1


def test_a_suspended_dossier_may_still_be_withdrawn(at):
    dossier = make.received(at)
    actions.suspend(dossier=dossier, cause="complaint", reason="Đơn.", by=at.officer)

    dossier = actions.withdraw_dossier(dossier=dossier, reason="Xin rút.", by=at.clerk)

    assert (dossier.state, make.only(dossier).outcome) == ("withdrawn", "withdrawn")


def test_the_others_go_on_when_the_suspended_nominee_is_set_apart(at):
    dossier = make.appraised(at, make.nominee("Hà Văn A"), make.nominee("Hà Văn B"))
    first, second = dossier.nominations.all()
    actions.suspend(dossier=dossier, nomination=second, cause="complaint", reason="Đơn.", by=at.officer)

    apart = actions.set_apart(nomination=second, by=at.officer)

    assert (apart.state, apart.suspended, make.only(apart).recipient_name) == ("appraised", True, "Hà Văn B")
    assert (apart.reception_number, apart.due_on) == (2, None)
    assert actions.send_to_council(dossier=dossier, by=at.officer).state == "council"
    with pytest.raises(Refused, match="suspended"):
        actions.send_to_council(dossier=apart, by=at.officer)
    assert make.only(dossier) == first


def test_withdrawing_the_suspended_nominee_frees_the_dossier(at):
    dossier = make.appraised(at, make.nominee("Hà Văn A"), make.nominee("Hà Văn B"))
    second = dossier.nominations.last()
    actions.suspend(dossier=dossier, nomination=second, cause="complaint", reason="Đơn.", by=at.officer)

    actions.withdraw_nomination(nomination=second, reason="Xin rút.", by=at.clerk)

    assert actions.send_to_council(dossier=dossier, by=at.officer).state == "council"


def test_only_the_board_suspends(at):
    dossier = make.received(at)

    with pytest.raises(NotAllowed):
        actions.suspend(dossier=dossier, cause="complaint", reason="Đơn.", by=at.clerk)

    assert Dossier.objects.get(pk=dossier.pk).suspended is False
