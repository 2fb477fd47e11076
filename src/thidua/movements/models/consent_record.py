"""What somebody said when they were asked whether they may be named in public."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import ConsentWay


class ConsentRecord(models.Model):
    """That somebody agreed, refused or took it back: how, when, and who wrote it down. Rows are only added."""

    role_model = models.ForeignKey(
        "movements.RoleModel",
        on_delete=models.CASCADE,
        related_name="consent_records",
        verbose_name=_("role model"),
    )
    given = models.BooleanField(_("agreed"))  # false: refused, or taken back
    way = models.CharField(_("how it was said"), max_length=20, choices=ConsentWay.choices)
    said_on = models.DateField(_("said on"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("consent to be named")
        verbose_name_plural = _("consents to be named")
        ordering = ["recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.role_model_id}: {self.get_way_display()}"
