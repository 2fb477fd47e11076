"""Write how a pending matter ended."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.access import require_writing_history
from thidua.registry.actions.reasons import cleaned_reason
from thidua.registry.models import PendingMatter
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def conclude_matter(*, matter: PendingMatter, concluded_on: date, conclusion: str, by: User) -> PendingMatter:
    """Conclude a matter and return it; from that day on it suspends nothing.

    Raises NotAllowed, or Refused: without a conclusion, on an impossible day, or when it is concluded already.
    """
    require_writing_history(by, PendingMatter, matter.kept_by)
    said = cleaned_reason(conclusion, "conclusion")
    if not matter.since <= concluded_on <= timezone.localdate():
        raise Refused(
            {
                "concluded_on": _(
                    "Give the day of the conclusion: not before the matter began, not in the future."
                )
            }
        )
    with transaction.atomic():
        row = PendingMatter.objects.select_for_update().get(pk=matter.pk)
        if not row.is_standing or row.concluded_on is not None:
            raise Refused(_("This matter is concluded or withdrawn already. Nothing has been changed."))
        row.concluded_on, row.conclusion = concluded_on, said
        row.save(update_fields=["concluded_on", "conclusion"])
        details = {"concluded_on": concluded_on, "conclusion": said}
        record(by=by, action="registry.matter_concluded", subject=row, details=details)
    return row
