"""Erase the personal data of a person; what they were awarded stays."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.actions.personal_fields import checked_reason
from thidua.orgs.models import Person, PersonalData
from thidua.orgs.personal.rights import require_personal_data
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def erase_personal_data(*, person: Person, reason: str, by: User | None) -> PersonalData:
    """Erase number, fingerprint and day of birth, and return the row, which stays empty with the day.

    Awards, positions and the year of birth stay: they are the public record. Raises NotAllowed, or Refused without a
    reason or where nothing is kept.
    """
    require_personal_data(by, person)
    said = checked_reason(reason)
    with transaction.atomic():
        row = PersonalData.objects.select_for_update().filter(person=person, erased_on=None).first()
        if row is None:
            raise Refused(_("No personal data of this person are kept."))
        kept = [name for name in ("citizen_id", "birth_date") if getattr(row, f"{name}_sealed")]
        row.citizen_id_sealed = row.citizen_id_kind = row.citizen_id_fingerprint = ""
        row.birth_date_sealed = row.source = ""
        row.changed_on = row.erased_on = timezone.localdate()
        row.version += 1
        row.save()
        record(
            by=by,
            action="orgs.personal_data_erased",
            subject=row,
            details={"personal_data": kept, "reason": said},
        )
    return row
