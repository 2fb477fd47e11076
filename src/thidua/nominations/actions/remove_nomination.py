"""Take a nominee out of a draft, or out of a dossier on its way."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import DRAFT, FINAL
from thidua.nominations import access
from thidua.nominations.actions.moving import lock, moment
from thidua.nominations.actions.suspending import refresh_suspended
from thidua.nominations.actions.writing import require_writing
from thidua.nominations.enums import ALIVE, Outcome
from thidua.nominations.models import Dossier, Nomination
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def remove_nomination(*, nomination: Nomination, by: User | None) -> Dossier:
    """Delete a nominee of a draft with its papers' links, and return the dossier. Raises Refused, NotAllowed.

    After the first submission nothing is deleted: see `withdraw_nomination`.
    """
    with transaction.atomic():
        dossier = lock(nomination.dossier)
        require_writing(by, dossier)
        if dossier.state != DRAFT or dossier.received_on is not None:
            raise Refused(_("The office has seen this nomination, so it is withdrawn, not deleted."))
        row = Nomination.objects.select_for_update().filter(pk=nomination.pk).first()
        if row is not None:
            record(
                by=by,
                action="nominations.nominee_removed",
                subject=dossier,
                details={"nominee": row.recipient_name, "award_code": row.award_code},
            )
            row.delete()
            dossier.version += 1
            dossier.save(update_fields=["version"])
    return dossier


def withdraw_nomination(
    *, nomination: Nomination, reason: str, by: User | None, at: datetime | None = None
) -> Nomination:
    """Withdraw one nominee of a dossier on its way, with a reason, and return the nomination.

    Raises Refused, NotAllowed. The other nominations go on.
    """
    reason = clean_text(reason)
    with transaction.atomic():
        dossier = lock(nomination.dossier)
        if not access.may_submit(by, dossier):
            raise NotAllowed(
                _("Only officers of %(unit)s withdraw its nominees.") % {"unit": dossier.unit.name}
            )
        row = Nomination.objects.select_for_update().get(pk=nomination.pk)
        if row.outcome == Outcome.WITHDRAWN:
            return row
        if dossier.state in FINAL or row.outcome not in ALIVE:
            raise Refused(
                _("This nomination is settled already: “%(outcome)s”.")
                % {"outcome": row.get_outcome_display()}
            )
        if not reason:
            raise Refused({"reason": _("Write why the nominee is withdrawn.")})
        moment(at)
        row.outcome, row.outcome_reason, row.suspended = Outcome.WITHDRAWN, reason, False
        row.version += 1
        row.save(update_fields=["outcome", "outcome_reason", "suspended", "version"])
        row.suspensions.filter(lifted_at__isnull=True).update(
            lifted_at=moment(at), lifted_by=by, lifting_reason=reason
        )
        refresh_suspended(dossier)
        record(by=by, action="nominations.nominee_withdrawn", subject=row, details={"reason": reason})
    return row
