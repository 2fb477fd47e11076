"""Say until when a person held a position."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.orgs.access import require
from thidua.orgs.actions.naming import logged
from thidua.orgs.models import Position
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def end_position(*, position: Position, last_day: date, by: User | None) -> Position:
    """Let `position` end with `last_day`; raises NotAllowed, or Refused when it began later or has ended."""
    require(by, Right.MANAGE_PEOPLE, position.unit)
    with transaction.atomic():
        row = Position.objects.select_for_update().select_related("person", "unit").get(pk=position.pk)
        if row.valid_to:
            raise Refused(
                {
                    "last_day": _("This position already ended on %(day)s.")
                    % {"day": format_date(row.valid_to)}
                }
            )
        if row.valid_from and last_day < row.valid_from:
            raise Refused(
                {
                    "last_day": _("The position began on %(day)s. Choose a later day.")
                    % {"day": format_date(row.valid_from)}
                }
            )
        row.valid_to = last_day
        row.save(update_fields=["valid_to"])
        record(
            by=by,
            action="orgs.position_ended",
            subject=row.person,
            details={"title": row.title, "unit": logged(row.unit), "to": last_day},
        )
    return row
