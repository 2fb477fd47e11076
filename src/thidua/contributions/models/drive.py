"""A drive to collect gifts for a purpose."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import provenance_field


class Drive(models.Model):
    """What is collected for, by whom, within which movements."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=300)
    purpose = models.CharField(_("purpose"), max_length=500)
    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="drives")
    movements = models.ManyToManyField("movements.Movement", blank=True, related_name="drives")
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    target = models.BigIntegerField(_("target in đồng"), null=True, blank=True)  # money only
    search_text = models.TextField(editable=False, default="")  # folded: what lists are searched by
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts_on", "name"]
        constraints = [
            models.CheckConstraint(
                name="drive_target_positive", condition=models.Q(target__isnull=True) | models.Q(target__gt=0)
            )
        ]

    def __str__(self) -> str:
        return self.name
