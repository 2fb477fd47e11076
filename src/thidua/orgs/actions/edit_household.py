"""Change what is known of a household."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import may_edit_household, require
from thidua.orgs.models import Household, Person, Unit
from thidua.orgs.queries.addresses import address_as_of
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit, misfits
from thidua.support.refusals import NotAllowed, Refused


def edit_household(
    *,
    household: Household,
    head: Person,
    address_unit: Unit | None,
    address_on: date | None,
    address_text: str,
    source: str,
    seen: int,
    by: User | None,
) -> Household:
    """Change the fields of `household` and return it; `seen` is the version the editor had before them.

    Without a text the address is written from `address_unit` as of `address_on`. Raises NotAllowed, Refused for a
    field that cannot be, EditedMeanwhile when somebody else was faster.
    """
    if not may_edit_household(by, household):
        raise NotAllowed(_("You have no right to change this household. Ask the unit where it lives."))
    if address_unit is not None and address_unit != household.address_unit:
        require(by, Right.MANAGE_PEOPLE, address_unit)
    text = clean_line(address_text)
    if not text and address_unit is not None and address_on is not None:
        text = address_as_of(address_unit, address_on)
    if not text and address_unit is not None:
        raise Refused({"address_on": _("Give the day of the address, or write the address as printed.")})
    values = {
        "head": head,
        "address_unit": address_unit,
        "address_on": address_on,
        "address_text": text,
        "source": clean_line(source),
    }
    if faults := misfits(Household, values):
        raise Refused(faults)
    with transaction.atomic():
        row = Household.objects.select_for_update(of=("self",)).select_related("head").get(pk=household.pk)
        changes = apply_edit(row, values, seen=seen)
        if changes:
            record(by=by, action="orgs.household_edited", subject=row, details=changes)
    return row
