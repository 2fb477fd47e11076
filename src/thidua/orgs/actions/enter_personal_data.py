"""Enter or correct the number of citizen and the day of birth of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.actions.personal_fields import (
    PersonalFields,
    checked_personal_data,
    doubts_about,
)
from thidua.orgs.models import Person, PersonalData
from thidua.orgs.personal.opening import BIRTH_DATE, CITIZEN_ID, birth_date_of, citizen_id_of, is_at_home
from thidua.orgs.personal.rights import require_personal_data
from thidua.orgs.personal.sealing import CannotBeOpened, fingerprint, seal
from thidua.orgs.queries.personal_data import holders_of
from thidua.support.audit.actions.record import record
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import Sentence


@dataclass(frozen=True)
class Entered:
    """The row, and sentences about what does not fit; it is stored all the same."""

    row: PersonalData
    doubts: tuple[Sentence, ...] = ()


def enter_personal_data(
    *,
    person: Person,
    citizen_id: str,
    birth_date: date | None,
    seen: int,
    by: User | None,
    source: str = "",
) -> Entered:
    """Store what identifies the person, sealed, and return it; `seen` is the version shown before (0: none yet).

    What is empty stays as it is: erasing is an action of its own. The log tells which fields changed, never a value.
    Raises NotAllowed, Refused for a field that cannot be, EditedMeanwhile when somebody else was faster.
    """
    require_personal_data(by, person)
    with transaction.atomic():
        locked = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
        fields = checked_personal_data(
            person=locked, citizen_id=citizen_id, birth_date=birth_date, source=source
        )
        row = PersonalData.objects.select_for_update().filter(person=locked).first()
        row = row or PersonalData(person=locked, sealed_for=locked.pk, version=0)
        changed = _changed(row, fields)
        if changed:
            _stored(row, fields, changed, seen)
            record(
                by=by, action="orgs.personal_data_entered", subject=row, details={"personal_data": changed}
            )
            _year_kept(locked, fields, by)
        doubts = [*doubts_about(locked, fields), *_held_by_others(locked, fields)]
    return Entered(row, tuple(doubts))


def _changed(row: PersonalData, fields: PersonalFields) -> list[str]:
    try:
        now: dict[str, Any] = {CITIZEN_ID: citizen_id_of(row), BIRTH_DATE: birth_date_of(row)}
    except CannotBeOpened:  # what cannot be read any more is written again
        now = {CITIZEN_ID: "", BIRTH_DATE: ""}
    now["source"] = row.source
    return [name for name, value in now.items() if getattr(fields, name) not in (None, "", value)]


def _stored(row: PersonalData, fields: PersonalFields, changed: list[str], seen: int) -> None:
    if seen != row.version:
        # Not even here are the values told: whoever may read them reads them on the page.
        sentence = _("Somebody else has saved this meanwhile. Save again to keep what you have written.")
        raise EditedMeanwhile({name: [sentence] for name in changed}, row.version)
    if not is_at_home(row):  # whoever was merged keeps their row: it goes back when the merger is taken back
        row.sealed_for = row.person_id
        row.citizen_id_sealed = row.citizen_id_kind = row.citizen_id_fingerprint = row.birth_date_sealed = ""
    if fields.citizen_id:
        digits = fields.citizen_id.digits
        row.citizen_id_sealed = seal(digits, column=CITIZEN_ID, person_id=row.sealed_for)
        row.citizen_id_kind = fields.citizen_id.kind
        row.citizen_id_fingerprint = fingerprint(digits, column=CITIZEN_ID)
    if fields.birth_date:
        day = fields.birth_date.isoformat()
        row.birth_date_sealed = seal(day, column=BIRTH_DATE, person_id=row.sealed_for)
    row.source = fields.source or row.source
    row.changed_on, row.erased_on = timezone.localdate(), None
    row.version += 1
    row.save()


def _year_kept(person: Person, fields: PersonalFields, by: User | None) -> None:
    """The year of birth is known to ordinary queries; where nobody wrote it, the day tells it."""
    if fields.birth_date is None or person.birth_year is not None:
        return
    person.birth_year = fields.birth_date.year
    person.version += 1
    person.save(update_fields=["birth_year", "version"])
    record(
        by=by,
        action="orgs.person_edited",
        subject=person,
        details={"birth_year": [None, fields.birth_date.year]},
    )


def _held_by_others(person: Person, fields: PersonalFields) -> list[Sentence]:
    if fields.citizen_id is None:
        return []
    others = holders_of(fields.citizen_id).exclude(pk=person.pk).filter(merged_into=None)
    return (
        [_("Somebody else on record has the same number: they may be one person. See “Who is who”.")]
        if others.exists()
        else []
    )
