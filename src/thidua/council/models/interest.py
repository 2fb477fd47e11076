"""A tie that a member declared once, and that is looked at for every nominee."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.council.enums import InterestKind


class InterestDeclaration(models.Model):
    """A member's tie with a person or a unit. It holds until it is withdrawn; nothing is deleted."""

    member = models.ForeignKey(
        "council.CouncilMember", on_delete=models.PROTECT, related_name="declared_interests"
    )
    kind = models.CharField(_("kind of tie"), max_length=20, choices=InterestKind.choices)
    person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey("orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(_("relation"), max_length=200)  # «vợ», «anh ruột», «cổ đông»
    declared_at = models.DateTimeField(_("declared at"))
    declared_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_reason = models.CharField(_("why it was withdrawn"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("declaration of interest")
        verbose_name_plural = _("declarations of interest")
        ordering = ["member", "id"]
        constraints = [
            models.CheckConstraint(
                name="interest_with_one",
                condition=Q(person__isnull=False, unit__isnull=True)
                | Q(person__isnull=True, unit__isnull=False),
            ),
            models.CheckConstraint(
                name="interest_withdrawn_with_reason",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.relation
