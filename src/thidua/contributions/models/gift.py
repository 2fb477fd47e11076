"""One gift."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.contributions.enums import DonorKind, GiftKind
from thidua.core.vietnamese.numbers import format_number
from thidua.movements.enums import Consent
from thidua.support.provenance import provenance_field


class Gift(models.Model):
    """A gift of one kind. `amount` is in đồng, m², days; None where the source does not state it.

    A sum known only from below ("trên 20 tỷ đồng") is one row with `is_lower_bound`.
    """

    drive = models.ForeignKey("contributions.Drive", on_delete=models.PROTECT, related_name="gifts")
    kind = models.CharField(_("kind"), max_length=20, choices=GiftKind.choices)
    amount = models.DecimalField(_("amount"), max_digits=20, decimal_places=2, null=True, blank=True)
    is_lower_bound = models.BooleanField(_("known only as “more than”"), default=False)
    description = models.CharField(_("description"), max_length=300, blank=True)
    donor_kind = models.CharField(_("donor"), max_length=20, choices=DonorKind.choices)
    person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="gifts"
    )
    household = models.ForeignKey(
        "orgs.Household", null=True, blank=True, on_delete=models.PROTECT, related_name="gifts"
    )
    donor_name = models.CharField(_("donor's name"), max_length=300, blank=True)
    consent = models.CharField(_("consent"), max_length=20, choices=Consent.choices, default=Consent.UNKNOWN)
    place = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="gifts"
    )
    work = models.CharField(_("work it went to"), max_length=300, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    as_of = models.DateField(_("as of"))
    receipt = models.CharField(_("receipt"), max_length=100, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    search_text = models.TextField(editable=False, default="")  # folded, without the donor
    donor_search_text = models.TextField(
        editable=False, default=""
    )  # folded; only for who may know the donor
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-as_of", "-id"]
        constraints = [
            models.CheckConstraint(
                name="gift_amount_positive", condition=models.Q(amount__isnull=True) | models.Q(amount__gt=0)
            )
        ]

    def __str__(self) -> str:
        amount = _("amount not known") if self.amount is None else format_number(self.amount)
        return f"{self.get_kind_display()}: {'> ' if self.is_lower_bound else ''}{amount}"
