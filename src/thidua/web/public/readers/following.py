"""What became of a comment, for its sender."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.portal.enums import CommentState
from thidua.portal.models import Comment
from thidua.portal.queries.comments import due_day
from thidua.web.shell import formats
from thidua.web.shell.follow_up import Followed
from thidua.web.shell.tags import Tag, Tone

_TONES: Final = {
    CommentState.WAITING: Tone.INFO,
    CommentState.PUBLISHED: Tone.SUCCESS,
    CommentState.DECLINED: Tone.NEUTRAL,
}


def told_of(code: str) -> Followed | None:
    """Return what became of the comment with this code; None for a strange one."""
    comment = Comment.objects.filter(code=code).select_related("article").first()
    if comment is None:
        return None
    shown = comment.article.live
    return Followed(
        title=_("Your comment on “%(article)s”") % {"article": comment.article.title},
        tag=Tag(str(comment.get_state_display()), _TONES[CommentState(comment.state)]),
        sentence=_sentence(comment),
        answer=comment.decline_note,
        url=reverse("article", args=[comment.article.slug]) + "#y-kien" if shown else "",
        url_label=_("Read the article and its comments") if shown else "",
    )


def _sentence(comment: Comment) -> str:
    if comment.state == CommentState.PUBLISHED:
        return _("It was published on %(day)s.") % {"day": formats.day(comment.moderated_at)}
    if comment.state == CommentState.DECLINED:
        reason = comment.get_decline_reason_display()
        return _("It was not published: %(reason)s. You may write another one.") % {"reason": reason}
    return _("An editor reads it by %(day)s; until then nobody sees it on the site.") % {
        "day": formats.day(due_day(comment.sent_at))
    }
