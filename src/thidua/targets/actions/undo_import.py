"""Take an import back as a whole."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.periods import Period
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access, wording
from thidua.targets.enums import BatchState, ObservationState
from thidua.targets.models import ImportBatch, Observation, Plan


def undo_import(*, batch: ImportBatch, by: User | None) -> ImportBatch:
    """Withdraw what the import brought, restore what it replaced, and return the batch.

    Refused when a later figure or plan stands on top of an imported one, naming it. Raises Refused, NotAllowed.
    """
    if not access.may_undo(by, batch, timezone.localdate()):
        raise NotAllowed(_("Only officers who may import for all its units undo an import."))
    with transaction.atomic():
        row = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if row.state == BatchState.UNDONE:
            raise Refused(_("This import is undone already."))
        restored = _undo_observations(row) + _undo_plans(row)
        row.state, row.undone_at, row.undone_by = BatchState.UNDONE, timezone.now(), by
        row.save(update_fields=["state", "undone_at", "undone_by"])
        details = {"file": row.file_name, "rows": row.row_count, "restored": restored}
        record(by=by, action="targets.import_undone", subject=row, details=details)
    return row


def _undo_observations(batch: ImportBatch) -> int:
    rows = Observation.objects.select_for_update(of=("self",)).filter(batch=batch)
    on_top = (
        rows.exclude(state=ObservationState.ACCEPTED)
        .select_related("replaced_by", "indicator", "unit")
        .first()
    )
    if on_top is not None:
        later = on_top.replaced_by or on_top
        raise Refused(
            _("“%(name)s” of %(unit)s, %(period)s, has a later figure: %(value)s. Correct that one instead.")
            % {
                "name": wording.name_of(on_top.indicator),
                "unit": on_top.unit.name,
                "period": Period(on_top.starts_on, on_top.ends_on).label(wording.language()),
                "value": wording.in_words(on_top.indicator, later),
            }
        )
    replaced = Observation.objects.filter(replaced_by__batch=batch)
    restored = list(replaced.values_list("pk", flat=True))
    # First withdrawn, then restored: two rows of one place are never accepted at once.
    rows.update(state=ObservationState.WITHDRAWN)
    Observation.objects.filter(pk__in=restored).update(state=ObservationState.ACCEPTED, replaced_by=None)
    return len(restored)


def _undo_plans(batch: ImportBatch) -> int:
    rows = Plan.objects.select_for_update(of=("self",)).filter(batch=batch)
    on_top = rows.filter(is_current=False).select_related("replaced_by", "indicator", "unit").first()
    if on_top is not None:
        later = on_top.replaced_by or on_top
        raise Refused(
            _("“%(name)s” of %(unit)s, %(period)s, has a later plan: %(value)s. Correct that one instead.")
            % {
                "name": wording.name_of(on_top.indicator),
                "unit": on_top.unit.name,
                "period": Period(on_top.starts_on, on_top.ends_on).label(wording.language()),
                "value": wording.quantity(on_top.indicator, later.value),
            }
        )
    restored = list(Plan.objects.filter(replaced_by__batch=batch).values_list("pk", flat=True))
    rows.update(is_current=False)
    Plan.objects.filter(pk__in=restored).update(is_current=True, replaced_by=None)
    return len(restored)
