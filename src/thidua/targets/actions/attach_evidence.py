"""Put a file beside a cell: the paper that the figure comes from."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.reporting import FILL_IN
from thidua.support.audit.actions.record import record
from thidua.support.files.actions import store_file
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions.sheet_moves import lock, require_move
from thidua.targets.models import Cell, CellFault, Indicator, Sheet


def attach_evidence(*, sheet: Sheet, indicator: Indicator, data: bytes, name: str, by: User | None) -> Cell:
    """Keep the file and return its cell; a former file stays stored and is named in the log.

    Raises Refused (field `evidence`) when the file cannot be taken or nothing is typed yet, NotAllowed.
    """
    if not access.may_report(by, sheet.unit):
        raise NotAllowed(_("Only officers of %(unit)s fill in its report.") % {"unit": sheet.unit.name})
    with transaction.atomic():
        row = lock(sheet)
        require_move(row, FILL_IN)
        cell = Cell.objects.select_related("evidence").filter(sheet=row, indicator=indicator).first()
        if cell is None:
            raise Refused({"evidence": _("Type the figure first, then add the file that it comes from.")})
        former = cell.evidence
        cell.evidence = store_file(data=data, name=name, by=by, field="evidence")
        cell.version += 1
        cell.saved_by = by
        cell.save(update_fields=["evidence", "version", "saved_by", "saved_at"])
        CellFault.objects.filter(sheet=row, indicator=indicator, settled_at=None).update(
            settled_at=timezone.now()
        )
        details = {
            "round": row.round.slug,
            "unit": row.unit.key,
            "indicator": indicator.code,
            "file": [former.sha256 if former else None, cell.evidence.sha256],
        }
        record(by=by, action="targets.evidence_attached", subject=cell, details=details)
    return cell
