"""A unit, what it was called and where it stood, each with its dates.

Neither a code nor a name identifies a unit: both are used again for others. `key` does.
All dates are inclusive; an empty one means "since before the records" or "still so".
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.core.vietnamese.names import SORT_KEY_MAX_LENGTH
from thidua.orgs import paths
from thidua.orgs.enums import Certainty, Hierarchy, UnitKind
from thidua.support.provenance import provenance_field


def _runs_forwards(first: str, last: str, name: str) -> models.CheckConstraint:
    either_open = Q(**{f"{first}__isnull": True}) | Q(**{f"{last}__isnull": True})
    return models.CheckConstraint(name=name, condition=either_open | Q(**{f"{last}__gte": F(first)}))


class Unit(models.Model):
    """An administrative unit, agency, organisation, enterprise or village, for as long as it is the same one."""

    key = models.SlugField(
        pgettext_lazy("orgs", "key"), max_length=100, unique=True
    )  # "xa-de-tham-trang-dinh"
    hierarchy = models.CharField(_("hierarchy"), max_length=20, choices=Hierarchy.choices)
    kind = models.CharField(_("kind of unit"), max_length=20, choices=UnitKind.choices)
    # The last ones it bore; those of a day stand in UnitName.
    name = models.CharField(_("name"), max_length=200)  # "Xã Đề Thám"
    short_name = models.CharField(_("short name"), max_length=200)  # "Đề Thám"
    sort_key = models.CharField(max_length=SORT_KEY_MAX_LENGTH)  # of the short name
    official_code = models.CharField(_("official code"), max_length=20, blank=True)
    exists_from = models.DateField(_("exists from"), null=True, blank=True)
    exists_to = models.DateField(_("exists until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    # The state on a day, only on rows read through `queries.as_of`.
    name_then: str
    short_name_then: str
    code_then: str
    sort_key_then: str
    parent_then: int | None
    path_then: str | None

    class Meta:
        verbose_name = pgettext_lazy("orgs", "unit")
        verbose_name_plural = pgettext_lazy("orgs", "units")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["kind", "exists_to"], name="unit_kind"),
            models.Index(fields=["official_code"], name="unit_code"),
        ]
        constraints = [_runs_forwards("exists_from", "exists_to", "unit_dates")]

    def __str__(self) -> str:
        return self.name


class UnitName(models.Model):
    """What a unit was called, and its official code, over a period."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=200)
    official_code = models.CharField(_("official code"), max_length=20, blank=True)
    sort_key = models.CharField(max_length=SORT_KEY_MAX_LENGTH)  # of the short name
    folded_name = models.CharField(max_length=200, db_index=True)
    folded_short_name = models.CharField(max_length=200, db_index=True)
    valid_from = models.DateField(pgettext_lazy("orgs", "from"), null=True, blank=True)
    valid_to = models.DateField(pgettext_lazy("orgs", "until"), null=True, blank=True)
    act = models.CharField(pgettext_lazy("orgs", "act"), max_length=200, blank=True)
    certainty = models.CharField(
        _("certainty"), max_length=20, choices=Certainty.choices, default=Certainty.CONFIRMED
    )
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("name of a unit")
        verbose_name_plural = _("names of units")
        ordering = ["unit_id", F("valid_from").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(valid_to__isnull=True), name="unit_one_open_name"
            ),
            _runs_forwards("valid_from", "valid_to", "unit_name_dates"),
        ]

    def __str__(self) -> str:
        return self.name


class UnitPlacement(models.Model):
    """Where a unit stood over a period: its parent, and its path from the root."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="placements")
    parent = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="child_placements"
    )
    path = models.CharField(max_length=paths.MAX_LENGTH)
    valid_from = models.DateField(pgettext_lazy("orgs", "from"), null=True, blank=True)
    valid_to = models.DateField(pgettext_lazy("orgs", "until"), null=True, blank=True)
    is_last = models.BooleanField(default=True)  # no later placement of this unit is known
    act = models.CharField(pgettext_lazy("orgs", "act"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("placement of a unit")
        verbose_name_plural = _("placements of units")
        ordering = ["unit_id", F("valid_from").asc(nulls_first=True)]
        indexes = [models.Index(fields=["path", "valid_from", "valid_to"], name="placement_path")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(is_last=True), name="unit_one_last_placement"
            ),
            _runs_forwards("valid_from", "valid_to", "placement_dates"),
        ]

    def __str__(self) -> str:
        return self.path
