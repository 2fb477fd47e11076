"""Take what a reader says about an article."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.follow_up import new_code
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.portal.enums import CommentState
from thidua.portal.models import Article, Comment
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused

KIND: Final = "YK"
# A second press of the button, or a line that dropped after the first.
SAME: Final = timedelta(minutes=10)


def send_comment(
    *,
    article: Article,
    name: str,
    text: str,
    at: datetime | None = None,
    provenance: str = Provenance.RECORDED,
) -> Comment:
    """Keep a comment, waiting to be read, and return it with its code; the same one sent twice is kept once.

    Raises Refused per field at fault, and where the article takes no comments. The log keeps no name.
    """
    said = {"name": clean_line(name), "text": clean_text(text)}
    moment = at or timezone.now()
    faults: Faults = misfits(Comment, said)
    if not said["name"]:
        faults["name"] = _("Write your name, or what you want to be called.")
    if not said["text"]:
        faults["text"] = _("Write your comment.")
    elif len(said["text"]) > (Comment._meta.get_field("text").max_length or 0):
        faults["text"] = _("A comment has 1,000 characters at most. Shorten it.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if not (row.live and row.comments_open):
            raise Refused(_("This article takes no comments any more. Write to the Board instead."))
        sent = Comment.objects.filter(
            article=row, state=CommentState.WAITING, sent_at__gt=moment - SAME, **said
        ).first()
        if sent is not None:
            return sent
        comment = Comment.objects.create(
            article=row, code=new_code(KIND), sent_at=moment, provenance=provenance, **said
        )
        record(by=None, action="portal.comment_sent", subject=comment, details={"article": row.title})
    return comment
