"""A round in which units report."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import provenance_field
from thidua.targets.enums import RoundState


class ReportingRound(models.Model):
    """Which indicators are asked of which units for which period, and until when."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    starts_on = models.DateField(_("period from"))
    ends_on = models.DateField(_("period to"))
    due_on = models.DateField(_("due on"))
    opened_by = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="rounds_opened")
    movement = models.ForeignKey(
        "movements.Movement", null=True, blank=True, on_delete=models.PROTECT, related_name="rounds"
    )
    state = models.CharField(max_length=20, choices=RoundState.choices, default=RoundState.OPEN)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ends_on", "name"]
        constraints = [
            models.CheckConstraint(
                name="round_period", condition=models.Q(ends_on__gte=models.F("starts_on"))
            )
        ]

    def __str__(self) -> str:
        return self.name


class RoundIndicator(models.Model):
    """An indicator asked in a round, in the order of the form."""

    round = models.ForeignKey(ReportingRound, on_delete=models.CASCADE, related_name="round_indicators")
    indicator = models.ForeignKey("targets.Indicator", on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField(default=1)
    is_compulsory = models.BooleanField(default=True)

    class Meta:
        ordering = ["round", "order"]
        constraints = [models.UniqueConstraint(name="round_indicator_once", fields=["round", "indicator"])]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.indicator_id}"
