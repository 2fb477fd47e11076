"""What becomes of an officer's decisions when a dossier comes back, or is checked again on another day."""

from __future__ import annotations

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.content import NomineeLine
from thidua.nominations.enums import FaultCode
from thidua.nominations.queries import earlier_decisions, standing_appraisals
from thidua.nominations.stored_findings import MET, NEEDS_HUMAN, NOT_MET, leaves, verdict_with

FIGHTER = "provincial_emulation_fighter"
FAULT = actions.FaultFound(field="report", code=FaultCode.REPORT, text="Ghi số liệu.")


def judged(at):
    """Return a dossier about a fighter, checked, with one decision confirming and one overruling the engine."""
    line = make.nominee(award_code=FIGHTER, commendation_type="merit")
    dossier = make.received(at, line, route="merit", movement=None)
    [stored] = actions.store_appraisals(dossier=dossier, by=at.officer)
    settled = next(one for one in leaves(stored.result) if one.verdict == NOT_MET)
    open_one = next(one for one in leaves(stored.result) if one.verdict == NEEDS_HUMAN)
    actions.decide_finding(appraisal=stored, finding=settled.key, holds=False, reason="", by=at.officer)
    actions.decide_finding(
        appraisal=stored, finding=open_one.key, holds=True, reason="Theo báo cáo.", by=at.officer
    )
    return dossier, settled.key, open_one.key


def sent_again(at, dossier, report=""):
    """Return the dossier after the unit said that the fault is mended, with another report where one is given."""
    actions.return_dossier(dossier=dossier, faults=[FAULT], by=at.officer)
    row = make.only(dossier)
    if report:
        line = NomineeLine(**{**NomineeLine.of(row).__dict__, "report": report})
        actions.edit_nomination(nomination=row, line=line, version=row.version, by=at.clerk)
    for fault in dossier.faults.filter(mended_at=None):
        actions.mend_fault(fault=fault, by=at.clerk)
    return actions.resubmit_dossier(dossier=dossier, declared=True, by=at.clerk)


def standing(dossier):
    """Return the appraisal that counts now, and what became of earlier decisions."""
    [stored] = standing_appraisals(dossier)
    return stored, earlier_decisions([stored])[stored.nomination_id]


def test_a_dossier_that_comes_back_is_checked_again_at_once(at, clock):
    dossier, settled, read = judged(at)
    clock.shift(86400)

    sent_again(at, dossier, report="Năm 2025 đã vận động 52 hộ góp công làm đường của thôn.")

    stored, earlier = standing(dossier)
    assert (stored.ordinal, stored.by) == (2, None)
    assert [one.finding for one in stored.decisions.all()] == [settled]
    assert (earlier.carried, list(earlier.anew)) == (1, [read])
    assert earlier.anew[read].reason == "Theo báo cáo."


def test_what_was_decided_stands_on_another_day_where_nothing_changed(at, clock):
    dossier, settled, read = judged(at)
    [before] = standing_appraisals(dossier)
    clock.shift(86400)

    actions.store_appraisals(dossier=dossier, by=at.leader)

    stored, earlier = standing(dossier)
    assert stored.ordinal == 2
    assert {(one.finding, one.reason, one.by_id, one.at) for one in stored.decisions.all()} == {
        (one.finding, one.reason, one.by_id, one.at) for one in before.decisions.all()
    }
    assert {one.finding for one in stored.decisions.all()} == {settled, read}
    assert (earlier.carried, earlier.anew) == (2, {})


def test_a_new_paper_opens_again_what_an_officer_had_read_from_the_papers(at, clock):
    dossier, _settled, read = judged(at)
    actions.return_dossier(dossier=dossier, faults=[FAULT], by=at.officer)
    clock.shift(60)
    actions.attach_evidence(
        dossier=dossier, kind="other", data=make.PICTURE + b"\0", name="anh.png", by=at.clerk
    )
    for fault in dossier.faults.filter(mended_at=None):
        actions.mend_fault(fault=fault, by=at.clerk)
    actions.resubmit_dossier(dossier=dossier, declared=True, by=at.clerk)

    assert list(standing(dossier)[1].anew) == [read]


def test_what_it_comes_to_follows_the_decisions_and_the_finding_stays(at):
    dossier, _settled, _read = judged(at)
    [stored] = standing_appraisals(dossier)
    every = {one.key: True for one in leaves(stored.result)}

    assert stored.verdict == "not_met"
    assert verdict_with(stored.result, {}) == NOT_MET
    assert verdict_with(stored.result, every) == MET
    left = next(one.key for one in leaves(stored.result) if one.verdict == NEEDS_HUMAN)
    one_way = {key: holds for key, holds in every.items() if key != left}
    assert verdict_with(stored.result, one_way) in (MET, NEEDS_HUMAN)
    assert verdict_with(stored.result, dict.fromkeys(every, False)) == NOT_MET
