"""Change the prose of a paragraph; its figures stay bound."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.reports import access
from thidua.reports.actions.guards import locked_paragraph
from thidua.reports.actions.paragraph_text import checked_text
from thidua.reports.models import Paragraph
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit, misfits
from thidua.support.refusals import NotAllowed, Refused


def edit_paragraph(
    *,
    paragraph: Paragraph,
    text: str,
    version: int,
    by: User,
    heading: str | None = None,
    section: str | None = None,
) -> Paragraph:
    """Keep the prose and return the paragraph; `heading` and `section` None leave the titles as they are.

    A sign-off stays, and shows that the text has changed since. Raises NotAllowed, Refused, EditedMeanwhile.
    """
    if not access.may_edit(by, paragraph):
        raise NotAllowed(
            _("Only who writes the report, or the unit that answers for the paragraph, edits it.")
        )
    with transaction.atomic():
        locked = locked_paragraph(paragraph)
        values: dict[str, object] = {
            "text": checked_text(locked.report, text, before=locked.text),
            "heading": locked.heading if heading is None else clean_line(heading),
            "section": locked.section if section is None else clean_line(section),
        }
        if faults := misfits(Paragraph, values):
            raise Refused(faults)
        moment = {"edited_at": timezone.now(), "edited_by": by}
        changes = apply_edit(locked, values, seen=version, derived=moment)
        if changes:
            record(by=by, action="reports.paragraph_edited", subject=locked, details=changes)
    return locked
