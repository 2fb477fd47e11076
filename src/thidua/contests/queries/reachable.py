"""Entries that still say how to reach whoever entered."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from thidua.contests.models import Edition, Entry


def editions_over_before(day: date) -> QuerySet[Edition]:
    """Return the editions whose results were published before `day`."""
    rows = Edition.objects.filter(rules__results_published_at__date__lt=day)
    return rows.select_related("competition__organiser").order_by("pk")


def reachable_entries(editions: QuerySet[Edition]) -> QuerySet[Entry]:
    """Return the entries of `editions` that hold a telephone number or an e-mail address."""
    held = ~Q(phone="") | ~Q(email="")
    return Entry.objects.filter(held, category__edition__in=editions.order_by().values("pk")).order_by("pk")
