"""What the law engine said of a nomination, and what an officer said of that."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import FindingRuling


class StoredAppraisal(models.Model):
    """A result of the engine with all it rested on; never changed. The last ordinal counts.

    `asked`, `facts` and `result` are plain data: the question, the facts, and the appraisal with its findings.
    """

    nomination = models.ForeignKey(
        "nominations.Nomination", on_delete=models.CASCADE, related_name="appraisals"
    )
    ordinal = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(_("verdict"), max_length=20)  # met | not_met | needs_human
    law_text = models.CharField(_("law text"), max_length=80, blank=True)
    law_version = models.CharField(_("version of the law book"), max_length=80)
    asked = models.JSONField()
    facts = models.JSONField()
    result = models.JSONField()
    fingerprint = models.CharField(
        max_length=64
    )  # of asked, facts, result: equal ones are stored once in a row

    class Meta:
        verbose_name = _("appraisal")
        verbose_name_plural = _("appraisals")
        ordering = ["nomination", "ordinal"]
        constraints = [models.UniqueConstraint(name="appraisal_once", fields=["nomination", "ordinal"])]

    def __str__(self) -> str:
        return f"{self.nomination_id}/{self.ordinal}: {self.verdict}"


class FindingDecision(models.Model):
    """What an officer decided about one finding of an appraisal; the finding itself stays as it was."""

    appraisal = models.ForeignKey(StoredAppraisal, on_delete=models.CASCADE, related_name="decisions")
    finding = models.CharField(max_length=200)  # «alternative/path», or «rule/path»
    ruling = models.CharField(_("ruling"), max_length=20, choices=FindingRuling.choices)
    holds = models.BooleanField(_("condition holds"))  # as the officer sees it
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("decision on a finding")
        verbose_name_plural = _("decisions on findings")
        ordering = ["appraisal", "finding"]
        constraints = [
            models.UniqueConstraint(name="finding_decided_once", fields=["appraisal", "finding"]),
            models.CheckConstraint(
                name="finding_overruled_with_reason",
                condition=models.Q(ruling=FindingRuling.CONFIRMED) | ~models.Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {self.ruling}"
