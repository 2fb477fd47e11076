"""Enter a household."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import may_anywhere, require
from thidua.orgs.models import Household, Person, Unit
from thidua.orgs.queries.addresses import address_as_of
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed


def create_household(
    *,
    head: Person,
    by: User | None,
    address_unit: Unit | None = None,
    address_text: str = "",
    address_on: date | None = None,
    source: str = "",
    provenance: str = "recorded",
) -> Household:
    """Enter the household of `head` and return it.

    The address is kept as printed; without a text it is written from `address_unit` as of `address_on` (today).
    Raises NotAllowed without the right on that unit.
    """
    if address_unit is not None:
        require(by, Right.MANAGE_PEOPLE, address_unit)
    elif not may_anywhere(by, Right.MANAGE_PEOPLE):
        raise NotAllowed(_("You have no right to enter households. Ask the administrator of the system."))
    text = clean_line(address_text)
    if address_unit is not None:
        address_on = address_on or timezone.localdate()
        text = text or address_as_of(address_unit, address_on)
    with transaction.atomic():
        household = Household.objects.create(
            head=head,
            address_unit=address_unit,
            address_text=text,
            address_on=address_on,
            source=clean_line(source),
            provenance=provenance,
        )
        record(
            by=by,
            action="orgs.household_created",
            subject=household,
            details={"address": text, "provenance": provenance},
        )
    return household
