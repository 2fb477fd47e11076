"""Take away a row that was entered by mistake, and bring it back; both stay in the log."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_text
from thidua.support.audit.actions.record import Actor, record
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.snapshots import CannotBringBack, bring_back, snapshot
from thidua.support.refusals import Refused

LONGEST_REASON = 1000


def withdraw(*, row: models.Model, reason: str, action: str, by: Actor | None) -> AuditEntry:
    """Delete the locked `row` with its parts, keep it whole in the entry `action`, and return the entry.

    Raises Refused without a reason, or while other records hold on to the row. Must run in a transaction.
    """
    why = clean_text(reason)
    if not why:
        raise Refused({"reason": _("Write why this record is removed; the reason stays in the log.")})
    if len(why) > LONGEST_REASON:
        raise Refused({"reason": _("Give the reason in at most 1,000 characters.")})
    entry = record(by=by, action=action, subject=row, details={"reason": why} | snapshot(row))
    try:
        row.delete()
    except models.ProtectedError as fault:
        raise Refused(_still_used(fault.protected_objects)) from fault
    return entry


def kept_values(entry: AuditEntry, action: str) -> dict[str, Any]:
    """Return the columns of the row that `entry` took away; raises Refused unless it is an entry of `action`."""
    if entry.action != action:
        raise Refused(_("This row of the log does not tell of such a removal. Choose it from the list."))
    values: dict[str, Any] = json.loads(entry.details)["rows"][0]["fields"]
    return values


def restore(*, entry: AuditEntry, action: str, by: Actor | None) -> models.Model:
    """Store again what `entry` took away and return it; raises Refused where that cannot be. In a transaction."""
    taken = json.loads(entry.details)
    try:
        row = bring_back(taken)
    except CannotBringBack as fault:
        raise Refused(
            _(
                "This cannot be brought back: it is there already, another record has taken its place, or something "
                "it belongs to is gone. Enter it again from the values kept in the log."
            )
        ) from fault
    record(by=by, action=action, subject=row, details={"withdrawn_in_row": entry.sequence})
    return row


def _still_used(rows: Iterable[models.Model]) -> str:
    names = sorted({str(row) for row in rows})
    shown = "; ".join(names[:3]) + ("; …" if len(names) > 3 else "")
    return _("Other records still belong to this one: %(names)s. Remove or change them first.") % {
        "names": shown
    }
