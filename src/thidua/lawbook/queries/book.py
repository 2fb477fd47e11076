"""The law book as the Board knows it: the national law, local regulations and the Board's choices on top."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from django.db import connection

from thidua.core.law.book import BoardChoices, LawBook
from thidua.core.law.reading import Fault
from thidua.lawbook.models import BookStamp
from thidua.lawbook.queries.checks import CheckMade, checks_made, valid
from thidua.lawbook.queries.readings import answers_in_force, caps_lifted, settings_of
from thidua.lawbook.queries.regulations import fitting, in_use


@dataclass(frozen=True)
class FaultyRegulation:
    """A local regulation in use that no longer fits the national data; it is left out until it is loaded anew."""

    pk: int
    number: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Current:
    """The book, every standing check (stale ones too), and the regulations that had to be left out."""

    book: LawBook
    checks: Mapping[str, CheckMade] = field(default_factory=dict)
    faulty: tuple[FaultyRegulation, ...] = ()


_STAMP: Final = f"SELECT stamp FROM {BookStamp._meta.db_table} WHERE id = 1"  # noqa: S608
_remembered: tuple[str | None, Current] | None = None


def current() -> Current:
    """Return the book with what stands beside it; one query unless something of the Board has changed since."""
    global _remembered
    stamp = _stamp()
    if _remembered is None or _remembered[0] != stamp:
        _remembered = (stamp, _assembled())
    return _remembered[1]


def _stamp() -> str | None:
    """Return the stamp of the last change. Asked dozens of times for each dossier, so by hand."""
    with connection.cursor() as cursor:
        cursor.execute(_STAMP)
        row = cursor.fetchone()
    return str(row[0]) if row else None


def current_book() -> LawBook:
    """Return the law book under which the Board judges."""
    return current().book


def _assembled() -> Current:
    rows = list(in_use())
    book, refused = fitting(rows)
    faulty = tuple(
        FaultyRegulation(row.pk, row.number, refused[row.pk].faults) for row in rows if row.pk in refused
    )
    made, answers = checks_made(book), answers_in_force()
    choices = BoardChoices(
        settings=settings_of(answers), checks=valid(made), caps_lifted=caps_lifted(answers)
    )
    return Current(book.with_choices(choices), made, faulty)
