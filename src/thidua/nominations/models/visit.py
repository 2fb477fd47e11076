"""Who had a dossier open last, so that two officers do not work past each other."""

from __future__ import annotations

from django.db import models


class DossierVisit(models.Model):
    """When an officer last opened a dossier; one row for each, written over, no log."""

    dossier = models.ForeignKey("nominations.Dossier", on_delete=models.CASCADE, related_name="visits")
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="dossier_visit_once", fields=["dossier", "user"])]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.user_id}"
