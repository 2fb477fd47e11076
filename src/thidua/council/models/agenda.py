"""What a session votes on."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.council.enums import BallotKind


class AgendaItem(models.Model):
    """One nomination on the agenda; never changed once the session is open.

    `percent` of all members must say yes, more than that where `strictly`. The rule comes from the law book
    (`provision`, `cites`; `unverified` where nobody had checked it on that day), or from whoever keeps the council,
    who then gives a `ground`.
    """

    session = models.ForeignKey("council.Session", on_delete=models.PROTECT, related_name="items")
    nomination = models.ForeignKey(
        "nominations.Nomination", on_delete=models.PROTECT, related_name="agenda_items"
    )
    ordinal = models.PositiveIntegerField(_("ordinal"))
    ballot = models.CharField(_("way of voting"), max_length=10, choices=BallotKind.choices)
    percent = models.PositiveSmallIntegerField(_("share of votes needed (%)"))
    strictly = models.BooleanField(_("more than this share"), default=False)
    provision = models.CharField(max_length=200, blank=True)
    cites = models.CharField(_("according to"), max_length=300, blank=True)
    unverified = models.BooleanField(_("rule not verified in the law book"), default=False)
    ground = models.CharField(_("ground given"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("item of the agenda")
        verbose_name_plural = _("items of the agenda")
        ordering = ["session", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="agenda_ordinal_once", fields=["session", "ordinal"]),
            models.UniqueConstraint(name="agenda_nomination_once", fields=["session", "nomination"]),
            models.CheckConstraint(name="agenda_percent", condition=Q(percent__gte=1, percent__lte=100)),
        ]

    def __str__(self) -> str:
        return f"{self.ordinal}. {self.nomination}"
