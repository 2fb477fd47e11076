"""Take an import into the history back as a whole, while nothing rests on it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.access import require_keeping
from thidua.registry.actions.reasons import cleaned_reason
from thidua.registry.actions.recipient_names import names_of, recount_names
from thidua.registry.enums import ImportContent
from thidua.registry.models import (
    Award,
    Conferral,
    HistoryImport,
    HistoryRecord,
    RecognisedInitiative,
    YearlyGrade,
)
from thidua.registry.queries.resting import resting_on
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def undo_history_import(*, batch: HistoryImport, reason: str, by: User) -> HistoryImport:
    """Withdraw what the import brought and return the batch; grades and initiatives stay as withdrawn rows.

    Awards are taken out whole and kept in the log. Raises NotAllowed, or Refused without a reason, when it was
    undone before, or while something rests on it (`queries.resting`), naming it.
    """
    require_keeping(by, batch.kept_by)
    why = cleaned_reason(reason)
    with transaction.atomic():
        row = HistoryImport.objects.select_for_update().get(pk=batch.pk)
        if row.is_undone:
            raise Refused(_("This import is undone already."))
        if resting := resting_on(row):
            raise Refused(resting)
        details: dict[str, object] = {"reason": why, "row_count": row.row_count}
        if row.content == ImportContent.AWARDS:
            details |= _take_out(row)
        else:
            _withdraw(row, why, by)
        row.undone_at, row.undone_by, row.undone_reason = timezone.now(), by, why
        row.save(update_fields=["undone_at", "undone_by", "undone_reason"])
        record(by=by, action="registry.history_import_undone", subject=row, details=details)
    return row


def _withdraw(batch: HistoryImport, why: str, by: User) -> None:
    model: type[HistoryRecord] = (
        YearlyGrade if batch.content == ImportContent.GRADES else RecognisedInitiative
    )
    rows = model._default_manager.filter(batch=batch, ended_at__isnull=True)
    rows.update(ended_at=timezone.now(), ended_by=by, ended_reason=why)


def _take_out(batch: HistoryImport) -> dict[str, object]:
    """Delete the decisions with their recipients; the log keeps who was in them."""
    awards = Award.objects.filter(conferral__batch=batch).order_by("conferral", "ordinal")
    columns = ("recipient_name", "conferral__award_form", "conferral__decision_number")
    kept = ["; ".join(filter(None, row)) for row in awards.values_list(*columns)]
    names = names_of(awards)
    Conferral.objects.filter(batch=batch).delete()
    recount_names(names)
    return {"taken_out": kept}
