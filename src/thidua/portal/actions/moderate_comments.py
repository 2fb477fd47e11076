"""Publish comments of readers, decline them with a reason, or take either back; one at a time or a hundred.

Each function returns the comments it changed: what a colleague decided meanwhile is left as it is.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.portal.access import require_moderating
from thidua.portal.enums import CommentState, DeclineReason
from thidua.portal.models import Comment
from thidua.support.audit.actions.record import Happening, record_all
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused

_DECIDED: Final = (CommentState.PUBLISHED, CommentState.DECLINED)


def publish_comments(
    *, comments: Collection[int], by: User | None, at: datetime | None = None
) -> list[Comment]:
    """Publish the waiting ones among the comments with these keys, now or `at` a past moment. Raises NotAllowed."""
    require_moderating(by)
    return _moved(comments, (CommentState.WAITING,), CommentState.PUBLISHED, by=by, at=at)


def decline_comments(
    *, comments: Collection[int], reason: str, note: str = "", by: User | None, at: datetime | None = None
) -> list[Comment]:
    """Decline the waiting ones; the senders read `reason` and `note`. Raises NotAllowed, Refused per field."""
    require_moderating(by)
    note = clean_line(note)
    faults: Faults = misfits(Comment, {"decline_note": note})
    if reason not in DeclineReason.values:
        faults["reason"] = _("Choose why the comment is not published.")
    elif reason == DeclineReason.OTHER and not note:
        faults["decline_note"] = _("Write the reason: the sender reads it.")
    if faults:
        raise Refused(faults)
    return _moved(
        comments,
        (CommentState.WAITING,),
        CommentState.DECLINED,
        by=by,
        at=at,
        decline_reason=reason,
        decline_note=note,
    )


def take_back_comments(*, comments: Collection[int], by: User | None) -> list[Comment]:
    """Let the decided ones among the comments wait again. Raises NotAllowed."""
    require_moderating(by)
    return _moved(comments, _DECIDED, CommentState.WAITING, by=by)


_ACTIONS: Final = {
    CommentState.PUBLISHED: "portal.comment_published",
    CommentState.DECLINED: "portal.comment_declined",
    CommentState.WAITING: "portal.comment_taken_back",
}


def _moved(
    keys: Collection[int],
    among: tuple[CommentState, ...],
    state: CommentState,
    *,
    by: User | None,
    at: datetime | None = None,
    **said: str,
) -> list[Comment]:
    waits = state == CommentState.WAITING
    values: dict[str, object] = {"decline_reason": "", "decline_note": "", **said, "state": state}
    values |= {"moderated_by": None if waits else by, "moderated_at": None if waits else at or timezone.now()}
    with transaction.atomic():
        found = Comment.objects.select_for_update().filter(pk__in=keys, state__in=among).order_by("pk")
        rows = list(found)
        Comment.objects.filter(pk__in=[row.pk for row in rows]).update(**values)
        record_all(by=by, happenings=[Happening(_ACTIONS[state], row, said) for row in rows])
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)
    return rows
