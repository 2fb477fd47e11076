"""Something not concluded that suspends nominations."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.registry.enums import MatterKind
from thidua.registry.models.record import HistoryRecord, one_recipient


class PendingMatter(HistoryRecord):
    """A matter about a person, unit or household; while it is not concluded nothing may be considered."""

    household = models.ForeignKey(
        "orgs.Household", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(pgettext_lazy("matter", "kind"), max_length=20, choices=MatterKind.choices)
    since = models.DateField(_("pending since"))
    about = models.CharField(_("what it is about"), max_length=500, blank=True)
    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    conclusion = models.CharField(_("conclusion"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("pending matter")
        verbose_name_plural = _("pending matters")
        ordering = ["-since", "-id"]
        constraints = [
            models.CheckConstraint(
                name="matter_of_one", condition=one_recipient("person", "unit", "household")
            ),
            models.CheckConstraint(
                name="matter_dates", condition=Q(concluded_on__isnull=True) | Q(concluded_on__gte=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} – {self.get_kind_display()}"
