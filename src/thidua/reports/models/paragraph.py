"""A paragraph of a closing report, with places for figures."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Paragraph(models.Model):
    """Prose that the officer edits around places such as `{indicator.budget_revenue.value}`.

    Only queries fill the places; how a text is written is told in `reports.wording.markup`.
    """

    report = models.ForeignKey("reports.ClosingReport", on_delete=models.CASCADE, related_name="paragraphs")
    order = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=80)  # the paragraph's place in the wording file
    section = models.CharField(_("title of the part that begins here"), max_length=300, blank=True)
    heading = models.CharField(_("heading"), max_length=300, blank=True)
    text = models.TextField(_("text"))
    field = models.CharField(_("field"), max_length=30, blank=True)  # movements.enums.FieldOfWork
    responsible = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="paragraphs"
    )
    signed_off_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_off_hash = models.CharField(max_length=64, blank=True)  # of the rendered text that was agreed to
    edited_at = models.DateTimeField(null=True, blank=True)
    edited_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("paragraph")
        ordering = ["report", "order"]
        constraints = [
            models.UniqueConstraint(name="paragraph_order_once", fields=["report", "order"]),
            models.UniqueConstraint(name="paragraph_key_once", fields=["report", "key"]),
            models.CheckConstraint(
                name="paragraph_signed_off_by_and_at",
                condition=models.Q(signed_off_at__isnull=True, signed_off_by__isnull=True)
                | models.Q(signed_off_at__isnull=False, signed_off_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.heading or self.section or self.key
