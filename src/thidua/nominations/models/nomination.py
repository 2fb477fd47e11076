"""A nomination: one recipient for one award."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.names import SORT_KEY_MAX_LENGTH
from thidua.nominations.enums import Outcome
from thidua.registry.enums import CommendationType, RecipientKind
from thidua.support.provenance import provenance_field


class Nomination(models.Model):
    """One recipient for one award, with an outcome of its own.

    Name, post and unit are kept as typed; a link to a person, unit or household leads to the register. `woman`
    and `ethnic_minority` are empty where nobody said.
    """

    dossier = models.ForeignKey("nominations.Dossier", on_delete=models.CASCADE, related_name="nominations")
    ordinal = models.PositiveIntegerField(_("ordinal"))
    recipient_kind = models.CharField(_("recipient kind"), max_length=20, choices=RecipientKind.choices)
    person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="nominations"
    )
    unit = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="nominations"
    )
    household = models.ForeignKey(
        "orgs.Household", null=True, blank=True, on_delete=models.PROTECT, related_name="nominations"
    )
    role_model = models.ForeignKey(
        "movements.RoleModel",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="nominations",
        verbose_name=_("role model"),
    )  # whose story this nomination began with
    recipient_name = models.CharField(_("recipient"), max_length=300)
    folded_name = models.CharField(max_length=300, db_index=True, editable=False)
    recipient_sort_key = models.CharField(max_length=SORT_KEY_MAX_LENGTH, editable=False)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    post_then = models.CharField(_("post"), max_length=300, blank=True)
    unit_then = models.CharField(_("unit or address"), max_length=300, blank=True)
    worker_kind = models.CharField(_("kind of worker"), max_length=40, blank=True)  # code in the law data
    award_code = models.CharField(_("award"), max_length=80, db_index=True)  # code in the law data
    commendation_type = models.CharField(
        _("type of commendation"), max_length=20, choices=CommendationType.choices
    )
    counting_year = models.PositiveSmallIntegerField(_("counting year"))
    achievement = models.CharField(_("achievement in one line"), max_length=500, blank=True)
    report = models.TextField(_("achievement report"), blank=True)
    direct_worker = models.BooleanField(_("direct worker"), null=True, blank=True)
    woman = models.BooleanField(_("woman"), null=True, blank=True)
    ethnic_minority = models.BooleanField(_("of an ethnic minority"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, default=Outcome.PENDING)
    outcome_reason = models.TextField(_("reason for the outcome"), blank=True)
    suspended = models.BooleanField(_("suspended"), default=False)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        ordering = ["dossier", "ordinal"]
        indexes = [
            models.Index(fields=["award_code", "counting_year"], name="nomination_award_year"),
            models.Index(fields=["outcome"], name="nomination_outcome"),
        ]
        constraints = [
            models.UniqueConstraint(name="nomination_ordinal_once", fields=["dossier", "ordinal"]),
            models.UniqueConstraint(
                name="nomination_person_once",
                fields=["dossier", "person", "award_code"],
                condition=Q(person__isnull=False),
            ),
            models.UniqueConstraint(
                name="nomination_unit_once",
                fields=["dossier", "unit", "award_code"],
                condition=Q(unit__isnull=False),
            ),
            models.UniqueConstraint(
                name="nomination_household_once",
                fields=["dossier", "household", "award_code"],
                condition=Q(household__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.recipient_name
