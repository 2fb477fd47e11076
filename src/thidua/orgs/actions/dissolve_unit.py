"""Dissolve a unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import require
from thidua.orgs.actions.ending import ONE_DAY, check_standing, end_before, link, locked
from thidua.orgs.actions.naming import logged
from thidua.orgs.enums import Certainty, ChangeKind
from thidua.orgs.models import Unit, UnitChange
from thidua.orgs.queries.as_of import children
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def dissolve_unit(
    *,
    unit: Unit,
    on: date,
    by: User | None,
    successors: Sequence[Unit] = (),
    successors_unknown: bool = False,
    act: str = "",
    note: str = "",
) -> UnitChange:
    """Let `unit` end with the day before `on`; its parts go to `successors`, to nobody, or it is not known whom.

    Raises NotAllowed, or Refused when it does not stand on the day before, or units still stand below it.
    """
    require(by, Right.MANAGE_UNITS, unit)
    act, note = clean_line(act), clean_line(note)
    with transaction.atomic():
        (old,) = locked([unit])
        check_standing([old], on - ONE_DAY, "unit")
        check_standing(successors, on, "successors")
        left = [child.name for child in children(old, on)]
        if left:
            raise Refused(
                {
                    "unit": _("Move these units first, they stand below it: %(units)s.")
                    % {"units": ", ".join(left)}
                }
            )
        end_before(old, on)
        change = UnitChange.objects.create(date=on, kind=ChangeKind.DISSOLVE, act=act)
        for successor in successors:
            part = len(successors) > 1 or successors_unknown
            link(change, old, successor, part=part, certainty=Certainty.CONFIRMED, note=note)
        if successors_unknown or not successors:
            certainty = Certainty.UNKNOWN if successors_unknown else Certainty.CONFIRMED
            link(change, old, None, part=bool(successors), certainty=certainty, note=note)
        record(
            by=by,
            action="orgs.unit_dissolved",
            subject=old,
            details={
                "new": [logged(successor) for successor in successors],
                "unknown": successors_unknown,
                "from": on,
                "act": act,
            },
        )
    return change
