"""Numbers of papers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.decisions.enums import SequenceKind


class NumberSequence(models.Model):
    """The last number taken of one kind of paper in a year; its row is locked until the paper is signed or is not.

    So no number is missing and none stands twice. Numbers start again each year (Decree 30/2020/NĐ-CP).
    """

    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="number_sequences")
    kind = models.CharField(_("kind of paper"), max_length=20, choices=SequenceKind.choices)
    year = models.PositiveSmallIntegerField(_("year"))
    symbol = models.CharField(_("symbol"), max_length=40)
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("sequence of numbers")
        verbose_name_plural = _("sequences of numbers")
        ordering = ["unit", "-year", "symbol"]
        constraints = [
            models.UniqueConstraint(name="sequence_once", fields=["unit", "kind", "year", "symbol"]),
        ]

    def __str__(self) -> str:
        return f"{self.last}/{self.symbol} ({self.year})"
