"""A decision to award."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.decisions.enums import IN_EFFECT, DecisionState
from thidua.support.provenance import provenance_field


class Decision(models.Model):
    """A decision on everything that one submission proposes; number and day are given on signing, not before.

    `legal_bases`: the texts in force on the day, as printed, one sentence each. `preview` is the file that who
    signs looks at; `signed_file` is the same with number, day and signature.
    """

    submission = models.ForeignKey("decisions.Submission", on_delete=models.PROTECT, related_name="decisions")
    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    symbol = models.CharField(_("symbol"), max_length=40)  # «QĐ-UBND»
    place = models.CharField(_("place of issue"), max_length=100)
    planned_on = models.DateField(_("planned day of signing"))
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    title = models.CharField(_("abstract"), max_length=300)
    achievement = models.CharField(_("achievement phrase"), max_length=500)
    legal_bases = models.JSONField(_("legal bases"))
    articles = models.JSONField(_("articles"))
    copies_to = models.JSONField(pgettext_lazy("decision", "recipients of copies"))
    signer = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="decisions_signed"
    )
    signer_name = models.CharField(_("name of who signs"), max_length=200)
    signer_post = models.CharField(_("post of who signs"), max_length=200)
    on_behalf = models.CharField(_("on whose behalf"), max_length=200, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=DecisionState.choices, default=DecisionState.DRAFT
    )
    return_reason = models.TextField(_("why it was returned"), blank=True)
    docx = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    preview = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    drafted_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(_("sent for signature at"), null=True, blank=True)
    signed_at = models.DateTimeField(_("signed at"), null=True, blank=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = pgettext_lazy("paper", "decision")
        verbose_name_plural = pgettext_lazy("paper", "decisions")
        ordering = ["-decided_on", "-id"]
        indexes = [models.Index(fields=["unit", "state"], name="decision_unit_state")]
        constraints = [
            models.UniqueConstraint(
                name="decision_number_once",
                fields=["unit", "symbol", "year", "number"],
                condition=Q(number__isnull=False),
            ),
            models.UniqueConstraint(
                name="decision_one_of_submission",
                fields=["submission"],
                condition=~Q(state=DecisionState.CANCELLED),
            ),
            models.CheckConstraint(
                name="decision_signed_whole",
                condition=~Q(state__in=IN_EFFECT)
                | Q(number__isnull=False, decided_on__isnull=False, signed_file__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_unsigned_without_number",
                condition=Q(state__in=IN_EFFECT) | Q(number__isnull=True, decided_on__isnull=True),
            ),
        ]

    @property
    def full_number(self) -> str:
        """«163/QĐ-UBND», empty before signing."""
        return f"{self.number:02}/{self.symbol}" if self.number is not None else ""

    def __str__(self) -> str:
        return f"{self.full_number} {self.title}".strip()
