"""The steps of one dossier between the unit and the office, each through the room's actions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from thidua.accounts.models import User
from thidua.config.simulation.fates import Fate
from thidua.config.simulation.places import Places
from thidua.nominations import actions
from thidua.nominations.content import DossierContent
from thidua.nominations.enums import Agency, AgencyAnswer, EvidenceKind, FaultCode, Level, Outcome
from thidua.nominations.models import Dossier, StoredAppraisal
from thidua.nominations.queries.missing import open_faults
from thidua.nominations.stored_findings import MET, leaves
from thidua.support.provenance import Provenance

# One picture of one point: what a scan says is not simulated, that it is there is.
SCAN: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
CHECKED: Final = "Đã đối chiếu với bản giấy."
# Where a fault lies: a field of the dossier, or a paper.
FIELDS: Final = {
    FaultCode.LETTER: "evidence:letter",
    FaultCode.MINUTES: "evidence:minutes",
    FaultCode.VOTE: "evidence:vote_result",
    FaultCode.EVIDENCE: "evidence:other",
    FaultCode.INITIATIVE: "evidence:initiative",
    FaultCode.CONFIRMATION: "evidence:confirmation",
    FaultCode.REPORT: "report",
    FaultCode.RECIPIENT: "recipient_name",
    FaultCode.AWARD: "award_code",
}


def draft(fate: Fate, places: Places, today: date) -> Dossier:
    """Write the draft with its nominees and papers."""
    commune, clerk = places.communes[fate.commune]
    dossier = actions.open_dossier(
        unit=commune,
        content=DossierContent(
            title=f"Đề nghị khen thưởng số {fate.number} năm {today.year}",
            route=fate.route,
            level=Level.PROVINCE,
            counting_year=today.year,
            letter_number=f"{fate.number}/TTr-UBND",
            letter_date=today,
            met_on=today,
        ),
        by=clerk,
        provenance=Provenance.ILLUSTRATIVE,
    )
    actions.add_nominations(dossier=dossier, lines=fate.lines, by=clerk)
    papers = [
        actions.Paper(SCAN, f"{kind}.png", kind) for kind in (EvidenceKind.LETTER, EvidenceKind.MINUTES)
    ]
    actions.attach_papers(dossier=dossier, papers=papers, by=clerk)
    return dossier


def give_back(dossier: Dossier, codes: tuple[FaultCode, ...], by: User) -> None:
    """Return the dossier with all its faults at once."""
    faults = [
        actions.FaultFound(field=FIELDS.get(code, "nominations"), code=code, text=f"Cần sửa: {code.label}.")
        for code in codes
    ]
    actions.return_dossier(dossier=dossier, faults=faults, by=by)


def mend(dossier: Dossier, by: User) -> None:
    """Bring what was missing, say of the rest that it is mended, and send the dossier in again."""
    faults = list(open_faults(dossier))
    asked = (fault.field.partition(":") for fault in faults)
    kinds = dict.fromkeys(kind for part, _, kind in asked if part == "evidence")
    if kinds:
        papers = [actions.Paper(SCAN, f"{kind}-2.png", kind) for kind in kinds]
        actions.attach_papers(dossier=dossier, papers=papers, by=by)
    actions.mend_faults(dossier=dossier, faults=faults, by=by)
    actions.resubmit_dossier(dossier=dossier, declared=True, by=by)


def appraise(dossier: Dossier, eligible: bool, by: User) -> None:
    """Check by the law, decide what the engine left to the officer, and conclude every nominee."""
    stored = actions.store_appraisals(dossier=dossier, by=by)
    if eligible:
        rulings = [ruled for one in stored for ruled in _left_to_officer(one)]
        actions.decide_findings(dossier=dossier, rulings=rulings, by=by)
    pending = dossier.nominations.filter(outcome=Outcome.PENDING).values_list("pk", flat=True)
    reason = CHECKED if eligible else "Chưa đủ điều kiện theo quy định."
    actions.conclude_appraisal(
        dossier=dossier, conclusions={pk: actions.Conclusion(eligible, reason) for pk in pending}, by=by
    )


def _left_to_officer(stored: StoredAppraisal) -> Iterator[actions.Ruled]:
    """Yield what the officer says of what the engine did not find met, in the first way to the award."""
    found = {one.key: one for one in leaves(stored.result)}.values()
    chosen = next((one.alternative for one in found), "")
    for finding in found:
        if finding.verdict != MET and finding.alternative in ("", chosen):
            yield actions.Ruled(stored, finding.key, holds=True, reason=CHECKED)


def ask_agencies(dossier: Dossier, by: User) -> date:
    """Ask two agencies, and return the last day for their answer."""
    asked = (Agency.TAX, Agency.SOCIAL_INSURANCE)
    rows = actions.ask_agencies(
        dossier=dossier, agencies=[actions.AgencyAsked(one, str(one.label)) for one in asked], by=by
    )
    return rows[0].due_on


def take_answers(dossier: Dossier, by: User, today: date) -> None:
    """Write down that every agency agrees."""
    for row in dossier.agency_consultations.filter(answer=AgencyAnswer.AWAITED):
        actions.record_agency_answer(
            consultation=row, agrees=True, answered_on=today, text="Nhất trí.", by=by
        )
