"""The clock of stored dossiers."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import nominations as make
from thidua.core.workflow.lateness import Outlook
from thidua.nominations import actions
from thidua.nominations.actions import FaultFound
from thidua.nominations.clock_rows import clock_of
from thidua.nominations.enums import FaultCode
from thidua.nominations.queries import Work, forecast_of, statistics, usual_days_of

FAULT = FaultFound(field="met_on", code=FaultCode.MINUTES, text="Sai ngày.")


def _mended(at, dossier):
    actions.mend_fault(fault=dossier.faults.get(mended_at=None), by=at.clerk)
    return actions.resubmit_dossier(dossier=dossier, declared=True, by=at.clerk)


def test_the_clock_stands_still_while_the_unit_completes(at, clock):
    dossier = make.received(at)
    assert dossier.due_on == date(2026, 4, 13)
    clock.move_to("2026-03-18T02:00:00Z")
    dossier = actions.return_dossier(dossier=dossier, faults=[FAULT], by=at.officer)
    assert dossier.due_on is None

    clock.move_to("2026-03-25T02:00:00Z")
    dossier = _mended(at, dossier)

    assert dossier.due_on == date(2026, 4, 20)  # five working days lay with the unit
    reading = clock_of(dossier, date(2026, 3, 25))
    assert (reading.limit, reading.days_left, reading.is_paused) == (20, 18, False)


def test_a_suspension_stops_the_clock_until_it_is_lifted(at, clock):
    dossier = make.received(at)
    suspension = actions.suspend(dossier=dossier, cause="complaint", reason="Có đơn thư.", by=at.officer)
    dossier.refresh_from_db()
    assert (dossier.suspended, dossier.due_on) == (True, None)

    clock.move_to("2026-03-23T02:00:00Z")
    actions.lift_suspension(suspension=suspension, reason="Kết luận không có vi phạm.", by=at.officer)

    dossier.refresh_from_db()
    assert (dossier.suspended, dossier.due_on) == (False, date(2026, 4, 20))


def test_the_statistics_of_a_month_come_from_the_moves(at, clock):
    early = make.received(at)
    clock.move_to("2026-03-17T02:00:00Z")
    late = actions.return_dossier(dossier=make.received(at), faults=[FAULT], by=at.officer)
    clock.move_to("2026-03-24T02:00:00Z")
    late = _mended(at, late)
    make.received(at)
    _decide(at, early)
    clock.move_to("2026-05-15T02:00:00Z")
    _decide(at, late)

    found = statistics(date(2026, 3, 1), date(2026, 3, 31))
    assert found.total == Work(
        received=3, in_work=2, early=1, on_time=0, late=0, no_limit=0, median_days=6.0, returns=0
    )
    assert found.faults == (("minutes", 1),)
    year = statistics(date(2026, 1, 1), date(2026, 12, 31))
    assert (year.total.early, year.total.late, year.total.returns, year.total.in_work) == (1, 1, 1, 1)
    assert year.total.in_time == (1, 2)
    assert year.by_unit == {at.place.de_tham.pk: year.total}
    assert {month: work.resolved for month, work in year.by_month.items() if work.resolved} == {
        "2026-03": 1,
        "2026-05": 1,
    }


def test_statistics_count_only_the_dossiers_asked_for(at):
    make.received(at)
    other = make.received(at)

    assert (
        statistics(
            date(2026, 3, 1), date(2026, 3, 31), type(other).objects.filter(pk=other.pk)
        ).total.received
        == 1
    )


def test_a_forecast_learns_from_decided_dossiers(at, clock):
    first = make.received(at)
    clock.move_to("2026-03-26T02:00:00Z")
    _decide(at, first)
    second = make.received(at)
    assert usual_days_of("movement", "province")["received"] == 8

    clock.move_to("2026-03-27T02:00:00Z")
    found = forecast_of(second, date(2026, 3, 27))

    assert (found.outlook, found.expected_on) == (Outlook.SAFE, date(2026, 4, 7))


def test_nothing_is_foretold_before_anything_was_decided(at):
    assert forecast_of(make.received(at), date(2026, 3, 17)).outlook is Outlook.UNKNOWN


@pytest.mark.parametrize(("today", "outlook"), [(date(2026, 4, 14), Outlook.LATE)])
def test_what_is_overdue_is_late(at, today, outlook):
    assert forecast_of(make.received(at), today).outlook is outlook


def _decide(at, dossier):
    dossier = actions.send_to_council(dossier=make.concluded(at, dossier), by=at.officer)
    for row in dossier.nominations.all():
        actions.mark_council_result(nomination=row, passed=True, by=at.officer)
    dossier = actions.mark_proposed(dossier=dossier, by=at.leader)
    return actions.mark_decided(dossier=dossier, refused={}, by=at.place.chairman)
