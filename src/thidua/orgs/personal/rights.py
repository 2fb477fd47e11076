"""Whose personal data somebody may read and enter."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import Visitor, holds_everywhere, units_where
from thidua.orgs.models import Household, Person, Position, UnitPlacement
from thidua.support.refusals import NotAllowed


def may_see_personal_data(user: Visitor | None, person: Person) -> bool:
    """Tell whether `user` holds the right on a unit where the person works, worked, or heads a household.

    Of a person whose place nobody knows: on a unit that stands below no other.
    """
    if holds_everywhere(user, Right.SEE_PERSONAL_DATA):
        return True
    held = units_where(user, Right.SEE_PERSONAL_DATA)
    positions = Position.objects.filter(person=person).order_by()
    households = Household.objects.filter(head=person, address_unit__isnull=False).order_by()
    places = set(positions.values_list("unit_id", flat=True))
    places |= set(households.values_list("address_unit_id", flat=True))
    if not places:
        places = set(
            UnitPlacement.objects.filter(parent=None, is_last=True)
            .order_by()
            .values_list("unit_id", flat=True)
        )
    return held.filter(pk__in=places).exists()


def require_personal_data(by: User | None, person: Person) -> None:
    """Raise NotAllowed unless `by` may read and enter the personal data of the person."""
    if not may_see_personal_data(by, person):
        raise NotAllowed(
            _("Only officers of the Board to whose units “%(name)s” belongs may read or enter personal data.")
            % {"name": person.full_name}
        )
