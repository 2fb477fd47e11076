"""One edition of a competition."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import provenance_field


class Edition(models.Model):
    """An edition: its number is printed as a roman numeral ("lần thứ V"); None when never numbered.

    `decision_…`: the decision on its prizes that was signed on paper or before this system; empty where it is signed
    here.
    """

    competition = models.ForeignKey("contests.Competition", on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("edition"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    awarded_on = models.DateField(_("awarded on"), null=True, blank=True)
    decision_number = models.CharField(_("decision number"), max_length=50, blank=True)
    decided_on = models.DateField(_("decision date"), null=True, blank=True)
    decided_by = models.CharField(_("who decided"), max_length=300, blank=True)
    decision_file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    movements = models.ManyToManyField("movements.Movement", blank=True, related_name="competition_editions")
    source = models.CharField(_("source"), max_length=300, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-year", "competition"]
        constraints = [models.UniqueConstraint(name="edition_once", fields=["competition", "year", "number"])]

    def __str__(self) -> str:
        return f"{self.competition} {self.year}"
