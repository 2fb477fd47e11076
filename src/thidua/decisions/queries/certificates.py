"""What anybody may learn of a certificate from its code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from thidua.decisions.enums import CertificateState, EventKind, ReasonCode
from thidua.decisions.models import Certificate, CertificateEvent, Decision
from thidua.decisions.papers.bodies import head_of
from thidua.registry.enums import AwardStatus
from thidua.support.documents.proof.codes import read_code
from thidua.support.provenance import Provenance


@dataclass(frozen=True)
class CertificateFacts:
    """The public facts: name, award, decision, whether it counts, and what replaced it. Nothing else is told."""

    code: str
    name: str
    award: str
    decided_by: str
    decision_number: str
    decided_on: date | None
    state: CertificateState
    since: date
    replaced_by: str
    cancelled_by: (
        str  # number and date of the decision, as the register keeps it; empty when not cancelled there
    )
    cancelled_because: str  # one of the grounds of the law; what was written beside it is not for the public
    provenance: Provenance

    @property
    def is_valid(self) -> bool:
        """Whether the certificate counts today."""
        return self.state == CertificateState.VALID

    @property
    def needs_mark(self) -> bool:
        """Whether it is illustrative or test data: every page says so."""
        return self.provenance.needs_mark


def certificate_facts(typed: str) -> CertificateFacts | None:
    """Return the public facts of a code, None when there is none; one query. Raises Refused for what is no code."""
    rows = Certificate.objects.select_related("line__decision__unit", "line__award", "replaced_by")
    cancelling = CertificateEvent.objects.filter(
        certificate__line=OuterRef("line"), kind=EventKind.CANCELLATION
    ).order_by("-pk")
    known = rows.annotate(ground=Subquery(cancelling.values("reason_code")[:1]))
    row = known.filter(code=read_code(typed)).first()
    if row is None:
        return None
    decision, award = row.line.decision, row.line.award
    # Whoever cancels in the register itself: the code must not call a cancelled award valid.
    lost = award is not None and award.status != AwardStatus.ACTIVE
    return CertificateFacts(
        code=row.code,
        name=row.words["recipient"],
        award=row.line.award_name,
        decided_by=head_of(decision.unit),
        decision_number=decision.full_number,
        decided_on=decision.decided_on,
        state=CertificateState.CANCELLED if lost else CertificateState(row.state),
        since=(award.status_on if lost and award else None) or row.state_since,
        replaced_by=row.replaced_by.code if row.replaced_by else "",
        cancelled_by=award.status_decision if lost and award else "",
        cancelled_because=str(ReasonCode(row.ground).label) if lost and row.ground else "",
        provenance=Provenance(decision.provenance),
    )


def unprinted(decision: Decision) -> dict[str, int]:
    """Return award code → how many valid certificates were never printed; one query."""
    rows = Certificate.objects.filter(
        line__decision=decision, state=CertificateState.VALID, printed_at__isnull=True
    )
    found: dict[str, int] = {}
    for code in rows.values_list("line__award_code", flat=True):
        found[code] = found.get(code, 0) + 1
    return found
