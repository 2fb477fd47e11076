"""Paper ballots as one teller counted them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class PaperCount(models.Model):
    """One teller's count of the paper ballots of one item. Two tellers key theirs without seeing the other's."""

    item = models.ForeignKey("council.AgendaItem", on_delete=models.PROTECT, related_name="paper_counts")
    teller = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    issued = models.PositiveIntegerField(_("ballots issued"))
    received = models.PositiveIntegerField(_("ballots received"))
    invalid = models.PositiveIntegerField(_("invalid ballots"))
    yes = models.PositiveIntegerField(_("votes for"))
    no = models.PositiveIntegerField(_("votes against"))
    blank = models.PositiveIntegerField(_("without opinion"))

    class Meta:
        verbose_name = _("count of paper ballots")
        verbose_name_plural = _("counts of paper ballots")
        ordering = ["item", "id"]
        constraints = [
            models.UniqueConstraint(name="paper_count_once", fields=["item", "teller"]),
            models.CheckConstraint(name="paper_count_issued", condition=Q(received__lte=F("issued"))),
            models.CheckConstraint(
                name="paper_count_adds_up",
                condition=Q(received=F("invalid") + F("yes") + F("no") + F("blank")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.teller}"
