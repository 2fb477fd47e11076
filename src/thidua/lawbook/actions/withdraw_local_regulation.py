"""Take a local regulation out of use."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.lawbook.access import require_keeping_law
from thidua.lawbook.actions.stamping import changing_book
from thidua.lawbook.models import LocalRegulation
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def withdraw_local_regulation(*, regulation: LocalRegulation, by: User) -> LocalRegulation:
    """Lay the regulation over the law no longer; the document stays in the history.

    Raises NotAllowed, or Refused when it was taken out of use before.
    """
    require_keeping_law(by)
    with changing_book():
        row = LocalRegulation.objects.select_for_update().get(pk=regulation.pk)
        if row.withdrawn_at is not None:
            raise Refused(_("This regulation has already been taken out of use."))
        row.withdrawn_at, row.withdrawn_by = timezone.now(), by
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        record(by=by, action="lawbook.regulation_withdrawn", subject=row, details={"code": row.code})
    return row
