"""End a member's term."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.models import CouncilMember
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


@logs_refusals
def end_term(*, member: CouncilMember, until: date, by: User | None) -> CouncilMember:
    """Let the term end with the day `until` and return the seat; what was voted before stays.

    Raises NotAllowed; Refused for a term that ended already or a day before it began.
    """
    require_keeping(by, member.unit)
    with transaction.atomic():
        row = CouncilMember.objects.select_for_update().get(pk=member.pk)
        if row.until is not None and row.until <= until:
            raise Refused(
                {"until": _("This term already ends on %(day)s.") % {"day": format_date(row.until)}}
            )
        if until < row.since:
            raise Refused({"until": _("The last day is before the first. Put the days in order.")})
        row.until, row.version = until, row.version + 1
        row.save(update_fields=["until", "version"])
        record(by=by, action="council.term_ended", subject=row, details={"until": until})
    return row
