"""A closing report as it was on the day it was frozen."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FrozenVersion(models.Model):
    """The whole rendered report with every figure and its trace, as canonical JSON with its hash."""

    report = models.ForeignKey("reports.ClosingReport", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    note = models.TextField(_("note of correction"), blank=True)
    overruled = models.TextField(_("why open points were overruled"), blank=True)
    frozen_at = models.DateTimeField()  # stands in the content as well, and is hashed with it
    frozen_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("frozen version")
        ordering = ["report", "-number"]
        constraints = [
            models.UniqueConstraint(name="frozen_version_once", fields=["report", "number"]),
            models.CheckConstraint(
                name="frozen_correction_has_note", condition=models.Q(number=1) | ~models.Q(note="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} v{self.number}"
