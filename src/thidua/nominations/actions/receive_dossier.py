"""Take a dossier in: a number in the register of reception, and the clock starts."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from thidua.accounts.models import User
from thidua.core.workflow.dossier import RECEIVE
from thidua.nominations.actions.moving import lock, moment, move, require_move
from thidua.nominations.clock_rows import local_day
from thidua.nominations.models import Dossier
from thidua.nominations.numbering import reception_number


def receive_dossier(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Receive a dossier and return it with its number, its day and its due date; `by` holds it until assigned.

    Two officers who receive it at once take one number: the second is refused. Raises Refused, NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        require_move(row, RECEIVE, by)
        day = local_day(moment(at))
        values = {
            "received_on": day,
            "reception_year": day.year,
            "reception_number": reception_number(row.deciding_unit_id, day.year),
            "holder": by,
        }
        move(row, RECEIVE, by=by, at=at, values=values, details={"number": values["reception_number"]})
    return row
