"""Entries as a jury may see them: by code, without anything that tells whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet

from thidua.contests.enums import EntryState
from thidua.contests.models import Edition, Entry
from thidua.support.files.kinds import JPEG, PNG

_PICTURES: Final = (JPEG.content_type, PNG.content_type)


@dataclass(frozen=True)
class BlindFile:
    """A file of a work: its number in the entry and its kind; never its name."""

    ordinal: int
    content_type: str
    size: int

    @property
    def is_picture(self) -> bool:
        return self.content_type in _PICTURES


@dataclass(frozen=True)
class BlindEntry:
    """An entry before the jury: no author, no unit, no moment, no way in, no name of a file."""

    code: str
    category: str
    title: str
    files: tuple[BlindFile, ...]


def coded_entries(edition: Edition) -> QuerySet[Entry]:
    """Return the rows of the coded entries that take part, by category and code: no order tells who came first."""
    return (
        Entry.objects.filter(category__edition=edition, state=EntryState.RECEIVED, code__isnull=False)
        .select_related("category")
        .order_by("category__ordinal", "code")
    )


def blind_entries(edition: Edition) -> list[BlindEntry]:
    """Return the coded entries that take part, by category and code; empty before the codes are drawn.

    Three queries.
    """
    return blind(coded_entries(edition))


def blind(entries: QuerySet[Entry]) -> list[BlindEntry]:
    """Return what a jury may see of the rows of `coded_entries`; three queries."""
    return [
        BlindEntry(
            code=entry.code or "",
            category=entry.category.name,
            title=entry.title,
            files=tuple(
                BlindFile(one.ordinal, one.bare.content_type, one.bare.size) for one in entry.files.all()
            ),
        )
        for entry in entries.prefetch_related("files__bare")
    ]
