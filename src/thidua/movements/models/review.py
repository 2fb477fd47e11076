"""A preliminary or final review of a movement."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import ReviewKind


class Review(models.Model):
    """Sơ kết or tổng kết: when, where, and what was found."""

    movement = models.ForeignKey("movements.Movement", on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField(_("kind"), max_length=20, choices=ReviewKind.choices)
    held_on = models.DateField(_("held on"))
    findings = models.TextField(_("findings"), blank=True)
    file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["held_on"]
        constraints = [
            models.UniqueConstraint(
                name="movement_one_final_review",
                fields=["movement"],
                condition=models.Q(kind=ReviewKind.FINAL),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.held_on:%d/%m/%Y}"
