"""The voucher of a gift that was received."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Receipt(models.Model):
    """A voucher, numbered without gaps in its drive and year; it is reversed with a reason, never deleted."""

    drive = models.ForeignKey("contributions.Drive", on_delete=models.PROTECT, related_name="receipts")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    gift = models.OneToOneField("contributions.Gift", on_delete=models.PROTECT, related_name="voucher")
    pledge = models.ForeignKey(
        "contributions.Pledge", null=True, blank=True, on_delete=models.PROTECT, related_name="receipts"
    )
    issued_on = models.DateField(_("issued on"))
    reversed_on = models.DateField(_("reversed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("receipt")
        ordering = ["drive", "-year", "-number"]
        constraints = [
            models.UniqueConstraint(name="receipt_number_once", fields=["drive", "year", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.number:04d}/{self.year}"
