"""The review of an article: approving publishes it, so what holds publishing back holds approving back."""

from __future__ import annotations

from typing import Any, Final

from django.db import models
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

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
        if self._is_held_back(obj):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Act; an approval sent together with an edit is of the text as edited, which `get_actions` did not see."""
        if action_name == "approve":
            page = task_state.workflow_state.content_object.get_latest_revision_as_object()
            if self._is_held_back(page):
                return
        super().on_action(task_state, user, action_name, **kwargs)

    def _is_held_back(self, page: models.Model) -> bool:
        return any(answer for _receiver, answer in holds_back.send(sender=type(self), page=page))
