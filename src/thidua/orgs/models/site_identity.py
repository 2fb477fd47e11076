"""What the site calls itself: each row is one edition, the newest holds."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SiteIdentity(models.Model):
    """Names, ways to reach the office, and its emblem, as they held from `saved_at` on.

    An empty name means the one that the environment gives. Rows are never changed: to go back is a new row with the
    values of an old one, `taken_from`.
    """

    name = models.CharField(_("name of the office"), max_length=120, blank=True)
    name_en = models.CharField(_("name of the office in English"), max_length=120, blank=True)
    province = models.CharField(_("line below the name"), max_length=120, blank=True)
    province_en = models.CharField(_("line below the name in English"), max_length=120, blank=True)
    superior = models.CharField(_("superior body"), max_length=160, blank=True)
    superior_en = models.CharField(_("superior body in English"), max_length=160, blank=True)
    address = models.CharField(pgettext_lazy("office", "address"), max_length=200, blank=True)
    phone = models.CharField(pgettext_lazy("office", "telephone"), max_length=40, blank=True)
    email = models.EmailField(pgettext_lazy("office", "e-mail"), blank=True)
    hours = models.CharField(_("working hours"), max_length=120, blank=True)
    hours_en = models.CharField(_("working hours in English"), max_length=120, blank=True)
    emblem = models.BinaryField(
        _("emblem"), blank=True, default=b"", editable=False
    )  # a PNG of our own making
    emblem_key = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    emblem_width = models.PositiveSmallIntegerField(default=0, editable=False)  # pixels
    emblem_height = models.PositiveSmallIntegerField(default=0, editable=False)  # pixels
    taken_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    follows = models.BigIntegerField(
        unique=True, editable=False
    )  # the edition before, 0 for none: one follows it
    saved_at = models.DateTimeField(auto_now_add=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("identity of the site")
        verbose_name_plural = _("identity of the site")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name or settings.OFFICE_NAME
