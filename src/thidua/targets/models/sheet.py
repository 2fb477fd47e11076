"""One unit's sheet in a round: the cells being filled in."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import provenance_field
from thidua.targets.enums import Comparator, SheetState


class Sheet(models.Model):
    """Where one unit stands in one round. Cells are work in hand; accepting turns them into observations."""

    round = models.ForeignKey("targets.ReportingRound", on_delete=models.CASCADE, related_name="sheets")
    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="sheets")
    state = models.CharField(max_length=20, choices=SheetState.choices, default=SheetState.NOT_STARTED)
    return_reason = models.TextField(_("reason for the return"), blank=True)
    reopen_reason = models.TextField(_("reason for reopening"), blank=True)
    # What the unit wrote when it asked for its accepted sheet back; empty when it asks nothing.
    reopen_request = models.TextField(_("request to reopen"), blank=True)
    blanks_are_intended = models.BooleanField(_("empty cells are intended"), default=False)
    # The day (of Vietnam) on which it first came: a return does not make a unit late.
    first_submitted_on = models.DateField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    provenance = provenance_field()

    class Meta:
        ordering = ["round", "unit"]
        constraints = [
            models.UniqueConstraint(name="sheet_unit_once", fields=["round", "unit"]),
            models.CheckConstraint(
                name="sheet_accepted_by_and_at",
                condition=models.Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | models.Q(accepted_at__isnull=False, accepted_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.unit_id}"


class Cell(models.Model):
    """What was typed for one indicator: kept as typed until it can be read, so that nothing is lost."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="cells")
    indicator = models.ForeignKey("targets.Indicator", on_delete=models.PROTECT, related_name="+")
    typed = models.CharField(max_length=100, blank=True)
    typed_numerator = models.CharField(max_length=100, blank=True)
    typed_denominator = models.CharField(max_length=100, blank=True)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(max_digits=20, decimal_places=0, null=True, blank=True)
    denominator = models.DecimalField(max_digits=20, decimal_places=0, null=True, blank=True)
    comparator = models.CharField(max_length=10, choices=Comparator.choices, default=Comparator.EQUAL)
    note = models.CharField(_("note"), max_length=500, blank=True)
    confirmed = models.CharField(_("reason for an unusual value"), max_length=300, blank=True)
    evidence = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(auto_now=True)
    saved_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["sheet", "indicator"]
        constraints = [models.UniqueConstraint(name="cell_once", fields=["sheet", "indicator"])]

    def __str__(self) -> str:
        return self.typed


class CellFault(models.Model):
    """A reason for returning a sheet, tied to a cell; settled when the unit has changed it."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="faults")
    indicator = models.ForeignKey("targets.Indicator", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("what to mend"), max_length=500)
    raised_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["sheet", "raised_at"]

    def __str__(self) -> str:
        return self.reason
