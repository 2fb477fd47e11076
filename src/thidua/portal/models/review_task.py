"""The review of an article: approving publishes it, so what holds publishing back holds approving back."""

from __future__ import annotations

from typing import Any, Final

from django.db import models
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

# Asked with `page=`; a receiver that answers True holds the page back (portal.apps connects the checks).
holds_back: Final = Signal()


class ReviewTask(AbstractGroupApprovalTask):
    """Review by a group; approving is offered when nothing is open before publication."""

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    def get_actions(self, obj: models.Model, user: Any) -> list[tuple[str, str, bool]]:
        """Return what the reviewer may do now."""
        actions: list[tuple[str, str, bool]] = super().get_actions(obj, user)
        if any(answer for _receiver, answer in holds_back.send(sender=type(self), page=obj)):
            return [action for action in actions if action[0] != "approve"]
        return actions
