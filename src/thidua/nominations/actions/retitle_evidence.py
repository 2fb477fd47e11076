"""Change the caption of a paper."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.nominations.actions.moving import lock
from thidua.nominations.actions.writing import require_writing
from thidua.nominations.models import Evidence
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def retitle_evidence(*, evidence: Evidence, title: str, by: User | None) -> Evidence:
    """Write another caption and return the paper; its file stays as it is. Raises Refused on `title`, NotAllowed."""
    title = clean_line(title)
    with transaction.atomic():
        dossier = lock(evidence.dossier)
        require_writing(by, dossier)
        faults = misfits(Evidence, {"title": title})
        if faults:
            raise Refused(faults)
        row = Evidence.objects.select_for_update().get(pk=evidence.pk, withdrawn_at__isnull=True)
        if row.title != title:
            before, row.title = row.title, title
            row.save(update_fields=["title"])
            dossier.version += 1
            dossier.save(update_fields=["version"])
            details = {"title": [before, title]}
            record(by=by, action="nominations.evidence_retitled", subject=dossier, details=details)
    return row
