"""What a report is recognised by."""

from __future__ import annotations

from django.db import models


class ReportFingerprint(models.Model):
    """One fingerprint of an achievement report that was sent in (`core.text_checks.shared_passages`)."""

    nomination = models.ForeignKey(
        "nominations.Nomination", on_delete=models.CASCADE, related_name="fingerprints"
    )
    value = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["value", "nomination"], name="report_fingerprint_value")]
        constraints = [
            models.UniqueConstraint(name="report_fingerprint_once", fields=["nomination", "value"]),
        ]

    def __str__(self) -> str:
        return f"{self.nomination_id}: {self.value}"
