"""Local regulations laid over the national law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet

from thidua.core.law.book import LawBook
from thidua.core.law.reading import LawRefused, LocalLayer, load_law
from thidua.lawbook.models import LocalRegulation


@dataclass(frozen=True)
class Document:
    """A regulation as YAML; `name` is how faults call it."""

    name: str
    content: str

    @property
    def layer(self) -> LocalLayer:
        """The document as the reader takes it."""
        return LocalLayer(self.name, self.content.encode())


def regulations() -> QuerySet[LocalRegulation]:
    """Return every regulation ever loaded, those in use first, then the newest first."""
    rows = LocalRegulation.objects.select_related("loaded_by", "withdrawn_by")
    return rows.order_by(F("withdrawn_at").desc(nulls_first=True), "-approved_on", "-id")


def in_use() -> QuerySet[LocalRegulation]:
    """Return the regulations laid over the national law, in the order in which they are laid."""
    return LocalRegulation.objects.filter(withdrawn_at__isnull=True).order_by("approved_on", "id")


def laid_over(documents: Sequence[Document]) -> LawBook:
    """Return the national law with the documents laid over it in order; raises LawRefused with their faults."""
    return load_law(local=[document.layer for document in documents])


def document_of(row: LocalRegulation) -> Document:
    """Return a stored regulation as the reader takes it."""
    return Document(row.code, row.document)


def fitting(rows: Sequence[LocalRegulation]) -> tuple[LawBook, dict[int, LawRefused]]:
    """Return the law with every regulation that still fits laid over it, and by key why the others do not."""
    if not rows:
        return load_law(), {}
    try:
        return laid_over([document_of(row) for row in rows]), {}
    except LawRefused:
        pass  # rare: the national data has changed under a regulation; find out under which
    kept: list[Document] = []
    refused: dict[int, LawRefused] = {}
    for row in rows:
        try:
            laid_over([*kept, document_of(row)])
        except LawRefused as fault:
            refused[row.pk] = fault
        else:
            kept.append(document_of(row))
    return laid_over(kept), refused
