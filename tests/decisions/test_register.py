"""What a decision writes into the register: a conferral for each movement, presented when all have theirs."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from tests.factories.decisions import Office, printed, ready_dossier, signed
from tests.factories.movements import running_movement
from thidua.decisions.actions import cancel_award, hand_over
from thidua.decisions.enums import CANCELLING, ReasonCode
from thidua.decisions.models import Decision
from thidua.registry.models import Conferral


def hand(of: Office, row: Decision, name: str, on: date) -> None:
    hand_over(line=row.lines.get(nomination__recipient_name=name), on=on, received_by=name, by=of.officer)


def presented() -> date | None:
    return Conferral.objects.get().presented_on


def test_each_movement_counts_what_was_granted_to_its_own_dossiers(of: Office) -> None:
    movement = running_movement(of.place)
    inside = ready_dossier(of, ("Lý Văn An", "Vi Thị Bình"), movement=movement)
    row = signed(of, inside, ready_dossier(of, ("Nông Văn Cao",)))
    names = {
        (one.occasion, tuple(one.movements.all())): list(one.awards.values_list("recipient_name", flat=True))
        for one in Conferral.objects.all()
    }
    assert names == {
        (movement.short_name, (movement,)): ["Lý Văn An", "Vi Thị Bình"],
        ("", ()): ["Nông Văn Cao"],
    }
    assert set(Conferral.objects.values_list("decision_number", flat=True)) == {row.full_number}


def test_a_conferral_is_presented_on_the_day_the_last_certificate_is_handed_over(of: Office) -> None:
    row, today = printed(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình"))), timezone.localdate()
    hand(of, row, "Lý Văn An", today)
    assert presented() is None
    hand(of, row, "Vi Thị Bình", today)
    assert presented() == today
    assert Conferral.objects.get().version == 2


def cancel(of: Office, row: Decision, name: str) -> None:
    cancel_award(
        line=row.lines.get(nomination__recipient_name=name),
        reason_code=next(one for one in ReasonCode if one in CANCELLING),
        reason="Kê khai sai",
        decision="99/QĐ-UBND",
        on=timezone.localdate(),
        by=of.leader,
    )


def test_whoever_lost_the_award_keeps_nobody_waiting(of: Office) -> None:
    row, today = printed(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình"))), timezone.localdate()
    cancel(of, row, "Vi Thị Bình")
    assert presented() is None
    hand(of, row, "Lý Văn An", today)
    assert presented() == today


def test_a_cancellation_ends_the_waiting_of_the_others(of: Office) -> None:
    row, today = printed(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình"))), timezone.localdate()
    hand(of, row, "Lý Văn An", today)
    assert presented() is None
    cancel(of, row, "Vi Thị Bình")
    assert presented() == today
