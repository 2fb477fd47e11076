"""Who is told when a page goes to review and comes back: by notices of ours, in the place of Wagtail's letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import accounts_with
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.portal.enums import DocumentKind
from thidua.portal.models import Article, PublicDocument
from thidua.support.notices.actions.tell import About, tell
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.wording import in_house_language

ARTICLE: Final = "article"
DOCUMENT: Final = "document"
FORM: Final = "form"
PAGE: Final = "page"
_WAITS: Final = {
    ARTICLE: gettext_lazy("An article waits for review: %(title)s"),
    DOCUMENT: gettext_lazy("A document waits for review: %(title)s"),
    FORM: gettext_lazy("A form waits for review: %(title)s"),
    PAGE: gettext_lazy("A page waits for review: %(title)s"),
}
_APPROVED: Final = {
    ARTICLE: gettext_lazy("Your article was approved: %(title)s"),
    DOCUMENT: gettext_lazy("Your document was approved: %(title)s"),
    FORM: gettext_lazy("Your form was approved: %(title)s"),
    PAGE: gettext_lazy("Your page was approved: %(title)s"),
}
_RETURNED: Final = {
    ARTICLE: gettext_lazy("Your article was returned: %(title)s"),
    DOCUMENT: gettext_lazy("Your document was returned: %(title)s"),
    FORM: gettext_lazy("Your form was returned: %(title)s"),
    PAGE: gettext_lazy("Your page was returned: %(title)s"),
}


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
    subject = _said(_WAITS, state)
    sender = state.requested_by
    lines = [_("Sent by %(name)s.") % {"name": sender.get_full_name()}] if sender else []
    lines.append(_("Read it on the editor's desk, then publish it or return it with a reason."))
    _tell(state, reviewers, subject, lines, key=f"review/{instance.pk}/waits")


@in_house_language
def _approved(instance: WorkflowState, user: User | None = None, **__: Any) -> None:
    subject = _said(_APPROVED, instance)
    lines = [_("It is published, or comes out at the hour that was set.")]
    _tell(instance, _sender(instance, user), subject, lines, key=f"review/{instance.pk}/approved")


@in_house_language
def _returned(instance: WorkflowState, user: User | None = None, **__: Any) -> None:
    subject = _said(_RETURNED, instance)
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


def _said(sentences: Mapping[str, Promise], state: WorkflowState) -> str:
    """Return the sentence for the kind of page, with its title as last written."""
    page = state.content_object.get_latest_revision_as_object()
    return str(sentences[_kind(page)]) % {"title": page.title}


def _kind(page: Page) -> str:
    if isinstance(page, PublicDocument):
        return FORM if page.kind == DocumentKind.FORM else DOCUMENT
    return ARTICLE if isinstance(page, Article) else PAGE


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
