"""A unit's or a person's registration for a movement."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import RegistrationState
from thidua.support.provenance import provenance_field


class Registration(models.Model):
    """Who takes part, with what content, and where the registration stands."""

    movement = models.ForeignKey("movements.Movement", on_delete=models.PROTECT, related_name="registrations")
    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="registrations")
    person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="registrations"
    )
    content = models.TextField(_("own content"), blank=True)
    fields = models.JSONField(_("fields"), default=list, blank=True)  # list of FieldOfWork values
    groups = models.ManyToManyField("movements.ContentGroup", blank=True, related_name="registrations")
    state = models.CharField(
        _("state"), max_length=20, choices=RegistrationState.choices, default=RegistrationState.DRAFT
    )
    return_reason = models.TextField(_("reason for the return"), blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["movement", "unit"]
        constraints = [
            models.UniqueConstraint(
                name="registration_unit_once",
                fields=["movement", "unit"],
                condition=models.Q(person__isnull=True),
            ),
            models.UniqueConstraint(
                name="registration_person_once",
                fields=["movement", "person"],
                condition=models.Q(person__isnull=False),
            ),
            models.CheckConstraint(
                name="registration_decided_by_and_at",
                condition=models.Q(decided_at__isnull=True, decided_by__isnull=True)
                | models.Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="registration_returned_with_reason",
                condition=~models.Q(state=RegistrationState.RETURNED) | ~models.Q(return_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.unit}: {self.movement}"


class Pledge(models.Model):
    """A target that a registration promises; `indicator_code` names an indicator of the targets room, if any."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="pledges")
    order = models.PositiveSmallIntegerField(default=1)
    text = models.CharField(_("pledge"), max_length=500)
    indicator_code = models.CharField(_("indicator"), max_length=80, blank=True)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4, null=True, blank=True)

    class Meta:
        ordering = ["registration", "order"]

    def __str__(self) -> str:
        return self.text
