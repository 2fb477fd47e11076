"""Write what the law asks of a collective itself."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.orgs.models import Unit
from thidua.registry.access import require_keeping
from thidua.registry.content.years import fault_of_year
from thidua.registry.models import UnitTraits
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


def describe_unit(
    *,
    unit: Unit,
    founded: int | None,
    eligible_for_flag: bool | None,
    version: int = 0,
    provenance: str = Provenance.RECORDED,
    by: User,
) -> UnitTraits:
    """Write when the unit was founded and whether it may be given a flag; return the row.

    `version` as the person saw it, 0 where nothing was written. Raises NotAllowed, Refused, EditedMeanwhile.
    """
    require_keeping(by, unit)
    if founded is not None and (fault := fault_of_year(founded)):
        raise Refused({"founded": fault})
    values = {"founded": founded, "eligible_for_flag": eligible_for_flag, "provenance": provenance}
    with transaction.atomic():
        row, created = UnitTraits.objects.select_for_update().get_or_create(unit=unit, defaults=values)
        changes = values if created else apply_edit(row, values, seen=version)
        if changes:
            record(by=by, action="registry.unit_described", subject=row, details=changes)
    return row
