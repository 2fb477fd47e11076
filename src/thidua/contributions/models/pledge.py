"""What somebody promised to a drive."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.contributions.amounts import from_parts
from thidua.contributions.enums import DonorKind, GiftKind
from thidua.core.vietnamese.numbers import format_number
from thidua.movements.enums import Consent
from thidua.support.provenance import provenance_field


class Pledge(models.Model):
    """A promise of one kind; receipts keep it in parts. It is called off with a reason, never deleted.

    A visitor's promise counts once the office has confirmed it.
    """

    code = models.CharField(
        _("code"), max_length=20, unique=True
    )  # core.follow_up; also written on a transfer
    drive = models.ForeignKey("contributions.Drive", on_delete=models.PROTECT, related_name="pledges")
    kind = models.CharField(_("kind"), max_length=20, choices=GiftKind.choices)
    parts = models.BigIntegerField()  # see contributions.amounts
    donor_kind = models.CharField(_("donor"), max_length=20, choices=DonorKind.choices)
    donor_name = models.CharField(_("donor's name"), max_length=300)
    contact = models.CharField(_("telephone or e-mail"), max_length=200, blank=True)  # for the office alone
    donor_search_text = models.TextField(editable=False, default="")  # folded
    consent = models.CharField(_("consent"), max_length=20, choices=Consent.choices, default=Consent.UNKNOWN)
    promised_on = models.DateField(_("promised on"))
    due_on = models.DateField(_("to be kept by"), null=True, blank=True)
    description = models.CharField(_("description"), max_length=300, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)  # None: not called back yet
    called_off_on = models.DateField(_("called off on"), null=True, blank=True)
    called_off_reason = models.CharField(_("reason"), max_length=500, blank=True)
    provenance = provenance_field()

    class Meta:
        verbose_name = _("promise of a gift")
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(name="pledge_amount_positive", condition=models.Q(parts__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {format_number(self.amount)}"

    @property
    def amount(self) -> Decimal:
        """What was promised, in đồng, m² or days."""
        return from_parts(self.kind, self.parts)
