"""Stop a dossier or one of its nominations."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import DRAFT, FINAL, SUSPEND
from thidua.nominations import access
from thidua.nominations.actions.moving import lock, log_move, moment, refresh_due
from thidua.nominations.actions.suspending import refresh_suspended
from thidua.nominations.enums import SuspensionCause
from thidua.nominations.models import Dossier, Nomination, Suspension
from thidua.nominations.telling import tell_of_move
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def suspend(
    *,
    dossier: Dossier,
    cause: str,
    reason: str,
    by: User | None,
    nomination: Nomination | None = None,
    at: datetime | None = None,
) -> Suspension:
    """Suspend the dossier, or one nomination of it, and return the suspension; one that is open stays as it is.

    No step that leads on is possible until it is lifted. Raises Refused, NotAllowed.
    """
    reason = clean_text(reason)
    if not access.office_may(by, Right.SUSPEND_NOMINATION, dossier):
        raise NotAllowed(_("Only officers of the Board suspend a nomination."))
    with transaction.atomic():
        row = lock(dossier)
        standing = row.suspensions.filter(nomination=nomination, lifted_at__isnull=True).first()
        if standing is not None:
            return standing
        faults: dict[str, str] = {}
        if cause not in SuspensionCause.values:
            faults["cause"] = _("Choose why it is suspended.")
        if not reason:
            faults["reason"] = _("Write what is being verified, by whom and since when.")
        if row.state in FINAL or row.state == DRAFT:
            faults[""] = _("The dossier is “%(state)s”: there is nothing to suspend.") % {
                "state": row.get_state_display()
            }
        if nomination is not None and nomination.dossier_id != row.pk:
            faults["nomination"] = _("This nominee is not in the dossier.")
        if faults:
            raise Refused(faults)
        when = moment(at)
        made = Suspension.objects.create(
            dossier=row, nomination=nomination, cause=cause, reason=reason, since=when, by=by
        )
        if nomination is not None:
            Nomination.objects.filter(pk=nomination.pk).update(suspended=True)
        refresh_suspended(row)
        logged = log_move(
            row, SUSPEND, source=row.state, by=by, at=when, reason=reason, due_before=row.due_on
        )
        refresh_due(row, when)
        tell_of_move(row, logged)
        details = {"cause": cause, "reason": reason, "nominee": nomination and nomination.recipient_name}
        record(by=by, action="nominations.suspended", subject=row, details=details)
    return made
