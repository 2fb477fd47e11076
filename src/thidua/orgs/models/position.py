"""A position that a person holds."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.orgs.models.person import Person
from thidua.orgs.models.unit import Unit


class Position(models.Model):
    """A title in a unit over a period; a person may hold several at once, printed in `order`."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="positions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="positions")
    title = models.CharField(pgettext_lazy("orgs", "title"), max_length=200)
    valid_from = models.DateField(pgettext_lazy("orgs", "from"), null=True, blank=True)
    valid_to = models.DateField(pgettext_lazy("orgs", "until"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order in lists"), default=100)

    class Meta:
        verbose_name = pgettext_lazy("orgs", "position")
        verbose_name_plural = pgettext_lazy("orgs", "positions")
        ordering = ["person_id", "order", "id"]
        constraints = [
            models.CheckConstraint(
                name="position_dates",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
            )
        ]

    def __str__(self) -> str:
        return self.title
