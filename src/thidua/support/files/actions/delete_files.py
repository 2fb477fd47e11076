"""Delete stored files that nothing holds any more."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.db import models, transaction

from thidua.support.files.models import StoredFile


def delete_files(*, files: Iterable[int]) -> int:
    """Delete the files with these ids that no row needs, and return how many; the rest stays.

    The bytes go once the transaction around it has ended well.
    """
    deleted = 0
    with transaction.atomic():
        for row in StoredFile.objects.select_for_update().filter(pk__in=set(files)).order_by("pk"):
            storage, name = row.content.storage, str(row.content.name)
            try:
                with transaction.atomic():
                    row.delete()
            except models.ProtectedError:
                continue
            deleted += 1
            transaction.on_commit(partial(storage.delete, name))
    return deleted
