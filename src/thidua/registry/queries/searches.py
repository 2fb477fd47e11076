"""Saved searches and exports of one person."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from thidua.accounts.models import User
from thidua.registry.models import RegisterExport, SavedSearch

KEPT_DAYS: Final = 7  # an export is there for so long


def saved_by(user: User) -> QuerySet[SavedSearch]:
    """Return the searches that the user keeps, by name."""
    return SavedSearch.objects.filter(owner=user, removed_at=None).order_by("name", "pk")


def exports_of(user: User) -> QuerySet[RegisterExport]:
    """Return the exports of the user that are kept, the newest first, without their content."""
    since = timezone.now() - timedelta(days=KEPT_DAYS)
    rows = RegisterExport.objects.filter(owner=user, started_at__gte=since)
    return rows.defer("content").order_by("-pk")
