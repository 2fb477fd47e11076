"""By which rules an edition takes entries."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.contests.enums import TieSettling


class EditionRules(models.Model):
    """When an edition is open, for whom, and the text of its rules. Both moments count as open, to the second."""

    edition = models.OneToOneField("contests.Edition", on_delete=models.CASCADE, related_name="rules")
    opens_at = models.DateTimeField(_("opens at"))
    closes_at = models.DateTimeField(_("closes at"))
    text = models.TextField(_("rules"))
    eligibility = models.TextField(_("who may enter"), blank=True)  # a sentence per line
    takes_individuals = models.BooleanField(_("individuals may enter"), default=True)
    takes_collectives = models.BooleanField(_("collectives may enter"), default=True)
    tells_marks = models.BooleanField(_("each entrant learns the marks of the own work"), default=False)
    codes_assigned_at = models.DateTimeField(_("codes assigned at"), null=True, blank=True)
    tie_rule = models.CharField(
        _("rule for equal totals"), max_length=20, choices=TieSettling.choices, default=TieSettling.SHARED
    )
    revealed_at = models.DateTimeField(_("codes opened at"), null=True, blank=True)
    revealed_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    results_published_at = models.DateTimeField(_("results published at"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("rules of an edition")
        verbose_name_plural = _("rules of editions")
        constraints = [
            models.CheckConstraint(name="rules_open_first", condition=Q(closes_at__gt=F("opens_at"))),
            models.CheckConstraint(
                name="rules_for_somebody", condition=Q(takes_individuals=True) | Q(takes_collectives=True)
            ),
            models.CheckConstraint(
                name="rules_published_after_reveal",
                condition=Q(results_published_at__isnull=True) | Q(revealed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.edition)
