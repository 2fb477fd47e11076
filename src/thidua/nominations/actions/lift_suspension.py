"""Let a suspended dossier or nomination go on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import LIFT
from thidua.nominations import access
from thidua.nominations.actions.moving import lock, log_move, moment, refresh_due
from thidua.nominations.actions.suspending import refresh_suspended
from thidua.nominations.models import Nomination, Suspension
from thidua.nominations.telling import tell_of_move
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def lift_suspension(
    *, suspension: Suspension, reason: str, by: User | None, at: datetime | None = None
) -> Suspension:
    """Lift a suspension with what came of it, and return it; a lifted one stays as it is.

    Raises Refused, NotAllowed.
    """
    reason = clean_text(reason)
    if not access.office_may(by, Right.SUSPEND_NOMINATION, suspension.dossier):
        raise NotAllowed(_("Only officers of the Board lift a suspension."))
    if not reason:
        raise Refused({"reason": _("Write what the verification found, with the number of its conclusion.")})
    with transaction.atomic():
        dossier = lock(suspension.dossier)
        row = Suspension.objects.select_for_update().get(pk=suspension.pk)
        if row.lifted_at is not None:
            return row
        when = moment(at)
        if when < row.since:
            raise Refused({"at": _("This moment lies before the suspension itself.")})
        row.lifted_at, row.lifted_by, row.lifting_reason = when, by, reason
        row.save(update_fields=["lifted_at", "lifted_by", "lifting_reason"])
        if row.nomination_id is not None:
            Nomination.objects.filter(pk=row.nomination_id).update(suspended=False)
        refresh_suspended(dossier)
        logged = log_move(dossier, LIFT, source=dossier.state, by=by, at=when, reason=reason)
        refresh_due(dossier, when)
        tell_of_move(dossier, logged)
        record(by=by, action="nominations.suspension_lifted", subject=dossier, details={"reason": reason})
    return row
