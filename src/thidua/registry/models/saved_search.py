"""A search that somebody keeps under a name."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SavedSearch(models.Model):
    """A view of the register. `address`: the parts of its address, as they stand behind the question mark.

    `removed_at`: it was deleted, and can be brought back.
    """

    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(pgettext_lazy("saved search", "name"), max_length=120)
    address = models.CharField(max_length=2000)
    created_at = models.DateTimeField(_("saved at"))
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                name="saved_search_once", fields=["owner", "name"], condition=Q(removed_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name
