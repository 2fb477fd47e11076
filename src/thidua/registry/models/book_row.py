"""One row of an imported book."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import ConflictResolution, RowVerdict


class BookRow(models.Model):
    """What stood in a row, how it was read, and the award that rests on it.

    `cells`: field → [cell, text as written], so that each stored value knows where it stood. `values`: field → value
    as read, after repairs. `faults`: [cell, sentence] of what stops it; `remarks`: sentences that only tell.
    `resolution`: what a person said of a conflict. `same_as`: the ordinal of an earlier row of this book that says the
    same. `award` is filled for rows that were stored and for rows
    that say the same as an award of the register: each is a source of it.
    """

    book = models.ForeignKey("registry.BookImport", on_delete=models.CASCADE, related_name="rows")
    ordinal = models.PositiveIntegerField(_("ordinal"))
    sheet = models.CharField(_("sheet or table"), max_length=200, blank=True)
    row = models.PositiveIntegerField(_("row"))
    verdict = models.CharField(_("verdict"), max_length=20, choices=RowVerdict.choices)
    cells = models.JSONField(default=dict)
    values = models.JSONField(default=dict)
    faults = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    resolution = models.CharField(
        _("resolution"), max_length=20, choices=ConflictResolution.choices, blank=True
    )
    same_as = models.PositiveIntegerField(_("same as row"), null=True, blank=True)
    award = models.ForeignKey(
        "registry.Award", null=True, blank=True, on_delete=models.SET_NULL, related_name="book_rows"
    )

    class Meta:
        verbose_name = _("row of a book")
        verbose_name_plural = _("rows of a book")
        ordering = ["book", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="book_row_once", fields=["book", "ordinal"]),
        ]
        indexes = [models.Index(fields=["book", "verdict", "ordinal"], name="book_row_verdict")]

    def __str__(self) -> str:
        return f"{self.sheet} {self.row}".strip()
