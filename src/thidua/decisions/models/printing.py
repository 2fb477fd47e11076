"""The making of certificates in steps that can be taken up again."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.decisions.enums import BatchState


class PrintBatch(models.Model):
    """The certificates of a decision for one award on one paper. `offset_*`: hundredths of a millimetre."""

    decision = models.ForeignKey("decisions.Decision", on_delete=models.PROTECT, related_name="print_batches")
    award_code = models.CharField(_("award"), max_length=80)
    layout = models.CharField(_("layout"), max_length=40)
    paper = models.CharField(_("paper"), max_length=40)
    mode = models.CharField(_("way of printing"), max_length=20)
    printer = models.CharField(_("printer"), max_length=100, blank=True)
    offset_right = models.IntegerField(_("to the right (0.01 mm)"), default=0)
    offset_down = models.IntegerField(_("down (0.01 mm)"), default=0)
    total = models.PositiveIntegerField(_("certificates"))
    state = models.CharField(
        _("state"), max_length=20, choices=BatchState.choices, default=BatchState.RUNNING
    )
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("batch of certificates")
        verbose_name_plural = _("batches of certificates")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.decision}: {self.award_code}"


class Printer(models.Model):
    """How far one printer of an office must be set off, under the name its people give it.

    `right`, `down`: hundredths of a millimetre.
    """

    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="printers")
    name = models.CharField(_("printer"), max_length=100)
    right = models.IntegerField(_("to the right (0.01 mm)"), default=0)
    down = models.IntegerField(_("down (0.01 mm)"), default=0)
    measured_at = models.DateTimeField(_("measured at"))
    measured_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("printer")
        verbose_name_plural = _("printers")
        ordering = ["unit", "name"]
        constraints = [models.UniqueConstraint(name="printer_once", fields=["unit", "name"])]

    @property
    def right_mm(self) -> Decimal:
        """How far to the right, in millimetres."""
        return Decimal(self.right) / 100

    @property
    def down_mm(self) -> Decimal:
        """How far down, in millimetres."""
        return Decimal(self.down) / 100

    def __str__(self) -> str:
        return self.name


class PrintPart(models.Model):
    """A range of pages of a batch; it has a file or it has none, there is nothing between."""

    batch = models.ForeignKey(PrintBatch, on_delete=models.CASCADE, related_name="parts")
    first = models.PositiveIntegerField(_("from page"))
    last = models.PositiveIntegerField(_("to page"))
    certificate_ids = models.JSONField()
    file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("part of a batch")
        verbose_name_plural = _("parts of batches")
        ordering = ["batch", "first"]
        constraints = [models.UniqueConstraint(name="print_part_once", fields=["batch", "first"])]

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"
