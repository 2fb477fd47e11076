"""What was voted in secret: sealed while the ballot is open, counted and shuffled afterwards.

Nothing here names a member or tells a time, and keys are random, so that no order is kept
(docs/adr/0013-secret-ballots.md).
"""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.council.enums import Choice


class SealedBallot(models.Model):
    """One envelope, which nobody can open without the key of the box. It is gone once the ballot is closed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    session = models.ForeignKey("council.Session", on_delete=models.PROTECT, related_name="sealed_ballots")
    sealed = models.TextField()

    class Meta:
        verbose_name = _("sealed ballot")
        verbose_name_plural = _("sealed ballots")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.id)


class BallotPaper(models.Model):
    """One choice on one item, cut off from the other choices of the same ballot."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    item = models.ForeignKey("council.AgendaItem", on_delete=models.PROTECT, related_name="papers")
    choice = models.CharField(_("choice"), max_length=10, choices=Choice.choices)

    class Meta:
        verbose_name = _("ballot paper")
        verbose_name_plural = _("ballot papers")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.choice


class CountedReceipt(models.Model):
    """The hash of a receipt that came out of an opened envelope: that envelope's choices were counted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    session = models.ForeignKey("council.Session", on_delete=models.PROTECT, related_name="receipts")
    receipt_hash = models.CharField(_("hash of the receipt"), max_length=64)

    class Meta:
        verbose_name = _("counted receipt")
        verbose_name_plural = _("counted receipts")
        ordering = ["receipt_hash"]
        constraints = [models.UniqueConstraint(name="receipt_once", fields=["session", "receipt_hash"])]

    def __str__(self) -> str:
        return self.receipt_hash
