"""Who keeps milestones, events and role models, and which of them may be seen."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.models import Event, Milestone, RoleModel
from thidua.orgs.access import may, units_where
from thidua.orgs.models import Unit
from thidua.support.refusals import NotAllowed


def require_keeping_records(by: User, unit: Unit) -> None:
    """Raise NotAllowed unless `by` may keep the records of `unit`."""
    if not may(by, Right.KEEP_RECORDS, unit):
        raise NotAllowed(_("Only an officer of this unit, or of a unit above it, may keep its records."))


def _seen_units(user: User) -> QuerySet[Unit]:
    return units_where(user, Right.SEE_RECORDS, timezone.localdate())


def milestones_seen_by(user: User) -> QuerySet[Milestone]:
    """Return the milestones of units whose records the user may see."""
    return Milestone.objects.filter(unit__in=_seen_units(user))


def events_seen_by(user: User) -> QuerySet[Event]:
    """Return the events of hosts whose records the user may see."""
    return Event.objects.filter(host__in=_seen_units(user))


def role_models_seen_by(user: User) -> QuerySet[RoleModel]:
    """Return the role models found by units whose records the user may see."""
    return RoleModel.objects.filter(found_by__in=_seen_units(user))
