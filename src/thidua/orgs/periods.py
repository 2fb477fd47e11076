"""Validity periods with inclusive, possibly open ends, as conditions and as plain spans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q


def valid_on(day: date, prefix: str = "", first: str = "valid_from", last: str = "valid_to") -> Q:
    """Return the condition that the period of the row (or of the related row behind `prefix`) holds `day`."""
    first, last = f"{prefix}{first}", f"{prefix}{last}"
    begun = Q(**{f"{first}__isnull": True}) | Q(**{f"{first}__lte": day})
    not_over = Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": day})
    return begun & not_over


def existing_on(day: date, prefix: str = "") -> Q:
    """Return the condition that the unit (or the related unit behind `prefix`) exists on `day`."""
    return valid_on(day, prefix, "exists_from", "exists_to")


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both included; None is open."""

    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Tell whether `day` lies in the span."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlap(self, other: Span) -> Span | None:
        """Return the days common to both, or None."""
        first = max((day for day in (self.first, other.first) if day), default=None)
        last = min((day for day in (self.last, other.last) if day), default=None)
        return None if first and last and last < first else Span(first, last)

    @property
    def starts(self) -> date:
        """A day to sort by."""
        return self.first or date.min
