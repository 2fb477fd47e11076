"""What the export of the register holds, in an order that depends on nothing but the content.

A decision: who decided (`unit`: key of the unit that keeps it, `authority`: others, in words), number, date or year,
presentation, form and code of the award, occasion, reason, source, file (SHA-256), mark of origin. An award: its
number in the list, recipient (kind, name, post and unit of the day), the keys and numbers it is linked to, counting
year, year, place, bonus, what statistics ask, type, status with date, reason and paper, mark of origin. Sources: rows
of saved books (title, SHA-256, sheet, row, cells as written). Left out is what says nothing of an award: row numbers
of the database, counters of edits, search texts, books that were undone or not saved. So the file is the same, byte
for byte, before an import and after it was undone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet

from thidua.registry.models import Award, Conferral
from thidua.registry.queries.books import Source, sources_of

AT_ONCE: Final = 500
DECISION: Final = (
    *("unit", "authority", "number", "date", "year", "presented_on", "presented_by", "award", "form"),
    *("occasion", "reason", "source", "file", "signed_here", "provenance"),
)
AWARD: Final = (
    *("ordinal", "kind", "name", "post", "unit", "person_id", "unit_key", "household_id", "counting_year"),
    *("year", "place", "amount", "recipient_class", "enterprise", "woman", "ethnic_minority", "birth_year"),
    *("type", "status", "status_on", "status_reason", "status_decision", "provenance"),
)
_OF_DECISION: Final = (
    *("deciding_unit__key", "authority", "decision_number", "decision_date", "decided_year", "presented_on"),
    *("presented_by", "award_code", "award_form", "occasion", "reason", "source", "decision_file__sha256"),
    *("from_decision", "provenance"),
)
_OF_AWARD: Final = (
    *("ordinal", "recipient_kind", "recipient_name", "post_then", "unit_then", "person_id", "unit__key"),
    *("household_id", "counting_year", "year", "place__key", "amount", "recipient_class", "enterprise"),
    *("woman", "ethnic_minority", "birth_year", "commendation_type", "status", "status_on"),
    *("status_reason", "status_decision", "provenance"),
)


@dataclass(frozen=True)
class ExportedAward:
    """An award: the values of `AWARD`, and its sources."""

    values: dict[str, Any]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ExportedDecision:
    """A decision: the values of `DECISION`, and its awards in the order of the list."""

    values: dict[str, Any]
    awards: tuple[ExportedAward, ...]


def decisions() -> Iterator[ExportedDecision]:
    """Yield every decision with its awards: a few queries for each 500, however many there are."""
    pks: list[int] = []
    for pk in _ordered().values_list("pk", flat=True).iterator(chunk_size=10_000):
        pks.append(pk)
        if len(pks) == AT_ONCE:
            yield from _portion(pks)
            pks = []
    yield from _portion(pks)


def _ordered() -> QuerySet[Conferral]:
    return Conferral.objects.order_by(
        "deciding_unit__key",
        *("decided_year", "decision_date", "presented_on", "decision_serial", "decision_number"),
        *("award_code", "award_form", "occasion", "pk"),
    )


def _portion(pks: list[int]) -> Iterator[ExportedDecision]:
    told = {
        pk: values
        for pk, *values in Conferral.objects.filter(pk__in=pks).order_by().values_list("pk", *_OF_DECISION)
    }
    held: dict[int, list[tuple[int, list[Any]]]] = {pk: [] for pk in pks}
    rows = Award.objects.filter(conferral__in=pks).order_by("conferral", "ordinal")
    for conferral, pk, *values in rows.values_list("conferral_id", "pk", *_OF_AWARD):
        held[conferral].append((pk, values))
    ids = [pk for own in held.values() for pk, _values in own]
    sources: dict[int, list[Source]] = {}
    for start in range(0, len(ids), AT_ONCE):
        sources |= sources_of(ids[start : start + AT_ONCE])
    for pk in pks:
        awards = tuple(
            ExportedAward(dict(zip(AWARD, values, strict=True)), tuple(sources.get(award, ())))
            for award, values in held[pk]
        )
        yield ExportedDecision(dict(zip(DECISION, told[pk], strict=True)), awards)
