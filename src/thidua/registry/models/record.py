"""What every record of somebody's history has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import provenance_field

if TYPE_CHECKING:
    from thidua.orgs.models import Household, Person, Unit

STANDING = Q(ended_at__isnull=True)


def one_recipient(*columns: str) -> Q:
    """Return the condition that exactly one of the columns is filled."""
    ways = Q()
    for filled in columns:
        ways |= Q(**{f"{other}__isnull": other != filled for other in columns})
    return ways


class HistoryRecord(models.Model):
    """One record about one recipient. It is never edited or deleted.

    A correction is a new row that `replaces` the old one; a withdrawn row stays with its reason. Only rows
    without `ended_at` count. `kept_by` is the unit that keeps the record: rights are asked for on it.
    """

    person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey("orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(
        "orgs.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("kept by")
    )
    decision_number = models.CharField(_("decision number"), max_length=50, blank=True)
    decision_date = models.DateField(_("decision date"), null=True, blank=True)
    authority = models.CharField(_("authority"), max_length=200, blank=True)  # "Giám đốc Sở Y tế"
    file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    provenance = provenance_field()
    batch = models.ForeignKey(
        "registry.HistoryImport", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    recorded_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    ended_at = models.DateTimeField(_("superseded or withdrawn at"), null=True, blank=True)
    ended_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_reason = models.CharField(_("reason"), max_length=1000, blank=True)

    class Meta:
        abstract = True

    @property
    def recipient(self) -> Person | Unit | Household:
        """The person, unit or household it is about."""
        household: Any = getattr(self, "household", None)
        found = self.person or self.unit or household
        assert found is not None
        return found

    @property
    def is_standing(self) -> bool:
        """Whether the record counts: neither superseded nor withdrawn."""
        return self.ended_at is None
