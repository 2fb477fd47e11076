"""Write down that somebody agreed to be named in public, refused, or took it back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.workflow.role_model_proposal import GIVE_CONSENT, REFUSE_CONSENT
from thidua.movements.actions.role_model_moves import drop_photos, follow_role_model, take_down
from thidua.movements.enums import Consent, ConsentWay, SubjectKind
from thidua.movements.models import ConsentRecord, RoleModel
from thidua.movements.record_access import require_keeping_records
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused


def record_consent(
    *, role_model: RoleModel, given: bool | None, way: str, said_on: date | None, note: str = "", by: User
) -> ConsentRecord:
    """Record what was said, let it count at once, and return the record.

    Without consent a public story comes down with the same write, and all photos are deleted. Raises
    NotAllowed, or Refused per field at fault.
    """
    require_keeping_records(by, role_model.found_by)
    if role_model.subject_kind == SubjectKind.COLLECTIVE:
        raise Refused(_("A collective is not asked. Take its story down if it does not wish to be shown."))
    values: dict[str, object] = {"given": given, "way": way, "said_on": said_on, "note": clean_line(note)}
    if faults := _faults(values):
        raise Refused(faults)
    with transaction.atomic():
        row = RoleModel.objects.select_for_update(of=("self",)).get(pk=role_model.pk)
        said = ConsentRecord(role_model=row, recorded_by=by, **values)
        said.save()
        row.consent = Consent.GIVEN if given else Consent.REFUSED
        row.version += 1
        row.save(update_fields=["consent", "version"])
        action = "movements.consent_given" if given else "movements.consent_refused"
        record(by=by, action=action, subject=row, details={**values, "consent": row.consent})
        if not given:
            take_down(row, _("The one it names does not wish to be named."), by=by)
            drop_photos(row, by=by)
        follow_role_model(row, GIVE_CONSENT if given else REFUSE_CONSENT)
    return said


def _faults(values: dict[str, object]) -> Faults:
    faults = misfits(ConsentRecord, values)
    if values["given"] is None:
        faults["given"] = _("Say whether they agreed to be named.")
    if values["way"] not in ConsentWay.values:
        faults["way"] = _("Say how they were asked.")
    said_on = values["said_on"]
    if not isinstance(said_on, date):
        faults["said_on"] = _("Write the day on which it was said.")
    elif said_on > timezone.localdate():
        faults["said_on"] = _("This day is still to come. Write when it was said.")
    return faults
