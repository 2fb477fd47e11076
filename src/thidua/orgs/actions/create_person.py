"""Enter a person."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.orgs.actions.person_fields import checked_person
from thidua.orgs.enums import PersonNameOrder
from thidua.orgs.models import Person
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed


def create_person(
    *,
    full_name: str,
    by: User | None,
    honorific: str = "",
    name_order: str = PersonNameOrder.GIVEN_LAST,
    birth_year: int | None = None,
    source: str = "",
    provenance: str = "recorded",
) -> Person:
    """Enter a person and return them; raises NotAllowed, or Refused when the name or the year cannot be."""
    if not may_anywhere(by, Right.MANAGE_PEOPLE):
        raise NotAllowed(_("You have no right to enter persons. Ask the administrator of the system."))
    fields = checked_person(
        full_name=full_name, honorific=honorific, name_order=name_order, birth_year=birth_year, source=source
    )
    with transaction.atomic():
        person = Person.objects.create(**fields, provenance=provenance)
        record(by=by, action="orgs.person_created", subject=person, details={"provenance": provenance})
    return person
