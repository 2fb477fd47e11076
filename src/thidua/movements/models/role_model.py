"""A good example: a person, a collective or a household."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import Consent, FieldOfWork, SubjectKind
from thidua.orgs.models import Household, Person, Unit
from thidua.support.provenance import provenance_field


class RoleModel(models.Model):
    """Who is an example, for what deed, and whether they agreed to be named."""

    movements = models.ManyToManyField("movements.Movement", blank=True, related_name="role_models")
    subject_kind = models.CharField(_("subject"), max_length=20, choices=SubjectKind.choices)
    person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="role_models"
    )
    unit = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="role_models"
    )
    household = models.ForeignKey(
        "orgs.Household", null=True, blank=True, on_delete=models.PROTECT, related_name="role_models"
    )
    deed = models.TextField(_("deed"))
    field = models.CharField(_("field"), max_length=30, choices=FieldOfWork.choices)
    year = models.PositiveSmallIntegerField(_("year"))
    consent = models.CharField(_("consent"), max_length=20, choices=Consent.choices, default=Consent.UNKNOWN)
    found_by = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="role_models_found")
    invited_unit = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="role_models_to_nominate"
    )
    invited_at = models.DateTimeField(_("invited to nominate"), null=True, blank=True)
    invitation = models.TextField(_("what the office wrote with the invitation"), blank=True)
    order = models.PositiveSmallIntegerField(_("order in lists"), default=100)
    source = models.CharField(_("source"), max_length=300, blank=True)
    search_text = models.TextField(editable=False, default="")  # folded: what lists are searched by
    recorded_at = models.DateTimeField(auto_now_add=True)  # a sign that the movement lives
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-year", "order", "id"]
        constraints = [
            models.CheckConstraint(
                name="role_model_one_subject",
                condition=models.Q(
                    subject_kind=SubjectKind.PERSON,
                    person__isnull=False,
                    unit__isnull=True,
                    household__isnull=True,
                )
                | models.Q(
                    subject_kind=SubjectKind.COLLECTIVE,
                    unit__isnull=False,
                    person__isnull=True,
                    household__isnull=True,
                )
                | models.Q(
                    subject_kind=SubjectKind.HOUSEHOLD,
                    household__isnull=False,
                    person__isnull=True,
                    unit__isnull=True,
                ),
            )
        ]

    @property
    def subject(self) -> Person | Unit | Household:
        """The one whom this is about."""
        subject = self.person or self.unit or self.household
        assert subject is not None
        return subject

    def __str__(self) -> str:
        return str(self.subject)
