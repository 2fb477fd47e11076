"""A member who does not vote on an item."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.council.enums import RecusalGround, RecusalState


class Recusal(models.Model):
    """One member kept from one item, with the record or statement that it rests on."""

    item = models.ForeignKey("council.AgendaItem", on_delete=models.CASCADE, related_name="recusals")
    member = models.ForeignKey("council.CouncilMember", on_delete=models.PROTECT, related_name="recusals")
    ground = models.CharField(_("ground"), max_length=20, choices=RecusalGround.choices)
    explanation = models.CharField(_("explanation"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=RecusalState.choices)
    found_at = models.DateTimeField(_("found at"))
    decided_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    dismissal_reason = models.CharField(_("why it does not hold"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        ordering = ["item", "member"]
        constraints = [
            models.UniqueConstraint(name="recusal_once", fields=["item", "member"]),
            models.CheckConstraint(
                name="recusal_dismissed_with_reason",
                condition=~Q(state=RecusalState.DISMISSED) | ~Q(dismissal_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_ground_display()}"
