"""Handing certificates over."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class HandingOver(models.Model):
    """Who received a certificate, where and when, with the signature as a picture or as a typed name.

    A certificate that replaces another is handed over again, so that a line may have several.
    """

    line = models.ForeignKey("decisions.DecisionLine", on_delete=models.PROTECT, related_name="handings_over")
    certificate = models.OneToOneField(
        "decisions.Certificate", on_delete=models.PROTECT, related_name="handing_over"
    )
    on = models.DateField(_("handed over on"))
    place = models.CharField(_("place"), max_length=300, blank=True)
    received_by = models.CharField(_("received by"), max_length=200)
    signature = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("handing over")
        verbose_name_plural = _("handings over")
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.received_by}, {self.on}"
