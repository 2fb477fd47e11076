"""Give a dossier to an officer."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import FINAL, WITH_OFFICE
from thidua.nominations import access
from thidua.nominations.actions.moving import lock
from thidua.nominations.models import Dossier
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def assign_dossier(*, dossier: Dossier, officer: User, by: User | None) -> Dossier:
    """Make `officer` the holder of the dossier and return it. Raises Refused, NotAllowed."""
    if not access.office_may(by, Right.RECEIVE_DOSSIER, dossier):
        raise NotAllowed(_("Only officers of the Board assign dossiers."))
    with transaction.atomic():
        row = lock(dossier)
        if row.holder_id == officer.pk:
            return row
        if row.state in FINAL or (row.state not in WITH_OFFICE and row.received_on is None):
            raise Refused(_("The office does not have this dossier, so there is nothing to assign."))
        if not access.appraisers_of(row).filter(pk=officer.pk).exists():
            raise Refused(
                {"holder": _("This account does not appraise here. Choose an officer of the list.")}
            )
        former, row.holder = row.holder, officer
        row.version += 1
        row.save(update_fields=["holder", "version"])
        details = {"holder": [former and str(former), str(officer)]}
        record(by=by, action="nominations.assigned", subject=row, details=details)
    return row
