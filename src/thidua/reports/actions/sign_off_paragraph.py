"""Agree to a paragraph for the unit that answers for it, and take that back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.reports import access
from thidua.reports.actions.guards import locked_paragraph
from thidua.reports.models import Paragraph
from thidua.reports.queries.draft import assemble
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def sign_off_paragraph(*, paragraph: Paragraph, seen: str, by: User) -> Paragraph:
    """Record that the unit agrees to the text it has `seen` (its hash), and return the paragraph.

    The agreement is bound to the text as printed: when a figure or the prose changes, it no longer holds. A unit may
    also agree that there is nothing to say yet. Raises NotAllowed; Refused when the text is another one by now.
    """
    _require(by, paragraph)
    with transaction.atomic():
        locked = locked_paragraph(paragraph)
        now = assemble(locked.report, with_checks=False).paragraph(locked.key)
        if now.text_hash != seen:
            raise Refused(_("The text has changed since you opened it. Read it again, then sign it off."))
        locked.signed_off_at, locked.signed_off_by = timezone.now(), by
        locked.signed_off_hash = now.text_hash
        locked.save(update_fields=["signed_off_at", "signed_off_by", "signed_off_hash"])
        details = {"text": now.plain, "sha256": now.text_hash}
        record(by=by, action="reports.paragraph_signed_off", subject=locked, details=details)
    return locked


def withdraw_sign_off(*, paragraph: Paragraph, by: User) -> Paragraph:
    """Take the agreement back and return the paragraph; raises NotAllowed, Refused."""
    _require(by, paragraph)
    with transaction.atomic():
        locked = locked_paragraph(paragraph)
        if locked.signed_off_at is None:
            return locked
        details = {"sha256": locked.signed_off_hash}
        locked.signed_off_at = locked.signed_off_by = None
        locked.signed_off_hash = ""
        locked.save(update_fields=["signed_off_at", "signed_off_by", "signed_off_hash"])
        record(by=by, action="reports.sign_off_withdrawn", subject=locked, details=details)
    return locked


def _require(by: User, paragraph: Paragraph) -> None:
    if not access.may_sign_off(by, paragraph):
        raise NotAllowed(_("Only the unit that answers for this paragraph signs it off."))
