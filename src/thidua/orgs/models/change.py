"""Acts that end units or make new ones of them, and who follows whom."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.orgs.enums import Certainty, ChangeKind
from thidua.orgs.models.unit import Unit


class UnitChange(models.Model):
    """One point of an act: units that are merged, split or dissolved on a day."""

    date = models.DateField(_("in force from"))  # the first day of the new state
    kind = models.CharField(_("kind of change"), max_length=20, choices=ChangeKind.choices)
    act = models.CharField(pgettext_lazy("orgs", "act"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("change of units")
        verbose_name_plural = _("changes of units")
        ordering = ["date", "id"]

    def __str__(self) -> str:
        return self.act or self.get_kind_display()


class UnitSuccession(models.Model):
    """A link from a unit that ended to one that follows it; a split has several, a merger as well.

    Without a successor: UNKNOWN says that we do not know who follows, CONFIRMED that nobody does.
    """

    change = models.ForeignKey(UnitChange, on_delete=models.CASCADE, related_name="successions")
    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="inheritances"
    )
    part = models.BooleanField(_("only a part"), default=False)
    certainty = models.CharField(
        _("certainty"), max_length=20, choices=Certainty.choices, default=Certainty.CONFIRMED
    )
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("succession of units")
        verbose_name_plural = _("successions of units")
        ordering = ["change_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["change", "predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                name="succession_to_another",
                condition=Q(successor__isnull=True) | ~Q(successor=models.F("predecessor")),
            ),
            models.CheckConstraint(
                name="succession_without_a_guess",
                condition=Q(successor__isnull=False) | ~Q(certainty=Certainty.INFERRED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id or '?'}"
