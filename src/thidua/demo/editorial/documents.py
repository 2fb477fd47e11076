"""Publish laws and decrees as the law book knows them, and a few forms that are illustrative."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from thidua.accounts.models import User
from thidua.core.law.provisions import LegalText
from thidua.core.law.reading import load_law
from thidua.demo.editorial.forms import form_file
from thidua.portal.actions.write_document import keep_file, write_document
from thidua.portal.document_content import DocumentContent
from thidua.portal.enums import DocumentKind
from thidua.portal.models import PublicDocument, Topic
from thidua.support.provenance import Provenance

DATA: Final = Path(__file__).parents[1] / "data" / "lang_son" / "documents.yaml"
Json = Mapping[str, Any]


def publish_documents(by: User) -> None:
    """Enter the documents, each successor before what it replaces, and the forms with their files."""
    read: Json = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    topic = list(Topic.objects.filter(slug=read["topic"]))
    texts = load_law().texts
    known: dict[str, PublicDocument] = {}
    for said in read["texts"]:
        replaced_by = known[said["replaced_by"]] if "replaced_by" in said else None
        content = _content(texts[said["code"]], said, topic, replaced_by)
        known[said["code"]] = write_document(content=content, by=by)
    for said in read["forms"]:
        _publish_form(said, read["forms_issued_by"], topic, by)


def _content(
    text: LegalText, said: Json, topics: list[Topic], replaced_by: PublicDocument | None
) -> DocumentContent:
    validity = text.validity
    return DocumentContent(
        slug=said["slug"],
        kind=DocumentKind(said["kind"]),
        title=text.name.vi,
        title_en=text.name.en,
        summary=said["summary"],
        summary_en=said["summary_en"],
        number=text.number,
        issued_by=text.issuer.vi if text.issuer else "Quốc hội",
        issued_on=text.issued,
        in_force_from=validity.since,
        in_force_to=None if said.get("still_in_force") else validity.until,
        replaced_by=replaced_by,
        topics=topics,
    )


def _publish_form(said: Json, issued_by: str, topics: list[Topic], by: User) -> None:
    name = f"{said['slug']}.docx"
    file = keep_file(title=said["file_title"], content=form_file(said), name=name, by=by)
    content = DocumentContent(
        slug=said["slug"],
        kind=DocumentKind.FORM,
        title=said["title"],
        title_en=said["title_en"],
        summary=said["summary"],
        summary_en=said["summary_en"],
        number=said["number"],
        issued_by=issued_by,
        issued_on=date.fromisoformat(said["issued_on"]),
        files=[file],
        topics=topics,
        provenance=Provenance.ILLUSTRATIVE,
    )
    write_document(content=content, by=by)
