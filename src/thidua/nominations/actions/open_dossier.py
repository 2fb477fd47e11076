"""Begin a dossier."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date
from thidua.core.workflow.dossier import OPEN
from thidua.nominations import access
from thidua.nominations.actions.moving import log_move, moment
from thidua.nominations.clock_rows import local_day
from thidua.nominations.content import DossierContent
from thidua.nominations.dossier_log import DossierLog
from thidua.nominations.enums import Level
from thidua.nominations.models import Dossier
from thidua.nominations.numbering import dossier_code
from thidua.orgs.enums import COMMUNE_LEVEL, UnitKind
from thidua.orgs.models import Unit
from thidua.orgs.queries import ancestors
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused


def open_dossier(
    *,
    unit: Unit,
    content: DossierContent,
    by: User | None,
    at: datetime | None = None,
    provenance: str = Provenance.RECORDED,
) -> Dossier:
    """Make a draft of `unit` with a code of its own, and return it. Raises Refused, NotAllowed."""
    values = content.cleaned()
    when = moment(at)
    if unit.exists_to is not None and unit.exists_to < local_day(when):
        raise Refused(
            {
                "unit": _("%(unit)s ended on %(day)s. Prepare the dossier for the unit that took its place.")
                % {"unit": unit.name, "day": format_date(unit.exists_to)}
            }
        )
    office = deciding_unit_of(unit, content.level, when)
    if not access.may_open(by, unit, office):
        raise NotAllowed(_("Only officers of %(unit)s prepare its dossiers.") % {"unit": unit.name})
    with transaction.atomic():
        row = Dossier.objects.create(
            code=dossier_code(local_day(when).year),
            unit=unit,
            deciding_unit=office,
            opened_at=when,
            opened_by=by,
            state_since=when,
            provenance=provenance,
            **values,
        )
        log_move(row, OPEN, source="", by=by, at=when, log=DossierLog())
        record(by=by, action="nominations.opened", subject=row, details={"unit": unit.key, **values})
    return row


def deciding_unit_of(unit: Unit, level: str, at: datetime) -> Unit:
    """Return whose office decides at `level` about what `unit` sends: itself, its commune, or its province.

    Raises Refused on `level` where `unit` stands below no such office.
    """
    if level == Level.UNIT:
        return unit
    kinds = COMMUNE_LEVEL if level == Level.COMMUNE else {UnitKind.PROVINCE}
    for one in (unit, *ancestors(unit, local_day(at))):
        if one.kind in kinds:
            return one
    raise Refused({"level": _("%(unit)s does not belong to a unit of this level.") % {"unit": unit.name}})
