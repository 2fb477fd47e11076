"""Say that a person holds a position."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import require
from thidua.orgs.actions.naming import logged
from thidua.orgs.models import Person, Position, Unit
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence


def add_position(
    *,
    person: Person,
    unit: Unit,
    title: str,
    by: User | None,
    valid_from: date | None = None,
    valid_to: date | None = None,
    order: int = 100,
) -> Position:
    """Enter that `person` is `title` in `unit` and return the position; several may be held at once.

    Raises NotAllowed, or Refused when the title is empty, the dates run backwards, or the position is known.
    """
    require(by, Right.MANAGE_PEOPLE, unit)
    title = clean_line(title)
    faults: dict[str, Sentence] = {}
    if not title:
        faults["title"] = _("Write the title, such as “Trưởng thôn”.")
    elif Position.objects.filter(
        person=person, unit=unit, title__iexact=title, valid_to__isnull=True
    ).exists():
        faults["title"] = _("“%(person)s” already holds this position. End it first, or leave it.") % {
            "person": person.full_name
        }
    if valid_from and valid_to and valid_to < valid_from:
        faults["valid_to"] = _("The last day is before the first. Put the days in order.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        position = Position.objects.create(
            person=person, unit=unit, title=title, valid_from=valid_from, valid_to=valid_to, order=order
        )
        record(
            by=by,
            action="orgs.position_added",
            subject=person,
            details={"title": title, "unit": logged(unit), "from": valid_from, "to": valid_to},
        )
    return position
