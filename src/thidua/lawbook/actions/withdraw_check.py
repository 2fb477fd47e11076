"""Take back the check of a provision."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.lawbook.access import require_keeping_law
from thidua.lawbook.actions.stamping import changing_book
from thidua.lawbook.models import ProvisionCheck
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def withdraw_check(*, check: ProvisionCheck, by: User) -> ProvisionCheck:
    """Let the check no longer hold; it stays in the history. Raises NotAllowed, or Refused when it was taken back."""
    require_keeping_law(by)
    with changing_book():
        row = ProvisionCheck.objects.select_for_update().get(pk=check.pk)
        if row.withdrawn_at is not None:
            raise Refused(_("This check has already been taken back."))
        row.withdrawn_at, row.withdrawn_by = timezone.now(), by
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        record(by=by, action="lawbook.check_withdrawn", subject=row, details={"checked_on": row.checked_on})
    return row
