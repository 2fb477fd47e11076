"""Take back the Board's answer to a question of reading."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.lawbook.access import require_keeping_law
from thidua.lawbook.actions.stamping import changing_book
from thidua.lawbook.models import BoardSetting
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def withdraw_reading(*, setting: BoardSetting, by: User) -> BoardSetting:
    """Let the answer no longer hold: the one before it, or the default, holds again. It stays in the history.

    Raises NotAllowed, or Refused when it was taken back before.
    """
    require_keeping_law(by)
    with changing_book():
        row = BoardSetting.objects.select_for_update().get(pk=setting.pk)
        if row.withdrawn_at is not None:
            raise Refused(_("This answer has already been taken back."))
        row.withdrawn_at, row.withdrawn_by = timezone.now(), by
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        details = {"value": row.value, "decision_number": row.decision_number}
        record(by=by, action="lawbook.reading_withdrawn", subject=row, details=details)
    return row
