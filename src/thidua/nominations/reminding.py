"""Reminders of dossiers whose step is due soon or late, and of those that wait for their unit.

Meant to run every day, or as often as one likes: each occasion is told once, so that a second run tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.calendar.working_days import national_calendar
from thidua.core.vietnamese.dates import format_date
from thidua.core.workflow import dossier as flow
from thidua.nominations.clock_rows import local_day
from thidua.nominations.models import Dossier
from thidua.nominations.telling import about, office_of, people_of
from thidua.orgs.access import accounts_with
from thidua.support.notices.actions import tell
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.queries import told_already
from thidua.support.notices.wording import in_house_language

SOON: Final = 2  # working days before a step is due
AGAIN: Final = 7  # days after which what is late, or waits for its unit, is told again
AT_ONCE: Final = 300  # rows


@dataclass(frozen=True)
class _Occasion:
    row: Dossier
    key: str
    is_late: bool = False
    weeks: int = 0


@in_house_language
def remind(today: date) -> int:
    """Tell the holders of what is due soon or late, and the units of what waits for them; return how many dossiers.

    Late: the leaders are told as well, and the unit once. Told again every week while it stays so.
    """
    occasions = iter([*_of_the_office(today), *_of_the_units(today)])
    reminded = 0
    while chunk := list(islice(occasions, AT_ONCE)):
        told = told_already(one.key for one in chunk)
        for one in chunk:
            if one.key not in told:
                with transaction.atomic():
                    _tell(one)
                reminded += 1
    return reminded


def _of_the_office(today: date) -> Iterator[_Occasion]:
    last = today
    while national_calendar().working_days_between(today, last) < SOON:
        last += timedelta(days=1)
    rows = _rows().filter(state__in=flow.WITH_OFFICE, due_on__lte=last, suspended=False)
    for row in rows.order_by("due_on", "pk"):
        assert row.due_on is not None
        if row.due_on >= today:
            yield _Occasion(row, f"dossier/{row.pk}/due/{row.due_on}")
        else:
            weeks = (today - row.due_on).days // AGAIN
            yield _Occasion(row, f"dossier/{row.pk}/late/{row.due_on}/{weeks}", is_late=True, weeks=weeks)


def _of_the_units(today: date) -> Iterator[_Occasion]:
    for row in _rows().filter(state=flow.RETURNED, suspended=False).order_by("pk"):
        since = local_day(row.state_since)
        if weeks := (today - since).days // AGAIN:
            yield _Occasion(row, f"dossier/{row.pk}/returned/{since}/{weeks}", weeks=weeks)


def _rows() -> QuerySet[Dossier]:
    return Dossier.objects.select_related("holder", "unit", "deciding_unit", "opened_by", "declared_by")


def _tell(one: _Occasion) -> None:
    row = one.row
    if row.state == flow.RETURNED:
        since = format_date(local_day(row.state_since))
        subject = _("Dossier %(code)s waits for your unit") % {"code": row.code}
        text = _("“%(title)s” was returned on %(day)s. Mend what is named there and send it in again.") % {
            "title": row.title,
            "day": since,
        }
        _to(people_of(row), one, subject, text)
        return
    assert row.due_on is not None
    words = {
        "code": row.code,
        "title": row.title,
        "day": format_date(row.due_on),
        "state": row.get_state_display(),
    }
    if not one.is_late:
        text = _("“%(title)s” has to go on by %(day)s. It is now: %(state)s.") % words
        _to(office_of(row), one, _("Dossier %(code)s is due on %(day)s") % words, text)
        return
    text = _("“%(title)s” should have gone on by %(day)s. It is now: %(state)s.") % words
    subject = _("Dossier %(code)s is late: it was due on %(day)s") % words
    leaders = accounts_with(Right.PROPOSE, row.deciding_unit)
    _to([*office_of(row), *leaders, *([] if one.weeks else people_of(row))], one, subject, text)


def _to(users: Iterable[User], one: _Occasion, subject: str, text: str) -> None:
    tell(
        users=users,
        subject=subject,
        text=text,
        key=one.key,
        kind=NoticeKind.DUE,
        about=about(one.row),
        office=one.row.deciding_unit_id,
    )
