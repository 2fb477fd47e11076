"""A suspension: nothing is decided while it is open."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import SuspensionCause


class Suspension(models.Model):
    """Why a dossier, or one of its nominations, stands still, and since when until when."""

    dossier = models.ForeignKey("nominations.Dossier", on_delete=models.CASCADE, related_name="suspensions")
    nomination = models.ForeignKey(
        "nominations.Nomination", null=True, blank=True, on_delete=models.CASCADE, related_name="suspensions"
    )
    cause = models.CharField(_("cause"), max_length=20, choices=SuspensionCause.choices)
    reason = models.TextField(_("reason"))
    since = models.DateTimeField()
    by = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifting_reason = models.TextField(_("why it was lifted"), blank=True)

    class Meta:
        verbose_name = _("suspension")
        verbose_name_plural = _("suspensions")
        ordering = ["dossier", "id"]
        constraints = [
            models.UniqueConstraint(
                name="suspension_dossier_one_open",
                fields=["dossier"],
                condition=Q(nomination__isnull=True, lifted_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="suspension_nomination_one_open",
                fields=["nomination"],
                condition=Q(nomination__isnull=False, lifted_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.reason
