"""Letters as stored files."""

from __future__ import annotations

from typing import Any

from thidua.accounts.models import User
from thidua.decisions.enums import TemplateKind
from thidua.decisions.models import DocumentTemplate
from thidua.orgs.models import Unit
from thidua.support.documents.letters.rendering import render_docx
from thidua.support.files.actions import store_file
from thidua.support.files.models import StoredFile


def store_docx(unit: Unit, kind: TemplateKind, content: Any, name: str, by: User | None) -> StoredFile:
    """Fill the unit's template of a letter (else the default one) and keep the DOCX."""
    return store_file(data=render_docx(content, template_of(unit, kind)), name=f"{name}.docx", by=by)


def template_of(unit: Unit, kind: TemplateKind) -> bytes:
    """Return the template in use, empty for the default one."""
    row = DocumentTemplate.objects.filter(unit=unit, kind=kind, active=True).select_related("file").first()
    if row is None:
        return b""
    with row.file.content.open("rb") as file:
        return bytes(file.read())
