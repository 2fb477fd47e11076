"""Give a person everything that is held about them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.actions import read_personal_data
from thidua.orgs.actions.personal_fields import checked_reason
from thidua.orgs.models import Person, PersonalData
from thidua.orgs.personal.opening import BIRTH_DATE, CITIZEN_ID
from thidua.orgs.personal.rights import require_personal_data
from thidua.orgs.queries.personal_data import personal_data_of
from thidua.registry.extract.gathering import ExtractSection, gathered
from thidua.registry.extract.papers import zipped
from thidua.registry.extract.rows import ExtractRow
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def extract_person(*, person: Person, reason: str, by: User | None) -> bytes:
    """Return a ZIP of JSON and PDF with all data about `person` that `by` may read.

    The log keeps the extract, and the reading of each sealed value. Raises NotAllowed, or Refused without a reason.
    """
    require_personal_data(by, person)
    said = checked_reason(reason)
    with transaction.atomic():
        sealed = _sealed(person, said, by)
        sections = [*([sealed] if sealed.rows else []), *gathered(person, by)]
        record(
            by=by,
            action="orgs.person_extracted",
            subject=person,
            details={"reason": said, "sections": {each.key: len(each.rows) for each in sections}},
        )
    return zipped(person.full_name, sections, made_at=timezone.localtime())


def _sealed(person: Person, reason: str, by: User | None) -> ExtractSection:
    row = personal_data_of(person)
    told: ExtractRow = {}
    labels = {CITIZEN_ID: _("Citizen identity number"), BIRTH_DATE: _("Day of birth")}
    for field, label in labels.items():
        if row is not None and getattr(row, f"{field}_sealed"):
            told[label] = _opened(person, field, reason, by)
    return ExtractSection(PersonalData._meta.label_lower, _("Personal data"), (told,) if told else ())


def _opened(person: Person, field: str, reason: str, by: User | None) -> str:
    try:
        return read_personal_data(person=person, field=field, reason=reason, by=by)
    except NotAllowed:
        raise
    except Refused as refused:  # what cannot be opened is said in its place
        return str(refused)
