"""The roll of a session."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.council.enums import Presence


class Attendance(models.Model):
    """One member on the roll. The rows are made on opening: they are all members over whom shares are counted."""

    session = models.ForeignKey("council.Session", on_delete=models.PROTECT, related_name="roll")
    member = models.ForeignKey("council.CouncilMember", on_delete=models.PROTECT, related_name="attendances")
    presence = models.CharField(
        _("presence"), max_length=10, choices=Presence.choices, default=Presence.EXPECTED
    )
    reason = models.CharField(_("reason for absence"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("member on the roll")
        verbose_name_plural = _("members on the roll")
        ordering = ["session", "id"]
        constraints = [models.UniqueConstraint(name="attendance_once", fields=["session", "member"])]

    def __str__(self) -> str:
        return str(self.member)
