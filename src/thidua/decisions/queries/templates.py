"""The templates of a unit's letters."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from thidua.decisions.enums import TemplateKind
from thidua.decisions.models import DocumentTemplate
from thidua.orgs.models import Unit
from thidua.support.documents.letters.defaults import default_template


@dataclass(frozen=True)
class TemplateLine:
    """One letter: its template in use (None: the built-in one), and how many versions the office kept."""

    kind: TemplateKind
    in_use: DocumentTemplate | None
    versions: int


def template_lines(unit: Unit) -> list[TemplateLine]:
    """Return every letter with the template it is written from; one query."""
    kept = list(DocumentTemplate.objects.filter(unit=unit).select_related("put_by", "file"))
    return [
        TemplateLine(
            kind=kind,
            in_use=next((row for row in kept if row.kind == kind and row.active), None),
            versions=sum(row.kind == kind for row in kept),
        )
        for kind in TemplateKind
    ]


def versions_of(unit: Unit, kind: TemplateKind) -> QuerySet[DocumentTemplate]:
    """Return the versions kept of a letter's template, last first."""
    rows = DocumentTemplate.objects.filter(unit=unit, kind=kind)
    return rows.select_related("put_by", "file", "unit").order_by("-pk")


def content_of(template: DocumentTemplate | None) -> bytes:
    """Return the bytes of a kept version, empty for the built-in one."""
    if template is None:
        return b""
    with template.file.content.open("rb") as file:
        return bytes(file.read())


def template_of(unit: Unit, kind: TemplateKind) -> bytes:
    """Return the template in use, empty for the built-in one; one query."""
    rows = DocumentTemplate.objects.filter(unit=unit, kind=kind, active=True)
    return content_of(rows.select_related("file").first())


def present_template(unit: Unit, kind: TemplateKind) -> bytes:
    """Return the template in use as a file to edit in Word."""
    return template_of(unit, kind) or default_template(kind.value)
