"""Templates that the office edited in Word."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.decisions.enums import TemplateKind


class DocumentTemplate(models.Model):
    """A checked template of a unit's letters; older ones stay. Without an active one the default is used."""

    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="document_templates")
    kind = models.CharField(_("letter"), max_length=20, choices=TemplateKind.choices)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    active = models.BooleanField(_("in use"), default=True)
    put_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    put_at = models.DateTimeField()

    class Meta:
        verbose_name = _("template")
        verbose_name_plural = _("templates")
        ordering = ["unit", "kind", "-id"]
        constraints = [
            models.UniqueConstraint(
                name="template_one_active", fields=["unit", "kind"], condition=Q(active=True)
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())
