"""One line of the public ledger."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.contributions.enums import Entry, GiftKind


class LedgerLine(models.Model):
    """What a receipt or an allocation added to the book, or the line that takes it back. Never changed or deleted.

    `parts` is positive, and negative in a line that `reverses` another; see contributions.amounts.
    """

    drive = models.ForeignKey("contributions.Drive", on_delete=models.PROTECT, related_name="ledger_lines")
    entry = models.CharField(_("entry"), max_length=20, choices=Entry.choices)
    kind = models.CharField(_("kind"), max_length=20, choices=GiftKind.choices)
    parts = models.BigIntegerField()
    entered_on = models.DateField(_("day"))
    receipt = models.ForeignKey(
        "contributions.Receipt", null=True, on_delete=models.PROTECT, related_name="ledger_lines"
    )
    allocation = models.ForeignKey(
        "contributions.Allocation", null=True, on_delete=models.PROTECT, related_name="ledger_lines"
    )
    reverses = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="reversed_by")
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("line of the ledger")
        ordering = ["entered_on", "id"]
        indexes = [models.Index(name="ledger_by_drive", fields=["drive", "kind", "entered_on"])]
        constraints = [
            models.CheckConstraint(
                name="ledger_line_of_its_entry",
                condition=models.Q(entry="received", receipt__isnull=False, allocation__isnull=True)
                | models.Q(entry="allocated", receipt__isnull=True, allocation__isnull=False),
            ),
            models.CheckConstraint(
                name="ledger_line_sign",
                condition=models.Q(parts__gt=0, reverses__isnull=True)
                | (models.Q(parts__lt=0, reverses__isnull=False) & ~models.Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_entry_display()}: {self.get_kind_display()}"
