"""Reading stored files."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from thidua.support.files.models import StoredFile


def abandoned_files(before: datetime) -> QuerySet[StoredFile]:
    """Return files that visitors sent before a moment and that no row holds: what they came with was refused."""
    rows = StoredFile.objects.filter(uploaded_at__lt=before, uploaded_by=None)
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if relation.one_to_many or relation.one_to_one:
            column = relation.field.attname  # type: ignore[union-attr]
            holding = relation.related_model._base_manager.filter(**{f"{column}__isnull": False})  # type: ignore[union-attr]
            rows = rows.exclude(pk__in=holding.order_by().values_list(column, flat=True))
    return rows.order_by("pk")
