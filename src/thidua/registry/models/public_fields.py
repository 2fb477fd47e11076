"""Which fields of an award the public may read, as the Board chose for one award of the law data."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicFields(models.Model):
    """The Board's choice; an award without a row has the choice of its kind (`registry.open_data.choices`).

    `award_code`: identifier in the law data, empty for awards that name none. `names`: the codes of the fields that are
    public; without any the award is not published at all.
    """

    award_code = models.CharField(_("award"), max_length=80, blank=True, unique=True)
    names = models.JSONField(_("public fields"), default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("public fields of an award")
        verbose_name_plural = _("public fields of awards")
        ordering = ["award_code"]

    def __str__(self) -> str:
        return self.award_code or "–"
