"""A province's own regulation, as data laid over the national law."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class LocalRegulation(models.Model):
    """One loaded document. `document` is kept as it was loaded; what it says of itself stands in the columns."""

    code = models.CharField(_("code"), max_length=40)
    number = models.CharField(_("number"), max_length=100)
    name = models.CharField(_("name"), max_length=500)
    name_en = models.CharField(_("English name"), max_length=500, blank=True)
    document = models.TextField(_("document"))
    approved_by = models.CharField(_("approved by"), max_length=300)
    approved_on = models.DateField(_("approved on"))
    loaded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name=_("loaded by")
    )
    loaded_at = models.DateTimeField(_("loaded at"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("local regulation")
        ordering = ["approved_on", "id"]
        constraints = [
            models.UniqueConstraint(
                name="local_regulation_in_use_once",
                fields=["code"],
                condition=models.Q(withdrawn_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.number
