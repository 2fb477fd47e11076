"""The monthly statement of a drive: what there was, came, went and is left, and the lines that say so."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum

from thidua.contributions.amounts import from_parts
from thidua.contributions.enums import Entry
from thidua.contributions.models import Drive, LedgerLine
from thidua.contributions.queries.donors import MAY_BE_NAMED, public_name
from thidua.core.vietnamese.fold import fold

_LONGEST_NUMBER: Final = 9  # digits, so that it fits every database


@dataclass(frozen=True)
class MonthOfKind:
    """One kind in one month, in đồng, m² or days; opening + received - allocated is closing."""

    kind: str
    opening: Decimal
    received: Decimal
    allocated: Decimal

    @property
    def closing(self) -> Decimal:
        """What is left at the end of the month."""
        return self.opening + self.received - self.allocated


@dataclass(frozen=True)
class PublicLine:
    """A line of the ledger as everybody may read it.

    `amount` is negative in a line that takes another back; `donor` is "" where nobody may be named; `went_to` is
    the work, else the place, of an allocation. `number` counts the lines of the drive from 1 in the order of their
    entry, and `reverses` is such a number: lines are never deleted, so that it neither changes nor leaves a gap.
    """

    number: int
    day: date
    entry: str
    kind: str
    amount: Decimal
    receipt: str
    donor: str
    donor_kind: str
    went_to: str
    reverses: int | None
    reason: str
    provenance: str


def month_of(drive: Drive, year: int, month: int) -> list[MonthOfKind]:
    """Return the statement of a month, one row per kind that the ledger knows by then, in one query."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    before, within = Q(entered_on__lt=first), Q(entered_on__gte=first)
    received, allocated = Q(entry=Entry.RECEIVED), Q(entry=Entry.ALLOCATED)
    rows = (
        LedgerLine.objects.filter(drive=drive, entered_on__lte=last)
        .order_by()
        .values("kind")
        .annotate(
            had=Sum("parts", filter=before & received, default=0),
            gone=Sum("parts", filter=before & allocated, default=0),
            came=Sum("parts", filter=within & received, default=0),
            went=Sum("parts", filter=within & allocated, default=0),
        )
        .order_by("kind")
    )
    return [
        MonthOfKind(
            kind=row["kind"],
            opening=from_parts(row["kind"], row["had"] - row["gone"]),
            received=from_parts(row["kind"], row["came"]),
            allocated=from_parts(row["kind"], row["went"]),
        )
        for row in rows
    ]


def public_lines(drive: Drive, since: date, until: date) -> list[PublicLine]:
    """Return the lines of these days, both included, in the order of the book, in one query.

    Donors who did not agree to be named are left out here already; their gifts are not.
    """
    lines = ledger_of(drive).filter(entered_on__gte=since, entered_on__lte=until)
    return [public_line(line) for line in lines.order_by("entered_on", "id")]


def ledger_of(drive: Drive) -> QuerySet[LedgerLine, Any]:
    """Return all lines of the drive with what `public_line` reads of them.

    Each has its `number` in the drive, and `reversed_number`, that of the line it takes back.
    """
    known = LedgerLine.objects.select_related(
        "receipt__gift__person", "receipt__gift__household__head", "allocation__place"
    )
    return known.filter(drive=drive).annotate(number=_number_of("pk"), reversed_number=_number_of("reverses"))


def _number_of(line: str) -> Subquery:
    """Return how many lines of the drive were entered up to the one that `line` names; None where it names none."""
    until = LedgerLine.objects.filter(drive=OuterRef("drive"), pk__lte=OuterRef(line)).order_by()
    return Subquery(until.values("drive").annotate(count=Count("pk")).values("count"))


def lines_about(lines: QuerySet[LedgerLine, Any], words: str) -> QuerySet[LedgerLine, Any]:
    """Return those of `lines` whose receipt number, named donor, work or place holds every one of `words`.

    Marks do not matter. Who did not agree to be named is not found. One query more, for the works.
    """
    works = lines.filter(allocation__isnull=False).order_by()
    said = works.values_list("allocation", "allocation__work", "allocation__place__name").distinct()
    known = [(pk, fold(f"{work} {place or ''}")) for pk, work, place in said]
    named = Q(receipt__gift__consent__in=MAY_BE_NAMED)
    for word in fold(words).split():
        donor = (
            Q(receipt__gift__donor_search_text__contains=word)
            | Q(receipt__gift__person__folded_name__contains=word)
            | Q(receipt__gift__household__head__folded_name__contains=word)
        )
        about = Q(allocation__in=[pk for pk, text in known if word in text])
        lines = lines.filter((named & donor) | about | _numbered(word))
    return lines


def _numbered(word: str) -> Q:
    """Return the condition that a receipt has the number, as it is printed («0008/2026») or bare («8»)."""
    number, _slash, year = word.partition("/")
    if not (number.isascii() and number.isdigit() and len(number) < _LONGEST_NUMBER):
        return Q(pk__in=[])
    found = Q(receipt__number=int(number))
    if year.isascii() and year.isdigit() and len(year) < _LONGEST_NUMBER:
        found &= Q(receipt__year=int(year))
    return found


def public_line(line: Any) -> PublicLine:
    """Return a line of `ledger_of` as everybody may read it."""
    gift = line.receipt.gift if line.receipt else None
    allocation = line.allocation
    source = gift or allocation
    assert source is not None
    return PublicLine(
        number=line.number,
        day=line.entered_on,
        entry=line.entry,
        kind=line.kind,
        amount=from_parts(line.kind, line.parts),
        receipt=str(line.receipt) if line.receipt else "",
        donor=public_name(gift) if gift else "",
        donor_kind=gift.donor_kind if gift else "",
        went_to=(allocation.work or str(allocation.place)) if allocation else "",
        reverses=line.reversed_number,
        reason=line.reason,
        provenance=source.provenance,
    )
