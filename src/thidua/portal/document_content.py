"""What is said of a document or form when it is entered outside the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wagtail.documents.models import Document

from thidua.portal.enums import DocumentKind
from thidua.portal.models import PublicDocument, Topic
from thidua.support.provenance import Provenance


@dataclass(frozen=True, kw_only=True)
class DocumentContent:
    """A document or form with the files to download."""

    slug: str
    kind: DocumentKind
    title: str
    summary: str
    issued_by: str
    number: str = ""
    issued_on: date | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    replaced_by: PublicDocument | None = None
    official_address: str = ""
    title_en: str = ""
    summary_en: str = ""
    files: Sequence[Document] = ()
    topics: Sequence[Topic] = ()
    provenance: Provenance = Provenance.RECORDED
