"""Certificates, and what happened to them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.decisions.enums import CertificateState, EventKind, ReasonCode


class Certificate(models.Model):
    """One certificate of a line, with the proof in its QR; it is never deleted.

    `words` are the name, post and achievement printed on it; `payload` is the signed text (`support.documents.proof`).
    At most one certificate of a line is valid.
    """

    line = models.ForeignKey("decisions.DecisionLine", on_delete=models.PROTECT, related_name="certificates")
    code = models.CharField(pgettext_lazy("certificate", "code"), max_length=20, unique=True)
    words = models.JSONField()
    payload = models.TextField()
    key_id = models.CharField(_("key"), max_length=20)
    layout = models.CharField(_("layout"), max_length=40, blank=True)
    paper = models.CharField(_("paper"), max_length=40, blank=True)
    mode = models.CharField(_("way of printing"), max_length=20, blank=True)
    printed_at = models.DateTimeField(_("printed at"), null=True, blank=True)
    printed_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    prints = models.PositiveIntegerField(_("times printed"), default=0)
    state = models.CharField(
        _("state"), max_length=20, choices=CertificateState.choices, default=CertificateState.VALID
    )
    state_since = models.DateField(_("in this state since"))
    replaced_by = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["line__decision", "line__ordinal", "id"]
        constraints = [
            models.UniqueConstraint(
                name="certificate_one_valid", fields=["line"], condition=Q(state=CertificateState.VALID)
            ),
        ]

    def __str__(self) -> str:
        return self.code


class CertificateEvent(models.Model):
    """An exchange, reissue, correction, cancellation or recall, by which decision and why."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(_("what happened"), max_length=20, choices=EventKind.choices)
    reason_code = models.CharField(_("ground"), max_length=20, choices=ReasonCode.choices)
    reason = models.TextField(_("reason"), blank=True)
    decision = models.CharField(_("number and date of the decision"), max_length=100, blank=True)
    on = models.DateField(_("on"))
    by = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    new_certificate = models.ForeignKey(
        Certificate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("event of a certificate")
        verbose_name_plural = _("events of certificates")
        ordering = ["certificate", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.certificate}"
