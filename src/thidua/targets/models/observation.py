"""What was measured."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import provenance_field
from thidua.targets.enums import Comparator, ObservationState


class Observation(models.Model):
    """One accepted value of an indicator for a unit and a period.

    A correction is a new row; the old one is kept as superseded and points to its successor. A ratio keeps its
    two integers; where a source prints only the rate, `value` holds it and the integers stay empty.
    """

    indicator = models.ForeignKey("targets.Indicator", on_delete=models.PROTECT, related_name="observations")
    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="observations")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    as_of = models.DateField(_("as of"))
    comparator = models.CharField(
        _("exactness"), max_length=10, choices=Comparator.choices, default=Comparator.EQUAL
    )
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    numerator = models.DecimalField(_("numerator"), max_digits=20, decimal_places=0, null=True, blank=True)
    denominator = models.DecimalField(
        _("denominator"), max_digits=20, decimal_places=0, null=True, blank=True
    )
    state = models.CharField(
        max_length=20, choices=ObservationState.choices, default=ObservationState.ACCEPTED
    )
    replaced_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replaces"
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    evidence = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sheet = models.ForeignKey(
        "targets.Sheet", null=True, blank=True, on_delete=models.PROTECT, related_name="observations"
    )
    batch = models.ForeignKey(
        "targets.ImportBatch", null=True, blank=True, on_delete=models.PROTECT, related_name="observations"
    )
    provenance = provenance_field()
    entered_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    accepted_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["indicator", "unit", "starts_on", "ends_on", "-accepted_at"]
        constraints = [
            models.UniqueConstraint(
                name="observation_accepted_once",
                fields=["indicator", "unit", "starts_on", "ends_on"],
                condition=models.Q(state=ObservationState.ACCEPTED),
            ),
            models.CheckConstraint(
                name="observation_period", condition=models.Q(ends_on__gte=models.F("starts_on"))
            ),
            models.CheckConstraint(
                name="observation_both_integers",
                condition=models.Q(numerator__isnull=True, denominator__isnull=True)
                | models.Q(numerator__isnull=False, denominator__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "ends_on", "starts_on", "indicator", "unit"], name="observation_period_idx"
            ),
            # The list of figures, newest period first.
            models.Index(fields=["ends_on", "starts_on", "id"], name="observation_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.value}"
