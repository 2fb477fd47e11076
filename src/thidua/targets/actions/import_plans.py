"""Import a table of plans, all of it or nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.provenance import Provenance
from thidua.targets.actions.import_table import keep_batch, require_importable
from thidua.targets.actions.set_plan import replace_plan
from thidua.targets.enums import BatchContent
from thidua.targets.importing.plans import preview_plans
from thidua.targets.models import ImportBatch, Plan


def import_plans(
    *,
    data: bytes,
    file_name: str,
    by: User | None,
    expected: str | None = None,
    provenance: str = Provenance.RECORDED,
) -> ImportBatch:
    """Keep every new or changed plan of the file, and return the batch; former plans are kept behind them.

    `expected` is the fingerprint of the preview that was confirmed. Raises Refused (field `file`).
    """
    with transaction.atomic():
        preview = preview_plans(data, file_name, by)
        require_importable(preview, expected)
        batch = keep_batch(preview, BatchContent.PLANS, provenance, by)
        now = timezone.now()
        former = {
            plan.pk: plan
            for plan in Plan.objects.select_for_update().filter(
                pk__in=[row.former_id for row in preview.to_keep if row.former_id]
            )
        }
        for row in preview.to_keep:
            assert row.indicator is not None
            assert row.unit is not None
            assert row.period is not None
            assert row.value is not None
            new = Plan(
                indicator=row.indicator,
                unit=row.unit,
                starts_on=row.period.start,
                ends_on=row.period.end,
                value=row.value,
                authority=row.authority,
                document=clean_line(row.document),
                batch=batch,
                provenance=provenance,
                set_at=now,
                set_by=by,
            )
            replace_plan(former.get(row.former_id or 0), new)
    return batch
