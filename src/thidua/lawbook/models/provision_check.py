"""A provision that somebody of the Board compared with the official text."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProvisionCheck(models.Model):
    """One comparison. It holds while it is not withdrawn and the provision still reads as it did then.

    `provision` is its id in the law book («alternative/pc-2022-1a», «parameter/base_salary@2024-07-01»);
    `fingerprint` is that of its data on the day of the check.
    """

    provision = models.CharField(_("provision"), max_length=200)
    fingerprint = models.CharField(max_length=64)
    checked_on = models.DateField(_("checked on"))
    note = models.CharField(_("note"), max_length=1000, blank=True)
    checked_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name=_("checked by")
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("check of a provision")
        ordering = ["-recorded_at", "-id"]
        indexes = [models.Index(fields=["provision"], name="provision_check_provision")]

    def __str__(self) -> str:
        return self.provision
