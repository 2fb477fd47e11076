"""What tells every process that the Board's layer has changed."""

from __future__ import annotations

import uuid

from django.db import models


class BookStamp(models.Model):
    """One row, renewed by every action of this room; a process that remembers another stamp reads again."""

    stamp = models.UUIDField(default=uuid.uuid4)

    def __str__(self) -> str:
        return str(self.stamp)
