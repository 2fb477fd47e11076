"""A recognised initiative."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import InitiativeForm, InitiativeScope
from thidua.registry.models.record import HistoryRecord, one_recipient


class RecognisedInitiative(HistoryRecord):
    """An initiative or scientific topic of a person or unit, recognised for a counting year.

    `effective`: its effect is certified. `used_for`: code of the award it has already served, if any.
    """

    counting_year = models.PositiveSmallIntegerField(_("counting year"))
    name = models.CharField(_("name"), max_length=500)
    scope = models.CharField(_("scope"), max_length=30, choices=InitiativeScope.choices)
    form = models.CharField(
        _("form"), max_length=20, choices=InitiativeForm.choices, default=InitiativeForm.INITIATIVE
    )
    effective = models.BooleanField(_("effect certified"), default=True)
    used_for = models.CharField(_("already served"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("recognised initiative")
        verbose_name_plural = _("recognised initiatives")
        ordering = ["-counting_year", "-id"]
        constraints = [
            models.CheckConstraint(name="initiative_of_one", condition=one_recipient("person", "unit")),
        ]

    def __str__(self) -> str:
        return self.name
