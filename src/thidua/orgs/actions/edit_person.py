"""Change what is known of a person."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.access import may_edit_person
from thidua.orgs.actions.person_fields import checked_person
from thidua.orgs.models import Person
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import NotAllowed


def edit_person(
    *,
    person: Person,
    full_name: str,
    honorific: str,
    name_order: str,
    birth_year: int | None,
    seen: int,
    by: User | None,
    source: str = "",
) -> Person:
    """Change the fields of `person` and return them; `seen` is the version the editor had before them.

    Raises NotAllowed, Refused for a field that cannot be, EditedMeanwhile when somebody else was faster.
    """
    if not may_edit_person(by, person):
        raise NotAllowed(
            _("You have no right to change “%(name)s”. Ask the unit where they hold a position.")
            % {"name": person.full_name}
        )
    fields = checked_person(
        full_name=full_name, honorific=honorific, name_order=name_order, birth_year=birth_year, source=source
    )
    with transaction.atomic():
        row = Person.objects.select_for_update().get(pk=person.pk)
        changes = apply_edit(row, fields, seen=seen)
        if changes:
            told = {
                name: values for name, values in changes.items() if name not in {"sort_key", "folded_name"}
            }
            record(by=by, action="orgs.person_edited", subject=row, details=told)
    return row
