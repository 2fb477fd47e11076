"""The jurors of an edition, what they declared, and the marks they gave."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Juror(models.Model):
    """A juror of an edition, for the `categories` named, or for all when none is.

    `declared_at`: when the juror said that there are no conflicts beyond those declared; no mark is taken before.
    """

    edition = models.ForeignKey("contests.Edition", on_delete=models.CASCADE, related_name="jurors")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="juries")
    is_chair = models.BooleanField(_("chair"), default=False)
    categories = models.ManyToManyField("contests.Category", blank=True, related_name="jurors")
    appointed_at = models.DateTimeField(_("appointed at"), auto_now_add=True)
    declared_at = models.DateTimeField(_("declared at"), null=True, blank=True)

    class Meta:
        verbose_name = _("juror")
        verbose_name_plural = _("jurors")
        ordering = ["edition", "-is_chair", "id"]
        constraints = [
            models.UniqueConstraint(name="juror_once", fields=["edition", "user"]),
            models.UniqueConstraint(name="juror_one_chair", fields=["edition"], condition=Q(is_chair=True)),
        ]

    def __str__(self) -> str:
        return str(self.user.full_name)


class ConflictDeclared(models.Model):
    """A juror does not judge an entry; marks of the pair do not count from `round` on (None: from the first)."""

    juror = models.ForeignKey("contests.Juror", on_delete=models.CASCADE, related_name="conflicts")
    entry = models.ForeignKey("contests.Entry", on_delete=models.PROTECT, related_name="conflicts")
    round = models.ForeignKey(
        "contests.JudgingRound", null=True, blank=True, on_delete=models.CASCADE, related_name="conflicts"
    )
    reason = models.CharField(_("reason"), max_length=500)
    declared_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(_("declared at"), auto_now_add=True)

    class Meta:
        verbose_name = _("conflict of a juror")
        verbose_name_plural = _("conflicts of jurors")
        ordering = ["juror", "id"]
        constraints = [
            models.UniqueConstraint(name="juror_conflict_once", fields=["juror", "entry"]),
            models.CheckConstraint(name="juror_conflict_with_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return str(self.juror)


class Mark(models.Model):
    """What a juror gave to an entry by a criterion in a round, None when taken back; saving raises `version`."""

    round = models.ForeignKey("contests.JudgingRound", on_delete=models.CASCADE, related_name="marks")
    juror = models.ForeignKey("contests.Juror", on_delete=models.CASCADE, related_name="marks")
    entry = models.ForeignKey("contests.Entry", on_delete=models.PROTECT, related_name="marks")
    criterion = models.ForeignKey("contests.JudgingCriterion", on_delete=models.CASCADE, related_name="marks")
    points = models.DecimalField(_("mark"), max_digits=6, decimal_places=2, null=True, blank=True)
    saved_at = models.DateTimeField(_("saved at"), auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        ordering = ["round", "juror", "entry", "criterion"]
        constraints = [
            models.UniqueConstraint(name="mark_once", fields=["round", "juror", "entry", "criterion"]),
            models.CheckConstraint(name="mark_not_negative", condition=Q(points__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.juror_id}/{self.entry_id}/{self.criterion_id}"


class HandedIn(models.Model):
    """A juror's marks of a round are final from here on; only now are others' seen."""

    round = models.ForeignKey("contests.JudgingRound", on_delete=models.CASCADE, related_name="handed_in")
    juror = models.ForeignKey("contests.Juror", on_delete=models.CASCADE, related_name="handed_in")
    at = models.DateTimeField(_("handed in at"), auto_now_add=True)

    class Meta:
        verbose_name = _("marks handed in")
        verbose_name_plural = _("marks handed in")
        ordering = ["round", "id"]
        constraints = [models.UniqueConstraint(name="handed_in_once", fields=["round", "juror"])]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.juror_id}"
