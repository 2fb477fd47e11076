"""Delete photos that nothing shows any more."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.db import models, transaction

from thidua.support.photos.models import Photo


def delete_photos(*, photos: Iterable[int]) -> int:
    """Delete the photos with these ids that no row needs, and return how many; the rest stays.

    The files go once the transaction around it has ended well.
    """
    deleted = 0
    with transaction.atomic():
        for row in Photo.objects.select_for_update().filter(pk__in=set(photos)).order_by("pk"):
            files = [(kept.storage, str(kept.name)) for kept in (row.large, row.small)]
            try:
                with transaction.atomic():
                    row.delete()
            except models.ProtectedError:
                continue
            deleted += 1
            for storage, name in files:
                transaction.on_commit(partial(storage.delete, name))
    return deleted
