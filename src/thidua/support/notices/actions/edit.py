"""What a person does with a notice. Who may read the outbox is asked by the caller: this service knows no roles."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.support.edits import Faults, apply_edit, misfits
from thidua.support.notices.enums import Channel, NoticeState
from thidua.support.notices.models import Notice
from thidua.support.refusals import Refused

WAITING = (NoticeState.DRAFT, NoticeState.READY, NoticeState.FAILED)


def edit(*, notice: Notice, subject: str, text: str, version: int, by: Any) -> Notice:
    """Change an e-mail before it leaves, and return it; Refused when it left, EditedMeanwhile when it was changed."""
    values = {"subject": clean_line(subject), "text": clean_text(text)}
    faults: Faults = misfits(Notice, values)
    if not values["subject"]:
        faults["subject"] = _("Write what the notice is about.")
    if not values["text"]:
        faults["text"] = _("Write what is to be told.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = _waiting(notice)
        apply_edit(row, values, seen=version, derived={"edited_by": by})
    return row


def release(*, notice: Notice, by: Any) -> Notice:
    """Let an e-mail leave (again, after it failed), and return it; released twice it leaves once."""
    with transaction.atomic():
        row = _waiting(notice)
        if row.state != NoticeState.READY:
            row.state, row.fault, row.edited_by, row.attempts = NoticeState.READY, "", by, 0
            row.version += 1
            row.save(update_fields=["state", "fault", "edited_by", "attempts", "version"])
    return row


def drop(*, notice: Notice, by: Any) -> Notice:
    """Keep an e-mail from leaving, and return it; it stays in the outbox as not sent."""
    with transaction.atomic():
        row = _waiting(notice)
        row.state, row.edited_by, row.version = NoticeState.DROPPED, by, row.version + 1
        row.save(update_fields=["state", "edited_by", "version"])
    return row


def mark_read(*, notice: Notice, by: Any) -> Notice:
    """Mark a notice in the system as read by the person it is for; the first time counts."""
    Notice.objects.filter(pk=notice.pk, user=by, read_at__isnull=True).update(read_at=timezone.now())
    notice.refresh_from_db()
    return notice


def _waiting(notice: Notice) -> Notice:
    row = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if row.channel != Channel.EMAIL or row.state not in WAITING:
        raise Refused(_("This notice has left already, or will not leave. Nothing has been changed."))
    return row
