"""Check a photo and keep it."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from thidua.support.photos.checking import checked_kind, opened_or_refused, shown_name
from thidua.support.photos.models import Photo
from thidua.support.photos.pictures import pictures_of


def keep_photo(*, data: bytes, name: str, by: Any, field: str = "photo") -> Photo:
    """Keep the photo in `data` in two sizes and return its row; of one uploader, equal bytes are kept once.

    `by` is None for a visitor without an account. Raises Refused on `field` when the file is empty, too large,
    damaged, not what its name says, too large to decode or too small to show anything.
    """
    shown = shown_name(name)
    kind = checked_kind(data, shown, field)
    digest = hashlib.sha256(data).hexdigest()
    known = Photo.objects.filter(sha256=digest, uploaded_by=by).first()
    if known is not None:
        return known
    with opened_or_refused(shown, field):
        pictures = pictures_of(data, kind)
    with transaction.atomic():
        row = Photo(
            original_name=shown,
            sha256=digest,
            width=pictures.width,
            height=pictures.height,
            uploaded_by=by,
        )
        row.large.save(f"{digest[:32]}-large.jpg", ContentFile(pictures.large), save=False)
        row.small.save(f"{digest[:32]}-small.jpg", ContentFile(pictures.small), save=False)
        row.save()
    return row
