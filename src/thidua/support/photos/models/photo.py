"""One photo, kept in two sizes; what it shows is said by whoever uses it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Photo(models.Model):
    """A photo that was checked, turned upright and written anew: nothing of the file that came is kept.

    `width` and `height` are those of the large picture, `sha256` is the hash of the bytes that were sent.
    """

    original_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    width = models.PositiveIntegerField()  # pixels
    height = models.PositiveIntegerField()  # pixels
    large = models.FileField(upload_to="photos/%Y/%m", max_length=200)
    small = models.FileField(upload_to="photos/%Y/%m", max_length=200)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # nobody: sent by the public without an account

    def __str__(self) -> str:
        return self.original_name
