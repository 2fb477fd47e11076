"""Which documents and forms the public finds, by what, and whether they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import F, QuerySet
from wagtail.documents.models import Document

from thidua.core.vietnamese.fold import fold
from thidua.portal.enums import DocumentKind, DocumentState
from thidua.portal.models import PublicDocument, Topic


def published_documents(*, forms: bool) -> QuerySet[PublicDocument]:
    """Return the published forms, or else the other published documents, newest first."""
    rows = PublicDocument.objects.live()
    rows = rows.filter(kind=DocumentKind.FORM) if forms else rows.exclude(kind=DocumentKind.FORM)
    return rows.order_by(F("issued_on").desc(nulls_last=True), "title", "pk").select_related("replaced_by")


def documents_matching(
    *,
    forms: bool,
    kind: str = "",
    year: int | None = None,
    issuer: str = "",
    topic: str = "",
    words: str = "",
) -> QuerySet[PublicDocument]:
    """Return those in which every word stands, marks or not, in number, name or summary; one query more with words."""
    rows = published_documents(forms=forms)
    if kind:
        rows = rows.filter(kind=kind)
    if year is not None:
        rows = rows.filter(issued_on__year=year)
    if issuer:
        rows = rows.filter(issued_by=issuer)
    if topic:
        rows = rows.filter(topics__slug=topic)
    wanted = fold(words).split()
    if not wanted:
        return rows
    texts = rows.order_by().values_list(
        "pk", "number", "title", "summary", "title_en", "summary_en", "issued_by"
    )
    found = [pk for pk, *parts in texts if all(word in fold(" ".join(parts)) for word in wanted)]
    return rows.filter(pk__in=found)


def years_of_documents(*, forms: bool) -> list[int]:
    """Return the years of issue, the latest first; one query."""
    days = published_documents(forms=forms).filter(issued_on__isnull=False)
    return [day.year for day in days.order_by().dates("issued_on", "year", order="DESC")]


def issuers_of_documents(*, forms: bool) -> list[str]:
    """Return who issued them, by name; one query."""
    rows = published_documents(forms=forms).order_by("issued_by").values_list("issued_by", flat=True)
    return sorted(rows.distinct(), key=fold)


def topics_of_documents(*, forms: bool) -> QuerySet[Topic]:
    """Return the topics under which something stands, in their order."""
    return Topic.objects.filter(documents__in=published_documents(forms=forms).order_by()).distinct()


def state_of(document: PublicDocument, day: date) -> DocumentState:
    """Return whether the document holds on `day`; no query when its successor was selected along."""
    if document.in_force_to is not None and document.in_force_to < day:
        return DocumentState.ENDED
    if document.in_force_from is not None and day < document.in_force_from:
        return DocumentState.NOT_YET
    successor = published_successor(document)
    if successor is not None and (successor.in_force_from is None or successor.in_force_from <= day):
        return DocumentState.ENDED
    return DocumentState.IN_FORCE


def published_successor(document: PublicDocument) -> PublicDocument | None:
    """Return what takes its place, once that may be read."""
    return document.replaced_by if document.replaced_by is not None and document.replaced_by.live else None


def predecessors(document: PublicDocument) -> list[PublicDocument]:
    """Return the published documents whose place it takes, newest first; one query."""
    rows = PublicDocument.objects.live().filter(replaced_by=document.pk)
    return list(rows.order_by(F("issued_on").desc(nulls_last=True), "pk"))


def files_of(documents: Iterable[PublicDocument]) -> Mapping[int, list[Document]]:
    """Return the files of each document by its id, in the editor's order; one query for all."""
    wanted = {
        document.pk: [
            row["value"] for row in document.files.raw_data if row["type"] == "file" and row["value"]
        ]
        for document in documents
    }
    known = Document.objects.in_bulk({pk for numbers in wanted.values() for pk in numbers})
    return {owner: [known[pk] for pk in numbers if pk in known] for owner, numbers in wanted.items()}
