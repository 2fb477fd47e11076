"""Confirming what is clear, and one verb for many dossiers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.models import Dossier, DossierVisit, FindingDecision
from thidua.nominations.queries import (
    dossiers_behind,
    neighbours,
    others_reading,
    standing_appraisals,
    with_last_year,
)
from thidua.nominations.stored_findings import NEEDS_HUMAN, leaves
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


def test_only_what_the_engine_settled_is_confirmed_and_no_decision_is_changed(at):
    dossier = make.received(at)
    [stored] = actions.store_appraisals(dossier=dossier, by=at.officer)
    found = {one.key: one for one in leaves(stored.result)}
    settled = {key for key, one in found.items() if one.is_settled}
    assert any(one.verdict == NEEDS_HUMAN for one in found.values())
    first = sorted(settled)[0]
    actions.decide_finding(
        appraisal=stored, finding=first, holds=False, reason="Bản giấy khác.", by=at.officer
    )
    assert actions.confirm_findings(dossier=dossier, by=at.officer) == len(settled) - 1
    decided = dict(FindingDecision.objects.values_list("finding", "reason"))
    assert set(decided) == settled
    assert decided[first] == "Bản giấy khác."
    assert actions.confirm_findings(dossier=dossier, by=at.officer) == 0
    assert AuditEntry.objects.filter(action="nominations.findings_confirmed").count() == 1


def test_findings_are_confirmed_by_officers_and_while_the_appraisal_is_open(at):
    dossier = make.received(at)
    actions.store_appraisals(dossier=dossier, by=at.officer)
    with pytest.raises(NotAllowed):
        actions.confirm_findings(dossier=dossier, by=at.clerk)
    concluded = make.concluded(at, dossier)
    before = FindingDecision.objects.count()
    with pytest.raises(Refused):
        actions.confirm_findings(dossier=concluded, by=at.officer)
    assert FindingDecision.objects.count() == before


def test_of_many_dossiers_each_goes_through_or_is_refused_by_itself(at):
    waiting, received = make.submitted(at), make.received(at)
    result = actions.receive_dossiers(dossiers=[waiting, received], by=at.officer)
    assert [one.pk for one in result.done] == [waiting.pk]
    [(refused, sentence)] = result.refused
    assert refused.pk == received.pk
    assert "đang thẩm định" in sentence or "being appraised" in sentence


def test_a_look_is_noted_once_a_minute_and_forgotten_after_a_while(at):
    dossier = make.received(at)
    start = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)
    for seconds in (0, 30, 59):
        actions.note_visit(dossier=dossier, by=at.officer, at=start.replace(second=seconds))
    assert DossierVisit.objects.get().at == start
    actions.note_visit(dossier=dossier, by=at.officer, at=start.replace(minute=2))
    assert [one.user for one in others_reading(dossier, at.leader, start.replace(minute=3))] == [at.officer]
    assert others_reading(dossier, at.officer, start.replace(minute=3)) == []
    assert others_reading(dossier, at.leader, start.replace(minute=30)) == []


def test_neighbours_stand_in_the_order_of_the_list(at):
    codes = [make.received(at).code for _number in range(3)]
    rows = Dossier.objects.order_by("code")
    assert neighbours(rows, codes[1]) == neighbours(rows, codes[1])
    found = neighbours(rows, codes[1])
    assert (found.place, found.count, found.before, found.after) == (2, 3, codes[0], codes[2])
    assert neighbours(rows, codes[2]).after == ""
    gone = neighbours(rows, "HS-2026-99999")
    assert (gone.place, gone.after) == (0, codes[0])


def test_the_list_behind_each_figure_holds_as_many_as_it_counts(at):
    returned, closed = make.returned(at), make.received(at)
    actions.cancel_dossier(dossier=closed, reason="Đơn vị xin dừng.", by=at.officer)
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    now, before = with_last_year(first, last)
    for name in ("received", "in_work", "resolved", "early", "on_time", "late", "no_limit"):
        assert (name, len(dossiers_behind(name, first, last))) == (name, getattr(now.total, name))
    assert dossiers_behind("fault/minutes", first, last) == [returned.pk]
    assert dossiers_behind("received", first, last, unit=at.place.province.pk) == []
    assert (before.total.received, before.total.median_days) == (0, None)
    with pytest.raises(ValueError, match="moon"):
        dossiers_behind("moon", first, last)


@pytest.mark.parametrize("count", [1, 3])
def test_the_standing_checks_cost_two_queries(at, count, django_assert_num_queries):
    dossier = make.received(at, *(make.nominee() for _number in range(count)))
    actions.store_appraisals(dossier=dossier, by=at.officer)
    with django_assert_num_queries(2):
        found = standing_appraisals(dossier)
    assert len(found) == count
