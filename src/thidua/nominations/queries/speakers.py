"""Opinions that still say how to reach whoever spoke."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from thidua.nominations.models import Opinion


def reachable_opinions(before: date) -> QuerySet[Opinion]:
    """Return the opinions with a contact whose consultation was closed, or ran out and was left so, before `before`."""
    over = Q(consultation__closed_at__date__lt=before) | Q(
        consultation__closed_at=None, consultation__closes_on__lt=before
    )
    rows = Opinion.objects.filter(over).exclude(contact="")
    return rows.select_related("consultation__dossier").order_by("pk")
