"""What a drive gave on to a work or a place."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.contributions.amounts import from_parts
from thidua.contributions.enums import GiftKind
from thidua.core.vietnamese.numbers import format_number
from thidua.support.provenance import provenance_field


class Allocation(models.Model):
    """Money, land, days or goods of a drive for one work or place; reversed with a reason, never deleted."""

    drive = models.ForeignKey("contributions.Drive", on_delete=models.PROTECT, related_name="allocations")
    kind = models.CharField(_("kind"), max_length=20, choices=GiftKind.choices)
    parts = models.BigIntegerField()  # see contributions.amounts
    work = models.CharField(_("work it went to"), max_length=300, blank=True)
    place = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="allocations"
    )
    description = models.CharField(_("description"), max_length=300, blank=True)
    allocated_on = models.DateField(_("allocated on"))
    receipt = models.ForeignKey(
        "contributions.Receipt", null=True, blank=True, on_delete=models.PROTECT, related_name="allocations"
    )  # the one gift that all of it comes from, where that is known
    reversed_on = models.DateField(_("reversed on"), null=True, blank=True)
    provenance = provenance_field()

    class Meta:
        verbose_name = _("allocation")
        ordering = ["-allocated_on", "-id"]
        constraints = [
            models.CheckConstraint(name="allocation_amount_positive", condition=models.Q(parts__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {format_number(self.amount)}"

    @property
    def amount(self) -> Decimal:
        """What was allocated, in đồng, m² or days."""
        return from_parts(self.kind, self.parts)
