"""One line of the register: one award to one recipient."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.names import SORT_KEY_MAX_LENGTH
from thidua.registry.enums import AwardStatus, CommendationType, RecipientClass, RecipientKind
from thidua.support.provenance import provenance_field


class Award(models.Model):
    """An award received. Name, post, unit and address are kept as of that day; links lead to today's rows.

    `counting_year`: the year it was given for, empty when not recorded. `commendation_type`: empty when not
    known. An award that is cancelled or stripped stays, with the reason and the decision that says so.
    `year`: the counting year, else the year of the decision or presentation. `place`: where the recipient worked or
    lived then, as far as the text names a unit we know. What statistics ask of a recipient (`recipient_class`,
    `enterprise`, `woman`, `ethnic_minority`) is frozen as it was on the day of the decision; empty: not known.
    """

    conferral = models.ForeignKey("registry.Conferral", on_delete=models.CASCADE, related_name="awards")
    ordinal = models.PositiveIntegerField(_("ordinal"))
    recipient_kind = models.CharField(_("recipient kind"), max_length=20, choices=RecipientKind.choices)
    recipient_name = models.CharField(_("recipient"), max_length=300)
    recipient_sort_key = models.CharField(max_length=SORT_KEY_MAX_LENGTH, editable=False)
    post_then = models.CharField(_("post at the time"), max_length=300, blank=True)
    unit_then = models.CharField(_("unit or address at the time"), max_length=300, blank=True)
    person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="awards"
    )
    unit = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="awards"
    )
    household = models.ForeignKey(
        "orgs.Household", null=True, blank=True, on_delete=models.PROTECT, related_name="awards"
    )
    counting_year = models.PositiveSmallIntegerField(_("given for the year"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    place = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    amount = models.PositiveBigIntegerField(_("bonus"), null=True, blank=True)  # đồng
    recipient_class = models.CharField(
        _("class of recipient"), max_length=20, choices=RecipientClass.choices, blank=True
    )
    enterprise = models.BooleanField(_("enterprise"), null=True, blank=True)
    woman = models.BooleanField(_("woman"), null=True, blank=True)
    ethnic_minority = models.BooleanField(_("of an ethnic minority"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    book = models.ForeignKey(
        "registry.BookImport", null=True, blank=True, on_delete=models.PROTECT, related_name="awards"
    )
    commendation_type = models.CharField(
        _("type of commendation"), max_length=20, choices=CommendationType.choices, blank=True
    )
    status = models.CharField(
        _("status"), max_length=20, choices=AwardStatus.choices, default=AwardStatus.ACTIVE
    )
    status_on = models.DateField(_("status since"), null=True, blank=True)
    status_reason = models.CharField(_("reason"), max_length=1000, blank=True)
    status_decision = models.CharField(_("decision"), max_length=100, blank=True)
    # The folded name: whether somebody was commended before is asked by it.
    folded_name = models.CharField(max_length=300, db_index=True, editable=False, default="")
    search_text = models.TextField(editable=False, default="")  # folded: what lists are searched by
    provenance = provenance_field()

    class Meta:
        ordering = ["conferral", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="award_ordinal_once", fields=["conferral", "ordinal"]),
        ]

    def __str__(self) -> str:
        return self.recipient_name
