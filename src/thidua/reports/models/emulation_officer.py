"""Somebody who does the work of emulation and commendation in a unit: what statistical form 0605.N counts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.reports.enums import Education
from thidua.support.provenance import provenance_field


class EmulationOfficer(models.Model):
    """One person doing the work in one unit, from a day until a day (empty: still).

    What is empty is not known; `source` says what the record rests on.
    """

    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="emulation_officers")
    full_name = models.CharField(_("full name"), max_length=200)
    post = models.CharField(_("post"), max_length=200, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    woman = models.BooleanField(_("woman"), null=True, blank=True)
    education = models.CharField(_("education"), max_length=20, choices=Education.choices, blank=True)
    first_year = models.PositiveSmallIntegerField(_("in this work since the year"), null=True, blank=True)
    here_from = models.DateField(_("in this unit since"))
    here_to = models.DateField(_("in this unit until"), null=True, blank=True)
    source = models.CharField(_("basis"), max_length=300)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("officer of emulation and commendation")
        verbose_name_plural = _("officers of emulation and commendation")
        ordering = ["unit_id", "full_name", "id"]
        constraints = [
            models.CheckConstraint(
                name="officer_leaves_after_coming",
                condition=Q(here_to__isnull=True) | Q(here_to__gte=F("here_from")),
            ),
            models.CheckConstraint(name="officer_on_a_basis", condition=~Q(source="")),
        ]

    def __str__(self) -> str:
        return self.full_name
