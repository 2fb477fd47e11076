"""When the unit may write, and what its writing mends."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.dossier import EDITABLE
from thidua.nominations import access
from thidua.nominations.models import Dossier, Nomination
from thidua.support.refusals import NotAllowed, Refused


def require_writing(by: User | None, row: Dossier) -> None:
    """Raise NotAllowed unless `by` writes for the unit, Refused unless the dossier lies with the unit."""
    if not access.may_write(by, row):
        raise NotAllowed(_("Only officers of %(unit)s change its dossiers.") % {"unit": row.unit.name})
    if row.state not in EDITABLE:
        raise Refused(
            _("The dossier is “%(state)s” and cannot be changed. Recall it, or ask the office to return it.")
            % {"state": row.get_state_display()}
        )


def mend_fields(row: Dossier, nomination: Nomination | None, fields: Iterable[str], by: User | None) -> int:
    """Mark the open faults tied to `fields` as mended, and return how many there were."""
    return row.faults.filter(nomination=nomination, field__in=list(fields), mended_at__isnull=True).update(
        mended_at=timezone.now(), mended_by=by
    )
