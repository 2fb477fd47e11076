"""Change what a draft or returned dossier says of itself."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.nominations.actions.moving import lock
from thidua.nominations.actions.open_dossier import deciding_unit_of
from thidua.nominations.actions.writing import mend_fields, require_writing
from thidua.nominations.content import DossierContent
from thidua.nominations.models import Dossier
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import Refused


def edit_dossier(*, dossier: Dossier, content: DossierContent, version: int, by: User | None) -> Dossier:
    """Write `content` and return the dossier. Raises Refused (EditedMeanwhile), NotAllowed.

    Procedure and level are settled once the office has received the dossier.
    """
    values = content.cleaned()
    with transaction.atomic():
        row = lock(dossier)
        require_writing(by, row)
        if row.received_on is not None and (row.route, row.level) != (content.route, content.level):
            raise Refused(
                {
                    "route": _(
                        "The office received the dossier under this procedure. Ask it to close the dossier."
                    )
                }
            )
        office = deciding_unit_of(row.unit, content.level, timezone.now())
        changes = apply_edit(row, values, seen=version, derived={"deciding_unit": office})
        if changes:
            mend_fields(row, None, changes, by)
            record(by=by, action="nominations.edited", subject=row, details=changes)
    return row
