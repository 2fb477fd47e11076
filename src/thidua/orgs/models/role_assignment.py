"""Who holds which role on which unit."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.accounts.roles import ROLES
from thidua.orgs.models.unit import Unit


def role_choices() -> list[tuple[str, object]]:
    """Return the roles of `accounts.roles` as choices; a function, so that a new role needs no migration."""
    return [(role.code, role.name) for role in ROLES.values()]


class RoleAssignment(models.Model):
    """A role of an account on a unit and everything below it, over a period."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="role_assignments"
    )
    role = models.CharField(_("role"), max_length=40, choices=role_choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="role_assignments")
    valid_from = models.DateField(pgettext_lazy("orgs", "from"))
    valid_to = models.DateField(pgettext_lazy("orgs", "until"), null=True, blank=True)

    class Meta:
        verbose_name = _("role on a unit")
        verbose_name_plural = _("roles on units")
        ordering = ["user_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "unit"], condition=Q(valid_to__isnull=True), name="role_held_once"
            ),
            models.CheckConstraint(
                name="role_dates", condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.unit_id}"
