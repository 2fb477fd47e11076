"""What a movement is launched in honour of."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Anniversary(models.Model):
    """A day remembered; how many years is computed for each year, never stored."""

    name = models.CharField(_("name"), max_length=200)  # "ngày sinh đồng chí Hoàng Văn Thụ"
    started_year = models.PositiveSmallIntegerField(_("first year"))
    started_on = models.DateField(_("first day"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        ordering = ["started_year"]
        verbose_name = _("anniversary")

    def __str__(self) -> str:
        return self.name
