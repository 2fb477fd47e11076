"""Take a paper out of a dossier."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import User
from thidua.nominations.actions.moving import lock
from thidua.nominations.actions.writing import require_writing
from thidua.nominations.models import Evidence
from thidua.support.audit.actions.record import record


def withdraw_evidence(*, evidence: Evidence, by: User | None) -> Evidence:
    """Take the paper out of sight and return it; its row and its file stay. Raises Refused, NotAllowed."""
    with transaction.atomic():
        dossier = lock(evidence.dossier)
        require_writing(by, dossier)
        row = Evidence.objects.select_for_update().select_related("file").get(pk=evidence.pk)
        if row.withdrawn_at is not None:
            return row
        row.withdrawn_at, row.withdrawn_by = timezone.now(), by
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        dossier.version += 1
        dossier.save(update_fields=["version"])
        details = {"kind": row.kind, "file": row.file.original_name}
        record(by=by, action="nominations.evidence_withdrawn", subject=dossier, details=details)
    return row
