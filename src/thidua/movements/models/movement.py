"""An emulation movement."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import DatePrecision, MovementKind, MovementReach, MovementState
from thidua.support.provenance import provenance_field


class Movement(models.Model):
    """A movement launched by a unit; `parent` is the movement above that it answers.

    The slogan's length, the planned end and the real end are three things: the 60 days of the 2019 peak drive
    ended before its closing.
    """

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=MovementKind.choices)
    short_name = models.CharField(_("short name"), max_length=200)
    theme = models.TextField(_("full theme"))
    search_text = models.TextField(editable=False, default="")  # folded: what lists are searched by
    aims = models.TextField(_("aims"), blank=True)
    launched_by = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="movements")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )
    starts_on = models.DateField(_("start"), null=True, blank=True)
    starts_precision = models.CharField(
        _("precision of the start"), max_length=20, choices=DatePrecision.choices, default=DatePrecision.DAY
    )
    planned_end = models.DateField(_("planned end"), null=True, blank=True)
    ended_on = models.DateField(_("real end"), null=True, blank=True)
    slogan_days = models.PositiveSmallIntegerField(_("days in the slogan"), null=True, blank=True)
    fields = models.JSONField(_("fields"), default=list, blank=True)  # list of FieldOfWork values
    scope = models.JSONField(_("levels called on"), default=list, blank=True)  # list of UnitLevel values
    reach = models.CharField(_("reach"), max_length=20, choices=MovementReach.choices, blank=True)
    anniversaries = models.ManyToManyField("movements.Anniversary", blank=True, related_name="movements")
    conferrals = models.ManyToManyField("registry.Conferral", blank=True, related_name="movements")
    state = models.CharField(
        _("state"), max_length=20, choices=MovementState.choices, default=MovementState.DRAFT
    )
    launch_number = models.CharField(_("number of the launching document"), max_length=50, blank=True)
    launch_date = models.DateField(_("date of the launching document"), null=True, blank=True)
    launch_file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    launched_at = models.DateTimeField(null=True, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts_on", "short_name"]
        constraints = [
            models.CheckConstraint(
                name="movement_ends_after_start",
                condition=models.Q(ended_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ended_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="movement_launched_when_running",
                condition=models.Q(state=MovementState.DRAFT) | models.Q(launched_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.short_name
