"""A dossier: what one unit sends in together."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import DossierState, Level, Route
from thidua.support.provenance import provenance_field


class Dossier(models.Model):
    """Nominations sent in together with their papers.

    `unit` nominates; the office of `deciding_unit` receives and appraises. `due_on` is the last day of the step
    that runs now, empty while no clock runs. `suspended` tells that a suspension is open, of the dossier or of
    one of its nominations.
    """

    code = models.CharField(_("code"), max_length=20, unique=True)  # «HS-2026-00042»
    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="dossiers")
    deciding_unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="dossiers_received")
    movement = models.ForeignKey(
        "movements.Movement", null=True, blank=True, on_delete=models.PROTECT, related_name="dossiers"
    )
    route = models.CharField(_("procedure"), max_length=20, choices=Route.choices)
    level = models.CharField(_("decided by"), max_length=20, choices=Level.choices)
    title = models.CharField(_("title"), max_length=300)
    counting_year = models.PositiveSmallIntegerField(_("counting year"))
    letter_number = models.CharField(_("number of the submission letter"), max_length=50, blank=True)
    letter_date = models.DateField(_("date of the submission letter"), null=True, blank=True)
    met_on = models.DateField(_("day of the meeting"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=DossierState.choices, default=DossierState.DRAFT
    )
    state_since = models.DateTimeField(_("in this state since"), default=timezone.now)
    suspended = models.BooleanField(_("suspended"), default=False)
    holder = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="dossiers_held"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    declared_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    received_on = models.DateField(_("received on"), null=True, blank=True)
    reception_year = models.PositiveSmallIntegerField(null=True, blank=True)
    reception_number = models.PositiveIntegerField(_("number in the register"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["state", "due_on"], name="dossier_queue"),
            models.Index(fields=["deciding_unit", "state", "due_on"], name="dossier_office_queue"),
            models.Index(fields=["unit", "state"], name="dossier_unit_state"),
            models.Index(fields=["holder", "state"], name="dossier_holder_state"),
            models.Index(fields=["movement", "state"], name="dossier_movement_state"),
            models.Index(fields=["received_on"], name="dossier_received"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="dossier_reception_once",
                fields=["deciding_unit", "reception_year", "reception_number"],
                condition=Q(reception_number__isnull=False),
            ),
            models.CheckConstraint(
                name="dossier_received_with_number",
                condition=Q(received_on__isnull=True, reception_number__isnull=True)
                | Q(received_on__isnull=False, reception_number__isnull=False),
            ),
            models.CheckConstraint(
                name="dossier_declared_when_submitted",
                condition=Q(submitted_at__isnull=True) | Q(declared_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"


class NumberCounter(models.Model):
    """The last number given out of one row of numbers: dossier codes of a year, receptions of an office."""

    row = models.CharField(max_length=60, unique=True)  # «code/2026», «reception/2026/17»
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.row}: {self.last}"
