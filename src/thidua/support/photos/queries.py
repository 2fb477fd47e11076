"""Reading photos."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from thidua.support.photos.models import Photo


def abandoned_photos(before: datetime) -> QuerySet[Photo]:
    """Return photos kept before a moment that no row shows: somebody chose them and did not send the form."""
    rows = Photo.objects.filter(uploaded_at__lt=before)
    for relation in Photo._meta.get_fields(include_hidden=True):
        if relation.one_to_many or relation.one_to_one:
            column = relation.field.attname  # type: ignore[union-attr]
            shown = relation.related_model._base_manager.filter(**{f"{column}__isnull": False})  # type: ignore[union-attr]
            rows = rows.exclude(pk__in=shown.order_by().values_list(column, flat=True))
    return rows.order_by("pk")
