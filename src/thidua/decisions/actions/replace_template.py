"""Put a template that was edited in Word in use."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.access import require
from thidua.decisions.enums import TemplateKind
from thidua.decisions.models import DocumentTemplate
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.documents.letters.checking import check_template
from thidua.support.documents.letters.content import KINDS
from thidua.support.files.actions import store_file
from thidua.support.files.kinds import DOCX
from thidua.support.refusals import Refused


def replace_template(
    *, unit: Unit, kind: TemplateKind, data: bytes, name: str, by: User | None
) -> DocumentTemplate:
    """Check a DOCX and use it for the unit's letters of `kind` from now on; return its row.

    Raises NotAllowed, or Refused on `template` with every place that is unknown or missing.
    """
    require(by, Right.PROPOSE, unit)
    report = check_template(data, KINDS[kind.value])
    if report.sentences:
        raise Refused({"template": list(report.sentences)})
    with transaction.atomic():
        file = store_file(data=data, name=name, by=by, field="template", kinds=(DOCX,))
        present = (
            DocumentTemplate.objects.select_for_update().filter(unit=unit, kind=kind, active=True).first()
        )
        if present is not None and present.file_id == file.pk:
            return present
        if present is not None:
            present.active = False
            present.save(update_fields=["active"])
        row = DocumentTemplate.objects.create(
            unit=unit, kind=kind, file=file, put_by=by, put_at=timezone.now()
        )
        record(by=by, action="decisions.template_replaced", subject=row, details={"sha256": file.sha256})
    return row
