"""By what a jury judges an edition, and in which rounds."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class JudgingCriterion(models.Model):
    """What is judged: marks from 0 to `top`, counted `weight` times; at most one settles ties."""

    edition = models.ForeignKey("contests.Edition", on_delete=models.CASCADE, related_name="criteria")
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    name = models.CharField(_("criterion"), max_length=200)
    top = models.DecimalField(_("top mark"), max_digits=6, decimal_places=2)
    weight = models.DecimalField(_("weight"), max_digits=6, decimal_places=2, default=1)
    settles_ties = models.BooleanField(_("settles ties"), default=False)

    class Meta:
        verbose_name = _("criterion of a jury")
        verbose_name_plural = _("criteria of juries")
        ordering = ["edition", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="judging_criterion_ordinal_once", fields=["edition", "ordinal"]),
            models.UniqueConstraint(name="judging_criterion_name_once", fields=["edition", "name"]),
            models.UniqueConstraint(
                name="judging_criterion_settles_once", fields=["edition"], condition=Q(settles_ties=True)
            ),
            models.CheckConstraint(name="judging_criterion_counts", condition=Q(top__gt=0) & Q(weight__gt=0)),
        ]

    def __str__(self) -> str:
        return self.name


class JudgingRound(models.Model):
    """A round; `going_on` is how many entries of each category go on, None for the last round.

    Its total counts `weight` times in the end; 0 where it only chooses who goes on.
    """

    edition = models.ForeignKey("contests.Edition", on_delete=models.CASCADE, related_name="rounds")
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    name = models.CharField(_("round"), max_length=100)
    weight = models.DecimalField(_("weight"), max_digits=6, decimal_places=2, default=1)
    going_on = models.PositiveSmallIntegerField(_("entries that go on per category"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_reason = models.CharField(_("why it was closed before all was in"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("round of a jury")
        verbose_name_plural = _("rounds of juries")
        ordering = ["edition", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="judging_round_ordinal_once", fields=["edition", "ordinal"]),
            models.UniqueConstraint(name="judging_round_name_once", fields=["edition", "name"]),
            models.CheckConstraint(
                name="judging_round_opened_first",
                condition=Q(closed_at__isnull=True) | Q(opened_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RoundEntry(models.Model):
    """An entry in a round: written when the round is opened, never changed."""

    round = models.ForeignKey("contests.JudgingRound", on_delete=models.CASCADE, related_name="entries")
    entry = models.ForeignKey("contests.Entry", on_delete=models.PROTECT, related_name="rounds")

    class Meta:
        verbose_name = _("entry in a round")
        verbose_name_plural = _("entries in rounds")
        ordering = ["round", "id"]
        constraints = [models.UniqueConstraint(name="round_entry_once", fields=["round", "entry"])]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.entry_id}"


class TieDecision(models.Model):
    """The chair's order of entries with equal totals, by code, best first; the last one on the same entries counts."""

    round = models.ForeignKey("contests.JudgingRound", on_delete=models.CASCADE, related_name="tie_decisions")
    juror = models.ForeignKey("contests.Juror", on_delete=models.PROTECT, related_name="tie_decisions")
    order = models.JSONField(_("order"))
    reason = models.CharField(_("reason"), max_length=500)
    decided_at = models.DateTimeField(_("decided at"), auto_now_add=True)

    class Meta:
        verbose_name = _("decision of the chair on a tie")
        verbose_name_plural = _("decisions of the chair on ties")
        ordering = ["round", "id"]
        constraints = [models.CheckConstraint(name="tie_with_reason", condition=~Q(reason=""))]

    def __str__(self) -> str:
        return " > ".join(self.order)
