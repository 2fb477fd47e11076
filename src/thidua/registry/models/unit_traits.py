"""What the law asks of a collective itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import provenance_field


class UnitTraits(models.Model):
    """The year a collective was founded, and whether it may be given an emulation flag; empty: not known."""

    unit = models.OneToOneField("orgs.Unit", on_delete=models.CASCADE, related_name="traits")
    founded = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True)
    eligible_for_flag = models.BooleanField(_("may be given an emulation flag"), null=True, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("traits of a collective")
        verbose_name_plural = _("traits of collectives")

    def __str__(self) -> str:
        return str(self.unit)
