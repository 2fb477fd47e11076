"""What the shares of a list are held against."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import ShareMeasure


class ShareAim(models.Model):
    """The share that the Board aims at in a year, in percent."""

    year = models.PositiveSmallIntegerField(_("year"))
    measure = models.CharField(_("share"), max_length=20, choices=ShareMeasure.choices)
    percent = models.PositiveSmallIntegerField(_("percent"))
    source = models.CharField(_("source"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("aim of the Board")
        verbose_name_plural = _("aims of the Board")
        ordering = ["-year", "measure"]
        constraints = [
            models.UniqueConstraint(name="share_aim_once", fields=["year", "measure"]),
            models.CheckConstraint(name="share_aim_percent", condition=Q(percent__lte=100)),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.measure}: {self.percent} %"


class RemoteUnit(models.Model):
    """A unit on the State's list of remote or specially difficult communes, for some years."""

    unit = models.ForeignKey("orgs.Unit", on_delete=models.CASCADE, related_name="remoteness")
    first_year = models.PositiveSmallIntegerField(_("from the year"))
    last_year = models.PositiveSmallIntegerField(_("until the year"), null=True, blank=True)
    source = models.CharField(_("decision that lists it"), max_length=300)

    class Meta:
        verbose_name = _("remote unit")
        verbose_name_plural = _("remote units")
        ordering = ["unit", "first_year"]
        constraints = [models.UniqueConstraint(name="remote_unit_once", fields=["unit", "first_year"])]

    def __str__(self) -> str:
        return f"{self.unit}: {self.first_year}"
