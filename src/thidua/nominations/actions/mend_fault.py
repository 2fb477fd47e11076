"""Say that a fault is mended."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import User
from thidua.nominations.actions.moving import lock
from thidua.nominations.actions.writing import require_writing
from thidua.nominations.models import ReturnedFault
from thidua.support.audit.actions.record import record


def mend_fault(*, fault: ReturnedFault, by: User | None) -> ReturnedFault:
    """Mark a fault as mended by the unit and return it; a mended one stays as it is. Raises Refused, NotAllowed."""
    with transaction.atomic():
        dossier = lock(fault.dossier)
        require_writing(by, dossier)
        row = ReturnedFault.objects.select_for_update().get(pk=fault.pk)
        if row.mended_at is None:
            row.mended_at, row.mended_by = timezone.now(), by
            row.save(update_fields=["mended_at", "mended_by"])
            record(by=by, action="nominations.fault_mended", subject=dossier, details={"fault": row.text})
    return row
