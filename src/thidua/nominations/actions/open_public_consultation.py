"""Put the nominees of a dossier before the public."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.workflow.dossier import OPEN_TO_PUBLIC
from thidua.nominations.actions.moving import lock, moment, move, refresh_due, require_move
from thidua.nominations.clock_rows import local_day
from thidua.nominations.models import Dossier, PublicConsultation
from thidua.nominations.queries.publicity import plan_publicity
from thidua.support.refusals import Refused


def open_public_consultation(
    *, dossier: Dossier, by: User | None, where: str = "", at: datetime | None = None
) -> PublicConsultation:
    """Open the consultation and return it with its last day: ten working days, or as the law of the award says.

    `where`: the page or paper on which the list is published. Raises Refused, NotAllowed.
    """
    where = clean_line(where)
    if len(where) > 300:
        raise Refused({"where": _("This is longer than 300 characters. Write the address of the page.")})
    with transaction.atomic():
        row = lock(dossier)
        require_move(row, OPEN_TO_PUBLIC, by)
        when = moment(at)
        move(row, OPEN_TO_PUBLIC, by=by, at=at, details={"where": where})
        opened_on = local_day(when)
        plan = plan_publicity(row, opened_on)
        made = PublicConsultation.objects.create(
            dossier=row,
            opened_on=opened_on,
            closes_on=plan.closes_on,
            opened_by=by,
            where=where,
            is_duty=plan.is_duty,
            grounds=plan.grounds[:300],
        )
        refresh_due(row, when)
    return made
