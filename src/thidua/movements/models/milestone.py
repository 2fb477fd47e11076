"""A milestone of a project or a plan."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import FieldOfWork, MilestoneKind
from thidua.support.provenance import provenance_field


class Milestone(models.Model):
    """What was reached, on which segment, submitted to whom; the day may be unknown."""

    movements = models.ManyToManyField("movements.Movement", blank=True, related_name="milestones")
    field = models.CharField(_("field"), max_length=30, choices=FieldOfWork.choices)
    kind = models.CharField(_("kind"), max_length=20, choices=MilestoneKind.choices)
    project = models.CharField(_("project or plan"), max_length=300)
    reached = models.CharField(_("what was reached"), max_length=300)
    segment = models.CharField(_("segment"), max_length=200, blank=True)
    receiver = models.CharField(_("submitted to"), max_length=200, blank=True)
    document = models.CharField(_("document"), max_length=200, blank=True)
    count = models.PositiveIntegerField(_("how many"), null=True, blank=True)
    reached_on = models.DateField(_("date"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="milestones")
    source = models.CharField(_("source"), max_length=300, blank=True)
    search_text = models.TextField(editable=False, default="")  # folded: what lists are searched by
    recorded_at = models.DateTimeField(auto_now_add=True)  # a sign that the movement lives
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-year", "-reached_on", "id"]

    def __str__(self) -> str:
        return self.project
