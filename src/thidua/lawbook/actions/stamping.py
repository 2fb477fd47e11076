"""One change of the Board's layer at a time, told to every process."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from thidua.lawbook.models import BookStamp


@contextmanager
def changing_book() -> Iterator[None]:
    """Open the transaction of a change: others wait, and its end renews the stamp.

    The stamp changes last, so that nobody remembers, under the new one, what was read before the write.
    """
    with transaction.atomic():
        BookStamp.objects.get_or_create(pk=1)
        BookStamp.objects.select_for_update().get(pk=1)
        yield
        BookStamp.objects.filter(pk=1).update(stamp=uuid.uuid4())
