"""Submit a unit's sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.workflow.reporting import SUBMIT
from thidua.movements.actions.moments import past_moment
from thidua.support.refusals import NotAllowed, Refused, Sentence
from thidua.targets import access
from thidua.targets.actions.sheet_moves import lock, move, require_move
from thidua.targets.models import Cell, Sheet
from thidua.targets.queries.grid import GridRow, SheetGrid, grid

REASON_LENGTH = 300


def submit_sheet(
    *,
    sheet: Sheet,
    by: User | None,
    reasons: Mapping[int, str] | None = None,
    blanks_are_intended: bool = False,
    at: datetime | None = None,
) -> Sheet:
    """Submit the sheet and return it. `reasons` answers questions about unusual values, by indicator id.

    Raises NotAllowed, and Refused with the fields `cell-<indicator id>` (what has to be mended),
    `reason-<indicator id>` (a question without its reason) and `blanks_are_intended`.
    """
    if not access.may_report(by, sheet.unit):
        raise NotAllowed(_("Only officers of %(unit)s submit its report.") % {"unit": sheet.unit.name})
    given = {pk: clean_line(words)[:REASON_LENGTH] for pk, words in (reasons or {}).items()}
    with transaction.atomic():
        row = lock(sheet)
        require_move(row, SUBMIT)
        found = grid(row)
        faults = _faults(found, given, blanks_are_intended)
        if faults:
            raise Refused(faults)
        answered = _keep_reasons(found, given)
        moment = past_moment(at, timezone.now(), field="submitted_at")
        values = {
            "submitted_at": moment,
            "submitted_by": by,
            "first_submitted_on": row.first_submitted_on or timezone.localdate(moment),
            "blanks_are_intended": blanks_are_intended,
        }
        details = {"blanks": [one.indicator.code for one in found.blanks], "reasons": answered}
        move(row, SUBMIT, by=by, action="targets.sheet_submitted", values=values, details=details)
    return row


def _faults(
    found: SheetGrid, given: Mapping[int, str], blanks_are_intended: bool
) -> dict[str, Sentence | list[Sentence]]:
    faults: dict[str, Sentence | list[Sentence]] = {}
    for one in found.rows:
        if sentences := _to_mend(one):
            faults[f"cell-{one.indicator.pk}"] = sentences
        if one.needs_reason and not given.get(one.indicator.pk):
            faults[f"reason-{one.indicator.pk}"] = [*one.questions, _("If it is right, write the reason.")]
    if found.blanks and not blanks_are_intended:
        faults["blanks_are_intended"] = _(
            "%(count)s rows are empty. Fill them in, or tick that they are left empty on purpose."
        ) % {"count": len(found.blanks)}
    return faults


def _to_mend(row: GridRow) -> list[Sentence]:
    unsettled = [
        _("Returned: “%(reason)s” Change the figure, or write in the note why it stands.")
        % {"reason": fault.reason}
        for fault in row.open_faults
    ]
    return [*row.errors, *unsettled]


def _keep_reasons(found: SheetGrid, given: Mapping[int, str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for one in found.rows:
        reason = given.get(one.indicator.pk, "")
        if one.cell is not None and one.questions and reason and reason != one.cell.confirmed:
            Cell.objects.filter(pk=one.cell.pk).update(confirmed=reason, version=one.cell.version + 1)
            kept[one.indicator.code] = reason
    return kept
