"""The regulation by which a council works."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.support.provenance import provenance_field


class CouncilRegulation(models.Model):
    """What the council of `unit` settled for itself, in force from `since` until a later one takes its place.

    It is the ground of agenda, opening and minutes. `quorum_share` («2/3») and the shares of votes are empty where it
    says nothing of them: then the law book speaks. Nothing is deleted; what was recorded by mistake is withdrawn.
    """

    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="council_regulations")
    title = models.CharField(_("title of the regulation"), max_length=300)
    number = models.CharField(_("number of the decision that issued it"), max_length=60)
    issued_on = models.DateField(pgettext_lazy("regulation", "issued on"))
    since = models.DateField(pgettext_lazy("regulation", "in force from"))
    quorum_share = models.CharField(_("share of members needed"), max_length=10, blank=True)
    fighters_percent = models.PositiveSmallIntegerField(
        _("heroes, national and provincial fighters: votes needed (%)"), null=True, blank=True
    )
    flags_percent = models.PositiveSmallIntegerField(
        _("grassroots fighters and flags: votes needed (%)"), null=True, blank=True
    )
    others_percent = models.PositiveSmallIntegerField(
        _("other awards: votes needed (%)"), null=True, blank=True
    )
    recused_counted = models.BooleanField(_("recused members count among all members"), default=True)
    recorded_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_reason = models.CharField(_("why it was withdrawn"), max_length=500, blank=True)
    provenance = provenance_field()

    class Meta:
        verbose_name = _("regulation of a council")
        verbose_name_plural = _("regulations of councils")
        ordering = ["unit", "-since", "-id"]
        constraints = [
            models.UniqueConstraint(
                name="council_regulation_one_a_day",
                fields=["unit", "since"],
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="council_regulation_percents",
                condition=(Q(fighters_percent__isnull=True) | Q(fighters_percent__range=(1, 100)))
                & (Q(flags_percent__isnull=True) | Q(flags_percent__range=(1, 100)))
                & (Q(others_percent__isnull=True) | Q(others_percent__range=(1, 100))),
            ),
            models.CheckConstraint(
                name="council_regulation_withdrawn_with_reason",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"
