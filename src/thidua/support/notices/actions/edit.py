"""What an office does with an e-mail before it leaves. Who may is asked where roles are known (`orgs.actions`)."""

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


def edit(
    *, notice: Notice, subject: str, text: str, version: int, by: Any
) -> tuple[Notice, dict[str, list[object]]]:
    """Change an e-mail before it leaves, and return it with what changed.

    Raises Refused when it left, EditedMeanwhile when somebody else changed it.
    """
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
        changed = apply_edit(row, values, seen=version, derived={"edited_by": by})
    return row, changed


def hold(*, notice: Notice, by: Any) -> Notice:
    """Keep an e-mail back until somebody releases it, and return it; held twice it is held."""
    with transaction.atomic():
        row = _waiting(notice)
        if row.state != NoticeState.DRAFT:
            row.state, row.edited_by, row.version = NoticeState.DRAFT, by, row.version + 1
            row.save(update_fields=["state", "edited_by", "version"])
    return row


def release(*, notice: Notice, by: Any) -> Notice:
    """Let an e-mail leave with the next round (again, after it failed), and return it; twice it leaves once."""
    with transaction.atomic():
        row = _waiting(notice)
        now = timezone.now()
        if row.state != NoticeState.READY or row.due_at > now:
            row.state, row.due_at, row.edited_by = NoticeState.READY, now, by
            row.fault, row.fault_said, row.attempts = "", "", 0
            row.version += 1
            row.save(
                update_fields=["state", "due_at", "edited_by", "fault", "fault_said", "attempts", "version"]
            )
    return row


def drop(*, notice: Notice, reason: str, by: Any) -> Notice:
    """Discard an e-mail with a reason, and return it; it stays in the outbox. In the system it is told all the same."""
    told = clean_line(reason)
    faults: Faults = misfits(Notice, {"discard_reason": told})
    if "discard_reason" in faults:
        faults = {"reason": faults["discard_reason"]}
    if not told:
        faults["reason"] = _("Write why it shall not leave; the outbox keeps these words.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = _waiting(notice)
        row.state, row.discard_reason, row.edited_by = NoticeState.DROPPED, told, by
        row.version += 1
        row.save(update_fields=["state", "discard_reason", "edited_by", "version"])
    return row


def _waiting(notice: Notice) -> Notice:
    row = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if row.channel != Channel.EMAIL or row.state not in WAITING:
        raise Refused(_("This notice has left already, or will not leave. Nothing has been changed."))
    return row
