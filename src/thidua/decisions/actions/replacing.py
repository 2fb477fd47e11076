"""Putting a new certificate in the place of one that no longer counts."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.decisions.access import require
from thidua.decisions.actions.granting import new_certificate
from thidua.decisions.actions.telling import tell_replaced
from thidua.decisions.enums import CertificateState, EventKind, ReasonCode
from thidua.decisions.models import Certificate, CertificateEvent
from thidua.support.audit.actions.record import record
from thidua.support.documents.proof.keyring import signing_key
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def replace_certificate(
    *,
    certificate: Certificate,
    kind: EventKind,
    state: CertificateState,
    reason_code: ReasonCode,
    reason: str,
    decision: str,
    on: date,
    words: dict[str, str],
    right: Right,
    by: User | None,
) -> Certificate:
    """End a valid certificate with `state`, make one with `words` in its place, and return that.

    A second call finds the certificate ended and returns the one that replaced it. Raises NotAllowed, Refused.
    """
    require(by, right, certificate.line.decision.unit)
    why, paper = clean_text(reason), clean_line(decision)
    faults = misfits(CertificateEvent, {"decision": paper})
    if not why:
        faults["reason"] = _("Write what happened; it stays with the certificate.")
    if not on <= timezone.localdate():
        faults["on"] = _("This day is still to come. Check the date.")
    if faults:
        raise Refused(faults)
    key = signing_key()
    with transaction.atomic():
        row = locked_certificate(certificate)
        if row.state == state and row.replaced_by is not None:
            return row.replaced_by
        if row.state != CertificateState.VALID:
            raise Refused(
                _("This certificate is “%(state)s”. Open the one that is valid.")
                % {"state": row.get_state_display()}
            )
        row.state, row.state_since = state, on
        row.save(update_fields=["state", "state_since"])
        made = new_certificate(row.line, words, key, on)
        made.save(force_insert=True)
        row.replaced_by = made
        row.save(update_fields=["replaced_by"])
        CertificateEvent.objects.create(
            certificate=row,
            kind=kind,
            reason_code=reason_code,
            reason=why,
            decision=paper,
            on=on,
            by=by,
            at=timezone.now(),
            new_certificate=made,
        )
        details = {"reason_code": reason_code, "reason": why, "decision": paper, "certificate": made.code}
        record(by=by, action=f"decisions.{kind}", subject=row, details=details)
        tell_replaced(row, made)
    return made


def locked_certificate(certificate: Certificate) -> Certificate:
    """Return the certificate, locked, with line, decision and unit."""
    rows = Certificate.objects.select_for_update(of=("self",)).select_related(
        "line__decision__unit", "line__award", "line__prize_result"
    )
    return rows.get(pk=certificate.pk)
