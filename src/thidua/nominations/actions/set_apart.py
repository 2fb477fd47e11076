"""Set one nominee apart, so that the others need not wait."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import DRAFT, FINAL, OPEN
from thidua.nominations import access
from thidua.nominations.actions.moving import lock, log_move, moment, refresh_due
from thidua.nominations.actions.suspending import refresh_suspended
from thidua.nominations.clock_rows import local_day
from thidua.nominations.models import Dossier, Nomination
from thidua.nominations.numbering import dossier_code, reception_number
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def set_apart(*, nomination: Nomination, by: User | None, at: datetime | None = None) -> Dossier:
    """Move a nomination with its papers and suspension into a dossier of its own, in the same state; return that.

    The papers of the whole dossier are kept in both. Raises Refused, NotAllowed.
    """
    with transaction.atomic():
        dossier = lock(nomination.dossier)
        if not access.office_may(by, Right.SUSPEND_NOMINATION, dossier):
            raise NotAllowed(_("Only officers of the Board set a nominee apart."))
        if dossier.state == DRAFT or dossier.state in FINAL:
            raise Refused(_("The dossier is “%(state)s”.") % {"state": dossier.get_state_display()})
        if dossier.nominations.count() < 2:
            raise Refused(_("The dossier has only this nominee, so nobody else waits for it."))
        when = moment(at)
        row = _copied(dossier, when)
        for paper in dossier.evidence.filter(nomination__isnull=True, withdrawn_at__isnull=True):
            paper.pk, paper.dossier = None, row
            paper.save(force_insert=True)
        moved = Nomination.objects.select_for_update().get(pk=nomination.pk)
        moved.dossier, moved.ordinal = row, 1
        moved.save(update_fields=["dossier", "ordinal"])
        for related in ("evidence", "suspensions", "faults"):
            getattr(moved, related).update(dossier=row)
        for one in (dossier, row):
            refresh_suspended(one)
            refresh_due(one, when)
        record(
            by=by,
            action="nominations.set_apart",
            subject=dossier,
            details={"nominee": moved.recipient_name, "into": row.code},
        )
    return row


def _copied(dossier: Dossier, when: datetime) -> Dossier:
    """The log is copied, too: the clock of the new dossier is that of the old one."""
    row = Dossier.objects.get(pk=dossier.pk)
    moves = list(dossier.moves.all())
    row.pk = None
    row.code = dossier_code(local_day(when).year)
    if row.reception_number is not None and row.reception_year is not None:
        row.reception_number = reception_number(row.deciding_unit_id, row.reception_year)
    row.version = 1
    row.save(force_insert=True)
    if not moves:
        log_move(row, OPEN, source="", by=None, at=when)
    for move in moves:
        move.pk, move.dossier = None, row
        move.save(force_insert=True)
    return row
