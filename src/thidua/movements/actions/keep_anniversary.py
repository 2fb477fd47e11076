"""Add an anniversary, or correct one."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import local_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements import access
from thidua.movements.models import Anniversary
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused, Sentence


def keep_anniversary(
    *,
    name: str,
    started_year: int,
    by: User,
    started_on: date | None = None,
    source: str = "",
    anniversary: Anniversary | None = None,
) -> Anniversary:
    """Write an anniversary and return it; `name` is what stands after "… năm": "ngày thành lập tỉnh".

    Raises Refused, NotAllowed.
    """
    today = local_date(timezone.now())
    if not access.may_keep_anniversaries(by):
        raise NotAllowed(_("Only officers of the Emulation and Commendation Board keep anniversaries."))
    name = clean_line(name)
    faults: dict[str, Sentence | list[Sentence]] = {}
    if not name:
        faults["name"] = _("Write what is remembered, without the number of years: “ngày thành lập tỉnh”.")
    if not 1 <= started_year <= today.year:
        faults["started_year"] = _("Write the year from which the years are counted, for example 1909.")
    if started_on and started_on.year != started_year:
        faults["started_on"] = _("The day lies in another year than the first year. Correct one of the two.")
    if faults:
        raise Refused(faults)
    row = anniversary or Anniversary()
    row.name, row.started_year, row.started_on = name, started_year, started_on
    row.source = clean_line(source)
    with transaction.atomic():
        row.save()
        about = {"name": name, "started_year": started_year, "started_on": started_on}
        record(by=by, action="movements.anniversary_kept", subject=row, details=about)
    return row
