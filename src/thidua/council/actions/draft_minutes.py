"""Draft the minutes and the tally sheet of a closed session."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone, translation

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked
from thidua.council.letters import minutes_letter, tally_letter
from thidua.council.models import Session
from thidua.council.queries.session_paper import session_paper
from thidua.support.audit.actions.record import record
from thidua.support.documents.letters.content import AnyLetter
from thidua.support.documents.letters.rendering import render_docx
from thidua.support.files.actions import store_file
from thidua.support.files.models import StoredFile

# Minutes are an official document: Vietnamese, whatever language the secretary reads.
OFFICIAL_LANGUAGE = "vi"


@logs_refusals
def draft_minutes(
    *,
    session: Session,
    by: User,
    conclusion: str | None = None,
    minutes_template: bytes = b"",
    tally_template: bytes = b"",
) -> Session:
    """Write the minutes and the tally sheet as DOCX, keep them with the session, and return it.

    `conclusion` replaces the chair's conclusion. Done again, the new drafts take the place of the old ones, whose
    files are kept. Raises NotAllowed; NotClosedYet; Refused for a template that cannot be used.
    """
    require_keeping(by, session.unit)
    with transaction.atomic():
        row = locked(session)
        if conclusion is not None:
            row.conclusion = clean_text(conclusion)
        with translation.override(OFFICIAL_LANGUAGE):
            paper = session_paper(row)
            assert row.opened_at is not None
            day, place = timezone.localdate(row.opened_at), row.unit.short_name
            minutes = minutes_letter(paper, day=day, place=place)
            tally = tally_letter(paper, day=day, place=place)
            row.minutes_file = _stored(
                minutes, minutes_template, f"bien-ban-{row.year}-{row.number}.docx", by
            )
            row.tally_file = (
                _stored(tally, tally_template, f"kiem-phieu-{row.year}-{row.number}.docx", by)
                if tally
                else None
            )
        row.version += 1
        row.save(update_fields=["conclusion", "minutes_file", "tally_file", "version"])
        record(by=by, action="council.minutes_drafted", subject=row, details={"conclusion": row.conclusion})
    return row


def _stored(letter: AnyLetter, template: bytes, name: str, by: User) -> StoredFile:
    return store_file(data=render_docx(letter, template), name=name, by=by)
