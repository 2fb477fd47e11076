"""Ask agencies about the nominees (hiệp y)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.calendar.working_days import national_calendar
from thidua.core.law.deadlines import step_limit
from thidua.core.law.stated import Unknown
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.core.workflow.dossier import AGENCY_CONSULTATION, ASK_AGENCIES
from thidua.lawbook.queries import current_book
from thidua.nominations.actions.consulting import require_consulting
from thidua.nominations.actions.guards import GUARDS
from thidua.nominations.actions.moving import lock, moment, move, refresh_due, require_move
from thidua.nominations.clock_rows import local_day
from thidua.nominations.dossier_log import log_of
from thidua.nominations.enums import Agency, AgencyAnswer
from thidua.nominations.models import AgencyConsultation, Dossier
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence

# Where the law book knows no time to answer.
OFFICE_DAYS = 10


@dataclass(frozen=True)
class AgencyAsked:
    """An agency, by what it is and what it is called, and what it is asked."""

    agency: str
    name: str
    question: str = ""


def ask_agencies(
    *, dossier: Dossier, agencies: Sequence[AgencyAsked], by: User | None, at: datetime | None = None
) -> list[AgencyConsultation]:
    """Ask `agencies` and return a consultation each, with the day by which silence is not yet consent.

    An agency that was asked and has not answered is not asked twice. More may be asked while others answer.
    Raises Refused, NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        if row.state == AGENCY_CONSULTATION:
            require_consulting(by, row)
        else:
            require_move(row, ASK_AGENCIES, by)
        GUARDS["someone_eligible"](row, log_of(row), {})
        _check(agencies)
        when = moment(at)
        day = local_day(when)
        due = answer_due(day)
        asked = [_ask(row, one, day, due, by) for one in agencies]
        if row.state == AGENCY_CONSULTATION:
            record(by=by, action="nominations.ask_agencies", subject=row, details=_told(agencies))
            refresh_due(row, when)
        else:
            move(row, ASK_AGENCIES, by=by, at=at, details=_told(agencies))
    return asked


def answer_due(asked_on: date) -> date:
    """Return the last day on which an agency asked on a day may still answer."""
    limit = step_limit(current_book(), "provincial_consultation", asked_on)
    if isinstance(limit, Unknown):
        return national_calendar().add_working_days(asked_on, OFFICE_DAYS)
    due = limit.due(asked_on)
    assert due is not None
    return due


def _ask(row: Dossier, one: AgencyAsked, day: date, due: date, by: User | None) -> AgencyConsultation:
    name = clean_line(one.name) or str(Agency(one.agency).label)
    found, _made = AgencyConsultation.objects.get_or_create(
        dossier=row,
        agency=one.agency,
        agency_name=name,
        answer=AgencyAnswer.AWAITED,
        defaults={"question": clean_text(one.question), "asked_on": day, "asked_by": by, "due_on": due},
    )
    return found


def _check(agencies: Sequence[AgencyAsked]) -> None:
    said: list[Sentence] = []
    if not agencies:
        said.append(_("Choose at least one agency."))
    if any(one.agency not in Agency.values for one in agencies):
        said.append(_("Choose each agency from the list."))
    if any(one.agency == Agency.OTHER and not clean_line(one.name) for one in agencies):
        said.append(_("Write the name of the other body."))
    if said:
        raise Refused({"agencies": said})


def _told(agencies: Sequence[AgencyAsked]) -> dict[str, object]:
    return {"agencies": [clean_line(one.name) or one.agency for one in agencies]}
