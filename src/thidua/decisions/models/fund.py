"""The ledger of the emulation and commendation fund."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.decisions.enums import FundEntryKind
from thidua.support.provenance import provenance_field


class FundEntry(models.Model):
    """One entry of the fund of a unit in a budget year, in đồng: what comes in is positive, what goes out negative.

    This is the fund of article 11 of the law alone. The bonus fund of 10 % of wages (Decree 73/2024/NĐ-CP) is another
    one: there is no kind of entry for it, so that the two cannot be mixed. Entries are only added: a wrong one is
    set right by a counter-entry, which names it in `corrects`.
    """

    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="fund_entries")
    year = models.PositiveSmallIntegerField(_("budget year"))
    kind = models.CharField(_("kind of entry"), max_length=20, choices=FundEntryKind.choices)
    amount = models.BigIntegerField(_("amount (VND)"))
    on = models.DateField(_("on"))
    award = models.ForeignKey(
        "registry.Award", null=True, blank=True, on_delete=models.PROTECT, related_name="fund_entries"
    )
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    grounds = models.CharField(_("grounds"), max_length=500)
    paper = models.CharField(_("number and date of the paper"), max_length=100, blank=True)
    entered_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField()
    provenance = provenance_field()

    class Meta:
        verbose_name = _("entry of the fund")
        verbose_name_plural = _("entries of the fund")
        ordering = ["unit", "year", "id"]
        indexes = [models.Index(fields=["unit", "year", "kind"], name="fund_unit_year")]
        constraints = [
            models.UniqueConstraint(
                name="fund_paid_once", fields=["award"], condition=Q(kind=FundEntryKind.PAYMENT)
            ),
            models.UniqueConstraint(
                name="fund_paper_once",
                fields=["unit", "kind", "paper"],
                condition=~Q(paper="") & Q(corrects__isnull=True),
            ),
            models.CheckConstraint(
                name="fund_only_adjustments_correct",
                condition=Q(corrects__isnull=True) | Q(kind=FundEntryKind.ADJUSTMENT),
            ),
            models.CheckConstraint(
                name="fund_signs",
                condition=Q(kind=FundEntryKind.PAYMENT, amount__lt=0, award__isnull=False)
                | Q(kind=FundEntryKind.RECOVERY, amount__gt=0, award__isnull=False)
                | Q(kind__in=(FundEntryKind.ALLOCATION, FundEntryKind.CONTRIBUTION), amount__gt=0)
                | (Q(kind=FundEntryKind.ADJUSTMENT) & ~Q(amount=0)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.amount}"
