"""A finding of the checks that an article is published with, and why."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AcceptedFinding(models.Model):
    """One finding somebody took on themselves. `key` names the finding by its words and those around it.

    It holds as long as the passage reads the same; a changed passage is found again.
    """

    article = models.ForeignKey("portal.Article", on_delete=models.CASCADE, related_name="accepted_findings")
    key = models.CharField(max_length=64)
    code = models.CharField(max_length=40)
    excerpt = models.TextField(blank=True)
    reason = models.CharField(_("reason"), max_length=500)
    accepted_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("accepted finding")
        ordering = ["accepted_at", "id"]
        constraints = [
            models.UniqueConstraint(name="accepted_finding_once", fields=["article", "key"]),
            models.CheckConstraint(name="accepted_finding_has_reason", condition=~models.Q(reason="")),
        ]

    def __str__(self) -> str:
        return self.excerpt[:60] or self.code
