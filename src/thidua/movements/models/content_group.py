"""A group of contents within a movement."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentGroup(models.Model):
    """One of a movement's numbered contents; the name may still be missing (the 2019 report names none of six)."""

    movement = models.ForeignKey(
        "movements.Movement", on_delete=models.CASCADE, related_name="content_groups"
    )
    order = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("name"), max_length=300, blank=True)
    criteria = models.TextField(_("criteria"), blank=True)

    class Meta:
        ordering = ["movement", "order"]
        constraints = [models.UniqueConstraint(name="content_group_order_once", fields=["movement", "order"])]

    def __str__(self) -> str:
        return self.name or str(self.order)
