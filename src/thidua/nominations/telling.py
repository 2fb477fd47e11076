"""What the unit and the office are told of a dossier's moves; written in the transaction of the move."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.calendar.working_days import national_calendar
from thidua.core.vietnamese.dates import format_date
from thidua.core.workflow import dossier as flow
from thidua.nominations.models import Dossier, DossierMove
from thidua.orgs.access import accounts_with
from thidua.support.notices.actions import tell

# What the unit is told; the decision itself is told by who signs it.
TO_UNIT: Final[dict[str, Promise]] = {
    flow.RECEIVE: gettext_lazy("Dossier %(code)s was received"),
    flow.RETURN: gettext_lazy("Dossier %(code)s was returned for completion"),
    flow.CONCLUDE: gettext_lazy("Dossier %(code)s was appraised"),
    flow.PROPOSE: gettext_lazy("Dossier %(code)s was proposed for decision"),
    flow.CANCEL: gettext_lazy("Dossier %(code)s was closed without a result"),
}
TO_OFFICE: Final[dict[str, Promise]] = {
    flow.SUBMIT: gettext_lazy("Dossier %(code)s waits to be received"),
    flow.RESUBMIT: gettext_lazy("Dossier %(code)s was completed and sent in again"),
}
SOON: Final = 2  # working days before a step is due


def tell_of_move(row: Dossier, logged: DossierMove) -> None:
    """Tell whom the move concerns, once; in the transaction of the move."""
    if logged.verb in TO_UNIT:
        _tell(row, people_of(row), TO_UNIT[logged.verb], logged)
    elif logged.verb in TO_OFFICE:
        office = [row.holder] if row.holder else accounts_with(Right.RECEIVE_DOSSIER, row.deciding_unit)
        _tell(row, office, TO_OFFICE[logged.verb], logged)


def remind_due_soon(today: date) -> int:
    """Tell the holders (else all who appraise) of dossiers whose step is due soon or late; return how many dossiers.

    Told once for each due day.
    """
    last = today
    while national_calendar().working_days_between(today, last) < SOON:
        last += timedelta(days=1)
    rows = Dossier.objects.filter(state__in=flow.CLOCK_RUNS, due_on__lte=last, suspended=False)
    found = list(rows.select_related("holder", "deciding_unit").order_by("due_on", "pk"))
    for row in found:
        assert row.due_on is not None
        people = [row.holder] if row.holder else accounts_with(Right.APPRAISE, row.deciding_unit)
        with transaction.atomic():
            tell(
                users=people,
                subject=_("Dossier %(code)s is due on %(day)s")
                % {"code": row.code, "day": format_date(row.due_on)},
                text=_("“%(title)s” has to go on by %(day)s. It is now: %(state)s.")
                % {"title": row.title, "day": format_date(row.due_on), "state": row.get_state_display()},
                key=f"dossier/{row.pk}/due/{row.due_on}",
            )
    return len(found)


def people_of(row: Dossier) -> list[User]:
    """Return who opened the dossier and who declared it, each once."""
    return list(dict.fromkeys(user for user in (row.opened_by, row.declared_by) if user is not None))


def _tell(row: Dossier, users: Iterable[User | None], subject: Promise, logged: DossierMove) -> None:
    lines = [_("“%(title)s” is now: %(state)s.") % {"title": row.title, "state": row.get_state_display()}]
    if logged.reason:
        lines.append(_("Reason: %(reason)s") % {"reason": logged.reason})
    tell(
        users=users,
        subject=str(subject) % {"code": row.code},
        text="\n".join(lines),
        key=f"dossier/{row.pk}/move/{logged.ordinal}",
    )
