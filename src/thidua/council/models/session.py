"""A session of a council."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.council.enums import Body, SessionState
from thidua.support.provenance import provenance_field


class Session(models.Model):
    """One meeting, in a room or by voting at a distance between `opens_at` and `closes_at`.

    What is counted is kept as it stood on opening: `members_total` is the number of ALL members of `body`,
    `quorum_share` («4/5») with the place it was taken from or the ground somebody gave for it. `box` names the
    sealed ballot box and `box_key` is the public half of its key; the other half never comes into the database, and
    `box_mark` shows that the installation itself wrote the public half.
    `entered_later` says that the session met on paper and was keyed in afterwards: nobody votes in it here.
    `seal` is the hash of the counted papers and receipts. `signed_minutes` is the paper that chair and secretary
    signed.
    """

    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="council_sessions")
    body = models.CharField(_("who meets"), max_length=20, choices=Body.choices, default=Body.COUNCIL)
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number in the year"))
    title = models.CharField(_("subject of the session"), max_length=300)
    place = models.CharField(pgettext_lazy("session", "place"), max_length=300)
    opens_at = models.DateTimeField(_("opens at"))
    closes_at = models.DateTimeField(_("closes at"))
    state = models.CharField(
        _("state"), max_length=20, choices=SessionState.choices, default=SessionState.PLANNED
    )
    members_total = models.PositiveIntegerField(_("members in all"), null=True, blank=True)
    recused_counted = models.BooleanField(_("recused members count among all members"), default=True)
    recused_ground = models.CharField(_("ground for leaving recused members out"), max_length=500, blank=True)
    quorum_share = models.CharField(_("share of members needed"), max_length=10, blank=True)
    quorum_provision = models.CharField(max_length=200, blank=True)  # its id in the law book
    quorum_cites = models.CharField(_("quorum according to"), max_length=300, blank=True)
    quorum_unverified = models.BooleanField(_("quorum not verified in the law book"), default=False)
    quorum_ground = models.CharField(_("ground for the quorum"), max_length=500, blank=True)
    first_teller = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    second_teller = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    box = models.UUIDField(null=True, blank=True, unique=True)
    box_key = models.CharField(max_length=64, blank=True)
    box_mark = models.CharField(max_length=64, blank=True)
    seal = models.CharField(_("seal of the ballot box"), max_length=64, blank=True)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    opened_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_later = models.BooleanField(_("met on paper and was entered afterwards"), default=False)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    early_reason = models.CharField(_("why it was closed early"), max_length=500, blank=True)
    cancelled_reason = models.CharField(_("why it was cancelled"), max_length=500, blank=True)
    conclusion = models.TextField(_("conclusion of the chair"), blank=True)
    minutes_file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    tally_file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_minutes = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("session of the council")
        verbose_name_plural = _("sessions of the council")
        ordering = ["-opens_at", "-id"]
        indexes = [models.Index(fields=["unit", "state", "opens_at"], name="session_unit_state")]
        constraints = [
            models.UniqueConstraint(name="session_number_once", fields=["unit", "year", "number"]),
            models.CheckConstraint(name="session_times", condition=Q(closes_at__gt=F("opens_at"))),
            models.CheckConstraint(
                name="session_two_tellers",
                condition=Q(first_teller__isnull=True) | ~Q(first_teller=F("second_teller")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"
