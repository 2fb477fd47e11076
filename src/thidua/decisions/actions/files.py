"""Letters as stored files."""

from __future__ import annotations

from typing import Any

from thidua.accounts.models import User
from thidua.decisions.enums import TemplateKind
from thidua.decisions.queries.templates import template_of
from thidua.orgs.models import Unit
from thidua.support.documents.letters.rendering import render_docx
from thidua.support.files.actions import store_file
from thidua.support.files.models import StoredFile


def store_docx(unit: Unit, kind: TemplateKind, content: Any, name: str, by: User | None) -> StoredFile:
    """Fill the unit's template of a letter (else the built-in one) and keep the DOCX."""
    return store_file(data=render_docx(content, template_of(unit, kind)), name=f"{name}.docx", by=by)
