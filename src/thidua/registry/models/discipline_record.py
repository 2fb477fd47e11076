"""A disciplinary measure."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import DisciplineLevel
from thidua.registry.models.record import HistoryRecord, one_recipient


class DisciplineRecord(HistoryRecord):
    """A measure against a person or unit and the days on which it holds; no last day: it still holds."""

    level = models.CharField(_("measure"), max_length=30, choices=DisciplineLevel.choices)
    since = models.DateField(_("in force from"))
    until = models.DateField(_("in force until"), null=True, blank=True)

    class Meta:
        verbose_name = _("disciplinary measure")
        verbose_name_plural = _("disciplinary measures")
        ordering = ["-since", "-id"]
        constraints = [
            models.CheckConstraint(name="discipline_of_one", condition=one_recipient("person", "unit")),
            models.CheckConstraint(
                name="discipline_dates", condition=Q(until__isnull=True) | Q(until__gte=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} – {self.get_level_display()}"
