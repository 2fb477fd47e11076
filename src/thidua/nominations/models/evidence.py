"""A paper of a dossier."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import EvidenceKind


class Evidence(models.Model):
    """A file of the whole dossier, or of one of its nominations; withdrawn ones stay, out of sight."""

    dossier = models.ForeignKey("nominations.Dossier", on_delete=models.CASCADE, related_name="evidence")
    nomination = models.ForeignKey(
        "nominations.Nomination", null=True, blank=True, on_delete=models.CASCADE, related_name="evidence"
    )
    kind = models.CharField(_("kind of paper"), max_length=20, choices=EvidenceKind.choices)
    title = models.CharField(_("title"), max_length=300, blank=True)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("paper of a dossier")
        verbose_name_plural = _("papers of dossiers")
        ordering = ["dossier", "id"]
        constraints = [
            models.UniqueConstraint(
                name="evidence_dossier_file_once",
                fields=["dossier", "kind", "file"],
                condition=Q(nomination__isnull=True, withdrawn_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="evidence_nomination_file_once",
                fields=["nomination", "kind", "file"],
                condition=Q(nomination__isnull=False, withdrawn_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()
