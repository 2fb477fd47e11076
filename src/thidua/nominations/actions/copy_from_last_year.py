"""Begin a dossier with the nominees of an earlier one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.nominations import access
from thidua.nominations.actions.add_nominations import add_nominations
from thidua.nominations.actions.open_dossier import open_dossier
from thidua.nominations.content import DossierContent, NomineeLine
from thidua.nominations.models import Dossier
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused


def copy_from_last_year(
    *,
    dossier: Dossier,
    counting_year: int,
    by: User | None,
    title: str = "",
    at: datetime | None = None,
    provenance: str = Provenance.RECORDED,
) -> Dossier:
    """Open a draft with procedure, level and nominees of `dossier` for another year, and return it.

    Who, post and award are copied; achievements, reports, papers and numbers are not: they belong to their year.
    Raises Refused, NotAllowed.
    """
    if not access.may_write(by, dossier):
        raise NotAllowed(_("Only officers of %(unit)s prepare its dossiers.") % {"unit": dossier.unit.name})
    if counting_year <= dossier.counting_year:
        raise Refused({"counting_year": _("Choose a year after that of the dossier which is copied.")})
    content = DossierContent(
        title=title or dossier.title.replace(str(dossier.counting_year), str(counting_year)),
        route=dossier.route,
        level=dossier.level,
        counting_year=counting_year,
        movement=dossier.movement,
    )
    rows = dossier.nominations.select_related("person", "unit", "household").order_by("ordinal")
    lines = [NomineeLine.of(row).for_year(counting_year) for row in rows]
    with transaction.atomic():
        made = open_dossier(unit=dossier.unit, content=content, by=by, at=at, provenance=provenance)
        if lines:
            add_nominations(dossier=made, lines=lines, by=by)
    return made
