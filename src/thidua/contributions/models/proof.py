"""What shows that an allocation arrived."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Proof(models.Model):
    """A photo of what an allocation became, for everybody to see; struck out with a reason, never deleted.

    `alternative` tells the photo to who cannot see it; the caption says what it stands for.
    """

    allocation = models.ForeignKey(
        "contributions.Allocation", on_delete=models.PROTECT, related_name="proofs"
    )
    photo = models.ForeignKey("photos.Photo", on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("caption"), max_length=300)
    alternative = models.CharField(_("what the photo shows"), max_length=300)
    shown_on = models.DateField(_("day it shows"))
    struck_on = models.DateField(_("struck out on"), null=True, blank=True)
    struck_reason = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("proof of an allocation")
        ordering = ["-shown_on", "-id"]

    def __str__(self) -> str:
        return self.caption
