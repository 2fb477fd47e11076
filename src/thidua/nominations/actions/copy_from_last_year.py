"""Begin a dossier with the nominees of an earlier one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.movements.models import Movement
from thidua.nominations import access
from thidua.nominations.actions.add_nominations import add_nominations
from thidua.nominations.actions.moving import moment
from thidua.nominations.actions.open_dossier import open_dossier
from thidua.nominations.clock_rows import local_day
from thidua.nominations.content import DossierContent, NomineeLine
from thidua.nominations.models import Dossier
from thidua.nominations.queries.copying import nominees_to_copy
from thidua.orgs.models import Unit
from thidua.orgs.queries import successor_ids
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused


def copy_from_last_year(
    *,
    dossier: Dossier,
    counting_year: int,
    by: User | None,
    title: str = "",
    unit: Unit | None = None,
    movement: Movement | None = None,
    at: datetime | None = None,
    provenance: str = Provenance.RECORDED,
) -> Dossier:
    """Open a draft with procedure, level and nominees of `dossier` for another year, and return it.

    Who, post and award are copied; achievements, reports, papers and numbers are not: they belong to their year.
    Collectives that ended meanwhile stay out (`nominees_to_copy` tells which). `unit`: the unit that took the place
    of the dossier's own; `movement`: the movement of the new year. Raises Refused, NotAllowed.
    """
    _check(dossier, counting_year, unit, by)
    content = DossierContent(
        title=title or dossier.title.replace(str(dossier.counting_year), str(counting_year)),
        route=dossier.route,
        level=dossier.level,
        counting_year=counting_year,
        movement=movement or dossier.movement,
    )
    rows = nominees_to_copy(dossier, local_day(moment(at))).copied
    lines = [NomineeLine.of(row).for_year(counting_year) for row in rows]
    with transaction.atomic():
        made = open_dossier(unit=unit or dossier.unit, content=content, by=by, at=at, provenance=provenance)
        if lines:
            add_nominations(dossier=made, lines=lines, by=by)
    return made


def _check(dossier: Dossier, counting_year: int, unit: Unit | None, by: User | None) -> None:
    """Raise unless `by` reads the dossier as its unit does, and `unit` took that unit's place."""
    if not access.may_see(by, dossier) or (unit is None and not access.may_write(by, dossier)):
        raise NotAllowed(_("Only officers of %(unit)s prepare its dossiers.") % {"unit": dossier.unit.name})
    if unit is not None and unit.pk != dossier.unit_id and unit.pk not in successor_ids(dossier.unit):
        raise Refused(
            {
                "unit": _("%(unit)s did not take the place of %(old)s. Choose another.")
                % {"unit": unit.name, "old": dossier.unit.name}
            }
        )
    if counting_year <= dossier.counting_year:
        raise Refused({"counting_year": _("Choose a year after that of the dossier which is copied.")})
