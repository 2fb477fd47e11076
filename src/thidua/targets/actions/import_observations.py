"""Import a table of figures, all of it or nothing."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.provenance import Provenance
from thidua.targets.actions.import_table import keep_batch, require_importable
from thidua.targets.actions.replace_observations import replace_observations
from thidua.targets.enums import BatchContent
from thidua.targets.importing.observations import preview_observations
from thidua.targets.importing.verdicts import RowVerdict
from thidua.targets.models import ImportBatch, Observation


def import_observations(
    *,
    data: bytes,
    file_name: str,
    by: User | None,
    expected: str | None = None,
    provenance: str = Provenance.RECORDED,
) -> ImportBatch:
    """Keep every new or changed figure of the file, and return the batch.

    `expected` is the fingerprint of the preview that was confirmed. Raises Refused (field `file`) with a sentence
    per fault and its cell; then nothing was kept.
    """
    with transaction.atomic():
        preview = preview_observations(data, file_name, by)
        require_importable(preview, expected)
        batch = keep_batch(preview, BatchContent.OBSERVATIONS, provenance, by)
        now = timezone.now()
        replace_observations([_observation(row, batch, provenance, by, now) for row in preview.to_keep])
    return batch


def _observation(
    row: RowVerdict, batch: ImportBatch, provenance: str, by: User | None, moment: datetime
) -> Observation:
    assert row.indicator is not None
    assert row.unit is not None
    assert row.period is not None
    assert row.value is not None
    return Observation(
        indicator=row.indicator,
        unit=row.unit,
        starts_on=row.period.start,
        ends_on=row.period.end,
        as_of=row.as_of or row.period.end,
        comparator=row.comparator,
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        note=clean_line(row.note),
        source=clean_line(row.source) or row.indicator.source,
        batch=batch,
        provenance=provenance,
        entered_by=by,
        accepted_by=by,
        accepted_at=moment,
    )
