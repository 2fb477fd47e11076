"""One confirmed import, which can be undone as a whole."""

from __future__ import annotations

from django.db import models

from thidua.targets.enums import BatchContent, BatchState


class ImportBatch(models.Model):
    """Where imported rows came from: the file by name and hash, who confirmed it, and whether it still counts."""

    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.CharField(max_length=20, choices=BatchContent.choices)
    row_count = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=BatchState.choices, default=BatchState.APPLIED)
    imported_at = models.DateTimeField(auto_now_add=True)
    imported_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-imported_at"]

    def __str__(self) -> str:
        return self.file_name
