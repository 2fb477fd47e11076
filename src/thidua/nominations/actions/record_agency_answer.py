"""Write down what an agency answered, or that its silence counts as consent."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.nominations.actions.consulting import require_consulting
from thidua.nominations.actions.guards import require_over
from thidua.nominations.actions.moving import lock, moment, refresh_due
from thidua.nominations.clock_rows import local_day
from thidua.nominations.enums import AgencyAnswer
from thidua.nominations.models import AgencyConsultation, Dossier
from thidua.support.audit.actions.record import record
from thidua.support.files.actions import store_file
from thidua.support.refusals import Refused


def record_agency_answer(
    *,
    consultation: AgencyConsultation,
    agrees: bool,
    answered_on: date,
    by: User | None,
    text: str = "",
    number: str = "",
    data: bytes | None = None,
    file_name: str = "",
    at: datetime | None = None,
) -> AgencyConsultation:
    """Record an answer and return the consultation. An objection needs its words; the file may come along.

    An answer that comes after silence counted as consent replaces it while the dossier is still being consulted on.
    Raises Refused, NotAllowed.
    """
    text, number = clean_text(text), clean_line(number)
    with transaction.atomic():
        dossier = lock(consultation.dossier)
        require_consulting(by, dossier)
        row = AgencyConsultation.objects.select_for_update().get(pk=consultation.pk)
        answer = AgencyAnswer.AGREES if agrees else AgencyAnswer.OBJECTS
        if (row.answer, row.answer_text, row.answered_on) == (answer, text, answered_on):
            return row
        when = moment(at)
        faults: dict[str, str] = {}
        if row.answer in (AgencyAnswer.AGREES, AgencyAnswer.OBJECTS):
            faults[""] = _("The answer of %(agency)s is recorded already.") % {"agency": row.agency_name}
        if not row.asked_on <= answered_on <= local_day(when):
            faults["answered_on"] = _(
                "Write the day of the answer: not before it was asked, not in the future."
            )
        if not agrees and not text:
            faults["text"] = _("Write what the agency objects to.")
        if len(number) > 50:
            faults["number"] = _("The number is longer than 50 characters. Write it as printed.")
        if faults:
            raise Refused(faults)
        if data is not None:
            row.file = store_file(data=data, name=file_name, by=by)
        row.answer, row.answer_text, row.answer_number = answer, text, number
        _write(row, dossier, answered_on, by, when)
        details = {"agency": row.agency_name, "answer": answer, "text": text}
        record(by=by, action="nominations.agency_answered", subject=dossier, details=details)
    return row


def take_silence_as_consent(
    *, dossier: Dossier, by: User | None, at: datetime | None = None
) -> list[AgencyConsultation]:
    """Record consent for every agency whose time is over without an answer, and return those; NotAllowed.

    Raises Refused while somebody is awaited and nobody's time is over. `by` None: the system's daily run.
    """
    with transaction.atomic():
        row = lock(dossier)
        require_consulting(by, row)
        when = moment(at)
        today = local_day(when)
        awaited = list(row.agency_consultations.select_for_update().filter(answer=AgencyAnswer.AWAITED))
        over = [one for one in awaited if one.due_on < today]
        if awaited and not over:
            first = min(one.due_on for one in awaited)
            require_over(
                first, today, _("The agencies may answer until %(day)s. Their silence counts after that.")
            )
        for one in over:
            one.answer = AgencyAnswer.SILENT
            _write(one, row, one.due_on, by, when)
        if over:
            details = {"agencies": [one.agency_name for one in over]}
            record(by=by, action="nominations.silence_taken", subject=row, details=details)
    return over


def _write(row: AgencyConsultation, dossier: Dossier, day: date, by: User | None, at: datetime) -> None:
    row.answered_on, row.recorded_by = day, by
    row.version += 1
    row.save()
    refresh_due(dossier, at)
