"""How a person wants to be told."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.support.notices.enums import NoticeKind


class SilencedKind(models.Model):
    """A kind of notice that a person does not want by e-mail; without a row it comes. It always comes in the system."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="silenced_kinds"
    )
    kind = models.CharField(_("about"), max_length=10, choices=NoticeKind.choices)

    class Meta:
        constraints = [models.UniqueConstraint(name="kind_silenced_once", fields=["user", "kind"])]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class ConfirmedAddress(models.Model):
    """The address of which a person proved that letters reach them; another address needs a proof of its own."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="confirmed_address"
    )
    address = models.EmailField(_("e-mail address"))
    confirmed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.address
