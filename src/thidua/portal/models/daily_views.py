"""How often a page was read, by day."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DailyViews(models.Model):
    """The views of a page on a day of Vietnam, and what was told to us and not counted, by why."""

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="daily_views", verbose_name=_("page")
    )
    day = models.DateField(_("day"))
    counted = models.PositiveIntegerField(_("views"), default=0)
    repeats = models.PositiveIntegerField(_("opened again within 30 minutes"), default=0)
    robots = models.PositiveIntegerField(_("robots"), default=0)
    staff = models.PositiveIntegerField(_("staff, signed in"), default=0)

    class Meta:
        verbose_name = _("views of a day")
        verbose_name_plural = _("views by day")
        ordering = ["page", "day"]
        constraints = [models.UniqueConstraint(name="daily_views_once", fields=["page", "day"])]

    def __str__(self) -> str:
        return f"{self.page_id} {self.day}"


class CountedJournal(models.Model):
    """How much of a journal file has been counted; moves in the same transaction as the counts."""

    name = models.CharField(_("file"), max_length=80, unique=True)
    position = models.PositiveBigIntegerField(_("bytes counted"), default=0)

    class Meta:
        verbose_name = _("counted journal")
        verbose_name_plural = _("counted journals")

    def __str__(self) -> str:
        return self.name
