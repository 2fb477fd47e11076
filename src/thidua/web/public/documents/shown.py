"""A document as readers see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final

from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from wagtail.documents.models import Document

from thidua.core.vietnamese.dates import format_date
from thidua.portal.enums import DocumentKind, DocumentState
from thidua.portal.models import PublicDocument
from thidua.portal.queries.documents import files_of, published_successor, state_of
from thidua.web.shell import cells
from thidua.web.shell.tags import Tag, Tone

_TONES: Final = {DocumentState.IN_FORCE: Tone.SUCCESS, DocumentState.NOT_YET: Tone.INFO}


@dataclass(frozen=True)
class ShownFile:
    """A file to download: its title, what sort it is (DOCX), how many bytes, and its address."""

    title: str
    sort: str
    size: int | None
    url: str


@dataclass(frozen=True)
class Reference:
    """Another document, to be led to; its title says its language where the page is in another."""

    title: str
    url: str


@dataclass(frozen=True)
class ShownDocument:
    """A document in the reader's language; `language` and `summary_language` are "vi" where the page is in another."""

    row: PublicDocument
    title: str
    summary: str
    language: str
    summary_language: str
    url: str
    state: Tag
    successor: Reference | None
    files: list[ShownFile]

    @property
    def kind(self) -> str:
        """What sort of document it is."""
        return str(DocumentKind(self.row.kind).label)

    @property
    def paper(self) -> str:
        """Number and day, as far as they are known: «Số 98/2023/NĐ-CP, ngày 31/12/2023»."""
        number = _("No. %(number)s") % {"number": self.row.number} if self.row.number else ""
        day = format_date(self.row.issued_on) if self.row.issued_on else ""
        if number and day:
            return _("%(number)s of %(day)s") % {"number": number, "day": day}
        return number or day


def shown(rows: Iterable[PublicDocument], day: date) -> list[ShownDocument]:
    """Return the documents as they stand on `day`; one query for the files of all."""
    documents = list(rows)
    files = files_of(documents)
    return [_shown(row, files.get(row.pk, []), day) for row in documents]


def reference(row: PublicDocument) -> Reference:
    """Return the way to a document, called by what people call it."""
    title, language = _title(row)
    named = cells.vietnamese(title) if language == "vi" else title
    return Reference(row.number or named, reverse("public-document", args=[row.slug]))


def _shown(row: PublicDocument, files: list[Document], day: date) -> ShownDocument:
    title, language = _title(row)
    reads_english = get_language() == "en"
    summary_in_english = reads_english and bool(row.summary_en)
    state = state_of(row, day)
    successor = published_successor(row)
    return ShownDocument(
        row=row,
        title=title,
        summary=row.summary_en if summary_in_english else row.summary,
        language="vi" if reads_english and language == "vi" else "",
        summary_language="vi" if reads_english and not summary_in_english else "",
        url=reverse("public-document", args=[row.slug]),
        state=Tag(_state_words(row, state), _TONES.get(state, Tone.NEUTRAL)),
        successor=reference(successor) if successor is not None else None,
        files=[_file(one) for one in files],
    )


def _title(row: PublicDocument) -> tuple[str, str]:
    english = get_language() == "en" and row.title_en
    return (row.title_en, "en") if english else (row.title, "vi")


def _state_words(row: PublicDocument, state: DocumentState) -> str:
    """Forms are used or not; other documents are in force or not."""
    if row.kind != DocumentKind.FORM:
        return str(state.label)
    return {
        DocumentState.IN_FORCE: pgettext("form", "in use"),
        DocumentState.NOT_YET: pgettext("form", "not in use yet"),
        DocumentState.ENDED: pgettext("form", "no longer in use"),
    }[state]


def _file(document: Document) -> ShownFile:
    sort = PurePath(document.filename).suffix.removeprefix(".").upper()
    return ShownFile(document.title, sort, document.get_file_size(), document.url)
