"""The lists attached to a decision, as Word files."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DecisionAnnex(models.Model):
    """One list: the recipients of one award of a decision, as it went to who signs."""

    decision = models.ForeignKey("decisions.Decision", on_delete=models.CASCADE, related_name="annexes")
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    award_code = models.CharField(_("award"), max_length=80)
    award_name = models.CharField(_("award as printed"), max_length=300)
    docx = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("list attached to a decision")
        verbose_name_plural = _("lists attached to decisions")
        ordering = ["decision", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="annex_once", fields=["decision", "ordinal"]),
        ]

    def __str__(self) -> str:
        return self.award_name
