"""What was promised or assigned."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import provenance_field
from thidua.targets.enums import PlanAuthority


class Plan(models.Model):
    """The plan of an indicator for a unit and a period, by one authority. Never computed back from a percentage."""

    indicator = models.ForeignKey("targets.Indicator", on_delete=models.PROTECT, related_name="plans")
    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="plans")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    authority = models.CharField(_("assigned by"), max_length=20, choices=PlanAuthority.choices)
    document = models.CharField(_("document"), max_length=200, blank=True)
    batch = models.ForeignKey(
        "targets.ImportBatch", null=True, blank=True, on_delete=models.PROTECT, related_name="plans"
    )
    is_current = models.BooleanField(default=True)
    replaced_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replaces"
    )
    provenance = provenance_field()
    set_at = models.DateTimeField(default=timezone.now)
    set_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["indicator", "unit", "starts_on"]
        constraints = [
            models.UniqueConstraint(
                name="plan_current_once",
                fields=["indicator", "unit", "starts_on", "ends_on", "authority"],
                condition=models.Q(is_current=True),
            ),
            models.CheckConstraint(
                name="plan_period", condition=models.Q(ends_on__gte=models.F("starts_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.value}"
