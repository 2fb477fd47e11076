"""One confirmed import into somebody's history, which can be undone as a whole."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import ImportContent


class HistoryImport(models.Model):
    """A table that was imported: what it held, under which name and hash, by whom, and whether it still counts."""

    content = models.CharField(_("what it holds"), max_length=20, choices=ImportContent.choices)
    title = models.CharField(_("name"), max_length=200)
    sha256 = models.CharField(max_length=64)
    kept_by = models.ForeignKey(
        "orgs.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("kept by")
    )
    row_count = models.PositiveIntegerField(_("rows"))
    imported_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    imported_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_reason = models.CharField(_("reason"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("import into the history")
        verbose_name_plural = _("imports into the history")
        ordering = ["-imported_at", "-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_undone(self) -> bool:
        """Whether it was taken back."""
        return self.undone_at is not None
