"""Say that faults are mended."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import User
from thidua.nominations.actions.moving import lock
from thidua.nominations.actions.writing import require_writing
from thidua.nominations.models import Dossier, ReturnedFault
from thidua.support.audit.actions.record import Happening, record_all


def mend_fault(*, fault: ReturnedFault, by: User | None) -> ReturnedFault:
    """Mark a fault as mended by the unit and return it; a mended one stays as it is. Raises Refused, NotAllowed."""
    return mend_faults(dossier=fault.dossier, faults=[fault], by=by)[0]


def mend_faults(*, dossier: Dossier, faults: Sequence[ReturnedFault], by: User | None) -> list[ReturnedFault]:
    """Mark faults of a dossier as mended by the unit and return them; as `mend_fault`."""
    with transaction.atomic():
        row = lock(dossier)
        require_writing(by, row)
        ids = [fault.pk for fault in faults]
        found = list(row.faults.select_for_update().filter(pk__in=ids).order_by("pk"))
        mended = [fault for fault in found if fault.mended_at is None]
        for fault in mended:
            fault.mended_at, fault.mended_by = timezone.now(), by
        ReturnedFault.objects.bulk_update(mended, ["mended_at", "mended_by"])
        told = [Happening("nominations.fault_mended", row, {"fault": fault.text}) for fault in mended]
        record_all(by=by, happenings=told)
    return found
