"""Templates that the office edits in Word: keep one, put it in use, go back to the built-in one."""

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


def keep_template(
    *, unit: Unit, kind: TemplateKind, data: bytes, name: str, by: User | None
) -> DocumentTemplate:
    """Check a DOCX and keep it as a version that is not in use yet; return its row. The same file is kept once.

    Raises NotAllowed, or Refused on `template` with every place that is unknown or missing.
    """
    require(by, Right.PROPOSE, unit)
    report = check_template(data, KINDS[kind.value])
    if report.sentences:
        raise Refused({"template": list(report.sentences)})
    with transaction.atomic():
        file = store_file(data=data, name=name, by=by, field="template", kinds=(DOCX,))
        known = DocumentTemplate.objects.filter(unit=unit, kind=kind, file__sha256=file.sha256).last()
        if known is not None:
            return known
        row = DocumentTemplate.objects.create(
            unit=unit, kind=kind, file=file, active=False, put_by=by, put_at=timezone.now()
        )
        details = {"kind": kind, "sha256": file.sha256}
        record(by=by, action="decisions.template_kept", subject=row, details=details)
    return row


def use_template(*, template: DocumentTemplate, by: User | None) -> DocumentTemplate:
    """Use a kept version for the unit's letters from now on, and return it; twice is once. Raises NotAllowed."""
    require(by, Right.PROPOSE, template.unit)
    with transaction.atomic():
        versions = _locked(template.unit, TemplateKind(template.kind))
        row = next(one for one in versions if one.pk == template.pk)
        if row.active:
            return row
        _put_away(versions)
        row.active = True
        row.save(update_fields=["active"])
        record(by=by, action="decisions.template_replaced", subject=row, details={"sha256": row.file.sha256})
    return row


def use_built_in(*, unit: Unit, kind: TemplateKind, by: User | None) -> bool:
    """Go back to the template that comes with the product; return whether another one was in use. Raises NotAllowed."""
    require(by, Right.PROPOSE, unit)
    with transaction.atomic():
        put_away = _put_away(_locked(unit, kind))
        for row in put_away:
            record(by=by, action="decisions.template_put_away", subject=row, details={"kind": kind})
    return bool(put_away)


def replace_template(
    *, unit: Unit, kind: TemplateKind, data: bytes, name: str, by: User | None
) -> DocumentTemplate:
    """Check a DOCX and use it at once; return its row. Raises NotAllowed, Refused as `keep_template` does."""
    with transaction.atomic():
        return use_template(template=keep_template(unit=unit, kind=kind, data=data, name=name, by=by), by=by)


def _locked(unit: Unit, kind: TemplateKind) -> list[DocumentTemplate]:
    rows = DocumentTemplate.objects.select_for_update(of=("self",)).select_related("unit", "file")
    return list(rows.filter(unit=unit, kind=kind).order_by("pk"))


def _put_away(versions: list[DocumentTemplate]) -> list[DocumentTemplate]:
    in_use = [row for row in versions if row.active]
    for row in in_use:
        row.active = False
        row.save(update_fields=["active"])
    return in_use
