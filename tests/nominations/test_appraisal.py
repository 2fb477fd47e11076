"""The check by the law, the officer's decisions beside it, and the conclusion."""

from __future__ import annotations

import pytest

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.actions import Conclusion
from thidua.nominations.models import FindingDecision, StoredAppraisal
from thidua.nominations.stored_findings import MET, leaves
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused

FIGHTER = "provincial_emulation_fighter"


def _stored(at, **changes):
    line = make.nominee(award_code=FIGHTER, commendation_type="merit", **changes)
    dossier = make.received(at, line, route="merit", movement=None)
    [stored] = actions.store_appraisals(dossier=dossier, by=at.officer)
    return dossier, stored


def _open(stored):
    return next(one for one in leaves(stored.result) if one.verdict != MET)


def test_an_appraisal_keeps_question_facts_and_law_version(at):
    _dossier, stored = _stored(at)

    assert stored.verdict == "not_met"
    assert stored.asked["award"] == FIGHTER
    assert stored.asked["received"] == "2026-03-16"
    assert stored.facts["awards"] == []
    assert stored.law_version == stored.result["law_version"] != ""


def test_the_same_answer_is_stored_once(at):
    dossier, stored = _stored(at)

    assert actions.store_appraisals(dossier=dossier, by=at.officer) == [stored]
    assert StoredAppraisal.objects.count() == 1


def test_overruling_a_finding_needs_a_reason_and_leaves_the_finding_as_it_was(at):
    _dossier, stored = _stored(at)
    finding = _open(stored)
    with pytest.raises(Refused) as refused:
        actions.decide_finding(appraisal=stored, finding=finding.key, holds=True, reason="", by=at.officer)
    assert list(refused.value.faults) == ["reason"]

    before = StoredAppraisal.objects.get(pk=stored.pk).result
    row = actions.decide_finding(
        appraisal=stored, finding=finding.key, holds=True, reason="Có quyết định giấy.", by=at.officer
    )

    assert (row.ruling, row.holds) == ("overruled", True)
    assert StoredAppraisal.objects.get(pk=stored.pk).result == before


def test_agreeing_with_the_engine_confirms_it_without_a_reason(at):
    _dossier, stored = _stored(at)
    finding = next(one for one in leaves(stored.result) if one.verdict == 0)

    row = actions.decide_finding(appraisal=stored, finding=finding.key, holds=False, reason="", by=at.officer)

    assert row.ruling == "confirmed"


def test_a_decision_is_changed_only_by_who_saw_it(at):
    _dossier, stored = _stored(at)
    key = _open(stored).key
    actions.decide_finding(appraisal=stored, finding=key, holds=True, reason="Một.", by=at.officer)

    with pytest.raises(EditedMeanwhile):
        actions.decide_finding(appraisal=stored, finding=key, holds=True, reason="Hai.", by=at.leader)
    actions.decide_finding(appraisal=stored, finding=key, holds=True, reason="Hai.", by=at.leader, version=1)

    assert FindingDecision.objects.get().reason == "Hai."


def test_nobody_is_eligible_while_the_findings_say_no(at):
    dossier, _unused = _stored(at)
    row = make.only(dossier)

    with pytest.raises(Refused) as refused:
        actions.conclude_appraisal(
            dossier=dossier, conclusions={row.pk: Conclusion(True, "Vì tôi muốn.")}, by=at.officer
        )

    assert list(refused.value.faults) == [f"nomination-{row.pk}"]
    assert make.only(dossier).outcome == "pending"


def test_overruled_findings_carry_the_conclusion(at):
    dossier = make.concluded(at, _stored(at)[0])

    assert (dossier.state, make.only(dossier).outcome) == ("appraised", "eligible")


def test_who_is_not_eligible_is_told_why(at):
    dossier, _unused = _stored(at)
    row = make.only(dossier)
    with pytest.raises(Refused):
        actions.conclude_appraisal(dossier=dossier, conclusions={row.pk: Conclusion(False)}, by=at.officer)

    actions.conclude_appraisal(
        dossier=dossier, conclusions={row.pk: Conclusion(False, "Thiếu sáng kiến.")}, by=at.officer
    )

    assert make.only(dossier).outcome_reason == "Thiếu sáng kiến."


def test_the_dossier_moves_only_with_its_last_nomination(at):
    dossier = make.received(at, make.nominee("Hà Văn A"), make.nominee("Hà Văn B"))
    first, second = dossier.nominations.all()
    no = Conclusion(False, "Không đúng đối tượng.")

    assert (
        actions.conclude_appraisal(dossier=dossier, conclusions={first.pk: no}, by=at.officer).state
        == "received"
    )
    assert (
        actions.conclude_appraisal(dossier=dossier, conclusions={second.pk: no}, by=at.officer).state
        == "appraised"
    )


@pytest.mark.parametrize("who", ["clerk", "other"])
def test_units_do_not_appraise(at, who):
    dossier, stored = _stored(at)
    user = at.clerk if who == "clerk" else at.place.other_clerk

    with pytest.raises(NotAllowed):
        actions.store_appraisals(dossier=dossier, by=user)
    with pytest.raises(NotAllowed):
        actions.decide_finding(
            appraisal=stored, finding=_open(stored).key, holds=True, reason="Của tôi.", by=user
        )
    assert FindingDecision.objects.count() == 0


def test_who_appraises_does_not_write_the_dossiers_of_units(at):
    dossier = make.draft(at)

    with pytest.raises(NotAllowed):
        actions.add_nomination(dossier=dossier, line=make.nominee(), by=at.officer)

    assert dossier.nominations.count() == 1
