"""What is measured."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import FieldOfWork
from thidua.support.provenance import provenance_field
from thidua.targets.enums import Direction, IndicatorKind


class Indicator(models.Model):
    """An indicator: its kind decides how it is summed, compared and worded."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=300)
    name_en = models.CharField(_("English name"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=IndicatorKind.choices)
    measure = models.CharField(_("unit of measure"), max_length=50)  # "tỷ đồng", "hồ sơ", "%"
    measure_en = models.CharField(_("unit of measure in English"), max_length=50, blank=True)
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0)
    share_decimals = models.PositiveSmallIntegerField(_("decimals of percentages"), default=1)
    direction = models.CharField(_("which way is good"), max_length=10, choices=Direction.choices)
    field = models.CharField(_("field"), max_length=30, choices=FieldOfWork.choices)
    owner = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="indicators_owned")
    source = models.CharField(_("source"), max_length=300, blank=True)
    rolls_up = models.BooleanField(_("sums up the unit tree"), default=False)
    cumulative = models.BooleanField(_("counted from the start of the year"), default=True)
    numerator_name = models.CharField(_("numerator"), max_length=200, blank=True)
    denominator_name = models.CharField(_("denominator"), max_length=200, blank=True)
    minimum = models.DecimalField(_("least possible"), max_digits=20, decimal_places=4, null=True, blank=True)
    maximum = models.DecimalField(_("most possible"), max_digits=20, decimal_places=4, null=True, blank=True)
    movements = models.ManyToManyField("movements.Movement", blank=True, related_name="indicators")
    order = models.PositiveSmallIntegerField(_("order in lists"), default=100)
    is_active = models.BooleanField(_("in use"), default=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                name="indicator_ratio_names_both",
                condition=~models.Q(kind=IndicatorKind.RATIO)
                | (~models.Q(numerator_name="") & ~models.Q(denominator_name="")),
            )
        ]

    def __str__(self) -> str:
        return self.name
