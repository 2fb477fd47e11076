"""What an import of figures and an import of plans have in common."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence
from thidua.targets.importing.verdicts import CellSentence, Preview, RowVerdict
from thidua.targets.models import ImportBatch

MOST_FAULTS = 20


def require_importable(preview: Preview, expected: str | None) -> None:
    """Raise Refused (field `file`) with every fault by its cell, or when the preview is out of date."""
    faults = [*preview.faults, *(fault for row in preview.refused for fault in row.faults)]
    if faults:
        sentences: list[Sentence] = [_with_cell(fault) for fault in faults[:MOST_FAULTS]]
        if len(faults) > MOST_FAULTS:
            sentences.append(
                _("%(count)s more faults. Nothing was imported.") % {"count": len(faults) - MOST_FAULTS}
            )
        raise Refused({"file": sentences})
    if not preview.to_keep:
        raise Refused({"file": _("The file says nothing that is not on record already.")})
    if expected is not None and expected != preview.fingerprint:
        raise Refused(
            {"file": _("The figures have changed since the preview. Look at the new preview, then confirm.")}
        )


def keep_batch(preview: Preview, content: str, provenance: str, by: User | None) -> ImportBatch:
    """Keep the row of the import and return it; call inside the transaction."""
    batch = ImportBatch(
        file_name=preview.file_name[:200],
        sha256=preview.sha256,
        content=content,
        row_count=len(preview.to_keep),
        imported_by=by,
    )
    batch.save(force_insert=True)
    details = {
        "file": preview.file_name,
        "sha256": preview.sha256,
        "provenance": provenance,
        "rows": [_in_brief(row) for row in preview.to_keep],
    }
    record(by=by, action=f"targets.{content}_imported", subject=batch, details=details)
    return batch


def _in_brief(row: RowVerdict) -> list[object]:
    assert row.indicator is not None
    assert row.unit is not None
    assert row.period is not None
    return [
        row.indicator.code,
        row.unit.key,
        row.period.code,
        row.value,
        row.numerator,
        row.denominator,
        row.former_id,
    ]


def _with_cell(fault: CellSentence) -> str:
    return f"{fault.cell}: {fault.sentence}" if fault.cell else fault.sentence
