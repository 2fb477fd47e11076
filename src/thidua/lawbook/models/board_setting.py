"""A question that the text leaves open, as the Board answered it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class BoardSetting(models.Model):
    """One answer. The newest that is not withdrawn holds, the one for a scope before the one for all.

    `reading` is its code in the law data; `scope` the one alternative (or, for the cap of a text that is not
    loaded, the one text) it is settled for, empty for all.
    """

    reading = models.CharField(_("question of reading"), max_length=100)
    scope = models.CharField(_("only for"), max_length=100, blank=True)
    value = models.JSONField(_("value"))
    decided_on = models.DateField(_("decided on"))
    decision_number = models.CharField(_("decision number"), max_length=50)
    note = models.CharField(_("note"), max_length=1000, blank=True)
    set_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("settled reading")
        ordering = ["-recorded_at", "-id"]
        indexes = [models.Index(fields=["reading", "scope"], name="board_setting_reading")]

    def __str__(self) -> str:
        return f"{self.reading}:{self.scope}" if self.scope else self.reading
