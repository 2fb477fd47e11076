"""Who may do what on which unit: the predicate and its twin, the queryset.

A role on a unit reaches the unit and everything below it. A unit that ended is reached where it stood last, so
that its records can still be kept. Superusers may do everything everywhere; the administrator's own rights
hold everywhere, too. The installation itself (`user` None) may do everything: only commands and migrations act
without a user.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import ADMINISTRATOR, ROLES, roles_with
from thidua.orgs import paths
from thidua.orgs.models import Household, Person, RoleAssignment, Unit, UnitPlacement
from thidua.orgs.periods import valid_on
from thidua.support.refusals import NotAllowed

Visitor = User | AnonymousUser

_CACHE = "_orgs_holdings"
_generation = 0


@dataclass(frozen=True)
class Holding:
    """A role that an account holds on a unit today."""

    role: str
    unit_id: int
    unit_name: str

    @property
    def label(self) -> str:
        """«cán bộ đơn vị – Xã Đề Thám»."""
        return f"{ROLES[self.role].name} – {self.unit_name}"


def holdings(user: Visitor, on: date | None = None) -> tuple[Holding, ...]:
    """Return the roles that `user` holds on the day `on` (today).

    Remembered on the user object, which lives as long as a request, until a role changes anywhere in the process.
    """
    if not isinstance(user, User) or not user.is_active:
        return ()
    day = on or timezone.localdate()
    remembered = user.__dict__.setdefault(_CACHE, {})
    known = remembered.get(day)
    if known and known[0] == _generation:
        return tuple(known[1])
    rows = RoleAssignment.objects.filter(valid_on(day), user=user, role__in=ROLES).order_by("id")
    held = tuple(Holding(*row) for row in rows.values_list("role", "unit_id", "unit__name"))
    remembered[day] = (_generation, held)
    return held


def forget_holdings() -> None:
    """Make every remembered answer stale; actions call it when roles change."""
    global _generation
    _generation += 1


def holds_everywhere(user: Visitor | None, right: Right, on: date | None = None) -> bool:
    """Tell whether `user` has `right` on every unit there is."""
    if user is None:
        return True
    if not isinstance(user, User) or not user.is_active:
        return False
    if user.is_superuser:
        return True
    is_administrator = any(holding.role == ADMINISTRATOR.code for holding in holdings(user, on))
    return is_administrator and right in ADMINISTRATOR.rights


def may_anywhere(user: Visitor | None, right: Right, on: date | None = None) -> bool:
    """Tell whether `user` has `right` on any unit at all: whether a page or menu entry is theirs."""
    return holds_everywhere(user, right, on) or bool(_unit_ids_with(user, right, on))


def may(user: Visitor | None, right: Right, unit: Unit, on: date | None = None) -> bool:
    """Tell whether `user` has `right` on `unit`."""
    if holds_everywhere(user, right, on):
        return True
    held = _unit_ids_with(user, right, on)
    if not held:
        return False
    if unit.pk in held:
        return True
    day = on or timezone.localdate()
    above = UnitPlacement.objects.filter(_effective(day), unit=unit).order_by().values_list("path", flat=True)
    return any(held.intersection(paths.ids_in(path)) for path in above)


def units_where(user: Visitor | None, right: Right, on: date | None = None) -> QuerySet[Unit]:
    """Return the units on which `user` has `right`: exactly those for which `may` says yes."""
    if holds_everywhere(user, right, on):
        return Unit.objects.all()
    held = _unit_ids_with(user, right, on)
    if not held:
        return Unit.objects.none()
    day = on or timezone.localdate()
    roots = UnitPlacement.objects.filter(unit_id__in=held).order_by().values_list("path", flat=True)
    ranges = [paths.subtree_range(path) for path in sorted(set(roots))]
    within = reduce(or_, (Q(path__gte=low, path__lt=high) for low, high in ranges), Q(pk__in=()))
    reached = UnitPlacement.objects.filter(_effective(day) & within).order_by().values("unit_id")
    return Unit.objects.filter(Q(pk__in=reached) | Q(pk__in=held))


def require(user: Visitor | None, right: Right, unit: Unit | None = None) -> None:
    """Raise NotAllowed unless `user` has `right` on `unit` (None: on every unit)."""
    allowed = may(user, right, unit) if unit is not None else holds_everywhere(user, right)
    if not allowed:
        raise NotAllowed(
            _("You have no right to do this for %(unit)s. Ask the administrator of the system.")
            % {"unit": unit.name if unit is not None else _("the whole province")}
        )


def may_edit_person(user: Visitor | None, person: Person) -> bool:
    """Tell whether `user` manages people of a unit where `person` holds or held a position.

    Somebody without any position may be edited by everyone who manages people.
    """
    if holds_everywhere(user, Right.MANAGE_PEOPLE):
        return True
    units = set(person.positions.order_by().values_list("unit_id", flat=True))
    if not units:
        return may_anywhere(user, Right.MANAGE_PEOPLE)
    return units_where(user, Right.MANAGE_PEOPLE).filter(pk__in=units).exists()


def may_edit_household(user: Visitor | None, household: Household) -> bool:
    """Tell whether `user` manages people where the household lives; of no known place, people anywhere."""
    if household.address_unit is None:
        return may_anywhere(user, Right.MANAGE_PEOPLE)
    return may(user, Right.MANAGE_PEOPLE, household.address_unit)


def accounts_with(
    right: Right, unit: Unit, *, only_here: bool = False, on: date | None = None
) -> QuerySet[User]:
    """Return the active accounts that hold `right` on `unit`, by a role on it or (unless `only_here`) above it."""
    day = on or timezone.localdate()
    ids = {unit.pk}
    if not only_here:
        above = UnitPlacement.objects.filter(_effective(day), unit=unit).order_by()
        ids = ids.union(*(paths.ids_in(path) for path in above.values_list("path", flat=True)))
    assigned = RoleAssignment.objects.filter(valid_on(day), role__in=roles_with(right), unit_id__in=ids)
    return User.objects.filter(is_active=True, pk__in=assigned.order_by().values("user_id")).order_by(
        "full_name"
    )


def _unit_ids_with(user: Visitor | None, right: Right, on: date | None) -> frozenset[int]:
    if not isinstance(user, User):
        return frozenset()
    carrying = roles_with(right)
    return frozenset(holding.unit_id for holding in holdings(user, on) if holding.role in carrying)


def _effective(day: date) -> Q:
    """The placement that counts on `day`: the one of that day, else the last one of a unit that is past it.

    A unit that does not exist yet counts where it will stand.
    """
    past = Q(is_last=True, valid_to__lt=day)
    to_come = Q(is_last=True, unit__exists_from__gt=day)
    return valid_on(day) | past | to_come
