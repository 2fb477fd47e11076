"""Asking agencies and the public."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import Agency, AgencyAnswer, OpinionStance, OpinionState


class AgencyConsultation(models.Model):
    """One agency asked about a dossier; `due_on` is the last day on which its silence is not yet consent."""

    dossier = models.ForeignKey(
        "nominations.Dossier", on_delete=models.CASCADE, related_name="agency_consultations"
    )
    agency = models.CharField(_("agency"), max_length=20, choices=Agency.choices)
    agency_name = models.CharField(_("name of the agency"), max_length=300)
    question = models.TextField(_("what is asked"), blank=True)
    asked_on = models.DateField(_("asked on"))
    asked_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(_("answer due on"))
    answer = models.CharField(
        _("answer"), max_length=20, choices=AgencyAnswer.choices, default=AgencyAnswer.AWAITED
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer_text = models.TextField(_("text of the answer"), blank=True)
    answer_number = models.CharField(_("number of the answer"), max_length=50, blank=True)
    file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("consultation of an agency")
        verbose_name_plural = _("consultations of agencies")
        ordering = ["dossier", "id"]
        indexes = [models.Index(fields=["answer", "due_on"], name="agency_consultation_due")]
        constraints = [
            models.UniqueConstraint(
                name="agency_asked_once",
                fields=["dossier", "agency", "agency_name"],
                condition=Q(answer=AgencyAnswer.AWAITED),
            ),
        ]

    def __str__(self) -> str:
        return self.agency_name


class PublicConsultation(models.Model):
    """The nominees of a dossier put before the public from `opened_on` to `closes_on`, both included."""

    dossier = models.ForeignKey(
        "nominations.Dossier", on_delete=models.CASCADE, related_name="public_consultations"
    )
    opened_on = models.DateField(_("opened on"))
    closes_on = models.DateField(_("closes on"))
    opened_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    where = models.CharField(_("where it is published"), max_length=300, blank=True)
    is_duty = models.BooleanField(_("asked by the law"), default=True)
    grounds = models.CharField(_("grounds"), max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    summary = models.TextField(_("what came of it"), blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("public consultation")
        verbose_name_plural = _("public consultations")
        ordering = ["dossier", "id"]
        constraints = [
            models.UniqueConstraint(
                name="public_consultation_one_open", fields=["dossier"], condition=Q(closed_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.opened_on} – {self.closes_on}"


class Opinion(models.Model):
    """What somebody said about a nominee. The office knows the sender; the public only with `show_name`.

    Who sent it without an account follows it up by `code`, their secret; `photo` and `file` are the office's alone.
    """

    consultation = models.ForeignKey(PublicConsultation, on_delete=models.CASCADE, related_name="opinions")
    nomination = models.ForeignKey(
        "nominations.Nomination", null=True, blank=True, on_delete=models.CASCADE, related_name="opinions"
    )
    text = models.TextField(_("opinion"))
    sender_name = models.CharField(_("sender"), max_length=200, blank=True)
    contact = models.CharField(_("how to reach the sender"), max_length=200, blank=True)
    show_name = models.BooleanField(_("the name may be shown"), default=False)
    stance = models.CharField(
        _("what it says"), max_length=20, choices=OpinionStance.choices, default=OpinionStance.INFORMS
    )
    code = models.CharField(max_length=20, blank=True, editable=False)  # «YK-7K0RM-XW9HD»
    photo = models.ForeignKey(
        "photos.Photo", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    received_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        _("state"), max_length=20, choices=OpinionState.choices, default=OpinionState.WAITING
    )
    moderated_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    moderated_at = models.DateTimeField(null=True, blank=True)
    moderation_reason = models.TextField(_("why it is kept back"), blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        ordering = ["consultation", "received_at", "id"]
        constraints = [
            models.UniqueConstraint(name="opinion_code_once", fields=["code"], condition=~Q(code="")),
            models.CheckConstraint(
                name="opinion_kept_back_with_reason",
                condition=~Q(state=OpinionState.KEPT_BACK) | ~Q(moderation_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
