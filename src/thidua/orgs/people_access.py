"""Which persons and households somebody finds in lists: those of the units their roles reach."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from thidua.accounts.rights import Right
from thidua.orgs.access import Visitor, holds_everywhere, may_anywhere, units_where
from thidua.orgs.models import Household, Person, Position


def persons_seen_by(user: Visitor) -> QuerySet[Person]:
    """Return persons with a position, past or present, or a household in a unit that `user` works in.

    Those of whom neither is known are found by everybody who enters persons. Whoever turned out to be somebody else
    is found as that person.
    """
    persons = Person.objects.filter(merged_into=None)
    if holds_everywhere(user, Right.SEE_WORKSPACE):
        return persons
    units = units_where(user, Right.SEE_WORKSPACE).order_by().values("pk")
    positions = Position.objects.order_by()
    households = Household.objects.filter(address_unit__isnull=False).order_by()
    seen = Q(pk__in=positions.filter(unit__in=units).values("person"))
    seen |= Q(pk__in=households.filter(address_unit__in=units).values("head"))
    if may_anywhere(user, Right.MANAGE_PEOPLE):
        seen |= ~Q(pk__in=positions.values("person")) & ~Q(pk__in=households.values("head"))
    return persons.filter(seen)


def households_seen_by(user: Visitor) -> QuerySet[Household]:
    """Return households in units that `user` works in; those of no known unit to everybody who enters them."""
    if holds_everywhere(user, Right.SEE_WORKSPACE):
        return Household.objects.all()
    units = units_where(user, Right.SEE_WORKSPACE).order_by()
    seen = Q(address_unit__in=units.values("pk"))
    if may_anywhere(user, Right.MANAGE_PEOPLE):
        seen |= Q(address_unit__isnull=True)
    return Household.objects.filter(seen)
