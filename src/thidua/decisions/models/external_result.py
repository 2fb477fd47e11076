"""What came back from the Prime Minister or the State President."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExternalResult(models.Model):
    """A decision of another authority on nominees of a submission: its number, day and paper.

    One submission may be answered by several decisions, each on some of its nominees (`ProposedLine.result`).
    """

    submission = models.ForeignKey(
        "decisions.Submission", on_delete=models.PROTECT, related_name="external_results"
    )
    authority = models.CharField(_("decided by"), max_length=200)
    number = models.CharField(_("number"), max_length=50)
    decided_on = models.DateField(_("decided on"))
    file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(_("note"), blank=True)
    recorded_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("result from the State level")
        verbose_name_plural = _("results from the State level")
        ordering = ["-decided_on", "-id"]
        constraints = [
            models.UniqueConstraint(name="external_result_once", fields=["submission", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.authority}"
