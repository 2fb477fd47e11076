"""Take dossiers in: a number each in the register of reception, and the clock starts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from thidua.accounts.models import User
from thidua.core.workflow.dossier import RECEIVE
from thidua.nominations.actions.moving import Step, lock_all, moment, move_all, require_move
from thidua.nominations.clock_rows import local_day
from thidua.nominations.models import Dossier
from thidua.nominations.numbering import reception_numbers


def receive_dossier(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Receive a dossier and return it with its number, its day and its due date; `by` holds it until assigned.

    Two officers who receive it at once take one number: the second is refused. Raises Refused, NotAllowed.
    """
    return receive_all(dossiers=[dossier], by=by, at=at)[0]


def receive_all(*, dossiers: Sequence[Dossier], by: User | None, at: datetime | None = None) -> list[Dossier]:
    """Receive all of `dossiers`, or none, numbered in the order of their codes, and return them.

    As `receive_dossier`.
    """
    with transaction.atomic():
        rows = lock_all(dossiers)
        for row in rows:
            require_move(row, RECEIVE, by)
        day = local_day(moment(at))
        steps: dict[int, Step] = {}
        for office, own in _by_office(rows).items():
            numbers = reception_numbers(office, day.year, len(own))
            for row, number in zip(own, numbers, strict=True):
                values = {
                    "received_on": day,
                    "reception_year": day.year,
                    "reception_number": number,
                    "holder": by,
                }
                steps[row.pk] = Step(values, details={"number": number})
        move_all(rows, RECEIVE, by=by, at=at, steps=steps)
    return rows


def _by_office(rows: Sequence[Dossier]) -> dict[int, list[Dossier]]:
    offices: dict[int, list[Dossier]] = defaultdict(list)
    for row in rows:
        offices[row.deciding_unit_id].append(row)
    return offices
