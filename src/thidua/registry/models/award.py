"""One line of the register: one award to one recipient."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import AwardStatus, CommendationType, RecipientClass, RecipientKind
from thidua.support.provenance import provenance_field


class Award(models.Model):
    """An award received. Name, post, unit and address are kept as of that day; links lead to today's rows.

    `counting_year`: the year it was given for, empty when not recorded. `commendation_type`: empty when not
    known. An award that is cancelled or stripped stays, with the reason and the decision that says so.
    `year`: the counting year, else the year of the decision or presentation. `place`: where the recipient worked or
    lived then, as far as the text names a unit we know. `name`, `name_code`: the row of the dictionary of names and
    its code, which searches run over; `actions.recipient_names` fills them. What statistics ask of a recipient
    (`recipient_class`, `enterprise`, `woman`, `ethnic_minority`) is frozen as it was on the day of the decision;
    empty: not known.
    """

    # Indexes are counted twice here: there are tens of millions of rows. Keys that most rows lack have partial ones.
    conferral = models.ForeignKey(
        "registry.Conferral", on_delete=models.CASCADE, related_name="awards", db_index=False
    )
    ordinal = models.PositiveIntegerField(_("ordinal"))
    recipient_kind = models.CharField(_("recipient kind"), max_length=20, choices=RecipientKind.choices)
    recipient_name = models.CharField(_("recipient"), max_length=300)
    # Derived, so the log does not keep them of an award that is withdrawn.
    name = models.ForeignKey(
        "registry.RecipientName",
        null=True,
        editable=False,
        serialize=False,
        on_delete=models.PROTECT,
        related_name="awards",
        db_index=False,
    )
    name_code = models.BigIntegerField(default=0, editable=False, serialize=False)
    post_then = models.CharField(_("post at the time"), max_length=300, blank=True)
    unit_then = models.CharField(_("unit or address at the time"), max_length=300, blank=True)
    person = models.ForeignKey(
        "orgs.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
        db_index=False,
    )
    unit = models.ForeignKey(
        "orgs.Unit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
        db_index=False,
    )
    household = models.ForeignKey(
        "orgs.Household",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
        db_index=False,
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
        "registry.BookImport",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
        db_index=False,
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
    provenance = provenance_field()

    class Meta:
        ordering = ["conferral", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="award_ordinal_once", fields=["conferral", "ordinal"]),
        ]
        indexes = [
            models.Index(fields=["name", "year", "id", "place"], name="award_of_name"),
            models.Index(fields=["place", "year", "name_code"], name="award_at_place"),
            models.Index(fields=["year", "id"], name="award_newest"),
            *(
                models.Index(
                    fields=[column], name=f"award_of_{column}", condition=Q(**{f"{column}__isnull": False})
                )
                for column in ("person", "unit", "household", "book")
            ),
        ]

    def __str__(self) -> str:
        return self.recipient_name
