"""A proposal to whoever decides (tờ trình)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.decisions.enums import SubmissionState
from thidua.nominations.enums import Level
from thidua.support.provenance import provenance_field


class Submission(models.Model):
    """Whole dossiers proposed together, or the prizes of an `edition`. `unit` decides, or sends on to the State level.

    `sender`: the body that writes, empty where it is the deciding one. `difference` tells in words where the list
    differs from what the council passed, with the reason.
    """

    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="submissions")
    edition = models.ForeignKey(
        "contests.Edition", null=True, blank=True, on_delete=models.PROTECT, related_name="submissions"
    )
    level = models.CharField(_("decided by"), max_length=20, choices=Level.choices)
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number"))
    symbol = models.CharField(_("symbol"), max_length=40)  # «TTr-SNV»
    dated = models.DateField(_("date"))
    title = models.CharField(_("abstract"), max_length=300)
    sender = models.CharField(_("body that writes"), max_length=300, blank=True)
    place = models.CharField(_("place of issue"), max_length=100, blank=True)
    signer_post = models.CharField(_("post of who signs"), max_length=200, blank=True)
    signer_name = models.CharField(_("name of who signs"), max_length=200, blank=True)
    on_behalf = models.CharField(_("on whose behalf"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True)
    difference = models.TextField(_("difference from the council's list"), blank=True)
    party_opinion = models.TextField(_("opinion of the Party committee"), blank=True)
    sent_back_reason = models.TextField(_("why it was sent back"), blank=True)
    file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        _("state"), max_length=20, choices=SubmissionState.choices, default=SubmissionState.PROPOSED
    )
    proposed_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("submission letter")
        verbose_name_plural = _("submission letters")
        ordering = ["-dated", "-id"]
        constraints = [
            models.UniqueConstraint(
                name="submission_number_once", fields=["unit", "symbol", "year", "number"]
            ),
        ]

    @property
    def full_number(self) -> str:
        """«45/TTr-SNV»; numbers below ten are padded."""
        return f"{self.number:02}/{self.symbol}"

    def __str__(self) -> str:
        return f"{self.full_number}: {self.title}"


class ProposedLine(models.Model):
    """One nomination or one prize result that a submission proposes, with what the council said of it on that day.

    `result`: the decision of the State level that answers it; `refusal`: why it was refused there, empty when granted.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="lines")
    nomination = models.ForeignKey(
        "nominations.Nomination", null=True, blank=True, on_delete=models.PROTECT, related_name="proposed"
    )
    prize_result = models.ForeignKey(
        "contests.Result", null=True, blank=True, on_delete=models.PROTECT, related_name="proposed"
    )
    ordinal = models.PositiveIntegerField(_("ordinal"))
    votes_yes = models.PositiveIntegerField(_("votes for"), null=True, blank=True)
    votes_of = models.PositiveIntegerField(_("members in all"), null=True, blank=True)
    result = models.ForeignKey(
        "decisions.ExternalResult", null=True, blank=True, on_delete=models.PROTECT, related_name="lines"
    )
    refusal = models.TextField(_("why it was refused"), blank=True)

    class Meta:
        verbose_name = _("proposed nominee")
        verbose_name_plural = _("proposed nominees")
        ordering = ["submission", "ordinal"]
        constraints = [
            models.CheckConstraint(
                name="proposed_of_one_kind",
                condition=Q(nomination__isnull=False, prize_result__isnull=True)
                | Q(nomination__isnull=True, prize_result__isnull=False),
            ),
            models.UniqueConstraint(name="proposed_once", fields=["submission", "nomination"]),
            models.UniqueConstraint(name="proposed_prize_once", fields=["submission", "prize_result"]),
            models.CheckConstraint(
                name="proposed_votes", condition=Q(votes_yes__isnull=True) | Q(votes_of__isnull=False)
            ),
            models.CheckConstraint(
                name="proposed_refusal_of_result", condition=Q(refusal="") | Q(result__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return str(self.nomination or self.prize_result)
