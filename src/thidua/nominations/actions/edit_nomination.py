"""Change what is said of one nominee."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.lawbook.queries import current_book
from thidua.nominations.actions.moving import lock
from thidua.nominations.actions.writing import mend_fields, require_writing
from thidua.nominations.content import NomineeLine
from thidua.nominations.models import Nomination
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import Refused

_DERIVED = ("recipient_sort_key", "folded_name")


def edit_nomination(
    *, nomination: Nomination, line: NomineeLine, version: int, by: User | None
) -> Nomination:
    """Write `line` and return the nomination. Raises Refused (EditedMeanwhile), NotAllowed.

    Faults of a return tied to a changed field are marked as mended.
    """
    faults = line.faults(current_book())
    with transaction.atomic():
        dossier = lock(nomination.dossier)
        require_writing(by, dossier)
        if faults:
            raise Refused(faults)
        row = Nomination.objects.select_for_update().get(pk=nomination.pk, dossier=dossier)
        values = line.values()
        derived = {name: values.pop(name) for name in _DERIVED}
        try:
            with transaction.atomic():
                changes = apply_edit(row, values, seen=version, derived=derived)
        except IntegrityError as fault:
            raise Refused(_("This recipient is in the dossier already for the same award.")) from fault
        if changes:
            mend_fields(dossier, row, changes, by)
            record(by=by, action="nominations.nominee_edited", subject=row, details=changes)
    return row
