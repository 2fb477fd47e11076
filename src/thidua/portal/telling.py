"""Who is told when an article goes to review and comes back: by notices of ours, in the place of Wagtail's letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import accounts_with
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.support.notices.actions.tell import About, tell
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.wording import in_house_language

ARTICLE: Final = "article"


def listen() -> None:
    """Take the places of Wagtail's letters: under their own names, and before Wagtail connects them."""
    task_submitted.connect(
        _submitted, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification"
    )
    workflow_approved.connect(
        _approved, sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification"
    )
    workflow_rejected.connect(
        _returned, sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification"
    )
    workflow_submitted.connect(
        _nothing_more, sender=WorkflowState, dispatch_uid="workflow_state_submitted_email_notification"
    )


def _nothing_more(**_: Any) -> None:
    """Say nothing a second time: who reviews was told of the step."""


@in_house_language
def _submitted(instance: TaskState, user: User | None = None, **__: Any) -> None:
    state = instance.workflow_state
    reviewers = [one for one in _publishers() if user is None or one.pk != user.pk]
    subject = _("An article waits for review: %(title)s") % {"title": _title(state)}
    sender = state.requested_by
    lines = [_("Sent by %(name)s.") % {"name": sender.get_full_name()}] if sender else []
    lines.append(_("Read it on the editor's desk, then publish it or return it with a reason."))
    _tell(state, reviewers, subject, lines, key=f"review/{instance.pk}/waits")


@in_house_language
def _approved(instance: WorkflowState, user: User | None = None, **__: Any) -> None:
    subject = _("Your article was approved: %(title)s") % {"title": _title(instance)}
    lines = [_("It is published, or comes out at the hour that was set.")]
    _tell(instance, _sender(instance, user), subject, lines, key=f"review/{instance.pk}/approved")


@in_house_language
def _returned(instance: WorkflowState, user: User | None = None, **__: Any) -> None:
    subject = _("Your article was returned: %(title)s") % {"title": _title(instance)}
    last = instance.task_states.order_by("-pk").first()
    lines = [_("Reason: %(reason)s") % {"reason": last.comment}] if last and last.comment else []
    lines.append(_("Mend it on the editor's desk and send it again."))
    _tell(
        instance,
        _sender(instance, user),
        subject,
        lines,
        key=f"review/{instance.pk}/returned/{getattr(last, 'pk', 0)}",
    )


def _publishers() -> Iterable[User]:
    province = Unit.objects.filter(kind=UnitKind.PROVINCE, exists_to=None).order_by("pk").first()
    return accounts_with(Right.PUBLISH_ARTICLES, province) if province else []


def _sender(state: WorkflowState, actor: User | None) -> list[User]:
    sender = state.requested_by
    return [sender] if sender is not None and sender != actor else []


def _title(state: WorkflowState) -> str:
    return str(state.content_object.get_latest_revision_as_object().title)


def _tell(state: WorkflowState, users: Iterable[User], subject: str, lines: list[str], *, key: str) -> None:
    with transaction.atomic():
        tell(
            users=users,
            subject=subject,
            text="\n".join(lines),
            key=key,
            kind=NoticeKind.ARTICLE,
            about=About(ARTICLE, str(state.object_id)),
        )
