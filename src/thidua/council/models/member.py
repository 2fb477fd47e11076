"""A member of a council, for a term."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.council.enums import MemberPost
from thidua.support.provenance import provenance_field


class CouncilMember(models.Model):
    """Who sits in the council of `unit` from `since` to `until`, both included; an empty `until` is an open term.

    `person` leads to the positions held, from which conflicts of interest are found.
    """

    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="council_members")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="council_memberships")
    person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="council_memberships"
    )
    post = models.CharField(
        pgettext_lazy("council", "post"), max_length=20, choices=MemberPost.choices, default=MemberPost.MEMBER
    )
    standing = models.BooleanField(_("in the standing body"), default=False)
    title = models.CharField(_("office held outside the council"), max_length=300, blank=True)
    decision_number = models.CharField(_("number of the naming decision"), max_length=50, blank=True)
    since = models.DateField(pgettext_lazy("council", "since"))
    until = models.DateField(pgettext_lazy("council", "until"), null=True, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("member of the council")
        verbose_name_plural = _("members of the council")
        ordering = ["unit", "id"]
        constraints = [
            models.UniqueConstraint(
                name="council_member_one_open_term",
                fields=["unit", "user"],
                condition=Q(until__isnull=True),
            ),
            models.CheckConstraint(
                name="council_member_dates", condition=Q(until__isnull=True) | Q(until__gte=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)
