"""A household."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.orgs.models.person import Person
from thidua.orgs.models.unit import Unit
from thidua.support.provenance import provenance_field


class Household(models.Model):
    """A family known by its head, with the address as it was printed on its day."""

    head = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="households")
    address_unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="households"
    )
    address_text = models.CharField(_("address as printed"), max_length=300, blank=True)
    address_on = models.DateField(_("day of the address"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("household")
        verbose_name_plural = _("households")
        ordering = ["head__sort_key", "id"]

    def __str__(self) -> str:
        return str(_("household of %(head)s") % {"head": self.head.addressed_name})
