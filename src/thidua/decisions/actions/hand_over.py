"""Hand a certificate over."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.decisions.access import require
from thidua.decisions.actions.locking import locked_line
from thidua.decisions.models import DecisionLine, HandingOver
from thidua.decisions.queries.certificate_search import COUNTING
from thidua.nominations.actions.lead_on import mark_handed_over
from thidua.nominations.enums import DossierState, Outcome
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused


def hand_over(
    *,
    line: DecisionLine,
    on: date,
    received_by: str,
    by: User | None,
    place: str = "",
    signature: StoredFile | None = None,
    at: datetime | None = None,
) -> HandingOver:
    """Record who received the valid certificate of a line, and return the row; twice is once.

    The last of a dossier leads it on. A certificate that replaces another is handed over again.

    Raises NotAllowed, or Refused: not printed yet, cancelled, an impossible day.
    """
    require(by, Right.ISSUE_CERTIFICATES, line.decision.unit)
    values = {"received_by": clean_line(received_by), "place": clean_line(place)}
    with transaction.atomic():
        row = locked_line(line)
        certificate = row.certificates.filter(COUNTING).first()
        known = HandingOver.objects.filter(certificate=certificate).first() if certificate else None
        if known is not None:
            return known
        faults = misfits(HandingOver, values)
        if not values["received_by"]:
            faults["received_by"] = _("Write who received the certificate.")
        decided = row.decision.decided_on
        if decided is None or not decided <= on <= timezone.localdate():
            faults["on"] = _("Give the day of handing over: not before the decision, not in the future.")
        if faults:
            raise Refused(faults)
        if certificate is None or certificate.printed_at is None:
            raise Refused(_("There is no printed, valid certificate to hand over. Print it first."))
        made = HandingOver.objects.create(
            line=row,
            certificate=certificate,
            on=on,
            signature=signature,
            by=by,
            at=at or timezone.now(),
            **values,
        )
        record(by=by, action="decisions.handed_over", subject=row, details=values | {"on": on})
        _lead_dossier_on(row, by, at)
    return made


def _lead_dossier_on(line: DecisionLine, by: User | None, at: datetime | None) -> None:
    dossier = line.nomination.dossier
    granted = dossier.nominations.filter(outcome=Outcome.GRANTED)
    waiting = granted.filter(decision_lines__handings_over__isnull=True).exclude(
        decision_lines__award__status__in=("cancelled", "stripped")
    )
    if dossier.state == DossierState.ISSUED and not waiting.exists():
        mark_handed_over(dossier=dossier, by=by, at=at)
