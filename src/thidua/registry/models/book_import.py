"""An old book that is imported into the register."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import BookState


class BookImport(models.Model):
    """One file of awards given earlier: how it was read, how far it is, and whether it still counts.

    `reading`: the columns and defaults a person confirmed, as JSON. The rows stay after the import was undone,
    so that nobody wonders what the file held; the register then holds nothing of them.
    """

    title = models.CharField(_("name"), max_length=200)
    file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sha256 = models.CharField(max_length=64, db_index=True)
    kept_by = models.ForeignKey(
        "orgs.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("kept by")
    )
    state = models.CharField(_("state"), max_length=20, choices=BookState.choices, default=BookState.READING)
    reading = models.JSONField(default=dict)
    row_count = models.PositiveIntegerField(_("rows"), default=0)
    done_count = models.PositiveIntegerField(_("rows done"), default=0)
    imported_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    imported_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    stored_at = models.DateTimeField(_("saved at"), null=True, blank=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_reason = models.CharField(_("reason"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("imported book")
        verbose_name_plural = _("imported books")
        ordering = ["-imported_at", "-id"]

    def __str__(self) -> str:
        return self.title
