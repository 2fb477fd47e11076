"""Cancel an award that was granted by a decision of this room."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.decisions.access import require
from thidua.decisions.actions.locking import locked_line
from thidua.decisions.actions.presenting import present_complete
from thidua.decisions.actions.telling import tell_cancelled
from thidua.decisions.enums import CANCELLING, CertificateState, EventKind, ReasonCode
from thidua.decisions.models import CertificateEvent, DecisionLine
from thidua.registry.actions import cancel_award as cancel_in_register
from thidua.registry.queries import Dependant, dependants_of
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def cancel_award(
    *, line: DecisionLine, reason_code: ReasonCode, reason: str, decision: str, on: date, by: User
) -> list[Dependant]:
    """Cancel the award of a line by a decision, and return the awards that rest on it, to be examined again.

    The register keeps the award as cancelled, the certificate says so; nothing is deleted. `reason_code`: one of
    article 93 clause 2. Raises NotAllowed, or Refused: no such ground, cancelled already, an impossible day.
    """
    require(by, Right.CANCEL_AWARD, line.decision.unit)
    if reason_code not in CANCELLING:
        raise Refused({"reason_code": _("Choose the ground of article 93 clause 2 of the law.")})
    why, paper = clean_text(reason), clean_line(decision)
    with transaction.atomic():
        row = locked_line(line)
        if row.award is None:
            raise Refused(_("This award was not granted, so there is nothing to cancel."))
        decided = row.decision.decided_on
        if decided is None or not decided <= on <= timezone.localdate():
            raise Refused(
                {"on": _("Give the day of cancelling: not before the decision, not in the future.")}
            )
        dependants = dependants_of(row.award)
        told = f"{ReasonCode(reason_code).label}: {why}" if why else ""
        row.award = cancel_in_register(award=row.award, on=on, reason=told, decision=paper, by=by)
        for one in row.certificates.select_for_update().filter(state=CertificateState.VALID):
            one.state, one.state_since = CertificateState.CANCELLED, on
            one.save(update_fields=["state", "state_since"])
            CertificateEvent.objects.create(
                certificate=one,
                kind=EventKind.CANCELLATION,
                reason_code=reason_code,
                reason=why,
                decision=paper,
                on=on,
                by=by,
                at=timezone.now(),
            )
        details = {"reason_code": reason_code, "reason": why, "decision": paper, "on": on}
        record(by=by, action="decisions.cancellation", subject=row, details=details)
        tell_cancelled(row, why)
        present_complete([row], by)  # perhaps the others have been waiting for this one alone
    return dependants


def record_recall(*, line: DecisionLine, on: date, by: User) -> CertificateEvent:
    """Record that the certificate of a cancelled award was taken back, and return the event; twice is once.

    Raises NotAllowed, or Refused while the award is held.
    """
    require(by, Right.ISSUE_CERTIFICATES, line.decision.unit)
    with transaction.atomic():
        row = locked_line(line)
        events = CertificateEvent.objects.filter(certificate__line=row)
        known = events.filter(kind=EventKind.RECALL).first()
        if known is not None:
            return known
        cancelled = events.filter(kind=EventKind.CANCELLATION).first()
        if cancelled is None:
            raise Refused(_("Only the certificate of a cancelled award is taken back."))
        made = CertificateEvent.objects.create(
            certificate=cancelled.certificate,
            kind=EventKind.RECALL,
            reason_code=cancelled.reason_code,
            decision=cancelled.decision,
            on=on,
            by=by,
            at=timezone.now(),
        )
        record(by=by, action="decisions.recall", subject=row, details={"on": on})
    return made
