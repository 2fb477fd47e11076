"""What came of an item."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ItemResult(models.Model):
    """The count of one item, written once, on closing.

    `members` is the number over which the share is counted, `needed` the least number of yes votes that suffices.
    """

    item = models.OneToOneField("council.AgendaItem", on_delete=models.PROTECT, related_name="result")
    members = models.PositiveIntegerField(_("members in all"))
    recused = models.PositiveIntegerField(_("members recused"))
    issued = models.PositiveIntegerField(_("ballots issued"))
    received = models.PositiveIntegerField(_("ballots received"))
    valid = models.PositiveIntegerField(_("valid ballots"))
    invalid = models.PositiveIntegerField(_("invalid ballots"))
    yes = models.PositiveIntegerField(_("votes for"))
    no = models.PositiveIntegerField(_("votes against"))
    abstained = models.PositiveIntegerField(_("without opinion"))
    written = models.PositiveIntegerField(_("of them in writing"))
    needed = models.PositiveIntegerField(_("votes needed"))
    passed = models.BooleanField(_("passed"))

    class Meta:
        verbose_name = _("result of a ballot")
        verbose_name_plural = _("results of ballots")
        ordering = ["item"]
        constraints = [
            models.CheckConstraint(
                name="result_adds_up",
                condition=Q(received=F("valid") + F("invalid"))
                & Q(valid=F("yes") + F("no") + F("abstained"))
                & Q(received__lte=F("issued")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.yes}/{self.members}"
