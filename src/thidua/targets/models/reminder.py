"""A reminder to a unit that has not sent its sheet."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Reminder(models.Model):
    """Who reminded which unit, when; shown on the unit's work list."""

    sheet = models.ForeignKey("targets.Sheet", on_delete=models.CASCADE, related_name="reminders")
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    message = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.sent_at}"
