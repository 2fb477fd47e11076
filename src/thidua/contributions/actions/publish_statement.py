"""Publish the statement of a month: a file that never changes, and a month into which nothing is dated any more."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.actions.locking import locked_drive
from thidua.contributions.models import Drive, MonthlyStatement
from thidua.contributions.papers.statement import write_statement_pdf
from thidua.support.audit.actions.record import record
from thidua.support.files.actions import store_file
from thidua.support.refusals import Refused


def publish_statement(*, drive: Drive, year: int, month: int, by: User) -> MonthlyStatement:
    """Publish the statement of a month that is over and return it.

    Raises NotAllowed, or Refused where the month is not over, has no line, or is published already.
    """
    today = timezone.localdate()
    if not (1 <= month <= 12 and 1900 <= year <= today.year) or (year, month) >= (today.year, today.month):
        raise Refused(
            _("This month is not over. Publish its statement from the first day of the next month.")
        )
    ends_on = date(year, month, monthrange(year, month)[1])
    with transaction.atomic():
        locked = locked_drive(drive.pk, by)
        if locked.statements.filter(year=year, month=month).exists():
            raise Refused(_("The statement of this month is published already. Nothing was changed."))
        if not locked.ledger_lines.filter(entered_on__year=year, entered_on__month=month).exists():
            raise Refused(_("The ledger has no line in this month. Choose a month with lines."))
        name = f"so-ung-ho-{locked.slug}-{year}-{month:02d}.pdf"
        statement = MonthlyStatement.objects.create(
            drive=locked,
            year=year,
            month=month,
            ends_on=ends_on,
            published_on=today,
            published_by=by,
            file=store_file(data=write_statement_pdf(locked, year, month), name=name, by=by),
        )
        details = {"drive": locked, "sha256": statement.file.sha256}
        record(by=by, action="contributions.statement_published", subject=statement, details=details)
    return statement
