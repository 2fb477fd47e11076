"""One recipient of a decision."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.decisions.enums import BonusSource
from thidua.nominations.enums import CommendationType
from thidua.registry.enums import RecipientKind


class DecisionLine(models.Model):
    """A nominee or a prize winner in a decision: names as printed, the bonus as worked out, the award it became.

    A line has either a `nomination` or a `prize_result`; `author_ordinal` tells the authors of a joint work apart,
    each of whom has a line. A prize is no commendation of the law: it has no type, and its code none but its own.
    `ordinal` runs through the decision and is the golden-book number (Decree 98/2023/NĐ-CP, article 104); a line
    that is refused has none, and its reason. `bonus_steps`: the sum told step by step.
    """

    decision = models.ForeignKey("decisions.Decision", on_delete=models.CASCADE, related_name="lines")
    nomination = models.ForeignKey(
        "nominations.Nomination",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decision_lines",
    )
    prize_result = models.ForeignKey(
        "contests.Result", null=True, blank=True, on_delete=models.PROTECT, related_name="decision_lines"
    )
    author_ordinal = models.PositiveSmallIntegerField(_("place among the authors"), default=0)
    ordinal = models.PositiveIntegerField(_("golden-book number"), null=True, blank=True)
    refusal = models.TextField(_("why it is not granted"), blank=True)
    recipient_kind = models.CharField(_("recipient kind"), max_length=20, choices=RecipientKind.choices)
    recipient_name = models.CharField(_("recipient"), max_length=300)
    post_unit = models.CharField(_("post and unit, or address"), max_length=620, blank=True)
    achievement = models.CharField(_("achievement"), max_length=500, blank=True)
    award_code = models.CharField(_("award"), max_length=80, db_index=True)
    award_name = models.CharField(_("award as printed"), max_length=300)
    commendation_type = models.CharField(
        _("type of commendation"), max_length=20, choices=CommendationType.choices, blank=True
    )
    counting_year = models.PositiveSmallIntegerField(_("counting year"))
    bonus_source = models.CharField(
        _("basis of the bonus"), max_length=10, choices=BonusSource.choices, default=BonusSource.OPEN
    )
    bonus_coefficient = models.DecimalField(
        _("coefficient"), max_digits=8, decimal_places=3, null=True, blank=True
    )
    bonus_base = models.PositiveBigIntegerField(_("base salary (VND)"), null=True, blank=True)
    bonus_amount = models.PositiveBigIntegerField(_("bonus (VND)"), null=True, blank=True)
    bonus_suggested = models.PositiveBigIntegerField(null=True, blank=True)
    bonus_steps = models.JSONField(default=list)
    bonus_reason = models.TextField(_("reason for the amount"), blank=True)
    award = models.OneToOneField(
        "registry.Award", null=True, blank=True, on_delete=models.PROTECT, related_name="decision_line"
    )

    class Meta:
        verbose_name = _("line of a decision")
        verbose_name_plural = _("lines of decisions")
        ordering = ["decision", "ordinal", "id"]
        constraints = [
            models.CheckConstraint(
                name="decision_line_of_one_kind",
                condition=Q(nomination__isnull=False, prize_result__isnull=True)
                | Q(nomination__isnull=True, prize_result__isnull=False),
            ),
            models.UniqueConstraint(name="decision_line_nomination_once", fields=["decision", "nomination"]),
            models.UniqueConstraint(
                name="decision_line_winner_once",
                fields=["decision", "prize_result", "author_ordinal"],
                condition=Q(prize_result__isnull=False),
            ),
            models.UniqueConstraint(
                name="decision_line_ordinal_once",
                fields=["decision", "ordinal"],
                condition=Q(ordinal__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_line_refused_without_ordinal",
                condition=Q(refusal="") | Q(ordinal__isnull=True, award__isnull=True),
            ),
            models.CheckConstraint(
                name="decision_line_amount_with_reason",
                condition=~Q(bonus_source=BonusSource.PERSON)
                | (~Q(bonus_reason="") & Q(bonus_amount__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.recipient_name
