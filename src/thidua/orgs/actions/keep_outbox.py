"""What an office does with its e-mails before they leave: the right is asked, and the log keeps who did what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.queries.outbox import outbox_of
from thidua.support.audit.actions.record import record
from thidua.support.notices import actions
from thidua.support.notices.actions.send import Foot
from thidua.support.notices.enums import NoticeState
from thidua.support.notices.models import Notice
from thidua.support.refusals import NotAllowed, Refused


def edit_notice(*, notice: Notice, subject: str, text: str, version: int, by: User) -> Notice:
    """Change an e-mail before it leaves, and return it. Raises NotAllowed, Refused, EditedMeanwhile."""
    _require(notice, by)
    with transaction.atomic():
        row, changed = actions.edit(notice=notice, subject=subject, text=text, version=version, by=by)
        if changed:
            record(by=by, action="orgs.notice_edited", subject=row, details=changed)
    return row


def hold_notice(*, notice: Notice, by: User) -> Notice:
    """Keep an e-mail back until somebody releases it, and return it. Raises NotAllowed, Refused."""
    _require(notice, by)
    with transaction.atomic():
        row = actions.hold(notice=notice, by=by)
        record(by=by, action="orgs.notice_held", subject=row)
    return row


def release_notice(*, notice: Notice, by: User) -> Notice:
    """Let an e-mail leave with the next round, and return it. Raises NotAllowed, Refused."""
    _require(notice, by)
    with transaction.atomic():
        row = actions.release(notice=notice, by=by)
        record(by=by, action="orgs.notice_released", subject=row)
    return row


def send_notice_now(*, notice: Notice, by: User, foot: Foot | None = None) -> Notice:
    """Send an e-mail at once, and return it. Raises NotAllowed; Refused when it left already or could not leave."""
    row = actions.send_now(notice=release_notice(notice=notice, by=by), foot=foot)
    if row.state != NoticeState.SENT:
        raise Refused(str(row.get_fault_display()) or _("Somebody else is sending it at this moment."))
    return row


def discard_notice(*, notice: Notice, reason: str, by: User) -> Notice:
    """Discard an e-mail with a reason, and return it. Raises NotAllowed, Refused."""
    _require(notice, by)
    with transaction.atomic():
        row = actions.drop(notice=notice, reason=reason, by=by)
        record(by=by, action="orgs.notice_discarded", subject=row, details={"reason": row.discard_reason})
    return row


def release_notices(*, notices: Sequence[Notice], by: User) -> int:
    """Let several e-mails leave with the next round, and return how many; those that left meanwhile are passed over.

    Raises NotAllowed.
    """
    return sum(_done(partial(release_notice, notice=one, by=by)) for one in notices)


def hold_notices(*, notices: Sequence[Notice], by: User) -> int:
    """Keep several e-mails back, and return how many; those that left meanwhile are passed over. Raises NotAllowed."""
    return sum(_done(partial(hold_notice, notice=one, by=by)) for one in notices)


def discard_notices(*, notices: Sequence[Notice], reason: str, by: User) -> int:
    """Discard several e-mails with one reason, and return how many; those that left meanwhile are passed over.

    Raises NotAllowed, or Refused without a reason.
    """
    return sum(_done(partial(discard_notice, notice=one, reason=reason, by=by)) for one in notices)


def _done(act: Callable[[], object]) -> bool:
    """Tell whether `act` was still possible; a fault of what was typed is raised."""
    try:
        act()
    except Refused as refused:
        if set(refused.faults) - {""}:
            raise
        return False
    return True


def _require(notice: Notice, by: User) -> None:
    if not outbox_of(by).filter(pk=notice.pk).exists():
        raise NotAllowed(_("Only officers of the Board keep the e-mails of their office."))
