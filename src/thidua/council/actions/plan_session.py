"""Plan a session, and name its tellers."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked, require_running
from thidua.council.enums import Body, SessionState
from thidua.council.models import PaperCount, Session
from thidua.council.telling import PLANNED, tell_members
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@logs_refusals
def plan_session(
    *,
    unit: Unit,
    title: str,
    place: str,
    opens_at: datetime,
    closes_at: datetime,
    by: User,
    body: str = Body.COUNCIL,
    provenance: str = Provenance.RECORDED,
) -> Session:
    """Plan the next session of the year and return it. Raises NotAllowed; Refused with a sentence per field."""
    require_keeping(by, unit)
    values = {"title": clean_line(title), "place": clean_line(place)}
    faults = misfits(Session, values)
    for field, text in values.items():
        if not text:
            faults[field] = _("Fill this in: it is printed in the minutes.")
    if closes_at <= opens_at:
        faults["closes_at"] = _("The session closes before it opens. Put the times in order.")
    if body not in Body.values:
        faults["body"] = _("Choose who meets.")
    if faults:
        raise Refused(faults)
    year = timezone.localdate(opens_at).year
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=unit.pk)  # numbers follow one another
        last = Session.objects.filter(unit=unit, year=year).aggregate(last=Max("number"))["last"]
        row = Session.objects.create(
            unit=unit,
            body=body,
            year=year,
            number=(last or 0) + 1,
            opens_at=opens_at,
            closes_at=closes_at,
            provenance=provenance,
            **values,
        )
        record(by=by, action="council.session_planned", subject=row, details=values | {"body": body})
        if closes_at > timezone.now():  # nobody is invited to what is over
            tell_members(row, PLANNED)
    return row


@logs_refusals
def name_tellers(*, session: Session, first: User, second: User, by: User) -> Session:
    """Name the two people who count the paper ballots, each alone. Raises NotAllowed, Refused."""
    require_keeping(by, session.unit)
    with transaction.atomic():
        row = locked(session)
        if row.state != SessionState.PLANNED:
            require_running(row)
        if first.pk == second.pk:
            raise Refused({"second": _("Two different people count the ballots. Choose another.")})
        if PaperCount.objects.filter(item__session=row).exists():
            raise Refused(_("Counting has begun; the tellers no longer change."))
        row.first_teller, row.second_teller, row.version = first, second, row.version + 1
        row.save(update_fields=["first_teller", "second_teller", "version"])
        details = {"first_teller": str(first), "second_teller": str(second)}
        record(by=by, action="council.tellers_named", subject=row, details=details)
    return row
